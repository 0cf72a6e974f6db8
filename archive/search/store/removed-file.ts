import { ByteReader } from '../segment/byte-reader.ts';
import { ByteWriter } from '../segment/byte-writer.ts';
import { crc32 } from '../segment/checksum.ts';
import { DamagedSegment } from '../segment/damaged-segment.ts';
import { RemovedDocuments } from '../segment/removed-documents.ts';
import type { Files } from './files.ts';

const sign = 0x4d455243; // `CREM`

/** Writes which documents of a segment are removed as a new file, durably but for its name. */
export function writeRemoved(files: Files, name: string, removed: RemovedDocuments): void {
  const writer = new ByteWriter(removed.bits.length * 4 + 16);
  writer.uint32(sign);
  writer.uint32(removed.documents);
  for (const word of removed.bits) writer.uint32(word);
  writer.uint32(crc32(writer.view()));
  const file = files.create(name);
  try {
    file.write(writer.view());
    file.sync();
  } finally {
    file.close();
  }
}

/** Reads what `writeRemoved` wrote. Throws `DamagedSegment`, or what the system throws. */
export function readRemoved(files: Files, name: string, documents: number): RemovedDocuments {
  const file = files.open(name);
  try {
    const expected = Math.ceil(documents / 32) * 4 + 12;
    if (file.size !== expected) throw new DamagedSegment('the list of removed documents has another length');
    const bytes = new Uint8Array(expected);
    file.read(bytes, expected, 0);
    const reader = new ByteReader(bytes);
    const crc = new ByteReader(bytes, expected - 4).uint32();
    if (crc32(bytes, 0, expected - 4) !== crc || reader.uint32() !== sign || reader.uint32() !== documents) {
      throw new DamagedSegment('the list of removed documents is not what was written');
    }
    const bits = Uint32Array.from({ length: Math.ceil(documents / 32) }, () => reader.uint32());
    return new RemovedDocuments(documents, bits);
  } finally {
    file.close();
  }
}

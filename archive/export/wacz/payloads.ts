import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { faultOf } from '../../keeping/verify-library.ts';
import type { Library } from '../../library/library.ts';
import { systemCode } from '../../library/system-errors.ts';
import type { OriginalFault } from '../../model/library-report.ts';
import { fileSource, piecesOf } from '../../readers/access/byte-source.ts';
import type { ByteSource } from '../../readers/access/byte-source.ts';
import { Spool } from '../../readers/access/spool.ts';
import { reopen } from '../../readers/reopen.ts';
import type { ExportUnit } from './export-units.ts';
import type { ResourceRecord } from './warc-record.ts';
import { PayloadChanged } from './warc-writer.ts';
import type { WarcWriter, WrittenRecord } from './warc-writer.ts';

/** Opens what records are made of, one after the other; the original of the last stays open for the next. */
export class PayloadReader {
  private readonly library: Library;
  private readonly spool: Spool;
  private current: {
    readonly sha256: string;
    readonly handle: FileHandle;
    readonly source: ByteSource;
  } | null = null;

  constructor(library: Library) {
    this.library = library;
    this.spool = new Spool(library.originals.temporary);
  }

  /** The bytes; null when the original is gone or what it held cannot be reached. */
  async open(unit: ExportUnit): Promise<ByteSource | null> {
    try {
      const source = await this.original(unit);
      if (unit.members.length === 0) return source;
      const opened = await reopen(source, unit.members, { path: unit.original, spool: this.spool });
      return opened.ok ? opened.value : null;
    } catch (error) {
      if (systemCode(error) === null) throw error;
      return null;
    }
  }

  /** Writes a record; null when the bytes are not those that the library names. */
  async write(
    writer: WarcWriter,
    record: ResourceRecord,
    payload: ByteSource,
  ): Promise<WrittenRecord | null> {
    try {
      return await writer.add(record, piecesOf(payload));
    } catch (error) {
      if (error instanceof PayloadChanged) return null;
      throw error;
    } finally {
      await this.spool.release(payload);
    }
  }

  faultOf({ original, name }: ExportUnit, kind: OriginalFault['kind']): OriginalFault {
    return faultOf(this.library, kind, { sha256: original, name: name ?? original, bytes: 0 });
  }

  async close(): Promise<void> {
    await this.current?.handle.close();
    this.current = null;
    await this.spool.close();
  }

  private async original({ original: sha256 }: ExportUnit): Promise<ByteSource> {
    if (this.current?.sha256 === sha256) return this.current.source;
    await this.current?.handle.close();
    this.current = null;
    const handle = await open(this.library.originals.pathOf(sha256), 'r');
    const { size } = await handle.stat();
    this.current = { sha256, handle, source: fileSource(handle, size) };
    return this.current.source;
  }
}

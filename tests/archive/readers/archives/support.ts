import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { memorySource, wholeOf } from '../../../../archive/readers/access/byte-source.ts';
import { gzip } from '../../../../archive/readers/archives/gzip.ts';
import { tar } from '../../../../archive/readers/archives/tar.ts';
import { unreadArchives } from '../../../../archive/readers/archives/unread-archives.ts';
import { zip } from '../../../../archive/readers/archives/zip.ts';
import { zstandard } from '../../../../archive/readers/archives/zstandard.ts';
import type { ContainerReader, ContainerVisit } from '../../../../archive/readers/member.ts';

const archives: readonly ContainerReader[] = [zip, tar, gzip, zstandard, unreadArchives];

/** The reader of archives that claims these bytes. */
export function claimant(bytes: Uint8Array): ContainerReader | null {
  const head = { name: 'file', path: 'file', bytes: bytes.subarray(0, 64 * 1024) };
  return archives.find((reader) => reader.claims(head)) ?? null;
}

export function visitOf(path: string): ContainerVisit {
  return {
    path,
    spool: async (pieces) => {
      const all: Uint8Array[] = [];
      for await (const piece of pieces) all.push(piece);
      return memorySource(Buffer.concat(all));
    },
  };
}

/** What is in an archive, in short: `name: text`, warnings behind it, or the error's code with its path and detail. */
export async function contentsOf(bytes: Uint8Array, path = 'news'): Promise<string[]> {
  const reader = claimant(bytes);
  if (reader === null) return ['not claimed'];
  const found: string[] = [];
  for await (const member of reader.members(memorySource(bytes), visitOf(path))) {
    if (!member.ok) {
      const { code, params } = member.error;
      const detail = 'detail' in params ? `: ${params.detail}` : '';
      found.push(`${code} ${'path' in params ? params.path : ''}${detail}`);
      continue;
    }
    const { name, place, content, warnings } = member.value;
    const text = Buffer.from(await wholeOf(content)).toString('utf8');
    const again = await reader.open(memorySource(bytes), place, visitOf(path));
    const same = again.ok && Buffer.from(await wholeOf(again.value)).toString('utf8') === text;
    const notes = warnings.map(({ code }) => ` [${code}]`).join('');
    found.push(`${name}: ${text}${notes}${same ? '' : ' (opens as something else)'}`);
  }
  return found;
}

async function gathered(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A ZIP that yazl makes. */
export async function zipOf(
  files: Readonly<Record<string, string>>,
  options: { readonly compress?: boolean; readonly forceZip64Format?: boolean; readonly mode?: number } = {},
): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, text] of Object.entries(files)) file.addBuffer(Buffer.from(text), name, options);
  file.end();
  return gathered(file.outputStream);
}

/** A ZIP whose sizes stand behind the content, as programs write that stream. */
export async function streamedZip(name: string, text: string): Promise<Buffer> {
  const file = new ZipFile();
  file.addReadStream(Readable.from([Buffer.from(text)]), name);
  file.end();
  return gathered(file.outputStream);
}

/** Replaces bytes, all of the same length, wherever they stand. */
export function patched(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
}

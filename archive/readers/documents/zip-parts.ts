import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { memorySource, wholeOf } from '../access/byte-source.ts';
import { zipContent } from '../archives/zip-content.ts';
import { readZipEntries } from '../archives/zip-entries.ts';
import type { SourceFile } from '../reader.ts';
import { xmlText } from '../xml/xml-text.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** The largest part of a document that is read, unpacked, in bytes: the text of a thick book is a tenth of it. */
export const largestPart = 64 * 1024 * 1024;

/** The parts of a document that is a ZIP. */
export interface ZipParts {
  readonly names: readonly string[];
  /** Null when there is none of that name. Errors: `encrypted`, `archive-unsafe`, `file-broken`. */
  part(name: string): Promise<Result<Uint8Array | null, ArchiveError>>;
}

async function inMemory(pieces: AsyncIterable<Uint8Array>) {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return memorySource(Buffer.concat(all));
}

/** The parts of a document that is a ZIP. Errors: those of a ZIP's table of contents. */
export async function zipParts({ bytes, path }: SourceFile): Promise<Result<ZipParts, ArchiveError>> {
  const zip = memorySource(bytes);
  const entries = await readZipEntries(zip, path);
  if (!entries.ok) return entries;
  const byName = new Map(entries.value.map((entry) => [entry.name, entry]));
  const part = async (name: string): Promise<Result<Uint8Array | null, ArchiveError>> => {
    const entry = byName.get(name);
    if (entry === undefined) return ok(null);
    if (entry.size > largestPart) {
      return fail(
        archiveError('archive-unsafe', { path, detail: 'its text would unpack to more than 64 MB' }),
      );
    }
    const content = await zipContent(zip, entry, path, { spool: inMemory });
    if (content.ok) return ok(await wholeOf(content.value.content));
    if (content.error.code !== 'record-broken') return content;
    return fail(archiveError('file-broken', { path, detail: `its part ${name} is damaged` }));
  };
  return ok({ names: [...byName.keys()], part });
}

/** The root of a part that is XML; null when the part is not there, is damaged or is no text. */
export async function xmlPart(parts: ZipParts, name: string): Promise<XmlElement | null> {
  const bytes = await parts.part(name);
  if (!bytes.ok || bytes.value === null) return null;
  return rootOf(bytes.value);
}

/** The root of XML; null when it is no text. */
export function rootOf(bytes: Uint8Array): XmlElement | null {
  const text = xmlText({ name: '', path: '', bytes });
  return text === null ? null : (xmlTree(text)[0] ?? null);
}

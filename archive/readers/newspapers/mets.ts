import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail } from '../../model/result.ts';
import { rootElement } from '../agency/root-element.ts';
import type { Reader, SourceFile } from '../reader.ts';
import { xmlText } from '../xml/xml-text.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import { MetsFiles } from './mets-files.ts';

/** In bytes: of an issue of a hundred pages it has ten million. */
export const metsLimit = 30_000_000;
/** So many of the missing files are named. */
const mostNamed = 3;

/** The files that a METS file names, by what it says of their kind; null when it is none. */
export function metsFilesOf(source: SourceFile): Pick<MetsFiles, 'texts' | 'others'> | null {
  if (rootElement(source.bytes)?.name !== 'mets') return null;
  const text = xmlText(source);
  const root = text === null ? undefined : xmlTree(text)[0];
  return root?.name === 'mets' ? new MetsFiles(root) : null;
}

function withoutPages(source: SourceFile): ArchiveError {
  const { path } = source;
  const files = metsFilesOf(source);
  if (files === null) return archiveError('file-broken', { path, detail: 'it is no METS file' });
  const texts = [...files.texts];
  if (texts.length === 0)
    return archiveError('unsupported', { path, detail: 'a METS file that names no text' });
  const more = texts.length > mostNamed ? ` and ${String(texts.length - mostNamed)} more` : '';
  const detail = `its pages are not there: ${texts.slice(0, mostNamed).join(', ')}${more}`;
  return archiveError('record-broken', { path, detail });
}

/**
 * The table of contents of a digitised newspaper, when it comes without its pages: it says which they are. With them
 * `readIssue` reads it.
 */
export const mets: Reader = {
  name: 'mets',
  version: 2,
  limit: metsLimit,
  claims: ({ bytes }: SourceFile) => rootElement(bytes)?.name === 'mets',
  async *read(source: SourceFile) {
    yield fail(withoutPages(source));
  },
};

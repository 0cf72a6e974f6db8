import type { ArticleWarning } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { draftsOfDatabase, linesOfDocument } from '../databases/database-drafts.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { childrenOf } from '../xml/xml-tree.ts';
import { draftOfDocument } from './document-draft.ts';
import { partsOfWord } from './docx-body.ts';
import { attributeOf, readWordStyles } from './docx-styles.ts';
import { firstDescendant, readOfficeFacts } from './office-facts.ts';
import { rootOf, xmlPart, zipParts } from './zip-parts.ts';
import type { ZipParts } from './zip-parts.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** In bytes, pictures included. */
const docxLimit = 100_000_000;

/** A ZIP with the parts that every Word document has: their names stand unpacked in it. */
function isDocx(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 4 || file.readUInt32LE(0) !== 0x04034b50) return false;
  return file.includes('[Content_Types].xml') && /word\/document\d*\.xml/u.test(namesIn(file));
}

/** The parts of a ZIP that hold names of entries: each has its header, and all are listed at the end. */
function namesIn(file: Buffer): string {
  const edge = 128 * 1024;
  return file.toString('latin1', 0, edge) + file.toString('latin1', Math.max(0, file.length - edge));
}

/** The name of the main part: `_rels/.rels` says it (ISO/IEC 29500-2, 8.3); usually `word/document.xml`. */
async function mainPart(parts: ZipParts): Promise<string> {
  const relations = await xmlPart(parts, '_rels/.rels');
  for (const relation of relations === null ? [] : childrenOf(relations, 'Relationship')) {
    const target = attributeOf(relation, 'Target');
    if (target !== null && /\/officeDocument$/u.test(attributeOf(relation, 'Type') ?? '')) {
      return target.replace(/^\//u, '');
    }
  }
  return parts.names.find((name) => /^word\/document\d*\.xml$/u.test(name)) ?? 'word/document.xml';
}

async function readDocx(source: SourceFile): Promise<readonly Result<Draft, ArchiveError>[]> {
  const { path } = source;
  const parts = await zipParts(source);
  if (!parts.ok) return [parts];
  const main = await mainPart(parts.value);
  const bytes = await parts.value.part(main);
  if (!bytes.ok) return [bytes];
  const root = bytes.value === null ? null : rootOf(bytes.value);
  const body = root === null ? null : firstDescendant(root, 'body');
  if (body === null) {
    return [fail(archiveError('file-broken', { path, detail: 'the Word document has no text part' }))];
  }
  const styles = readWordStyles(await xmlPart(parts.value, main.replace(/[^/]+$/u, 'styles.xml')));
  const facts = readOfficeFacts(await xmlPart(parts.value, 'docProps/core.xml'));
  const warnings: ArticleWarning[] = [];
  const document = { ...facts, parts: partsOfWord(body, styles) };
  const many = draftsOfDatabase(linesOfDocument(document), { mediaType, encoding: null });
  if (many !== null) return many.map(ok);
  const draft = draftOfDocument(document, { mediaType, encoding: null, warnings, source });
  return [draft === null ? fail(archiveError('no-article', { path })) : ok(draft)];
}

/** Word documents of 2007 and later (ISO/IEC 29500-1): DOCX, also with macros, which nobody runs. One article a
 * file, but for exports of news databases. */
export const docx: Reader = {
  name: 'docx',
  version: 1,
  limit: docxLimit,
  claims: ({ bytes }: SourceFile) => isDocx(bytes),
  async *read(source: SourceFile) {
    yield* await readDocx(source);
  },
};

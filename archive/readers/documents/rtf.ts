import type { ArticleWarning } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import { draftsOfDatabase, linesOfDocument } from '../databases/database-drafts.ts';
import type { Reader, SourceFile } from '../reader.ts';
import { draftOfDocument } from './document-draft.ts';
import { readRtf } from './rtf-text.ts';

/** In bytes, pictures included. */
const rtfLimit = 50_000_000;

/** Rich Text Format (Microsoft's specification 1.9.1). One article a file, but for exports of news databases; pictures, notes and running heads are left out. */
export const rtf: Reader = {
  name: 'rtf',
  version: 1,
  limit: rtfLimit,
  claims({ bytes }: SourceFile): boolean {
    const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
    return /^(?:\xef\xbb\xbf)?\s*\{\\rtf(?![a-z])/u.test(head);
  },
  async *read(source: SourceFile) {
    const text = readRtf(source.bytes);
    const warnings: ArticleWarning[] = text.isCutOff ? [{ code: 'cut-off' }] : [];
    const many = draftsOfDatabase(linesOfDocument(text), { mediaType: 'application/rtf', encoding: null });
    if (many !== null) {
      for (const one of many) yield ok(one);
      return;
    }
    const draft = draftOfDocument(text, { mediaType: 'application/rtf', encoding: null, warnings, source });
    yield draft === null ? fail(archiveError('no-article', { path: source.path })) : ok(draft);
  },
};

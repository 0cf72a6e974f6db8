import { fail, ok } from '../../model/result.ts';
import { blocksOfHtml } from '../html/html-blocks.ts';
import type { Reader, SourceFile } from '../reader.ts';
import { wordsOfBlock } from '../records/record-markup.ts';
import { decodeError, sourceText } from '../source-text.ts';
import { archiveError } from '../../model/errors.ts';
import { draftsOfDatabase } from './database-drafts.ts';

/** What shows that a page is an export, before it is taken apart: its labels stand in it as in the text. */
const signs =
  /\blength:?\s*(?:<[^<>]{0,200}>\s*){0,4}\s*[\d,.]{1,9} words\b|\d{1,6} of \d{1,6} documents\b/iu;
const others = /\bload-date\b|\bpublication-type\b|\bend of document\b|\bDocument [A-Z]{2,8}\d{6,20}/iu;
const headLength = 200_000;

function linesOf(html: string): readonly string[] {
  // A blank line between blocks, as the text form has it between paragraphs.
  return blocksOfHtml(html).flatMap((block) =>
    block.kind === 'list' ? [...block.items, ''] : [wordsOfBlock(block), ''],
  );
}

/** What `databaseText` reads, exported as HTML. Experimental as that is. */
export const databaseHtml: Reader = {
  name: 'database-html',
  version: 1,
  claims(source: SourceFile): boolean {
    const head = Buffer.from(source.bytes.subarray(0, headLength)).toString('latin1');
    if (!/^[\s\xef\xbb\xbf]*</u.test(head) || !signs.test(head) || !others.test(head)) return false;
    const decoded = sourceText(source);
    return (
      decoded.ok &&
      draftsOfDatabase(linesOf(decoded.value.text), { mediaType: 'text/html', encoding: null }) !== null
    );
  },
  async *read(source: SourceFile, signal) {
    const decoded = sourceText(source);
    if (!decoded.ok) {
      yield fail(decodeError(decoded.error, source.path));
      return;
    }
    const { text, encoding } = decoded.value;
    const drafts = draftsOfDatabase(linesOf(text), { mediaType: 'text/html', encoding });
    if (drafts === null) yield fail(archiveError('no-article', { path: source.path }));
    for (const draft of drafts ?? []) {
      if (signal?.aborted === true) return;
      yield ok(draft);
    }
  },
};

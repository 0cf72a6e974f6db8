import { articleId } from '../library/article-id.ts';
import { archiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import { readIssue } from '../readers/newspapers/mets-issue.ts';
import type { AltoSource } from '../readers/newspapers/issue-pages.ts';
import { mets } from '../readers/newspapers/mets.ts';
import type { Draft } from '../readers/reader.ts';
import { xmlText } from '../readers/xml/xml-text.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { Found } from './found.ts';
import { guarded, originOf, parted, sourceOf } from './read-leaf.ts';
import type { Leaf } from './read-leaf.ts';

function weightOf({ blocks }: Draft): number {
  return blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : 0), 1_000);
}

/** Reads the articles of a METS file, with the pages that `pages` gives. */
export async function* readIssueLeaf(
  leaf: Leaf,
  pages: AltoSource,
  signal?: Cancellation,
): AsyncGenerator<Found> {
  const { path, members, warnings } = leaf;
  const text = xmlText(sourceOf(leaf, leaf.bytes));
  if (text === null) {
    yield fail(archiveError('file-broken', { path, detail: 'the table of contents cannot be decoded' }));
    return;
  }
  const origin = { ...originOf(leaf), members };
  const { name, version } = mets;
  for await (const found of guarded(mets, readIssue(text, pages, path, signal), path)) {
    if (!found.ok) {
      yield found;
      continue;
    }
    const { ordinal } = found.value;
    const { draft } = await parted(found.value.draft, warnings);
    const { payload, member, captured } = origin;
    const id = articleId({ payload, member, captured, ordinal });
    yield ok({ id, draft, origin, reader: { name, version }, weight: weightOf(draft) });
  }
}

import type { Block } from '../../model/article.ts';
import type { Draft } from '../reader.ts';
import { draftOfRecord } from '../records/record-draft.ts';
import { pageText } from '../page-text.ts';
import { plainText } from '../plain-text.ts';
import { labelledRecord } from './labelled-part.ts';

/** In characters. Less is no text of an article. */
const shortestBody = 60;

/** Places are those of the part; where the article stands in the file its record says. */
function withoutPlace(block: Block): Block {
  return { ...block, place: null };
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? block.text.length : 0), 0);
}

/** A part of a text as an article; null when it has no headline of its own or no text under it. */
export async function draftOfPart(text: string): Promise<Draft | null> {
  const labelled = labelledRecord(text);
  if (labelled !== null) {
    return draftOfRecord(labelled, { mediaType: 'text/plain', encoding: 'utf-8', map: null });
  }
  const source = { name: 'part.txt', path: '', bytes: new TextEncoder().encode(text) };
  const reader = pageText.claims(source) ? pageText : plainText;
  for await (const result of reader.read(source)) {
    if (!result.ok) return null;
    const draft = result.value;
    const isMade = draft.warnings.some(({ code }) => code === 'headline-made');
    if (isMade || lengthOf(draft.blocks) + (draft.standfirst?.length ?? 0) < shortestBody) return null;
    const places = { headline: null, standfirst: null, published: null };
    return { ...draft, blocks: draft.blocks.map(withoutPlace), places };
  }
  return null;
}

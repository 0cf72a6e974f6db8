import type { Block } from '../../model/article.ts';

/** So much of a paragraph is looked at for the dateline. */
const opening = 200;

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.…]+$/u, '')
    .replace(/\s+/gu, ' ');
}

/** The place that a dateline begins with. */
function placeOf(dateline: string): string {
  return folded(/^[^,(\d–—-]*/u.exec(dateline)?.[0] ?? '').trim();
}

/**
 * The blocks with the dateline before the first paragraph, as a newspaper prints it. Left out when the paragraph names the
 * place at its beginning already; a paragraph of its own when there is none to open.
 */
export function withDateline(blocks: readonly Block[], dateline: string | null): readonly Block[] {
  if (dateline === null) return blocks;
  const at = blocks.findIndex(({ kind }) => kind === 'paragraph');
  const first = blocks[at];
  if (first?.kind !== 'paragraph') return [{ kind: 'paragraph', text: dateline, place: null }, ...blocks];
  const place = placeOf(dateline);
  if (place === '' || folded(first.text.slice(0, opening)).includes(place)) return blocks;
  const joined = /[-–—:]$/u.test(dateline) ? `${dateline} ${first.text}` : `${dateline} – ${first.text}`;
  return blocks.map((block, index) => (index === at ? { ...first, text: joined } : block));
}

function repeats(block: Block, before: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || before?.kind !== 'image') return false;
  return block.text === before.caption || block.text === before.legend;
}

/** Whether a standfirst is only how the text begins; services cut it there, with or without an ellipsis. */
function beginsText(standfirst: string, blocks: readonly Block[]): boolean {
  const text = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).slice(0, 20);
  return folded(text.join(' ')).startsWith(folded(standfirst));
}

/**
 * The blocks without what stands elsewhere already: the headline at their beginning, a caption printed again under its
 * picture. A standfirst that is the beginning of the text is none.
 */
export function neatBlocks(
  blocks: readonly Block[],
  headline: string | null,
  standfirst: string | null,
): { readonly blocks: readonly Block[]; readonly standfirst: string | null } {
  const title = headline === null ? null : folded(headline);
  const [first] = blocks;
  const isTitle =
    title !== null &&
    first !== undefined &&
    'text' in first &&
    first.kind !== 'quote' &&
    folded(first.text) === title;
  const own =
    (isTitle && blocks.length > 1) || (isTitle && first.kind === 'crosshead') ? blocks.slice(1) : blocks;
  const neat = own.filter((block, at) => !repeats(block, own[at - 1]));
  const repeated =
    standfirst === null || standfirst === '' || folded(standfirst) === title || beginsText(standfirst, neat);
  return { blocks: neat, standfirst: repeated ? null : standfirst };
}

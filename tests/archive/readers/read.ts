import type { ArchiveError } from '../../../archive/model/errors.ts';
import type { Block } from '../../../archive/model/article.ts';
import type { Result } from '../../../archive/model/result.ts';
import type { Draft, SourceFile } from '../../../archive/readers/reader.ts';
import { chooseReader } from '../../../archive/readers/registry.ts';

/** A file of these bytes, or of this text in UTF-8. */
export function fileOf(content: Uint8Array | string): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name: 'page.txt', path: 'folder/page.txt', bytes };
}

/** What the reader that claims a file makes of it; `reader` is null for a binary one. */
export async function readAll(
  source: SourceFile,
): Promise<{ reader: string | null; results: Result<Draft, ArchiveError>[] }> {
  const reader = chooseReader(source);
  const results: Result<Draft, ArchiveError>[] = [];
  if (reader === null) return { reader: null, results };
  for await (const result of reader.read(source)) results.push(result);
  return { reader: reader.name, results };
}

/** The only draft of a text; throws when there is none. */
export async function draftOf(content: Uint8Array | string): Promise<Draft> {
  const { results } = await readAll(fileOf(content));
  const [first] = results;
  if (results.length !== 1 || first?.ok !== true)
    throw new Error(`no single draft: ${JSON.stringify(results)}`);
  return first.value;
}

/** The words of a block, in the order they are printed. */
export function wordsOf(block: Block): string[] {
  const texts =
    block.kind === 'list'
      ? block.items
      : block.kind === 'image'
        ? [block.caption, block.legend ?? '']
        : block.kind === 'quote'
          ? [block.text, block.attribution ?? '']
          : [block.text];
  return texts.join(' ').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Headline, standfirst and blocks in short, for assertions that a person can read. */
export function outline(draft: Draft): string[] {
  const body = draft.blocks.map((block) => {
    if (block.kind === 'image')
      return `image: ${block.caption}${block.legend === null ? '' : ` / ${block.legend}`}`;
    if (block.kind === 'list') return `list: ${block.items.join(' / ')}`;
    if (block.kind === 'quote') return `quote: ${block.text} / ${block.attribution ?? ''}`;
    return `${block.kind}: ${block.text}`;
  });
  return [
    `headline: ${draft.headline}`,
    ...(draft.standfirst === null ? [] : [`standfirst: ${draft.standfirst}`]),
    ...body,
  ];
}

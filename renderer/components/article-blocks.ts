import { html, nothing, type TemplateResult } from 'lit';
import type { Article, Block } from '../../archive/model/article.ts';
import { currentIn, type MarkedPart } from './mark-outline.ts';
import { markedText } from './marked-text.ts';

/** A part with its marks, the current one emphasised. */
export function partText(part: MarkedPart | undefined, current: number): TemplateResult | typeof nothing {
  if (part === undefined) return nothing;
  return markedText(part.text, part.marks, { current: currentIn(part, current) });
}

/** Which class lets an opening quotation mark hang in the margin, so that the letters stand in line. */
export function hanging(text: string): string {
  if (/^["“”„«»]/u.test(text)) return 'hang-double';
  return /^['‘’‚‹]/u.test(text) ? 'hang-single' : '';
}

/** The block that stands for the picture of a clipping: the first one of Markdown in an archive that keeps both; -1 for none. */
export function scanBlock({ blocks, original }: Article): number {
  const isClipping = original.reader.name === 'markdown' && original.members.at(-1)?.reader === 'zip';
  return isClipping ? blocks.findIndex(({ kind }) => kind === 'image') : -1;
}

interface BlockContext {
  /** The block's number in the article: `data-part` names it for the side-by-side view. */
  readonly index: number;
  readonly parts: readonly MarkedPart[];
  /** The number of the mark the reader stands on, or -1. */
  readonly current: number;
  /** Blocks can be reached by keyboard, to find their places in the original. */
  readonly tabIndex: number | typeof nothing;
  /** Its picture is kept beside the text, and shown with the original. */
  readonly scanned: boolean;
}

/**
 * One block of an article. These are templates, not elements: the whole article stays in one tree, so that a
 * selection across paragraphs, its copy and `lang` work as in any document.
 */
export function articleBlock(block: Block, context: BlockContext): TemplateResult {
  const { index, parts, current, tabIndex, scanned } = context;
  const part = partText(parts[0], current);
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="body ${hanging(block.text)}" dir="auto" data-part=${index} tabindex=${tabIndex}>
        ${part}
      </p>`;
    case 'crosshead':
      return html`<h2 class="cross" dir="auto" data-part=${index} tabindex=${tabIndex}>${part}</h2>`;
    case 'image':
      return html`<figure data-part=${index} tabindex=${tabIndex}>
        <div class="absent">
          ${scanned ? html`picture kept: <br />see Side by side` : html`picture not <br />in the saved page`}
        </div>
        <figcaption dir="auto">
          ${block.legend === null ? nothing : html`<b>${partText(parts[1], current)}</b>`}
          <span>${part}</span>
        </figcaption>
      </figure>`;
    case 'quote':
      return html`<blockquote data-part=${index} tabindex=${tabIndex}>
        <p class=${hanging(block.text)} dir="auto">${part}</p>
        ${block.attribution === null ? nothing : html`<footer dir="auto">${block.attribution}</footer>`}
      </blockquote>`;
    case 'list':
      return html`<ul class="items" data-part=${index} tabindex=${tabIndex}>
        ${block.items.map((_, at) => html`<li dir="auto">${partText(parts[at], current)}</li>`)}
      </ul>`;
  }
}

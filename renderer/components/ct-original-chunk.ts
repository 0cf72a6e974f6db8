import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { splitOdd, signOf } from './odd-characters.ts';
import type { OriginalChunk, OriginalLine } from './original-lines.ts';
import type { OriginalMark } from './original-marks.ts';

/**
 * Some lines of an original. Its text content is always exactly that stretch of the text: near the screen as
 * numbered lines with marks, far from it as one text node, so that selecting all, copying and offsets work over
 * megabytes. It draws into its owner's tree, whose styles it uses.
 */
@customElement('ct-original-chunk')
export class CtOriginalChunk extends LitElement {
  /** The whole original. */
  @property({ attribute: false }) text = '';
  @property({ attribute: false }) chunk: OriginalChunk = { start: 0, end: 0, lines: [] };
  @property({ attribute: false }) marks: readonly OriginalMark[] = [];
  @property({ type: Number }) current = -1;
  /** Whether invisible characters are shown by signs. */
  @property({ type: Boolean }) signs = false;
  /** Lines, numbers and marks; otherwise the bare text. */
  @property({ type: Boolean }) detailed = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { start, end, lines } = this.chunk;
    if (!this.detailed) return html`${this.text.slice(start, end)}`;
    const marks = this.marks.filter((mark) => mark.end > start && mark.start < end);
    return html`${lines.map((line) => this.#line(line, marks))}`;
  }

  #line(line: OriginalLine, marks: readonly OriginalMark[]): TemplateResult {
    const pieces: unknown[] = [];
    let reached = line.start;
    for (const mark of marks) {
      const start = Math.max(mark.start, line.start);
      const end = Math.min(mark.end, line.end);
      if (start >= end) continue;
      pieces.push(this.#plain(this.text.slice(reached, start)));
      pieces.push(
        html`<mark class=${mark.index === this.current ? 'now' : nothing}
          >${this.#plain(this.text.slice(start, end))}</mark
        >`,
      );
      reached = end;
    }
    pieces.push(this.#plain(this.text.slice(reached, line.end)));
    // No blank may stand between the lines: the text content is the original.
    // prettier-ignore
    return html`<span class="line" data-number=${line.number ?? nothing} data-start=${line.start}>${pieces}</span>`;
  }

  #plain(text: string): unknown {
    if (!this.signs) return text;
    return splitOdd(text).map((piece) =>
      piece.odd ? html`<span class="odd" data-sign=${signOf(piece.text)}>${piece.text}</span>` : piece.text,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-original-chunk': CtOriginalChunk;
  }
}

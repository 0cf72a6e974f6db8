import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TextRange } from '../../archive/model/article.ts';
import type { OriginalText } from '../../archive/api/reading.ts';
import type { Scan } from '../../archive/model/new-article.ts';
import { formatBytes, formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-original-chunk.ts';
import type { CtOriginalChunk } from './ct-original-chunk.ts';
import './ct-scan.ts';
import { chunkText, indexAt, splitLines, type OriginalChunk } from './original-lines.ts';
import type { OriginalMark } from './original-marks.ts';
import { originalStyles } from './original-styles.ts';
import { pointerMoved } from './pointer-moved.ts';
import { readingStyles, scrollBarStyles } from './reading-styles.ts';
import { domRange } from './text-position.ts';

/** A person points at a line of the original, or at none. `range` is the line's. */
export class OriginalPointedEvent extends Event {
  static readonly type = 'ct-original-pointed';
  readonly range: TextRange | null;
  constructor(range: TextRange | null) {
    super(OriginalPointedEvent.type);
    this.range = range;
  }
}

const lineHeight = 20;
/** Up to this many chunks are drawn whole at once: nobody sees a difference, and everything has its final height. */
const fewChunks = 6;
const highlightName = 'ct-place';

/**
 * The exact text as it came: every character, numbered lines, marks where they can be placed. Texts of megabytes
 * open at once, because only what is near the screen is laid out.
 *
 * @fires ct-original-pointed - OriginalPointedEvent
 */
@customElement('ct-original')
export class CtOriginal extends LitElement {
  @property({ attribute: false }) content: OriginalText | null = null;
  @property({ attribute: false }) marks: readonly OriginalMark[] = [];
  @property({ type: Number }) current = -1;
  /** The picture that this is the text of. */
  @property({ attribute: false }) scan: Scan | null = null;
  /** The place pointed at in the article. */
  @property({ attribute: false }) pointed: TextRange | null = null;

  @state() private signs = false;
  @state() private near: ReadonlySet<number> = new Set();

  /** What scrolls; its content is `textElement`. */
  @query('.scroller') readonly scroller!: HTMLElement | null;
  @query('.text') readonly textElement!: HTMLElement | null;

  #chunks: readonly OriginalChunk[] = [];
  #lines = 0;
  #observer: IntersectionObserver | null = null;
  #highlight: Highlight | null = null;

  static override styles = [sharedStyles, scrollBarStyles, readingStyles, originalStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('content')) return;
    const lines = splitLines(this.content?.text ?? '');
    this.#lines = lines.at(-1)?.number ?? lines.filter((line) => line.number !== null).length;
    this.#chunks = chunkText(lines);
    this.near = new Set(this.#chunks.slice(0, fewChunks).keys());
    this.signs = false;
  }

  protected override render() {
    const { content } = this;
    if (content === null) return nothing;
    return html`${this.#header(content)}
      ${
        this.scan === null
          ? nothing
          : html`<ct-scan .bytes=${this.scan.bytes} label="Scan of the clipping" tabindex="0"></ct-scan>`
      }
      <div
        class="scroller"
        role="region"
        aria-label="Text of the original"
        tabindex="0"
        @copy=${this.#onCopy}
        @pointermove=${this.#onPointer}
        @pointerleave=${this.#onPointer}
      >
        ${
          content.text === ''
            ? html`<p class="empty">The original is an empty text.</p>`
            : this.#text(content.text)
        }
      </div>`;
  }

  #text(text: string) {
    const chunks = this.#chunks.map((chunk, index) => this.#chunk(chunk, index, text));
    // No blank between the chunks: all of them together are the text, and are copied as such.
    // prettier-ignore
    return html`<div class=${this.#chunks.length > fewChunks ? 'text lazy' : 'text'}>${chunks}</div>`;
  }

  #header({ original }: OriginalText) {
    const { reader } = original;
    const facts = [
      original.mediaType,
      formatBytes(original.bytes),
      original.encoding ?? 'no text encoding',
      formatCount(this.#lines, 'line'),
      `read by ${reader.name} ${String(reader.version)}`,
    ];
    return html`<header>
      <h2><bdi>${original.name}</bdi></h2>
      <p><bdi>${facts.join(' · ')}</bdi></p>
      <button
        class="toggle"
        type="button"
        aria-pressed=${String(this.signs)}
        @click=${() => {
          this.signs = !this.signs;
        }}
      >
        Invisible characters
      </button>
      <p class="hash">SHA-256 <code>${original.sha256}</code></p>
    </header>`;
  }

  #chunk(chunk: OriginalChunk, index: number, text: string) {
    return html`<ct-original-chunk
      data-index=${index}
      .text=${text}
      .chunk=${chunk}
      .marks=${this.marks}
      .current=${this.current}
      .signs=${this.signs}
      .detailed=${this.near.has(index) || this.#chunks.length <= fewChunks}
    ></ct-original-chunk>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('content')) {
      this.scroller?.scrollTo({ top: 0, behavior: 'instant' });
      this.#observe();
    }
    this.#drawPointed();
  }

  #chunkElements(): readonly CtOriginalChunk[] {
    return [...this.renderRoot.querySelectorAll('ct-original-chunk')];
  }

  /** Gives each chunk its probable height and follows which are near the screen. */
  #observe(): void {
    this.#observer?.disconnect();
    const { scroller } = this;
    if (scroller === null || this.#chunks.length <= fewChunks) return;
    const columns = Math.max(20, Math.floor((Math.min(scroller.clientWidth || 800, 960) - 100) / 7.83));
    this.#observer = new IntersectionObserver((entries) => this.#onNear(entries), {
      root: scroller,
      rootMargin: '800px 0px',
    });
    for (const [index, element] of this.#chunkElements().entries()) {
      const lines = this.#chunks[index]?.lines ?? [];
      const rows = lines.reduce(
        (sum, line) => sum + Math.max(1, Math.ceil((line.end - line.start) / columns)),
        0,
      );
      element.style.setProperty('contain-intrinsic-block-size', `auto ${String(rows * lineHeight)}px`);
      this.#observer.observe(element);
    }
  }

  #onNear(entries: readonly IntersectionObserverEntry[]): void {
    const near = new Set(this.near);
    for (const entry of entries) {
      const index = Number((entry.target as HTMLElement).dataset['index']);
      if (entry.isIntersecting) near.add(index);
      else near.delete(index);
    }
    this.near = near;
  }

  /** The distance of a character from the top of the scrolled content, in CSS pixels; null before there is a text. */
  topOf(offset: number): number | null {
    const { scroller } = this;
    const index = indexAt(this.#chunks, offset);
    const chunk = this.#chunks[index];
    const element = this.#chunkElements()[index];
    if (scroller === null || chunk === undefined || element === undefined) return null;
    const base = scroller.scrollTop - scroller.getBoundingClientRect().top;
    const frame = element.getBoundingClientRect();
    const range = element.detailed ? domRange(element, offset - chunk.start, offset - chunk.start + 1) : null;
    const box = range?.getClientRects()[0];
    // What is not laid out has no box, or one anywhere: then near enough, until it comes into sight.
    const trusted = box !== undefined && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
    const share = (offset - chunk.start) / Math.max(1, chunk.end - chunk.start);
    return base + (trusted ? box.top : frame.top + frame.height * share);
  }

  /** Brings a character into sight, a third down, if it is not comfortably there already. */
  async show(offset: number): Promise<void> {
    // The first pass may land on estimated heights; the second sees the real ones.
    for (let pass = 0; pass < 2; pass += 1) {
      const { scroller } = this;
      const top = this.topOf(offset);
      if (scroller === null || top === null) return;
      const seen = top - scroller.scrollTop;
      if (seen >= 40 && seen <= scroller.clientHeight - 60) return;
      scroller.scrollTo({ top: top - scroller.clientHeight / 3, behavior: 'instant' });
      const index = indexAt(this.#chunks, offset);
      if (!this.near.has(index)) this.near = new Set([...this.near, index]);
      await this.updateComplete;
      await this.#chunkElements()[index]?.updateComplete;
    }
  }

  /** Puts a character's line at the top; false while there is nothing to scroll yet. */
  showAtTop(offset: number): boolean {
    const top = this.topOf(offset);
    if (top === null) return false;
    this.scroller?.scrollTo({ top: top - 12, behavior: 'instant' });
    return true;
  }

  #drawPointed(): void {
    if (this.#highlight !== null) {
      this.#highlight.clear();
      if (CSS.highlights.get(highlightName) === this.#highlight) CSS.highlights.delete(highlightName);
    }
    const { pointed } = this;
    if (pointed === null) return;
    this.#highlight ??= new Highlight();
    const elements = this.#chunkElements();
    for (let at = Math.max(0, indexAt(this.#chunks, pointed.start)); at < elements.length; at += 1) {
      const chunk = this.#chunks[at];
      const element = elements[at];
      if (chunk === undefined || element === undefined || chunk.start >= pointed.end) break;
      const range = domRange(element, pointed.start - chunk.start, pointed.end - chunk.start);
      if (range !== null) this.#highlight.add(range);
    }
    CSS.highlights.set(highlightName, this.#highlight);
  }

  #onPointer(event: PointerEvent): void {
    if (!pointerMoved(event)) return;
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('.line') : null;
    const start = Number(line?.dataset['start']);
    const range = line === null ? null : { start, end: start + (line.textContent?.length ?? 0) };
    this.dispatchEvent(new OriginalPointedEvent(range));
  }

  /** What is copied is the text itself: without line numbers, signs, or line ends that only the layout added. */
  #onCopy(event: ClipboardEvent): void {
    const root = this.renderRoot as ShadowRoot & { getSelection?: () => Selection | null };
    const selection = root.getSelection?.() ?? document.getSelection();
    const range = selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
    if (range === null || range.collapsed || !this.textElement?.contains(range.commonAncestorContainer))
      return;
    event.clipboardData?.setData('text/plain', range.toString());
    event.preventDefault();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    this.#highlight?.clear();
    super.disconnectedCallback();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-original': CtOriginal;
  }
  interface HTMLElementEventMap {
    'ct-original-pointed': OriginalPointedEvent;
  }
}

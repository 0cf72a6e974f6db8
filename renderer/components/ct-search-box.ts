import { LitElement, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Completion } from '../../archive/model/search.ts';
import { Completions, type CompletionSource } from '../controllers/completions.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { searchBoxStyles } from './search-box-styles.ts';
import { BoxEvent, TypeEvent } from './shell-events.ts';

/**
 * The search box. It keeps what is typed even while its owner is busy: the text is only ever replaced by another
 * `text`, never by the one just typed.
 *
 * It is a combobox of ARIA 1.2 (https://www.w3.org/TR/wai-aria-1.2/#combobox) with list autocompletion: what it offers
 * comes after a person typed, never by itself, and is taken only by those who moved to it.
 *
 * @fires ct-type - TypeEvent with each change
 * @fires ct-box - BoxEvent for Enter, Down, Escape in the empty box, and when the focus leaves
 */
@customElement('ct-search-box')
export class CtSearchBox extends LitElement {
  @property() text = '';
  /** Who knows how to go on with what is typed; null offers nothing. */
  @property({ attribute: false }) source: CompletionSource | null = null;

  @query('input') private input!: HTMLInputElement;

  private readonly completions = new Completions(this, () => this.source);

  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override styles = [sharedStyles, searchBoxStyles];

  /** Puts the caret into the box; `select` also selects what is there, as the shortcuts do. */
  override focus(options?: FocusOptions & { readonly select?: boolean }): void {
    this.input.focus(options);
    if (options?.select) this.input.select();
  }

  override blur(): void {
    this.input.blur();
  }

  protected override render() {
    return html`<div class="box" role="search">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.8" />
          <path d="m10.6 10.6 3.6 3.6" />
        </svg>
        ${this.field()}
        ${
          this.text === ''
            ? html`<kbd aria-hidden="true">/</kbd>`
            : html`<button type="button" aria-label="Clear the search" title="Clear" @click=${this.clear}>
                ×
              </button>`
        }
      </div>
      ${this.completions.open ? this.list() : nothing}
      <span class="visually-hidden" role="status"
        >${this.completions.open ? formatCount(this.completions.shown.length, 'completion') : nothing}</span
      >`;
  }

  private field() {
    const { open, active } = this.completions;
    return html`<input
      type="text"
      role="combobox"
      aria-label="Search the archive"
      aria-autocomplete="list"
      aria-expanded=${String(open)}
      aria-controls=${open ? 'completions' : nothing}
      aria-activedescendant=${active >= 0 ? `completion-${active}` : nothing}
      aria-keyshortcuts="/ Control+F"
      placeholder="Search every word"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="search"
      .value=${live(this.text)}
      @input=${this.onInput}
      @keydown=${this.onKey}
      @blur=${this.onBlur}
    />`;
  }

  /** What is offered. A press on it must not take the caret out of the box. */
  private list() {
    return html`<ul
      id="completions"
      role="listbox"
      aria-label="Completions"
      @mousedown=${(event: Event) => event.preventDefault()}
    >
      ${this.completions.shown.map((completion, index) => this.option(completion, index))}
    </ul>`;
  }

  private option(completion: Completion, index: number) {
    const { shown, kind, articles } = completion;
    return html`<li
      id=${`completion-${index}`}
      role="option"
      aria-selected=${String(index === this.completions.active)}
      @click=${() => this.take(completion)}
      @keydown=${this.onKey}
    >
      <b>${shown}</b> ${kind === 'word' ? nothing : html`<span>${kind}</span>`}
      <span
        >${formatCount(articles)}<span class="visually-hidden">
          ${articles === 1 ? 'article' : 'articles'}</span
        ></span
      >
    </li>`;
  }

  private onInput(event: InputEvent): void {
    this.change(this.input.value);
    // What is still being composed is no word yet.
    if (event.isComposing) this.completions.close();
    else this.completions.follow(this.text);
  }

  private readonly clear = (): void => {
    this.completions.close();
    this.change('');
    this.input.focus();
  };

  private onBlur(): void {
    this.completions.close();
    this.dispatchEvent(new BoxEvent('blur'));
  }

  private change(text: string): void {
    this.text = text;
    this.dispatchEvent(new TypeEvent(text));
  }

  /** Goes on with this completion: it ends with a whole word. */
  private take({ text }: Completion): void {
    this.completions.close();
    this.change(text);
    this.dispatchEvent(new BoxEvent('commit'));
  }

  private onKey(event: KeyboardEvent): void {
    // A word that is still being composed (accents, other scripts) owns its keys.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.completions.open && this.onKeyInList(event)) event.preventDefault();
    else if (event.key === 'Enter') this.act('commit', event);
    else if (event.key === 'ArrowDown') this.act('down', event);
    else if (event.key === 'Escape') {
      if (this.text === '') this.act('leave', event);
      else {
        event.preventDefault();
        this.clear();
      }
    }
  }

  /** What a key does while completions are offered; false leaves it to the box. */
  private onKeyInList({ key, shiftKey }: KeyboardEvent): boolean {
    const { completions } = this;
    const active = completions.shown[completions.active];
    if (key === 'ArrowDown') completions.step(1);
    else if (key === 'ArrowUp') completions.step(-1);
    else if (key === 'Escape') completions.close();
    else if (active && (key === 'Enter' || (key === 'Tab' && !shiftKey))) this.take(active);
    else return false;
    return true;
  }

  private act(act: BoxEvent['act'], event: KeyboardEvent): void {
    event.preventDefault();
    this.completions.close();
    this.dispatchEvent(new BoxEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-search-box': CtSearchBox;
  }
}

import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { Recognised } from '../../archive/model/import-runs.ts';
import type { SectionSummary } from '../../archive/model/overview.ts';
import type { ImportOffer } from '../../main/bridge/bridge.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-dialog.ts';
import { importSheetStyles } from './import-sheet-styles.ts';
import { progressStyles } from './progress-styles.ts';
import { readingStyles } from './reading-styles.ts';
import { nothingRecognised, recognisedContent } from './recognised-content.ts';
import { ActionEvent, BeginImportEvent, type BesideAction } from './shell-events.ts';

/** So many folders are named in the hint about their collections. */
const mostNamed = 4;

/**
 * What was dropped or chosen, before anything of it is imported: what the files are, what nobody reads, and the collection
 * they go into; and how to choose, while nothing was. Enter imports, Escape lets it be.
 *
 * @fires ct-action - ActionEvent: files or a folder are to be chosen, or the earlier imports shown
 * @fires ct-begin-import - BeginImportEvent with the collection
 * @fires close - a person wants nothing of it
 */
@customElement('ct-import-sheet')
export class CtImportSheet extends LitElement {
  @property({ attribute: false }) offer: ImportOffer | null = null;
  /** Those there are, to choose from. */
  @property({ attribute: false }) collections: readonly SectionSummary[] = [];

  /** Nothing was given yet: a person is asked what to import. */
  @property({ type: Boolean }) choosing = false;

  /** The collection, as a person has it now. */
  @state() private typed = '';

  static override styles = [sharedStyles, readingStyles, progressStyles, importSheetStyles];

  protected override render(): TemplateResult {
    const { offer, choosing } = this;
    return html`<ct-dialog bare heading="Import" ?open=${offer !== null || choosing} @close=${this.#leave}>
      ${offer === null ? (choosing ? this.#choices() : nothing) : this.#body(offer)} ${this.#foot(offer)}
    </ct-dialog>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('offer') || this.offer?.state !== 'recognised') return;
    const [only, ...others] = this.offer.recognised.collections;
    this.typed = others.length === 0 ? (only ?? '') : '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('offer');
    const isAnother = changed.has('offer') && before?.state !== this.offer?.state;
    if (!isAnother && !changed.has('choosing')) return;
    // The dialog is open only after its own turn.
    void this.updateComplete.then(() => {
      const first = ['.first', '.choose', '.cancel'].map((name) =>
        this.renderRoot.querySelector<HTMLElement>(name),
      );
      first.find((element) => element !== null)?.focus();
    });
  }

  #body(offer: ImportOffer): TemplateResult {
    switch (offer.state) {
      case 'looking':
        return html`<p class="looking">
          <progress aria-label="Looking at the files"></progress>
          <span role="status">Looking what these files are…</span>
          <span aria-hidden="true">${offer.files === 0 ? '' : formatCount(offer.files, 'file')}</span>
        </p>`;
      case 'recognised':
        return offer.recognised.formats.length === 0
          ? nothingRecognised(offer.recognised)
          : html`${recognisedContent(offer.recognised)} ${this.#collection(offer.recognised)}`;
      case 'failed':
        return html`<p role="alert">${describeError(offer.error)}</p>`;
      case 'gone':
        return html`${nothing}`;
    }
  }

  /** Nothing was given yet: what can be. */
  #choices(): TemplateResult {
    return html`<p class="sum">Drop files or folders anywhere on the window, or choose them:</p>
      <p class="choices">
        ${this.#action('Choose files…', 'import-files')} ${this.#action('Choose a folder…', 'import-folder')}
      </p>
      <p>
        Saved pages (HTML, MHTML), web archives (WARC, WACZ), feeds, mail, PDF and office documents, agency
        files, scanned newspapers with text, JSON and tables, plain text, and ZIP or tar archives of all
        these.
      </p>
      <p>
        Each is told by its content, not by its name. You will see what was recognised before anything begins.
      </p>
      <p>
        Your files stay as they are; the library keeps a copy of each.
        <button class="link" type="button" @click=${() => this.#act('imports')}>Earlier imports</button>
      </p>`;
  }

  #action(label: string, name: BesideAction['name']): TemplateResult {
    return html`<button class="button choose" type="button" @click=${() => this.#act(name)}>
      ${label}
    </button>`;
  }

  #act(name: BesideAction['name']): void {
    this.dispatchEvent(new ActionEvent({ name }));
  }

  #collection({ collections }: Recognised): TemplateResult {
    const several = collections.length > 1;
    return html`<form id="sheet" @submit=${this.#onSubmit}>
      <label for="collection">Collection</label>
      <input
        id="collection"
        list="collections"
        maxlength="200"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="hint"
        placeholder=${several ? 'One for each folder' : (collections[0] ?? '')}
        .value=${live(this.typed)}
        @input=${this.#onInput}
      />
      <datalist id="collections">
        ${this.collections.map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>
      <p class="hint" id="hint" aria-live="polite">${this.#hint(collections)}</p>
    </form>`;
  }

  #hint(names: readonly string[]): string {
    const typed = this.typed.trim();
    if (typed === '' && names.length > 1) {
      const more = names.length > mostNamed ? ` and ${formatCount(names.length - mostNamed)} more` : '';
      return `Left empty, each folder is a collection of its own: ${names.slice(0, mostNamed).join(', ')}${more}.`;
    }
    const name = typed === '' ? (names[0] ?? '') : typed;
    const there = this.collections.find((collection) => collection.name === name);
    return there
      ? `It holds ${formatCount(there.articles, 'article')} already; these join them.`
      : 'A new collection.';
  }

  #foot(offer: ImportOffer | null): TemplateResult {
    const possible = offer?.state === 'recognised' && offer.recognised.formats.length > 0;
    const leave = possible || offer?.state === 'looking' ? 'Cancel' : 'Close';
    return html`<button slot="foot" class="button cancel" type="button" @click=${this.#leave}>
        ${leave}
      </button>
      ${
        possible
          ? html`<button slot="foot" class="button first" type="submit" form="sheet">Import</button>`
          : nothing
      }`;
  }

  #onInput(event: InputEvent): void {
    if (event.target instanceof HTMLInputElement) this.typed = event.target.value;
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    if (this.offer?.state !== 'recognised') return;
    const typed = this.typed.trim();
    this.dispatchEvent(new BeginImportEvent(typed === '' ? null : typed));
  }

  #leave(): void {
    this.dispatchEvent(new Event('close'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-import-sheet': CtImportSheet;
  }
}

import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Article } from '../../archive/model/article.ts';
import { correctedFields, type CorrectedField, type Correction } from '../../archive/model/correction.ts';
import {
  askedFields,
  fieldNames,
  languageNames,
  readTyped,
  readValue,
  shownValue,
  textOf,
  valueWords,
} from '../format/correction-words.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { correctionStyles } from './correction-styles.ts';
import './ct-dialog.ts';
import { dialogFormStyles } from './dialog-form-styles.ts';
import { EditingWishEvent } from './editing-events.ts';
import { readingStyles, scrollBarStyles } from './reading-styles.ts';

type Texts = Readonly<Record<CorrectedField, string>>;

function textsOf(article: Article, value: typeof shownValue): Texts {
  const entries = correctedFields.map((field) => [field, textOf(field, value(article, field))]);
  return Object.fromEntries(entries) as Texts;
}

/**
 * Puts an article right: each field with what is shown, what the source gave where that differs, and the way back to it.
 *
 * @fires ct-editing-wish - what is to be corrected; the dialog closes itself before
 * @fires close - after it was closed, either way
 */
@customElement('ct-correction-dialog')
export class CtCorrectionDialog extends LitElement {
  /** Null closes it. */
  @property({ attribute: false }) article: Article | null = null;

  @state() private texts: Texts | null = null;
  /** Fields that were left or sent: only then is said what is wrong with them. */
  @state() private judged: ReadonlySet<CorrectedField> = new Set();

  static override styles = [sharedStyles, readingStyles, scrollBarStyles, dialogFormStyles, correctionStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('article')) return;
    this.texts = this.article === null ? null : textsOf(this.article, shownValue);
    this.judged = new Set();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('article') || this.article === null) return;
    void this.updateComplete.then(() => this.focusField('headline'));
  }

  protected override render() {
    const { article, texts } = this;
    return html`<ct-dialog
      heading="Correct the article"
      bare
      ?open=${article !== null}
      @close=${this.onClose}
    >
      ${
        article === null || texts === null
          ? nothing
          : html`<form id="form" novalidate @submit=${this.onSubmit}>
                ${askedFields.map((field) => this.field(field, article, texts))}
                <p class="kept">What the source says is kept, and so is the original.</p>
              </form>
              ${this.foot(article, texts)}`
      }
    </ct-dialog>`;
  }

  private foot(article: Article, texts: Texts): TemplateResult {
    const read = textsOf(article, readValue);
    const differs = askedFields.some((field) => texts[field] !== read[field]);
    return html`<button
        slot="foot"
        class="button all"
        type="button"
        ?disabled=${!differs}
        @click=${() => this.setTexts(read)}
      >
        All as the source has it
      </button>
      <button slot="foot" class="button" type="button" @click=${this.onClose}>Cancel</button>
      <button slot="foot" class="button primary" type="button" @click=${this.onSubmit}>Save</button>`;
  }

  private field(field: CorrectedField, article: Article, texts: Texts): TemplateResult {
    const text = texts[field];
    const typed = readTyped(field, text);
    const problem = 'problem' in typed && this.judged.has(field) ? typed.problem : '';
    return html`<div class="field">
      <label for=${field}>${fieldNames[field]}</label>
      ${this.input(field, text, problem)}
      ${problem === '' ? nothing : html`<p class="problem" id="${field}-problem" role="alert">${problem}</p>`}
      ${
        field === 'published' && 'value' in typed && text.trim() !== ''
          ? html`<p class="hint">${valueWords(field, typed.value)}</p>`
          : nothing
      }
      ${this.source(field, article, text)}
    </div>`;
  }

  private input(field: CorrectedField, text: string, problem: string): TemplateResult {
    const described = problem === '' ? nothing : `${field}-problem`;
    const invalid = problem === '' ? nothing : 'true';
    if (field === 'headline')
      return html`<textarea
        id=${field}
        rows="3"
        maxlength="2000"
        dir="auto"
        aria-invalid=${invalid}
        aria-describedby=${described}
        .value=${text}
        @input=${this.onType}
        @keydown=${this.onHeadlineKey}
        @blur=${this.onLeave}
      ></textarea>`;
    const names = field === 'language' ? languageNames : [];
    return html`<input
        id=${field}
        type="text"
        maxlength="2000"
        dir="auto"
        autocomplete="off"
        list=${names.length === 0 ? nothing : 'languages'}
        placeholder=${field === 'published' ? '2007-11-28' : nothing}
        aria-invalid=${invalid}
        aria-describedby=${described}
        .value=${text}
        @input=${this.onType}
        @blur=${this.onLeave}
      />${
        names.length === 0
          ? nothing
          : html`<datalist id="languages">
              ${names.map((name) => html`<option value=${name}></option>`)}
            </datalist>`
      }`;
  }

  /** What the source has, where the field has something else. */
  private source(field: CorrectedField, article: Article, text: string) {
    const value = readValue(article, field);
    const read = textOf(field, value);
    if (text === read) return nothing;
    return html`<p class="source">
      <span>The source has <bdi>${read === '' ? 'none' : `“${valueWords(field, value)}”`}</bdi></span>
      <button
        class="link"
        type="button"
        aria-label=${`${fieldNames[field]} as the source has it`}
        @click=${() => this.revert(field, read)}
      >
        As the source has it
      </button>
    </p>`;
  }

  private revert(field: CorrectedField, read: string): void {
    if (this.texts === null) return;
    this.setTexts({ ...this.texts, [field]: read });
    // The button is gone with the difference.
    this.focusField(field);
  }

  private setTexts(texts: Texts): void {
    this.texts = texts;
  }

  private focusField(field: CorrectedField): void {
    this.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus();
  }

  private readonly onType = (event: Event): void => {
    const input = event.target as HTMLInputElement | HTMLTextAreaElement;
    if (this.texts !== null) this.setTexts({ ...this.texts, [input.id]: input.value });
  };

  private readonly onLeave = (event: Event): void => {
    this.judged = new Set([...this.judged, (event.target as HTMLElement).id as CorrectedField]);
  };

  private readonly onHeadlineKey = (event: KeyboardEvent): void => {
    // A headline is one line, however long.
    if (event.key === 'Enter' && !event.isComposing) this.onSubmit(event);
  };

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const { article, texts } = this;
    if (article === null || texts === null) return;
    this.judged = new Set(askedFields);
    const wrong = askedFields.find((field) => 'problem' in readTyped(field, texts[field]));
    if (wrong !== undefined) return this.focusField(wrong);
    const changed = askedFields.filter((field) => texts[field] !== textOf(field, shownValue(article, field)));
    const revert = changed.filter((field) => texts[field] === textOf(field, readValue(article, field)));
    const correction = Object.fromEntries(
      changed
        .filter((field) => !revert.includes(field))
        .map((field) => [field, valueOf(field, texts[field])]),
    ) as Correction;
    this.onClose();
    if (changed.length > 0)
      this.dispatchEvent(new EditingWishEvent({ kind: 'correct', article, correction, revert }));
  };

  private readonly onClose = (): void => {
    if (this.article === null) return;
    this.article = null;
    this.dispatchEvent(new Event('close'));
  };
}

function valueOf(field: CorrectedField, text: string): unknown {
  const typed = readTyped(field, text);
  return 'value' in typed ? typed.value : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-correction-dialog': CtCorrectionDialog;
  }
}

import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditingApi } from '../../archive/api/editing.ts';
import { describeError } from '../../archive/model/error-sentences.ts';
import { longestNewText } from '../../archive/model/new-article.ts';
import type { CollectionSummary } from '../../archive/model/overview.ts';
import {
  clearDraft,
  emptyDraft,
  loadDraft,
  saveDraft,
  type ArticleDraft,
} from '../controllers/draft-store.ts';
import { languageNames, readTyped, valueWords } from '../format/correction-words.ts';
import { articleOf, problemsOf, type Problems } from '../format/new-article.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { correctionStyles } from './correction-styles.ts';
import './ct-dialog.ts';
import { dialogFormStyles } from './dialog-form-styles.ts';
import { EditingWishEvent, type Pasted } from './editing-events.ts';
import { newArticleStyles } from './new-article-styles.ts';
import { pictureBox, readPicture } from './picture-box.ts';
import { readingStyles, scrollBarStyles } from './reading-styles.ts';

type TextField = Exclude<keyof ArticleDraft, 'image'>;

/** How long typing rests before the draft is kept, in milliseconds. */
const rest = 400;

/**
 * Takes a new article: a text that is typed or pasted, a picture of a clipping, or both. What is typed is kept as a draft until
 * it is added or thrown away, also when the window goes.
 *
 * @fires ct-editing-wish - the article was added; the dialog closes itself before
 * @fires close - after it was closed, either way
 */
@customElement('ct-new-article-dialog')
export class CtNewArticleDialog extends LitElement {
  @property({ type: Boolean }) open = false;
  /** What the form begins with besides the draft. */
  @property({ attribute: false }) pasted: Pasted | null = null;
  @property({ attribute: false }) archive: Pick<EditingApi, 'addArticle'> | null = null;
  @property({ attribute: false }) collections: readonly CollectionSummary[] = [];

  @state() private draft: ArticleDraft = emptyDraft;
  @state() private judged = false;
  @state() private failure = '';
  @state() private busy = false;
  @state() private over = false;
  private timer = 0;

  static override styles = [
    sharedStyles,
    readingStyles,
    scrollBarStyles,
    dialogFormStyles,
    correctionStyles,
    newArticleStyles,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.judged = false;
    this.failure = '';
    void this.begin();
  }

  private async begin(): Promise<void> {
    // A draft that cannot be read must not keep a person from writing another.
    const kept = (await loadDraft().catch(() => null)) ?? emptyDraft;
    const { pasted } = this;
    const text = [kept.text, pasted?.text ?? ''].filter((part) => part !== '').join('\n\n');
    this.draft = { ...kept, text };
    if (pasted?.image) await this.takeImage(pasted.image);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#headline')?.focus();
  }

  protected override render() {
    return html`<ct-dialog wide bare heading="New article" ?open=${this.open} @close=${this.onClose}>
      ${this.open ? html`${this.form()}${this.foot()}` : nothing}
    </ct-dialog>`;
  }

  private form(): TemplateResult {
    const problems = this.judged ? problemsOf(this.draft) : {};
    const date = readTyped('published', this.draft.published);
    return html`<form
      novalidate
      @submit=${this.onSave}
      @paste=${this.onPaste}
      @dragover=${this.onOver}
      @dragleave=${() => (this.over = false)}
      @drop=${this.onDrop}
    >
      ${this.field('headline', 'Headline', problems, true)} ${this.field('source', 'Source', problems)}
      ${this.field('byline', 'Byline', problems)}
      ${this.field(
        'published',
        `Date${'value' in date && date.value ? `: ${valueWords('published', date.value)}` : ''}`,
        problems,
        false,
        '2007-11-28, 2007-11 or 2007',
      )}
      ${this.field('language', 'Language', problems, false, 'Found out from the text')}
      ${this.field('collection', 'Collection', problems, true)} ${this.textField(problems)}
      ${pictureBox({
        image: this.draft.image,
        over: this.over,
        onChosen: (file) => void this.takeImage(file),
        onRemove: () => this.change({ image: null }),
      })}
      ${this.failure === '' ? nothing : html`<p class="whole problem" role="alert">${this.failure}</p>`}
    </form>`;
  }

  private field(
    field: TextField,
    label: string,
    problems: Problems,
    whole = false,
    hint = '',
  ): TemplateResult {
    const names =
      field === 'language'
        ? languageNames
        : field === 'collection'
          ? this.collections.map(({ name }) => name)
          : [];
    const problem = problems[field] ?? '';
    return html`<div class="field ${whole ? 'whole' : ''}">
      <label for=${field}>${label}</label>
      <input
        id=${field}
        type="text"
        dir="auto"
        maxlength="2000"
        autocomplete="off"
        list=${names.length === 0 ? nothing : `${field}-names`}
        placeholder=${hint === '' ? nothing : hint}
        aria-invalid=${problem === '' ? nothing : 'true'}
        aria-describedby=${problem === '' ? nothing : `${field}-problem`}
        .value=${this.draft[field]}
        @input=${this.onType}
      />
      ${
        names.length === 0
          ? nothing
          : html`<datalist id="${field}-names">
              ${names.map((name) => html`<option value=${name}></option>`)}
            </datalist>`
      }
      ${problem === '' ? nothing : html`<p class="problem" id="${field}-problem" role="alert">${problem}</p>`}
    </div>`;
  }

  private textField(problems: Problems): TemplateResult {
    const problem = problems.text ?? '';
    return html`<div class="field whole">
      <label for="text">Text, plain or Markdown</label>
      <textarea
        id="text"
        rows="9"
        dir="auto"
        maxlength=${longestNewText}
        aria-invalid=${problem === '' ? nothing : 'true'}
        aria-describedby=${problem === '' ? nothing : 'text-problem'}
        .value=${this.draft.text}
        @input=${this.onType}
      ></textarea>
      ${problem === '' ? nothing : html`<p class="problem" id="text-problem" role="alert">${problem}</p>`}
    </div>`;
  }

  private foot(): TemplateResult {
    return html`<button
        slot="foot"
        class="button all"
        type="button"
        ?disabled=${this.busy}
        @click=${this.onDiscard}
      >
        Discard
      </button>
      <button slot="foot" class="button" type="button" @click=${this.onClose}>Keep as draft</button>
      <button slot="foot" class="button primary" type="button" ?disabled=${this.busy} @click=${this.onSave}>
        ${this.busy ? 'Adding…' : 'Add to the library'}
      </button>`;
  }

  private change(change: Partial<ArticleDraft>): void {
    this.draft = { ...this.draft, ...change };
    this.failure = '';
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.keep(), rest);
  }

  private async keep(): Promise<void> {
    window.clearTimeout(this.timer);
    try {
      await saveDraft(this.draft);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.failure = 'The draft could not be kept: add the article before you close the window.';
    }
  }

  private async takeImage(file: Blob): Promise<void> {
    const image = await readPicture(file);
    if (image.ok) this.change({ image: image.value });
    else this.failure = describeError(image.error);
  }

  private readonly onType = (event: Event): void => {
    const input = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.change({ [input.id]: input.value });
  };

  private readonly onPaste = (event: ClipboardEvent): void => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    void this.takeImage(file);
  };

  // What is dropped on the form is for the form: neither shown nor told as files to import.
  private readonly onOver = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.over = true;
  };

  private readonly onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.over = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.takeImage(file);
  };

  private readonly onSave = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { archive, draft } = this;
    if (archive === null || this.busy) return;
    this.judged = true;
    const [wrong] = Object.keys(problemsOf(draft));
    if (wrong !== undefined) {
      this.renderRoot.querySelector<HTMLElement>(`#${wrong}`)?.focus();
      return;
    }
    this.busy = true;
    const kept = await archive.addArticle(articleOf(draft));
    this.busy = false;
    if (!kept.ok) {
      this.failure = describeError(kept.error);
      return;
    }
    await this.forget();
    this.onClose();
    this.dispatchEvent(
      new EditingWishEvent({ kind: 'added', ...kept.value, headline: draft.headline.trim() }),
    );
  };

  private readonly onDiscard = async (): Promise<void> => {
    await this.forget();
    this.onClose();
  };

  private async forget(): Promise<void> {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.draft = emptyDraft;
    // Without a draft there is nothing to forget.
    await clearDraft().catch(() => undefined);
  }

  private readonly onClose = (): void => {
    if (!this.open) return;
    if (this.draft !== emptyDraft && this.timer !== 0) void this.keep();
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-new-article-dialog': CtNewArticleDialog;
  }
}

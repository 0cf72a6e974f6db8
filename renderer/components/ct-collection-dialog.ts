import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { readCollectionName } from '../../archive/model/collections.ts';
import type { CollectionSummary } from '../../archive/model/overview.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { CollectionWishEvent, type CollectionQuestion, type CollectionWish } from './collection-events.ts';
import './ct-dialog.ts';
import { dialogFormStyles } from './dialog-form-styles.ts';
import { readingStyles, scrollBarStyles } from './reading-styles.ts';

/** Where articles go: a collection that is there, or a new one of the name that is typed. */
type Target = { readonly name: string } | 'new';

const headings: Readonly<Record<CollectionQuestion['kind'], string>> = {
  create: 'New collection',
  merge: 'Merge collections',
  delete: 'Delete a collection',
  move: 'Move to a collection',
};

/**
 * Asks what is to be done to collections: the name of a new one, where articles go, what becomes of those of one that is
 * deleted. It cannot be answered before it is clear what would be done.
 *
 * @fires ct-collection-wish - what a person decided; the dialog closes itself before
 * @fires close - after it was closed, either way
 */
@customElement('ct-collection-dialog')
export class CtCollectionDialog extends LitElement {
  /** Null closes it. */
  @property({ attribute: false }) question: CollectionQuestion | null = null;
  @property({ attribute: false }) collections: readonly CollectionSummary[] = [];

  @state() private target: Target | null = null;
  @state() private typed = '';
  @state() private withArticles = false;

  static override styles = [sharedStyles, readingStyles, scrollBarStyles, dialogFormStyles];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('question')) return;
    const others = this.others();
    this.typed = '';
    this.withArticles = false;
    // With one other collection there is little to choose; with none, a new one is what is left.
    this.target =
      others.length === 0 ? 'new' : others.length === 1 && others[0] ? { name: others[0].name } : null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('question') || this.question === null) return;
    void this.updateComplete.then(() => {
      const first = this.renderRoot.querySelector<HTMLElement>('input:checked, input, .primary');
      first?.focus();
    });
  }

  protected override render() {
    const { question } = this;
    return html`<ct-dialog
      .heading=${question === null ? '' : headings[question.kind]}
      ?open=${question !== null}
      @close=${this.onClose}
    >
      ${question === null ? nothing : this.form(question)}
    </ct-dialog>`;
  }

  private form(question: CollectionQuestion): TemplateResult {
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.body(question)}
      ${this.problem === '' ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
      <footer>
        <button class="button" type="button" @click=${this.onClose}>Cancel</button>
        <button class="button primary" type="submit" ?disabled=${this.wish(question) === null}>
          ${this.label(question)}
        </button>
      </footer>
    </form>`;
  }

  private body(question: CollectionQuestion): TemplateResult {
    switch (question.kind) {
      case 'create':
        return html`${this.nameField('Name')}
          <p>It stays, also while it is empty. Articles are moved into it, or imported.</p>`;
      case 'merge': {
        const count = formatCount(this.articlesOf(question.name), 'article');
        return html`<p>
            All of <b><bdi>${question.name}</bdi></b> (${count}) moves into another collection, and the
            collection itself is gone. This can be undone.
          </p>
          ${this.targets('Merge into')}`;
      }
      case 'move':
        return html`<p>
            <b><bdi>${question.headline}</bdi></b> is in <bdi>${question.from}</bdi>.
          </p>
          ${this.targets('Move into')}`;
      case 'delete':
        return this.deletion(question.name);
    }
  }

  private deletion(name: string): TemplateResult {
    const count = this.articlesOf(name);
    if (count === 0)
      return html`<p>
        <b><bdi>${name}</bdi></b> has no articles. This can be undone.
      </p>`;
    const articles = formatCount(count, 'article');
    const fate = (value: boolean, words: string, more: string) =>
      html`<label class="fate"
        ><input
          type="radio"
          name="fate"
          .checked=${this.withArticles === value}
          @change=${() => (this.withArticles = value)}
        /><span>${words}</span><small>${more}</small></label
      >`;
    return html`<p>
        <b><bdi>${name}</bdi></b> has ${articles}. What becomes of ${count === 1 ? 'it' : 'them'}?
      </p>
      <div class="fates" role="radiogroup" aria-label="What becomes of the articles">
        ${fate(false, count === 1 ? 'Keep it' : 'Keep them', `${count === 1 ? 'It moves' : 'They move'} into another collection. This can be undone.`)}
        ${this.withArticles ? nothing : this.targets('Move into')}
        ${fate(
          true,
          `Delete ${count === 1 ? 'the article' : `all ${articles}`} too`,
          `With ${count === 1 ? 'its original' : 'their originals'}, from the library and its index. This cannot be undone. Copies and backups elsewhere are not touched.`,
        )}
      </div>`;
  }

  private nameField(label: string): TemplateResult {
    return html`<label class="name"
      >${label}<input type="text" autocomplete="off" .value=${this.typed} @input=${this.onType}
    /></label>`;
  }

  private targets(legend: string): TemplateResult {
    const { target } = this;
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="choices">
        ${this.others().map(
          ({ name, articles }) =>
            html`<label
              ><input
                type="radio"
                name="target"
                .checked=${target !== null && target !== 'new' && target.name === name}
                @change=${() => (this.target = { name })}
              /><bdi>${name}</bdi><small>${formatCount(articles, 'article')}</small></label
            >`,
        )}
        <label class="fresh"
          ><input
            type="radio"
            name="target"
            .checked=${target === 'new'}
            @change=${() => (this.target = 'new')}
          /><span
            >A new
            collection${
              target === 'new'
                ? html`<input
                    type="text"
                    autocomplete="off"
                    aria-label="Name of the new collection"
                    .value=${this.typed}
                    @input=${this.onType}
                  />`
                : nothing
            }</span
          ></label
        >
      </div>
    </fieldset>`;
  }

  /** The collections that articles could go into. */
  private others(): readonly CollectionSummary[] {
    const { question } = this;
    const own =
      question === null || question.kind === 'create'
        ? null
        : question.kind === 'move'
          ? question.from
          : question.name;
    return this.collections.filter(({ name }) => name !== own);
  }

  private articlesOf(name: string): number {
    return this.collections.find((one) => one.name === name)?.articles ?? 0;
  }

  private label(question: CollectionQuestion): string {
    switch (question.kind) {
      case 'create':
        return 'Make it';
      case 'merge':
        return 'Merge';
      case 'move':
        return 'Move';
      case 'delete': {
        const count = this.articlesOf(question.name);
        return this.withArticles && count > 0
          ? `Delete with ${formatCount(count, 'article')}`
          : 'Delete the collection';
      }
    }
  }

  /** What is wrong with the name that is typed; nothing while there is none yet. */
  private get problem(): string {
    const wanted = this.question?.kind === 'create' || (this.target === 'new' && !this.withArticles);
    if (!wanted || this.typed.trim() === '') return '';
    const name = readCollectionName(this.typed);
    if (name === null) return 'This name is too long.';
    return this.collections.some((one) => one.name === name)
      ? 'A collection of this name is there already.'
      : '';
  }

  /** The name of a new collection; null while there is none that could be. */
  private freshName(): string | null {
    return this.problem === '' ? readCollectionName(this.typed) : null;
  }

  private into(): string | null {
    if (this.target === null) return null;
    return this.target === 'new' ? this.freshName() : this.target.name;
  }

  /** What the answers add up to; null while something is missing. */
  private wish(question: CollectionQuestion): CollectionWish | null {
    const into = this.into();
    switch (question.kind) {
      case 'create': {
        const name = this.freshName();
        return name === null ? null : { kind: 'create', name };
      }
      case 'merge':
        return into === null ? null : { kind: 'merge', name: question.name, into };
      case 'move':
        return into === null ? null : { kind: 'move', article: question.article, into };
      case 'delete': {
        const { name } = question;
        if (this.articlesOf(name) === 0) return { kind: 'remove', name, into: null };
        if (this.withArticles) return { kind: 'delete', name };
        return into === null ? null : { kind: 'remove', name, into };
      }
    }
  }

  private readonly onType = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
  };

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const wish = this.question === null ? null : this.wish(this.question);
    if (wish === null) return;
    this.onClose();
    this.dispatchEvent(new CollectionWishEvent(wish));
  };

  private readonly onClose = (): void => {
    if (this.question === null) return;
    this.question = null;
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-collection-dialog': CtCollectionDialog;
  }
}

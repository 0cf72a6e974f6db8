import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { readCollectionName } from '../../archive/model/collections.ts';
import type { SectionSummary } from '../../archive/model/overview.ts';
import { formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import {
  CollectionQuestionEvent,
  CollectionWishEvent,
  type CollectionQuestion,
} from './collection-events.ts';
import './ct-menu.ts';
import type { CtMenu, MenuChosenEvent, MenuItem } from './ct-menu.ts';
import { ActionEvent } from './shell-events.ts';
import { collectionsStyles, entryStyles } from './sidebar-styles.ts';

/** How many are listed before all are asked for. */
const most = 12;

const actions: readonly MenuItem[] = [
  { id: 'rename', label: 'Rename', key: 'F2' },
  { id: 'merge', label: 'Merge into…' },
  { id: 'delete', label: 'Delete…', key: 'Del' },
];

/**
 * The collections in the library column. An entry that is chosen again lets go of its filter; F2 or a double click renames it in place,
 * Delete and the context menu do the rest.
 *
 * @fires ct-action - ActionEvent: a collection is chosen
 * @fires ct-collection-question - a dialog is asked for
 * @fires ct-collection-wish - one was renamed
 */
@customElement('ct-collections')
export class CtCollections extends LitElement {
  @property({ attribute: false }) collections: readonly SectionSummary[] = [];
  /** The one that results are narrowed to, or null. */
  @property() chosen: string | null = null;

  @state() private all = false;
  @state() private renaming: string | null = null;
  @state() private problem = '';

  @query('ct-menu') private menu!: CtMenu;
  @query('input') private input!: HTMLInputElement | null;

  /** The one the menu is about. */
  private subject = '';
  /** The entry that is to have the focus once it is drawn. */
  private awaited: string | null = null;

  static override styles = [sharedStyles, entryStyles, collectionsStyles];

  protected override render() {
    const { collections, chosen, all } = this;
    const shown = collections.filter(({ name }, index) => all || index < most || name === chosen);
    return html`<section aria-labelledby="Collections">
      <div class="head">
        <h2 id="Collections">Collections</h2>
        <button
          class="new"
          type="button"
          aria-label="New collection"
          title="New collection"
          @click=${() => this.ask({ kind: 'create' })}
        >
          New
        </button>
      </div>
      <ul>
        ${shown.map((one) => (one.name === this.renaming ? this.field(one.name) : this.entry(one)))}
      </ul>
      ${
        collections.length > most
          ? html`<button
              class="more"
              type="button"
              aria-expanded=${String(all)}
              @click=${() => (this.all = !all)}
            >
              ${all ? 'Show fewer' : `Show all ${formatCount(collections.length)}`}
            </button>`
          : nothing
      }
      <ct-menu
        .label=${`Collection ${this.subject}`}
        .items=${actions}
        @ct-menu-chosen=${({ id }: MenuChosenEvent) => this.act(id, this.subject)}
      ></ct-menu>
    </section>`;
  }

  private entry({ name, articles }: SectionSummary) {
    const current = name === this.chosen;
    return html`<li>
      <button
        class="entry"
        type="button"
        data-name=${name}
        aria-current=${current ? 'true' : nothing}
        aria-keyshortcuts="F2 Delete"
        @click=${() => this.dispatchEvent(new ActionEvent({ name: 'collection', value: current ? null : name }))}
        @contextmenu=${(event: MouseEvent) => this.openMenu(event, name)}
        @keydown=${(event: KeyboardEvent) => this.onKey(event, name)}
      >
        <bdi>${name}</bdi>
        <b aria-hidden="true">${formatCount(articles)}</b
        ><span class="visually-hidden">, ${formatCount(articles, 'article')}</span>
      </button>
      <button
        class="dots"
        type="button"
        aria-haspopup="menu"
        aria-label=${`Change the collection ${name}`}
        @click=${(event: MouseEvent) => this.openMenu(event, name)}
        @contextmenu=${(event: MouseEvent) => this.openMenu(event, name)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
    </li>`;
  }

  private field(name: string) {
    return html`<li>
      <input
        type="text"
        aria-label=${`New name of the collection ${name}`}
        aria-invalid=${this.problem === '' ? nothing : 'true'}
        aria-describedby=${this.problem === '' ? nothing : 'problem'}
        .value=${name}
        @input=${() => (this.problem = '')}
        @keydown=${(event: KeyboardEvent) => this.onField(event, name)}
        @blur=${() => this.leave(name)}
      />
      ${this.problem === '' ? nothing : html`<p id="problem" role="alert">${this.problem}</p>`}
    </li>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('renaming') && this.renaming !== null) {
      this.input?.focus();
      this.input?.select();
    }
    if (this.awaited === null) return;
    const entry = this.entryOf(this.awaited);
    if (entry === null) return;
    entry.focus();
    this.awaited = null;
  }

  private entryOf(name: string): HTMLElement | null {
    const entries = this.renderRoot.querySelectorAll<HTMLElement>('.entry');
    return [...entries].find((entry) => entry.dataset['name'] === name) ?? null;
  }

  private onKey(event: KeyboardEvent, name: string): void {
    if (event.key === 'F2') this.act('rename', name);
    else if (event.key === 'Delete') this.act('delete', name);
    else return;
    event.preventDefault();
  }

  /** At the pointer, or below the entry when the keyboard asked for it. */
  private openMenu(event: MouseEvent, name: string): void {
    event.preventDefault();
    this.subject = name;
    this.requestUpdate();
    const opener = event.currentTarget as HTMLElement;
    const box = opener.getBoundingClientRect();
    const byPointer = event.type === 'contextmenu' && event.button === 2;
    const [x, y] = byPointer ? [event.clientX, event.clientY] : [box.left + 8, box.bottom + 2];
    void this.menu.open(x, y, opener);
  }

  private act(id: string, name: string): void {
    if (id === 'rename') {
      this.problem = '';
      this.renaming = name;
    } else if (id === 'merge') this.ask({ kind: 'merge', name });
    else if (id === 'delete') this.ask({ kind: 'delete', name });
  }

  private ask(question: CollectionQuestion): void {
    this.dispatchEvent(new CollectionQuestionEvent(question));
  }

  private onField(event: KeyboardEvent, name: string): void {
    // What is typed here is no shortcut of the window's.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Enter') this.commit(name);
    else if (event.key === 'Escape') this.end(name);
    else return;
    event.preventDefault();
  }

  /** What is wrong with a new name, or an empty string. */
  private wrong(name: string, to: string): string {
    const read = readCollectionName(to);
    if (read === null) return to.trim() === '' ? 'A collection needs a name.' : 'This name is too long.';
    const taken = read !== name && this.collections.some((one) => one.name === read);
    return taken ? 'Another collection has this name. Merge the two instead.' : '';
  }

  private commit(name: string): void {
    const to = this.input?.value ?? name;
    this.problem = this.wrong(name, to);
    if (this.problem !== '') return;
    const read = readCollectionName(to) ?? name;
    this.end(read);
    if (read !== name) this.dispatchEvent(new CollectionWishEvent({ kind: 'rename', name, to: read }));
  }

  /** The focus went elsewhere: a usable name is taken, another one is dropped. */
  private leave(name: string): void {
    if (this.renaming === null) return;
    const to = this.input?.value ?? name;
    this.renaming = null;
    const read = readCollectionName(to);
    if (read === null || read === name || this.wrong(name, to) !== '') return;
    this.dispatchEvent(new CollectionWishEvent({ kind: 'rename', name, to: read }));
  }

  private end(focus: string): void {
    this.renaming = null;
    this.problem = '';
    this.awaited = focus;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-collections': CtCollections;
  }
}

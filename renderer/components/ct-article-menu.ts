import { LitElement, css, html } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-menu.ts';
import type { CtMenu, MenuChosenEvent, MenuItem } from './ct-menu.ts';
import { ActionEvent } from './shell-events.ts';

const items = [
  { id: 'correct-article', label: 'Correct…' },
  { id: 'move-article', label: 'Move to collection…' },
  { id: 'delete-article', label: 'Delete article and original…' },
] as const satisfies readonly MenuItem[];

/**
 * What can be done to the article on the screen.
 *
 * @fires ct-action - `correct-article`, `move-article` or `delete-article`
 */
@customElement('ct-article-menu')
export class CtArticleMenu extends LitElement {
  @query('ct-menu') private readonly menu!: CtMenu;

  static override styles = [
    sharedStyles,
    css`
      button {
        display: grid;
        place-items: center;
        width: 30px;
        height: 30px;
        border: 1px solid var(--rule);
        border-radius: 8px;
        color: var(--ink-2);
        font: 15px/1 var(--sans);
      }

      button:hover {
        background: var(--paper-2);
        color: var(--ink);
      }
    `,
  ];

  protected override render() {
    return html`<button
        type="button"
        aria-haspopup="menu"
        aria-label="Change this article"
        title="Correct, move or delete this article"
        @click=${this.onOpen}
      >
        <span aria-hidden="true">⋯</span></button
      ><ct-menu label="This article" .items=${items} @ct-menu-chosen=${this.onChosen}></ct-menu>`;
  }

  private readonly onOpen = (event: Event): void => {
    const opener = event.currentTarget as HTMLElement;
    const { left, bottom } = opener.getBoundingClientRect();
    void this.menu.open(left, bottom + 4, opener);
  };

  private readonly onChosen = ({ id }: MenuChosenEvent): void => {
    const chosen = items.find((item) => item.id === id);
    if (chosen !== undefined) this.dispatchEvent(new ActionEvent({ name: chosen.id }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-article-menu': CtArticleMenu;
  }
}

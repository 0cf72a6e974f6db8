import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.ts';

/** One thing that can be chosen. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** The key that does the same, for the eye. */
  readonly key?: string;
}

/** A person chose an item. */
export class MenuChosenEvent extends Event {
  static readonly type = 'ct-menu-chosen';
  readonly id: string;
  constructor(id: string) {
    super(MenuChosenEvent.type);
    this.id = id;
  }
}

/** Distance to the window's edges, in pixels. */
const edge = 8;

/**
 * A context menu (the ARIA menu pattern): arrow keys, Home and End move, Enter and Space choose, Escape and Tab close. The
 * focus goes back to where it was before anything is told.
 *
 * @fires ct-menu-chosen - MenuChosenEvent
 */
@customElement('ct-menu')
export class CtMenu extends LitElement {
  @property() label = '';
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  @state() private place: { readonly x: number; readonly y: number } | null = null;
  private opener: HTMLElement | null = null;

  static override styles = [
    sharedStyles,
    css`
      ul {
        position: fixed;
        inset: auto;
        min-width: 168px;
        max-width: calc(100vw - 16px);
        margin: 0;
        padding: 4px;
        border: 1px solid var(--rule);
        border-radius: 9px;
        background: var(--paper);
        color: var(--ink);
        box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
        font: 13px/1.4 var(--sans);
        list-style: none;
      }

      button {
        display: flex;
        width: 100%;
        gap: var(--s5);
        justify-content: space-between;
        align-items: center;
        min-height: 28px;
        padding: 3px 10px;
        border-radius: 6px;
        cursor: default;
      }

      button:hover,
      button:focus {
        background: var(--paper-2);
      }

      button:focus-visible {
        outline-offset: -2px;
      }

      kbd {
        color: var(--ink-3);
        font: inherit;
        font-size: 12px;
      }

      @media (forced-colors: active) {
        button:focus {
          background: Highlight;
          color: HighlightText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  /** Opens it at a place of the window; `opener` gets the focus back. */
  async open(x: number, y: number, opener: HTMLElement): Promise<void> {
    this.opener = opener;
    this.place = { x, y };
    await this.updateComplete;
    // In the top layer, so that no owner that contains its layout moves it.
    this.renderRoot.querySelector('ul')?.showPopover();
    this.fit();
    this.options[0]?.focus();
    window.addEventListener('pointerdown', this.onBeside, true);
    window.addEventListener('blur', this.onBlur);
  }

  override disconnectedCallback(): void {
    this.close(false);
    super.disconnectedCallback();
  }

  private get options(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  protected override render() {
    if (this.place === null) return nothing;
    return html`<ul
      role="menu"
      popover="manual"
      aria-label=${this.label}
      @keydown=${this.onKey}
      @contextmenu=${prevent}
    >
      ${this.items.map(
        ({ id, label, key }) =>
          html`<li role="none">
            <button role="menuitem" type="button" tabindex="-1" @click=${() => this.choose(id)}>
              <span>${label}</span>${key === undefined ? nothing : html`<kbd aria-hidden="true">${key}</kbd>`}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  /** Within the window, whatever corner it was asked for in. */
  private fit(): void {
    const list = this.renderRoot.querySelector('ul');
    if (list === null || this.place === null) return;
    const { width, height } = list.getBoundingClientRect();
    const within = (at: number, size: number, room: number) =>
      Math.max(edge, Math.min(at, room - size - edge));
    list.style.left = `${String(within(this.place.x, width, window.innerWidth))}px`;
    list.style.top = `${String(within(this.place.y, height, window.innerHeight))}px`;
  }

  private close(refocus = true): void {
    window.removeEventListener('pointerdown', this.onBeside, true);
    window.removeEventListener('blur', this.onBlur);
    if (this.place === null) return;
    this.place = null;
    if (refocus) this.opener?.focus();
  }

  private choose(id: string): void {
    this.close();
    this.dispatchEvent(new MenuChosenEvent(id));
  }

  private readonly onBeside = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this)) this.close(false);
  };

  private readonly onBlur = (): void => this.close();

  private onKey(event: KeyboardEvent): void {
    const { options } = this;
    const at = options.findIndex((option) => option.matches(':focus'));
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % options.length,
      ArrowUp: (at - 1 + options.length) % options.length,
      Home: 0,
      End: options.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) options[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function prevent(event: Event): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-menu': CtMenu;
  }
}

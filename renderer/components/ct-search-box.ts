import { LitElement, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { sharedStyles } from '../styles/shared-styles.ts';
import { BoxEvent, TypeEvent } from './shell-events.ts';

/**
 * The search box. It keeps what is typed even while its owner is busy: the text is only ever replaced by another
 * `text`, never by the one just typed.
 *
 * @fires ct-type - TypeEvent with each change
 * @fires ct-box - BoxEvent for Enter, Down, Escape in the empty box, and when the focus leaves
 */
@customElement('ct-search-box')
export class CtSearchBox extends LitElement {
  @property() text = '';

  @query('input') private input!: HTMLInputElement;

  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .box {
        display: flex;
        align-items: center;
        gap: var(--s2);
        height: 38px;
        padding: 0 var(--s2) 0 var(--s3);
        border: 1px solid var(--rule);
        border-radius: 9px;
        background: var(--paper);
        color: var(--ink-3);
      }

      .box:focus-within {
        border-color: var(--focus);
        box-shadow: 0 0 0 3px var(--focus-soft);
      }

      svg {
        flex: none;
        width: 16px;
        height: 16px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.6;
      }

      input {
        flex: 1;
        min-width: 0;
        height: 100%;
        color: var(--ink);
        font: 15px/1.3 var(--sans);
        appearance: none;
      }

      input::placeholder {
        color: var(--ink-3);
        opacity: 1;
      }

      input::-webkit-search-cancel-button {
        display: none;
      }

      /* The box itself draws the ring. */
      input:focus-visible {
        outline: none;
      }

      kbd {
        min-width: 20px;
        margin-right: var(--s1);
        padding: 1px 5px;
        border: 1px solid var(--rule);
        border-radius: 4px;
        font: 500 11px/1.4 var(--sans);
        text-align: center;
      }

      button {
        min-width: 26px;
        height: 26px;
        border-radius: 6px;
        font-size: 17px;
        line-height: 1;
        text-align: center;
      }

      button:hover {
        background: var(--paper-2);
        color: var(--ink);
      }

      @media (forced-colors: active) {
        .box:focus-within {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

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
      <input
        type="search"
        aria-label="Search the archive"
        aria-keyshortcuts="/ Control+F"
        placeholder="Search every word"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${live(this.text)}
        @input=${this.onInput}
        @keydown=${this.onKey}
        @blur=${() => this.dispatchEvent(new BoxEvent('blur'))}
      />
      ${
        this.text === ''
          ? html`<kbd aria-hidden="true">/</kbd>`
          : html`<button type="button" aria-label="Clear the search" title="Clear" @click=${this.clear}>
              ×
            </button>`
      }
    </div>`;
  }

  private onInput(): void {
    this.change(this.input.value);
  }

  private readonly clear = (): void => {
    this.change('');
    this.input.focus();
  };

  private change(text: string): void {
    this.text = text;
    this.dispatchEvent(new TypeEvent(text));
  }

  private onKey(event: KeyboardEvent): void {
    // A word that is still being composed (accents, other scripts) owns its keys.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') this.act('commit', event);
    else if (event.key === 'ArrowDown') this.act('down', event);
    else if (event.key === 'Escape') {
      if (this.text === '') this.act('leave', event);
      else {
        event.preventDefault();
        this.change('');
      }
    }
  }

  private act(act: BoxEvent['act'], event: KeyboardEvent): void {
    event.preventDefault();
    this.dispatchEvent(new BoxEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-search-box': CtSearchBox;
  }
}

import { css } from 'lit';

/** The look of the original: typewritten, numbered, on the second paper, so that nobody takes it for the clean view. */
export const originalStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    container-type: inline-size;
    background: var(--paper-2);
    color: var(--ink);
    font: 12px/1.5 var(--sans);
  }

  ct-scan {
    flex: 3 1 0;
    border-bottom: 1px solid var(--rule);
  }

  ct-scan ~ .scroller {
    flex: 2 1 0;
  }

  header {
    display: grid;
    flex: none;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 1px var(--s4);
    align-items: center;
    padding: 10px var(--s5);
    border-bottom: 1px solid var(--rule);
    color: var(--ink-2);
  }

  h2 {
    margin: 0;
    color: var(--ink);
    font: 600 12.5px/1.5 var(--sans);
    overflow-wrap: anywhere;
  }

  header p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  header code {
    font: 11.5px/1.5 var(--mono);
  }

  .hash {
    grid-column: 1 / -1;
  }

  .toggle {
    grid-area: 1 / 2 / 3;
    min-height: 26px;
    padding: 0 9px;
    border: 1px solid var(--rule);
    border-radius: 7px;
    color: var(--ink-2);
    white-space: nowrap;
  }

  .toggle:hover {
    color: var(--ink);
  }

  .toggle[aria-pressed='true'] {
    background: var(--paper);
    color: var(--ink);
    font-weight: 560;
  }

  .scroller {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .text {
    max-width: 60rem;
    margin: 0 auto;
    padding: var(--s4) var(--s5) var(--s7) 0;
    font: 13px/20px var(--mono);
  }

  ct-original-chunk {
    display: block;
    padding-inline-start: 64px;
    tab-size: 4;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .lazy ct-original-chunk {
    content-visibility: auto;
  }

  .line {
    display: block;
    position: relative;
    min-height: 20px;
    unicode-bidi: plaintext;
  }

  .line[data-number]::before {
    content: attr(data-number);
    position: absolute;
    left: -64px;
    width: 48px;
    color: var(--ink-3);
    font-size: 11px;
    text-align: right;
    unicode-bidi: isolate;
  }

  .odd::before {
    content: attr(data-sign);
    color: var(--accent);
    font-size: 0.86em;
  }

  ::highlight(ct-place) {
    background-color: color-mix(in srgb, var(--accent) 20%, transparent);
  }

  .empty {
    padding: var(--s5);
    color: var(--ink-2);
  }

  @container (max-width: 560px) {
    header {
      padding-inline: var(--s4);
    }

    /* The foot bar has it too. */
    .hash {
      display: none;
    }

    .text {
      padding-inline-end: var(--s4);
    }

    ct-original-chunk {
      padding-inline-start: 48px;
    }

    .line[data-number]::before {
      left: -48px;
      width: 36px;
    }
  }
`;

import { css } from 'lit';

/** The library column's measures. */
export const sidebarStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: var(--s5);
    height: 100%;
    padding: 20px var(--s4) var(--s4);
    overflow-y: auto;
    background: var(--rail);
    color: var(--ink-2);
    font: 13.5px/1.45 var(--sans);
  }

  .mast {
    color: var(--ink);
    font: 600 21px/1 var(--serif);
    letter-spacing: -0.01em;
  }

  small {
    display: block;
    min-height: 15px;
    margin-top: 5px;
    color: var(--ink-3);
    font: 500 11.5px/1.3 var(--sans);
    letter-spacing: 0;
    overflow-wrap: anywhere;
  }

  footer {
    margin: 0;
    color: var(--ink-3);
    font-size: 12px;
    line-height: 1.5;
  }

  footer {
    margin-top: auto;
  }
`;

/** A heading and its entries, each with a count at its end. */
export const entryStyles = css`
  h2 {
    margin: 0 0 var(--s1);
    color: var(--ink-3);
    font: 600 11px/1.6 var(--sans);
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  button {
    display: flex;
    gap: var(--s2);
    justify-content: space-between;
    width: calc(100% + 2 * var(--s2));
    min-height: 29px;
    margin: 0 calc(-1 * var(--s2));
    padding: 5px var(--s2);
    border-radius: 6px;
    overflow-wrap: anywhere;
  }

  button:hover {
    color: var(--ink);
  }

  button:focus-visible {
    outline-offset: -2px;
  }

  [aria-current] {
    background: var(--paper);
    color: var(--ink);
    font-weight: 560;
    box-shadow: var(--shadow);
  }

  b {
    flex: none;
    color: var(--ink-3);
    font-weight: 450;
    font-variant-numeric: tabular-nums;
  }

  p {
    margin: 0;
    color: var(--ink-3);
    font-size: 12px;
    line-height: 1.5;
  }

  @media (forced-colors: active) {
    [aria-current] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    [aria-current] b {
      color: HighlightText;
    }
  }
`;

/** The collections: what changes an entry shows when it is pointed at or has the focus. */
export const collectionsStyles = css`
  .head {
    display: flex;
    gap: var(--s2);
    justify-content: space-between;
    align-items: baseline;
  }

  .head .new,
  .more {
    width: auto;
    min-height: 24px;
    margin: 0;
    padding: 2px var(--s1);
    color: var(--ink-3);
    font-size: 12px;
    line-height: 1.5;
  }

  .head .new {
    margin: 0 calc(-1 * var(--s1));
  }

  .more {
    margin-left: calc(-1 * var(--s1));
  }

  li {
    position: relative;
  }

  .entry bdi {
    min-width: 0;
  }

  .dots {
    position: absolute;
    top: 2px;
    right: calc(-1 * var(--s2) + 2px);
    justify-content: center;
    width: 26px;
    min-height: 25px;
    margin: 0;
    padding: 0;
    background: var(--rail);
    color: var(--ink-2);
    opacity: 0;
  }

  .entry[aria-current] + .dots {
    background: var(--paper);
  }

  li:hover .dots,
  .dots:focus-visible {
    opacity: 1;
  }

  /* The count gives its place to the button, so that nothing is written over. */
  li:hover b,
  li:has(.dots:focus-visible) b {
    visibility: hidden;
  }

  input {
    width: calc(100% + 2 * var(--s2));
    min-height: 29px;
    margin: 0 calc(-1 * var(--s2));
    padding: 4px calc(var(--s2) - 1px);
    border: 1px solid var(--focus);
    border-radius: 6px;
    background: var(--paper);
    color: var(--ink);
  }

  input:focus-visible {
    outline-offset: -1px;
  }

  #problem {
    padding: 2px 0 var(--s1);
    color: var(--accent);
  }

  @media (hover: none) {
    .dots {
      opacity: 1;
    }

    li b {
      visibility: hidden;
    }
  }
`;

import { css } from 'lit';

/** Scroll bars that belong to the page: thin, without arrows. Chromium 114 knows only the older way to say so. */
export const scrollBarStyles = css`
  :host::-webkit-scrollbar,
  ::-webkit-scrollbar {
    width: 12px;
    height: 12px;
  }

  :host::-webkit-scrollbar-thumb,
  ::-webkit-scrollbar-thumb {
    border: 3px solid transparent;
    border-radius: 6px;
    background: color-mix(in srgb, var(--ink-3) 45%, transparent) padding-box;
  }

  :host::-webkit-scrollbar-thumb:hover,
  ::-webkit-scrollbar-thumb:hover {
    background-color: var(--ink-3);
  }
`;

/** What the parts of the reading pane share: the mark the reader stands on, quiet buttons, words that act as links. */
export const readingStyles = css`
  mark.now {
    background: var(--mark-now);
    outline: 1px solid var(--mark-now);
  }

  .link {
    color: inherit;
    font: inherit;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentcolor 38%, transparent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
    -webkit-user-select: text;
    user-select: text;
    cursor: pointer;
  }

  .link:hover {
    text-decoration-color: var(--accent);
  }

  .button {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    padding: 0 12px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    color: var(--ink);
    font: 500 13px/1.3 var(--sans);
    white-space: nowrap;
  }

  .button:hover:not(:disabled) {
    background: var(--paper-2);
  }

  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
      forced-color-adjust: none;
    }

    mark.now {
      background: Highlight;
      color: HighlightText;
      outline-color: Highlight;
    }
  }
`;

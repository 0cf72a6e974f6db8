import { css } from 'lit';

/** What every component starts from: box sizing, bare buttons, the focus ring, marks and hidden text. */
export const sharedStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  button,
  input,
  select {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  button {
    cursor: default;
    text-align: start;
    -webkit-user-select: none;
    user-select: none;
  }

  button:disabled {
    color: var(--ink-3);
  }

  a {
    color: inherit;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  mark {
    border-radius: 2px;
    padding: 0 1px;
    background: var(--mark);
    color: var(--mark-ink);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

import { css } from 'lit';

/** The search box, and the completions below it. */
export const searchBoxStyles = css`
  :host {
    display: block;
    position: relative;
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

  /* Over whatever is below; as narrow as words need, so that the results beside it are still seen. */
  [role='listbox'] {
    position: absolute;
    z-index: 10;
    top: calc(100% + 5px);
    left: 0;
    width: min(100%, 400px);
    margin: 0;
    padding: 5px;
    border: 1px solid var(--rule);
    border-radius: 9px;
    background: var(--paper);
    box-shadow: var(--shadow);
    list-style: none;
  }

  [role='option'] {
    display: flex;
    gap: var(--s3);
    align-items: baseline;
    min-height: 30px;
    padding: 4px 9px;
    border-radius: 5px;
    color: var(--ink-3);
    font: 12px/1.5 var(--sans);
    font-variant-numeric: tabular-nums;
    cursor: default;
  }

  [role='option'] b {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    color: var(--ink);
    font: 450 16px/1.35 var(--serif);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  [role='option']:hover,
  [role='option'][aria-selected='true'] {
    background: var(--paper-2);
  }

  [role='option'][aria-selected='true'] {
    border-radius: 2px 5px 5px 2px;
    box-shadow: inset 3px 0 0 var(--accent);
  }

  @media (forced-colors: active) {
    .box:focus-within {
      outline: 2px solid Highlight;
    }

    [role='option'][aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;

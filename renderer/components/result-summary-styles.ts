import { css } from 'lit';

/** The summary's type: words of the application, filters as chips. */
export const resultSummaryStyles = css`
  :host {
    display: block;
    min-width: 0;
    color: var(--ink-2);
    font: 13.5px/1.45 var(--sans);
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  strong {
    color: var(--ink);
    font-weight: 620;
    font-variant-numeric: tabular-nums;
  }

  .also {
    color: var(--ink-3);
  }

  .meant {
    margin-top: 3px;
  }

  /* What would be searched for is what somebody writes: it has the voice of what was written. */
  .instead {
    min-height: 24px;
    color: var(--ink);
    font: 500 italic 15px/1.3 var(--serif);
    overflow-wrap: anywhere;
    text-decoration: underline;
    text-decoration-color: var(--ink-3);
    text-underline-offset: 3px;
  }

  .instead:hover {
    text-decoration-color: var(--accent);
  }

  .notice {
    margin-top: 3px;
    color: var(--ink);
  }

  .notice::before {
    content: '';
    display: inline-block;
    width: 6px;
    height: 6px;
    margin-right: 7px;
    border-radius: 50%;
    background: var(--accent);
    vertical-align: 2px;
  }

  .order {
    position: relative;
    display: inline-block;
  }

  select {
    height: 24px;
    margin: -3px 0;
    padding: 0 13px 0 0;
    border-radius: 4px;
    color: inherit;
    appearance: none;
    field-sizing: content;
    text-decoration: underline;
    text-decoration-color: var(--rule);
    text-decoration-thickness: 1.5px;
    text-underline-offset: 3px;
  }

  select:hover {
    color: var(--ink);
    text-decoration-color: currentcolor;
  }

  option {
    background: var(--paper);
    color: var(--ink);
  }

  .order::after {
    content: '';
    position: absolute;
    top: 7px;
    right: 3px;
    width: 5px;
    height: 5px;
    border: solid currentcolor;
    border-width: 0 1.4px 1.4px 0;
    transform: rotate(45deg);
    pointer-events: none;
  }

  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 7px 0 0;
    padding: 0;
    list-style: none;
  }

  .chip {
    min-height: 24px;
    padding: 2px 10px;
    border: 1px solid var(--rule);
    border-radius: 99px;
    background: var(--paper-2);
    font-size: 12.5px;
  }

  .chip:hover {
    color: var(--ink);
    border-color: var(--ink-3);
  }

  .chip span {
    margin-left: 5px;
    color: var(--ink-3);
  }
`;

import { css } from 'lit';

/** What is said when nothing was found. */
export const emptyStateStyles = css`
  :host {
    display: block;
    padding: var(--s5);
    overflow-y: auto;
    color: var(--ink-2);
    font: 13.5px/1.5 var(--sans);
  }

  h2 {
    margin: 0 0 var(--s3);
    color: var(--ink);
    font: 600 21px/1.25 var(--serif);
    letter-spacing: -0.01em;
  }

  .meant {
    color: var(--ink);
    font: 400 17px/1.4 var(--serif);
  }

  .meant button {
    font-style: italic;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }

  h3 {
    margin: var(--s5) 0 var(--s1);
    color: var(--ink-3);
    font: 600 11px/1.6 var(--sans);
  }

  p {
    margin: 0;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
    justify-content: space-between;
    padding: 5px 0;
    border-bottom: 1px solid var(--rule);
    overflow-wrap: anywhere;
  }

  .none {
    color: var(--ink-3);
  }

  button {
    min-height: 24px;
    color: var(--accent);
    font-weight: 500;
  }

  button:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .try li {
    border: 0;
    padding: 2px 0;
  }
`;

import { css } from 'lit';

/** The look of the import report: a plain list, the outcome at the left, failures in the accent. */
export const importReportStyles = css`
  :host {
    font: 13.5px/1.5 var(--sans);
  }

  .totals {
    margin: 0 0 var(--s3);
    color: var(--ink-2);
    font-size: 14px;
  }

  .totals strong {
    color: var(--ink);
    font-weight: 620;
  }

  .totals b {
    color: var(--accent);
    font-weight: 560;
  }

  .filter {
    max-width: 100%;
    margin-bottom: var(--s3);
    overflow-x: auto;
  }

  ul {
    margin: 0 0 var(--s4);
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    grid-template-columns: 8.2rem minmax(0, 1fr);
    gap: var(--s3);
    padding: 8px 0;
    border-top: 1px solid var(--rule);
  }

  .outcome {
    color: var(--ink-3);
  }

  .failed .outcome {
    color: var(--accent);
    font-weight: 560;
  }

  .kept .outcome {
    color: var(--ink);
    font-weight: 560;
  }

  .path {
    display: block;
    color: var(--ink);
    font: 12.5px/1.6 var(--mono);
    overflow-wrap: anywhere;
    -webkit-user-select: text;
    user-select: text;
  }

  .why {
    color: var(--ink-2);
  }

  .link {
    min-height: 24px;
  }

  @media (max-width: 560px) {
    li {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`;

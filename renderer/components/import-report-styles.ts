import { css } from 'lit';

/** The look of the import report: a plain list, the outcome at the left, failures in the accent. */
export const importReportStyles = css`
  :host {
    font: 13.5px/1.5 var(--sans);
  }

  .when {
    margin: 0 0 2px;
    color: var(--ink-2);
    overflow-wrap: anywhere;
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

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--s3);
  }

  .filter {
    max-width: 100%;
  }

  .save {
    display: flex;
    gap: var(--s3);
    align-items: center;
    margin-inline-start: auto;
    color: var(--ink-2);
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

  .name,
  .folder {
    display: block;
    overflow-wrap: anywhere;
    -webkit-user-select: text;
    user-select: text;
  }

  .name {
    color: var(--ink);
    font-weight: 560;
  }

  .folder {
    color: var(--ink-3);
    font-size: 12px;
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

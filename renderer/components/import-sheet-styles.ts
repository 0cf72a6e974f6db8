import { css } from 'lit';

/** The look of the import sheet: what came, in a table; where it goes; what is done about it, at its foot. */
export const importSheetStyles = css`
  :host {
    font: 13.5px/1.5 var(--sans);
  }

  p {
    margin: 0 0 var(--s3);
    color: var(--ink-2);
  }

  .sum {
    color: var(--ink);
    font-size: 14px;
  }

  .sum b {
    font-weight: 620;
  }

  table {
    width: 100%;
    margin: 0 0 var(--s4);
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 6px 0;
    border-top: 1px solid var(--rule);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }

  thead th {
    border: 0;
    color: var(--ink-3);
    font-size: 12px;
  }

  th:not(:first-child),
  td {
    width: 6.5rem;
    padding-inline-start: var(--s3);
    text-align: end;
    white-space: nowrap;
  }

  details {
    margin: 0 0 var(--s4);
    padding: 6px 0 0;
    border-top: 1px solid var(--rule);
  }

  summary {
    min-height: 24px;
    border-radius: 4px;
    color: var(--ink);
    cursor: default;
  }

  .others {
    margin: var(--s2) 0 0;
    padding: 0;
    list-style: none;
  }

  .others li {
    padding: 4px 0 4px var(--s4);
  }

  bdi {
    display: block;
    color: var(--ink);
    font-weight: 560;
    overflow-wrap: anywhere;
  }

  .folder {
    color: var(--ink-3);
    font-size: 12px;
    font-weight: 400;
  }

  .why,
  .hint {
    color: var(--ink-2);
  }

  .hint {
    margin: 4px 0 0;
    font-size: 12.5px;
    overflow-wrap: anywhere;
  }

  label {
    display: block;
    margin-bottom: 4px;
    color: var(--ink);
    font-weight: 560;
  }

  input {
    width: 100%;
    min-height: 36px;
    padding: 0 var(--s3);
    border: 1px solid var(--ink-3);
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
    font-size: 14px;
  }

  input::placeholder {
    color: var(--ink-3);
  }

  .looking {
    display: flex;
    gap: var(--s3);
    align-items: center;
    min-height: 40px;
    font-variant-numeric: tabular-nums;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    margin-bottom: var(--s4);
  }

  .button.first {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }

  .button.first:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 86%, var(--ink));
  }
`;

import { css } from 'lit';

/** The lower half of the front page: its dates, and its contents in columns of headlines. */
export const frontPageContentsStyles = css`
  .when {
    display: grid;
    grid-template-columns: 118px minmax(0, 1fr);
    gap: var(--s3);
    align-items: end;
    padding: var(--s4) 0 10px;
    border-bottom: 1px solid var(--rule);
  }

  .when h2,
  .group h2 {
    font: 650 20px/1.3 var(--serif);
    letter-spacing: -0.005em;
  }

  .when h2 {
    margin: 0 0 14px;
  }

  .group h2 {
    display: flex;
    gap: 9px;
    align-items: baseline;
    margin: 0 0 10px;
  }

  .count {
    color: var(--ink-3);
    font: 450 12.5px/1 var(--sans);
    font-variant-numeric: tabular-nums;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    padding: 4px 0;
    break-inside: avoid;
    color: var(--ink);
    font: 400 16.5px/1.32 var(--serif);
    overflow-wrap: anywhere;
  }

  li .link {
    display: block;
    width: 100%;
    min-height: 24px;
  }

  .wide {
    padding: 28px 0 30px;
    border-bottom: 1px solid var(--rule);
  }

  .wide ul {
    columns: 2;
    column-gap: var(--s7);
    column-rule: 1px solid var(--rule);
  }

  .dated li {
    display: grid;
    grid-template-columns: 118px minmax(0, 1fr);
    gap: var(--s3);
  }

  .date {
    padding-top: 1px;
    color: var(--ink-3);
    font: 450 12px/21.8px var(--sans);
    font-variant-numeric: tabular-nums;
  }

  .index {
    padding-top: 28px;
    columns: 3;
    column-gap: var(--s7);
    column-rule: 1px solid var(--rule);
    padding-bottom: var(--s2);
  }

  .index .group {
    margin-bottom: 26px;
    break-inside: avoid;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    align-items: baseline;
    padding-top: var(--s4);
    border-top: 1px solid var(--rule);
    color: var(--ink-3);
    font-size: 12.5px;
  }

  footer .link {
    min-height: 24px;
    color: var(--accent);
    font-weight: 560;
  }
`;

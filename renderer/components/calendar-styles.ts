import { css } from 'lit';

/** The calendar: a year a row, a month a cell, the fuller of days the darker. */
export const calendarStyles = css`
  /* Positioned, so that what is hidden in its cells is cut with them. */
  .calendar {
    position: relative;
    max-width: 100%;
    margin-top: var(--s2);
    overflow-x: auto;
  }

  table {
    width: 100%;
    min-width: 480px;
    border-collapse: separate;
    border-spacing: 2px;
    table-layout: fixed;
  }

  th {
    color: var(--ink-3);
    font: 500 11.5px/1.4 var(--sans);
    text-align: center;
  }

  th[scope='row'] {
    width: 52px;
    padding-right: var(--s2);
    color: var(--ink-2);
    text-align: right;
    font-variant-numeric: tabular-nums;
  }

  thead th:first-child {
    width: 52px;
  }

  td {
    padding: 0;
    text-align: center;
  }

  td button,
  td .none {
    display: block;
    width: 100%;
    min-height: 26px;
    border-radius: 3px;
    font: 500 11.5px/26px var(--sans);
    text-align: center;
    font-variant-numeric: tabular-nums;
  }

  td .none {
    background: var(--paper-2);
  }

  td button {
    color: var(--ink);
    cursor: pointer;
  }

  td button:hover {
    box-shadow: inset 0 0 0 1px var(--ink-3);
  }

  .full-1 {
    background: color-mix(in srgb, var(--ink-3) 14%, var(--paper));
  }

  .full-2 {
    background: color-mix(in srgb, var(--ink-3) 24%, var(--paper));
  }

  .full-3 {
    background: color-mix(in srgb, var(--ink-3) 34%, var(--paper));
  }

  .full-4 {
    background: color-mix(in srgb, var(--ink-3) 46%, var(--paper));
  }

  .nothing td {
    color: var(--ink-3);
    font-size: 12px;
    line-height: 26px;
    text-align: left;
  }
`;

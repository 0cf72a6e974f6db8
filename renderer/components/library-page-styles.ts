import { css } from 'lit';

/** The library page: figures, how it is kept, what it lacks, and a calendar, between hairlines. */
export const libraryPageStyles = css`
  :host {
    display: block;
    height: 100%;
    overflow-y: auto;
    container-type: inline-size;
    background: var(--paper);
    font: 13.5px/1.5 var(--sans);
  }

  .page {
    max-width: 1080px;
    margin: 0 auto;
    padding: var(--s6) var(--s7) var(--s7);
  }

  .flag {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s5);
    align-items: baseline;
    justify-content: space-between;
    padding-bottom: 10px;
    border-bottom: 2px solid var(--ink);
  }

  h1 {
    margin: 0;
    font: 680 34px/1.1 var(--serif);
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
  }

  h1:focus-visible {
    outline: none;
  }

  .flag p {
    margin: 0;
    color: var(--ink-2);
    font: 400 19px/1.2 var(--serif);
  }

  h2 {
    margin: 0;
    font: 640 19px/1.3 var(--serif);
  }

  h3 {
    margin: 0 0 2px;
    font: 600 13.5px/1.4 var(--sans);
  }

  p {
    margin: 0;
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }

  section {
    display: grid;
    grid-template-columns: 200px minmax(0, 1fr);
    gap: var(--s3) var(--s6);
    padding: var(--s5) 0;
    border-bottom: 1px solid var(--rule);
  }

  section:last-child {
    border-bottom: 0;
  }

  .warning {
    display: block;
    padding: var(--s3) var(--s4);
    border-bottom: 1px solid var(--rule);
    box-shadow: inset 3px 0 0 var(--accent);
    background: var(--paper-2);
    color: var(--ink);
  }

  .figures {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 18px var(--s5);
    margin: 0;
  }

  .figures div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
  }

  .figures dd {
    margin: 0;
    font: 400 30px/1.1 var(--serif);
    letter-spacing: -0.015em;
  }

  .figures dt {
    color: var(--ink-3);
    font-size: 12px;
  }

  .lines {
    display: grid;
    gap: var(--s1);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .lines li {
    display: grid;
    grid-template-columns: minmax(44px, max-content) minmax(0, 1fr);
    gap: var(--s3);
    align-items: baseline;
    min-height: 26px;
    color: var(--ink-2);
  }

  .lines b {
    color: var(--ink);
    font: 400 18px/1.3 var(--serif);
    font-variant-numeric: tabular-nums lining-nums;
  }

  .path {
    color: var(--ink);
    font: 12.5px/1.6 var(--mono);
    -webkit-user-select: text;
    user-select: text;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    justify-content: space-between;
    padding: 6px 0;
  }

  .row > div {
    flex: 1 1 260px;
    min-width: 0;
  }

  .row + .row {
    border-top: 1px solid var(--rule);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    margin-top: var(--s2);
  }

  .result {
    padding: var(--s2) 0 0;
  }

  .result.bad {
    color: var(--accent);
  }

  .faults {
    margin: var(--s1) 0 0;
    padding: 0;
    color: var(--ink-2);
    font-size: 12.5px;
    list-style: none;
  }

  .running {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: center;
    padding-top: var(--s2);
    font-variant-numeric: tabular-nums;
  }

  progress {
    width: 160px;
    height: 4px;
    border: 0;
    border-radius: 2px;
    background: var(--rule);
    appearance: none;
  }

  progress::-webkit-progress-bar {
    border-radius: 2px;
    background: var(--rule);
  }

  progress::-webkit-progress-value {
    border-radius: 2px;
    background: var(--accent);
  }

  .link {
    min-height: 24px;
  }

  @container (max-width: 760px) {
    .page {
      padding: var(--s5) 20px var(--s6);
    }

    section {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

import { css } from 'lit';

/** The window's frame: library, results and article between hairlines; one column when it is narrow. */
export const appStyles = css`
  :host {
    display: grid;
    grid-template: 64px minmax(0, 1fr) / 216px minmax(0, 1fr);
    height: 100%;
    overflow: hidden;
    background: var(--paper);
    color: var(--ink);
    font: 13.5px/1.45 var(--sans);
    --list-width: clamp(300px, 29.2vw, 420px);
  }

  nav {
    grid-row: 1 / -1;
    min-width: 0;
    min-height: 0;
    border-right: 1px solid var(--rule);
  }

  header {
    display: flex;
    gap: var(--s4);
    align-items: center;
    min-width: 0;
    padding: 0 var(--s5);
    border-bottom: 1px solid var(--rule);
  }

  ct-search-box {
    flex: 0 1 640px;
  }

  .ways {
    display: flex;
    flex: none;
    gap: var(--s3);
    align-items: center;
  }

  .switch {
    display: flex;
    gap: 7px;
    align-items: center;
    min-height: 28px;
    padding: 0 var(--s1);
    border-radius: 6px;
    color: var(--ink-3);
    font-size: 12.5px;
    white-space: nowrap;
  }

  .switch::before {
    content: '';
    width: 22px;
    height: 13px;
    border: 1px solid var(--ink-3);
    border-radius: 99px;
    background: radial-gradient(circle at 6px 50%, var(--ink-3) 3.4px, transparent 4px);
  }

  .switch[aria-checked='true'] {
    color: var(--ink);
  }

  .switch[aria-checked='true']::before {
    border-color: var(--accent);
    background: radial-gradient(circle at 14px 50%, var(--accent-ink) 3.4px, transparent 4px) var(--accent);
  }

  .switch:hover,
  .import:hover {
    color: var(--ink);
  }

  .import {
    flex: none;
    min-height: 28px;
    margin-left: auto;
    padding: 0 var(--s1);
    border-radius: 6px;
    color: var(--ink-3);
    white-space: nowrap;
  }

  main {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  .band {
    display: grid;
    flex: none;
    grid-template-columns: calc(var(--list-width) - 24px) minmax(0, 1fr);
    gap: var(--s5);
    align-items: end;
    min-height: 92px;
    padding: var(--s3) var(--s5) var(--s1);
    border-bottom: 1px solid var(--rule);
  }

  .band ct-result-summary {
    align-self: start;
  }

  .columns {
    display: grid;
    flex: 1;
    grid-template: minmax(0, 1fr) / var(--list-width) minmax(0, 1fr);
    min-height: 0;
  }

  .results {
    position: relative;
    min-width: 0;
    min-height: 0;
    border-right: 1px solid var(--rule);
  }

  .busy {
    position: absolute;
    z-index: 1;
    inset: 0 0 auto;
    height: 2px;
    background: var(--accent);
  }

  ct-front-page,
  ct-library-page,
  ct-failure {
    flex: 1;
    min-height: 0;
  }

  /* Over everything, and in nobody's way: what is dropped falls through it. */
  .drop {
    position: fixed;
    z-index: 10;
    inset: 0;
    display: grid;
    place-content: center;
    border: 3px solid var(--accent);
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    color: var(--ink);
    font: 600 28px/1.2 var(--serif);
    text-align: center;
    pointer-events: none;
  }

  .drop small {
    margin-top: var(--s2);
    color: var(--ink-2);
    font: 13.5px/1.45 var(--sans);
  }

  .wait {
    margin: auto;
    color: var(--ink-3);
  }

  @media (min-width: 1800px) {
    :host {
      grid-template-columns: 256px minmax(0, 1fr);
      --list-width: 500px;
    }
  }

  @media (max-width: 1100px) {
    .switch {
      white-space: normal;
      line-height: 1.2;
      text-align: start;
    }

    header {
      gap: var(--s3);
    }
  }

  @media (max-width: 899.98px) {
    :host {
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    }

    header {
      flex-wrap: wrap;
      gap: var(--s2) var(--s3);
      padding: 10px 20px var(--s2);
    }

    .library {
      min-height: 38px;
      padding: 0 var(--s3);
      border: 1px solid var(--rule);
      border-radius: 9px;
    }

    .library:hover {
      background: var(--paper-2);
    }

    ct-search-box {
      flex: 1 1 55%;
    }

    /* The second line: it takes the whole width, and import stands at its end. */
    .ways {
      flex: 1 0 60%;
      order: 1;
    }

    .import,
    ct-import-indicator {
      order: 2;
    }

    .switch {
      white-space: nowrap;
    }

    .band {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s2);
      min-height: 0;
      padding: 10px 20px var(--s2);
    }

    .columns {
      grid-template-columns: minmax(0, 1fr);
    }

    .results {
      border-right: 0;
    }

    .drawer {
      width: min(288px, 86vw);
      max-width: none;
      height: 100%;
      max-height: none;
      margin: 0;
      padding: 0;
      border: 0;
      border-right: 1px solid var(--rule);
      background: var(--rail);
      color: var(--ink);
    }

    .drawer nav {
      height: 100%;
      border: 0;
    }

    .drawer::backdrop {
      background: var(--veil);
    }
  }

  /* A low window, or a large zoom: the results need the room more than the time line does. */
  @media (max-width: 899.98px) and (max-height: 560px) {
    .band ct-timeline {
      display: none;
    }
  }
`;

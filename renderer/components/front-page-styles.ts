import { css } from 'lit';

/** The front page is set like one: a flag, a lead, figures, and columns of headlines between hairlines. */
export const frontPageStyles = css`
  :host {
    display: block;
    height: 100%;
    overflow-y: auto;
    container-type: inline-size;
    background: var(--paper);
    font: 13.5px/1.45 var(--sans);
  }

  .page {
    max-width: 1180px;
    margin: 0 auto;
    padding: var(--s6) var(--s7) var(--s7);
  }

  .link {
    border-radius: 2px;
    cursor: pointer;
    font: inherit;
    letter-spacing: inherit;
    text-wrap: inherit;
  }

  .link:hover {
    text-decoration: underline;
    text-decoration-color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.16em;
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
    font-variation-settings: 'opsz' 60;
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
  }

  h1:focus-visible {
    outline: none;
  }

  .flag p {
    margin: 0;
    color: var(--ink-2);
    font: 400 21px/1.1 var(--serif);
    font-variant-numeric: oldstyle-nums;
  }

  .top {
    display: grid;
    grid-template-columns: minmax(0, 1.85fr) minmax(0, 1fr);
    border-bottom: 1px solid var(--rule);
  }

  .lead {
    padding: var(--s6) var(--s7) 44px 0;
  }

  .lead:only-child,
  .holdings:only-child {
    grid-column: 1 / -1;
  }

  .kicker {
    margin: 0;
    color: var(--ink-3);
    font-size: 12.5px;
  }

  .kicker b {
    color: var(--accent);
    font-weight: 620;
  }

  .lead h2 {
    margin: 12px 0 16px;
    font: 640 52px/1.06 var(--serif);
    font-variation-settings: 'opsz' 60;
    letter-spacing: -0.022em;
    overflow-wrap: break-word;
    text-wrap: balance;
  }

  .stand {
    max-width: 36rem;
    margin: 0;
    color: var(--ink-2);
    font: 400 21px/1.42 var(--serif);
    text-wrap: pretty;
  }

  .holdings {
    padding: var(--s6) 0 var(--s6) var(--s6);
    border-left: 1px solid var(--rule);
  }

  dl {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 18px var(--s5);
    margin: 0;
  }

  dl div {
    display: flex;
    flex-direction: column-reverse;
    justify-content: flex-end;
  }

  dd {
    margin: 0;
    font: 400 34px/1.05 var(--serif);
    font-variation-settings: 'opsz' 60;
    letter-spacing: -0.02em;
    font-variant-numeric: lining-nums;
  }

  dt {
    color: var(--ink-3);
    font-size: 12px;
  }

  @container (min-width: 1600px) {
    .page {
      max-width: 1540px;
    }

    .lead h2 {
      font-size: 64px;
    }

    .wide ul {
      columns: 3;
    }

    .index {
      columns: 4;
    }
  }

  @container (max-width: 860px) {
    .page {
      padding: var(--s5) var(--s5) var(--s6);
    }

    .lead {
      padding: var(--s5) var(--s5) var(--s6) 0;
    }

    .lead h2 {
      font-size: 40px;
    }

    .holdings {
      padding-left: var(--s5);
    }

    .index {
      columns: 2;
    }
  }

  @container (max-width: 640px) {
    .page {
      padding-inline: 20px;
    }

    .top {
      display: block;
    }

    .lead {
      padding-right: 0;
    }

    .lead h2 {
      font-size: 34px;
    }

    .stand {
      font-size: 18.5px;
    }

    .holdings {
      padding: var(--s5) 0;
      border-top: 1px solid var(--rule);
      border-left: 0;
    }

    .when {
      display: block;
    }

    .when h2 {
      margin: 0 0 var(--s2);
    }

    .wide ul,
    .index {
      columns: 1;
    }
  }
`;

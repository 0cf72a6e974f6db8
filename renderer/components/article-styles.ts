import { css } from 'lit';

/** The typography of the clean view. Sizes follow the pane, not the window: side by side it has half the room. */
export const articleStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--ink);
    font: 13.5px/1.45 var(--sans);
  }

  .page {
    display: grid;
    grid-template-columns: minmax(0, 37rem);
    justify-content: center;
    padding: 10px var(--s7) var(--s7);
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

  h1 {
    margin: 10px 0 14px;
    font: 640 40px/1.1 var(--serif);
    font-optical-sizing: auto;
    letter-spacing: -0.018em;
    overflow-wrap: break-word;
    text-wrap: balance;
  }

  /* At this size a mark as high as its line would touch the line above. */
  @media (forced-colors: none) {
    h1 mark {
      background: linear-gradient(var(--mark), var(--mark)) 0 58% / 100% 78% no-repeat;
    }

    h1 mark.now {
      background-image: linear-gradient(var(--mark-now), var(--mark-now));
      outline: none;
    }
  }

  h1:focus-visible {
    outline-offset: 6px;
    border-radius: 2px;
  }

  .byline {
    margin: 0 0 14px;
    color: var(--ink-2);
    font-size: 13.5px;
  }

  .stand {
    margin: 0 0 var(--s5);
    color: var(--ink-2);
    font: 400 21px/1.42 var(--serif);
    text-wrap: pretty;
  }

  ct-article-warnings {
    margin: 0 0 var(--s5);
  }

  .body,
  .items li,
  blockquote p {
    font: 400 18.5px/1.58 var(--serif);
    text-wrap: pretty;
    overflow-wrap: break-word;
  }

  .body {
    margin: 0 0 0.85em;
  }

  .hang-double {
    text-indent: -0.42em;
  }

  .hang-single {
    text-indent: -0.24em;
  }

  h2.cross {
    margin: 1.3em 0 0.55em;
    font: 650 20px/1.3 var(--serif);
    text-wrap: balance;
  }

  figure {
    display: grid;
    grid-template-columns: 132px minmax(0, 1fr);
    gap: var(--s4);
    align-items: center;
    margin: 0 0 var(--s5);
    padding: var(--s3) 0;
    border-block: 1px solid var(--rule);
  }

  .absent {
    display: grid;
    place-items: center;
    min-height: 82px;
    border: 1px dashed color-mix(in srgb, var(--ink-3) 45%, var(--rule));
    border-radius: 4px;
    color: var(--ink-3);
    font-size: 11.5px;
    line-height: 1.35;
    text-align: center;
    -webkit-user-select: none;
    user-select: none;
  }

  figcaption {
    color: var(--ink-2);
    font-size: 13.5px;
    overflow-wrap: break-word;
  }

  figcaption b {
    display: block;
    margin-bottom: 2px;
    color: var(--ink);
    font: 500 16px/1.35 var(--serif);
  }

  blockquote {
    margin: 1.2em 0 1.4em;
    padding-inline-start: var(--s5);
    border-inline-start: 2px solid var(--rule);
  }

  blockquote p {
    margin: 0;
    font-size: 20px;
    font-style: italic;
    line-height: 1.48;
  }

  blockquote footer {
    margin-top: 6px;
    color: var(--ink-2);
    font-size: 13px;
  }

  .items {
    margin: 0 0 1em;
    padding-inline-start: 1.15em;
  }

  .items li {
    margin-bottom: 0.35em;
  }

  .items li::marker {
    color: var(--ink-3);
  }

  /* A text of thousands of paragraphs opens at once: those out of sight are laid out when they come near. */
  .long .body {
    content-visibility: auto;
    contain-intrinsic-size: auto 92px;
  }

  [data-part].pointed {
    border-radius: 3px;
    background: var(--paper-2);
    box-shadow: 0 0 0 6px var(--paper-2);
  }

  [data-part]:focus-visible {
    outline-offset: 6px;
    border-radius: 3px;
  }

  .after {
    margin-top: var(--s6);
    padding-top: var(--s4);
    border-top: 1px solid var(--rule);
  }
`;

/** What changes with the room the article has. */
export const articleWidths = css`
  @container (max-width: 640px) {
    .page {
      padding-inline: var(--s5);
    }

    h1 {
      font-size: clamp(27px, 6.4cqi, 36px);
      line-height: 1.14;
    }

    .stand {
      font-size: 19px;
    }

    .body,
    .items li {
      font-size: 18px;
      hyphens: auto;
    }

    figure {
      grid-template-columns: 104px minmax(0, 1fr);
    }
  }

  @container (max-width: 560px) {
    .page {
      padding-inline: 20px;
    }
  }

  @container (max-width: 420px) {
    figure {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s3);
    }

    .absent {
      min-height: 44px;
    }

    .absent br {
      display: none;
    }
  }

  /* Wide: the measure stays and the margin takes the notes. */
  @container (min-width: 1160px) {
    .page {
      grid-template-columns: minmax(0, 1fr) minmax(0, 37rem) minmax(0, 1fr);
    }

    article {
      grid-column: 2;
    }

    .after {
      grid-column: 3;
      justify-self: start;
      max-width: 19rem;
      margin: 32px 0 0 72px;
      padding: 0;
      border: 0;
    }
  }

  @media (forced-colors: active) {
    [data-part].pointed {
      outline: 2px solid Highlight;
    }
  }
`;

import { css } from 'lit';

/** One pane or two; two stand above each other when there is no room for both. */
export const sideBySideStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    container-type: size;
  }

  .panes {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    height: 100%;
  }

  .view-side {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }

  .clean {
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
  }

  .clean:focus-visible {
    outline-offset: -2px;
  }

  .view-side > :last-child {
    border-inline-start: 1px solid var(--rule);
  }

  .waiting {
    background: var(--paper-2);
  }

  @container (max-width: 620px) {
    .view-side {
      grid-template: minmax(0, 1fr) minmax(0, 1fr) / minmax(0, 1fr);
    }

    .view-side > :last-child {
      border-block-start: 1px solid var(--rule);
      border-inline-start: 0;
    }
  }
`;

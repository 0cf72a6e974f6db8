import { css } from 'lit';

/** The result list's own measures; what stands in a hit is in result-item.ts. */
export const resultListStyles = css`
  :host {
    display: block;
    min-height: 0;
    height: 100%;
  }

  .scroller {
    height: 100%;
    overflow-y: auto;
    overflow-anchor: none;
    contain: strict;
  }

  .sizer {
    position: relative;
    width: 100%;
  }

  .hit {
    position: absolute;
    top: 0;
    left: var(--s3);
    right: var(--s3);
    padding: var(--s3) var(--s3) var(--s3) 14px;
    border-left: 3px solid transparent;
    border-radius: 9px;
    cursor: default;
  }

  /* A hit that has not come yet: two lines of a headline, and one below. It is as high as a usual hit. */
  .missing {
    height: 112px;
    background:
      linear-gradient(var(--paper-2) 0 0) 14px 18px / 78% 12px no-repeat,
      linear-gradient(var(--paper-2) 0 0) 14px 42px / 46% 9px no-repeat,
      linear-gradient(var(--paper-2) 0 0) 14px 62px / 84% 9px no-repeat;
  }

  .hit:not(.missing):hover {
    background: color-mix(in srgb, var(--paper-2) 55%, var(--paper));
  }

  .hit[aria-selected='true'] {
    border-left-color: var(--accent);
    border-radius: 3px 9px 9px 3px;
    background: var(--paper-2);
  }

  .hit:focus-visible {
    outline-offset: -2px;
  }

  @media (forced-colors: active) {
    .hit[aria-selected='true'] {
      border-left-color: Highlight;
      border-left-width: 6px;
    }
  }
`;

import { css } from 'lit';

/** How the time line is drawn. */
export const timelineStyles = css`
  :host {
    display: block;
    min-width: 0;
    height: 72px;
  }

  .control {
    position: relative;
    height: 56px;
    border-radius: 3px;
    touch-action: pan-y;
    -webkit-user-select: none;
    user-select: none;
  }

  svg {
    display: block;
    overflow: visible;
  }

  .bar {
    fill: color-mix(in srgb, var(--ink-3) 42%, var(--paper));
  }

  .bar.at {
    fill: var(--ink-2);
  }

  .bar.in {
    fill: var(--accent);
  }

  .brush {
    fill: color-mix(in srgb, var(--accent) 10%, transparent);
  }

  line {
    stroke: var(--rule);
  }

  text {
    fill: var(--ink-3);
    font: 11px var(--sans);
    font-variant-numeric: tabular-nums;
  }

  /* Its line is there also when there is nothing to say, so that nothing moves when there is. */
  .without {
    height: 16px;
    margin: 0;
    overflow: hidden;
    color: var(--ink-3);
    font: 11px/16px var(--sans);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tip {
    position: absolute;
    top: 0;
    right: 0;
    padding: 1px 6px;
    border-radius: 4px;
    background: color-mix(in srgb, var(--paper) 86%, transparent);
    color: var(--ink-2);
    font: 12px/1.5 var(--sans);
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }

  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }

    .bar.in,
    .bar.at {
      fill: Highlight;
    }
  }
`;

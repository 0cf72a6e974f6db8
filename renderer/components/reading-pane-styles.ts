import { css } from 'lit';

/** The frame of the reading pane: a bar, the content, and the foot with where it came from. */
export const readingPaneStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    position: relative;
    min-width: 0;
    min-height: 0;
    height: 100%;
    container-type: inline-size;
    background: var(--paper);
    color: var(--ink);
    font: 13.5px/1.45 var(--sans);
  }

  .bar {
    display: flex;
    gap: var(--s3);
    align-items: center;
    justify-content: space-between;
    min-height: 56px;
    padding: var(--s2) var(--s5);
    border-bottom: 1px solid transparent;
  }

  .bar.scrolled,
  .bar.divided {
    border-bottom-color: var(--rule);
  }

  .where {
    display: flex;
    flex: 1;
    gap: var(--s3);
    align-items: center;
    min-width: 0;
    color: var(--ink-3);
    font-size: 12.5px;
    white-space: nowrap;
  }

  .running {
    overflow: hidden;
    color: var(--ink-2);
    font: 600 14.5px/1.4 var(--serif);
    text-overflow: ellipsis;
  }

  .back {
    display: none;
    flex: none;
    min-height: 30px;
    padding: 0 11px;
    border: 1px solid var(--rule);
    border-radius: 8px;
    color: var(--ink);
    font-size: 13px;
  }

  .back:hover {
    background: var(--paper-2);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--s5);
    align-items: center;
    min-height: 40px;
    padding: 6px var(--s5);
    border-top: 1px solid var(--rule);
  }

  ct-mark-navigator {
    margin-inline-start: auto;
  }

  .nothing {
    display: grid;
    grid-row: 1 / -1;
    place-items: center;
    padding: var(--s5);
    color: var(--ink-3);
    text-align: center;
  }

  .busy {
    position: absolute;
    z-index: 3;
    top: 0;
    left: 0;
    width: 100%;
    height: 2px;
    overflow: hidden;
  }

  .busy::before {
    content: '';
    position: absolute;
    inset-block: 0;
    width: 30%;
    background: var(--accent);
    animation: along 1.1s ease-in-out infinite;
  }

  @keyframes along {
    from {
      left: -30%;
    }

    to {
      left: 100%;
    }
  }

  /* Results and article take turns in a narrow window. */
  @media (max-width: 899.98px) {
    .back {
      display: inline-flex;
      align-items: center;
    }
  }

  @container (max-width: 560px) {
    .bar {
      flex-wrap: wrap;
      padding-inline: 20px;
    }

    .foot {
      gap: 2px var(--s4);
      padding-inline: 20px;
    }

    .running {
      display: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .busy::before {
      width: 100%;
    }
  }
`;

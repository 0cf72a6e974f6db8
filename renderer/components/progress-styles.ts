import { css } from 'lit';

/** A thin bar in the accent on a hairline; one that does not know how much there is moves, unless motion is unwanted. */
export const progressStyles = css`
  progress {
    width: 120px;
    height: 4px;
    border: 0;
    border-radius: 2px;
    overflow: hidden;
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

  progress:indeterminate {
    background: linear-gradient(90deg, var(--rule) 35%, var(--accent) 35% 65%, var(--rule) 65%) 0 0 / 300%
      100%;
    animation: pass 1.6s linear infinite;
  }

  progress:indeterminate::-webkit-progress-bar {
    background: transparent;
  }

  @keyframes pass {
    from {
      background-position: 100% 0;
    }

    to {
      background-position: 0 0;
    }
  }
`;

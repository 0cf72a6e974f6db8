import { css } from 'lit';

/** Fields one below the other, each with what is said about it. */
export const correctionStyles = css`
  .field {
    display: grid;
    gap: var(--s1);
  }

  .field label {
    color: var(--ink-3);
    font-size: 12px;
  }

  textarea {
    width: 100%;
    min-height: 34px;
    margin: 0;
    padding: 6px 10px;
    border: 1px solid color-mix(in srgb, var(--ink-3) 62%, var(--paper));
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    resize: vertical;
  }

  :is(input, textarea)[aria-invalid='true'] {
    border-color: var(--accent);
  }

  ::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }

  .hint,
  .source,
  .problem,
  .kept {
    font-size: 12.5px;
  }

  .hint,
  .kept {
    color: var(--ink-3);
  }

  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: baseline;
  }

  .source span {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .source button {
    min-height: 24px;
    color: var(--ink);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .all {
    margin-inline-end: auto;
  }
`;

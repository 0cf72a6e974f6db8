import { css } from 'lit';

/** The form of a new article: the facts in two columns, text and picture below. */
export const newArticleStyles = css`
  form {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--s3) var(--s4);
  }

  .field.whole {
    grid-column: 1 / -1;
  }

  .picture {
    display: flex;
    grid-column: 1 / -1;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
    padding: var(--s3);
    border: 1px dashed color-mix(in srgb, var(--ink-3) 62%, var(--paper));
    border-radius: 8px;
    color: var(--ink-2);
  }

  .picture.over {
    border-color: var(--accent);
    background: var(--paper-2);
  }

  .picture ct-scan {
    flex: 1 1 100%;
    max-height: 220px;
    background: var(--paper-2);
  }

  .whole.problem {
    grid-column: 1 / -1;
  }

  @media (max-width: 560px) {
    form {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

import { css } from 'lit';

/** Forms in dialogs: what is asked, choices in rows, a name, and at the foot what can be done. */
export const dialogFormStyles = css`
  form {
    display: flex;
    flex-direction: column;
    gap: var(--s4);
  }

  p {
    margin: 0;
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }

  p b {
    color: var(--ink);
    font-weight: 560;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-bottom: var(--s2);
    padding: 0;
    color: var(--ink-3);
    font-size: 12px;
  }

  .choices {
    max-height: 40vh;
    overflow-y: auto;
    border: 1px solid var(--rule);
    border-radius: 9px;
  }

  .choices label {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    gap: 10px;
    align-items: center;
    min-height: 34px;
    padding: 6px 12px;
    overflow-wrap: anywhere;
  }

  .choices label + label {
    border-top: 1px solid var(--rule);
  }

  .choices label:hover {
    background: var(--paper-2);
  }

  .choices small {
    color: var(--ink-3);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .choices .fresh {
    grid-template-columns: 16px minmax(0, 1fr);
  }

  .choices .fresh input[type='text'] {
    margin: 4px 0 2px;
  }

  input[type='radio'] {
    width: 15px;
    height: 15px;
    margin: 0;
    accent-color: var(--accent);
  }

  input[type='text'] {
    width: 100%;
    min-height: 34px;
    padding: 4px 10px;
    border: 1px solid color-mix(in srgb, var(--ink-3) 62%, var(--paper));
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
  }

  .name {
    display: grid;
    gap: var(--s1);
    color: var(--ink-3);
    font-size: 12px;
  }

  .name input {
    font-size: 13.5px;
  }

  .fate {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 2px 10px;
    align-items: baseline;
    padding: var(--s1) 0;
  }

  .fate input {
    position: relative;
    top: 2px;
  }

  .fate small {
    grid-column: 2;
    color: var(--ink-3);
    font-size: 12.5px;
  }

  .fates {
    display: grid;
    gap: var(--s2);
  }

  .fates fieldset {
    margin: 0 0 var(--s2) 26px;
  }

  .problem {
    color: var(--accent);
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    justify-content: flex-end;
    margin-top: var(--s1);
  }

  .primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }

  .button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }

  .button.primary:disabled {
    border-color: var(--rule);
    background: none;
    color: var(--ink-3);
  }
`;

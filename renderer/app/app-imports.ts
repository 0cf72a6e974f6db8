import { html, nothing, type TemplateResult } from 'lit';
import '../components/ct-import-sheet.ts';
import type { CtApp } from './ct-app.ts';

/** What a person dropped or chose and has not decided on yet, or the question what it is to be. */
export function importSheet(app: CtApp): TemplateResult {
  const { offers, library } = app;
  const close = (): void => {
    offers.forget();
    if (app.dialog === 'import') app.dialog = null;
  };
  return html`<ct-import-sheet
    .offer=${offers.offer}
    .collections=${library.overview?.collections ?? []}
    ?choosing=${app.dialog === 'import'}
    @close=${close}
  ></ct-import-sheet>`;
}

/** That what is held over the window can be let go. */
export function dropZone(over: boolean): TemplateResult {
  return html`${
    over
      ? html`<div class="drop">
          Drop to import<small>You will see what it is before anything begins.</small>
        </div>`
      : nothing
  }`;
}

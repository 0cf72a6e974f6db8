import { html, nothing, type TemplateResult } from 'lit';
import '../components/ct-import-sheet.ts';
import type { CtApp } from './ct-app.ts';

/** What belongs to importing over the screen: the sheet, the place to drop files, and what is spoken of an import. */
export function importOverlays(app: CtApp): TemplateResult {
  return html`<div class="visually-hidden" role="status">${app.imports.spoken}</div>
    ${importSheet(app)} ${dropZone(app.offers.drop.over)}`;
}

/** What a person dropped or chose and has not decided on yet, or the question what it is to be. */
function importSheet(app: CtApp): TemplateResult {
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
function dropZone(over: boolean): TemplateResult {
  return html`${
    over
      ? html`<div class="drop">
          Drop to import<small>You will see what it is before anything begins.</small>
        </div>`
      : nothing
  }`;
}

import { html, nothing, type TemplateResult } from 'lit';
import '../components/ct-about.ts';
import '../components/ct-help.ts';
import '../components/ct-import-reports.ts';
import type { AboutInformation } from '../../main/bridge/bridge.ts';
import { importOverlays } from './app-imports.ts';
import type { CtApp } from './ct-app.ts';

/** The application's icon, as the bundler ships it. */
const icon = new URL('../../assets/icon/icon.svg', import.meta.url).href;

/** Which dialog is open. `import` asks what to import, `report` shows the last import's report, `imports` lists them all. */
export type DialogName = 'import' | 'report' | 'imports' | 'about' | 'help';

/** What may be open over the screen. */
export function dialogs(app: CtApp, about: AboutInformation | null): TemplateResult {
  return html`${dialog(app, about)} ${importOverlays(app)}`;
}

/** The dialog that is open; only that one is in the page. */
function dialog(app: CtApp, about: AboutInformation | null): TemplateResult {
  const close = (): void => {
    app.dialog = null;
  };
  switch (app.dialog) {
    case 'about':
      return html`<ct-about open .information=${about} @close=${close}
        ><img slot="icon" src=${icon} alt=""
      /></ct-about>`;
    case 'help':
      return html`<ct-help open @close=${close}></ct-help>`;
    case 'report':
    case 'imports':
      return html`<ct-import-reports
        open
        .run=${app.dialog === 'report' ? app.imports.lastRun : null}
        .source=${app.archive}
        .files=${app.bridge}
        @close=${close}
      ></ct-import-reports>`;
    case 'import':
    case null:
      return html`${nothing}`;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ImportReport } from '../../archive/model/import-report.ts';
import type { AboutInformation } from '../../main/bridge/bridge.ts';
import '../components/ct-about.ts';
import '../components/ct-help.ts';
import '../components/ct-import-report.ts';

/** The application's icon, as the bundler ships it. */
const icon = new URL('../../assets/icon/icon.svg', import.meta.url).href;

/** Which dialog is open. */
export type DialogName = 'report' | 'about' | 'help';

/** The dialogs; only an open one is in the page. */
export function dialogs(
  open: DialogName | null,
  about: AboutInformation | null,
  report: ImportReport | null,
  close: () => void,
): TemplateResult {
  switch (open) {
    case 'about':
      return html`<ct-about open .information=${about} @close=${close}
        ><img slot="icon" src=${icon} alt=""
      /></ct-about>`;
    case 'help':
      return html`<ct-help open @close=${close}></ct-help>`;
    case 'report':
      return html`<ct-import-report open .report=${report} @close=${close}></ct-import-report>`;
    case null:
      return html`${nothing}`;
  }
}

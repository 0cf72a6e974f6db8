import { html, nothing, type TemplateResult } from 'lit';
import { describeRisk } from '../../archive/model/library-risk.ts';
import '../components/ct-library-page.ts';
import '../components/ct-notice.ts';
import type { Offer } from '../components/ct-notice.ts';
import type { CtApp } from './ct-app.ts';

const offers: readonly Offer[] = [
  { label: 'The library', action: { name: 'library' } },
  { label: 'Dismiss', action: { name: 'dismiss-risk' } },
];

/** The library page. */
export function libraryPage({ keeping }: CtApp): TemplateResult {
  const { holdings, libraries, care } = keeping;
  return html`<ct-library-page
    .holdings=${holdings}
    .libraries=${libraries}
    .care=${care}
  ></ct-library-page>`;
}

/** That the library's place is a danger to it, until it was read; the library page says so always. */
export function riskNotice({ keeping, riskSeen, room, failure }: CtApp): TemplateResult | typeof nothing {
  const { libraries } = keeping;
  const isSaid = riskSeen || room.place.screen === 'library' || failure !== null;
  if (libraries === null || libraries.risk === null || isSaid) return nothing;
  return html`<ct-notice
    urgent
    .text=${describeRisk(libraries.risk, libraries.path)}
    .offers=${offers}
  ></ct-notice>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { IndexingProgress } from '../../archive/model/indexing.ts';
import { describeNotice } from '../../archive/model/notice-sentences.ts';
import type { ArchiveState } from '../../main/bridge/bridge.ts';
import '../components/ct-notice.ts';
import type { Offer } from '../components/ct-notice.ts';
import '../components/ct-import-progress.ts';
import type { ImportController } from '../controllers/import-controller.ts';
import { totalsSentence } from '../format/import-words.ts';
import type { CtApp } from './ct-app.ts';

const offers = {
  report: { label: 'Report', action: { name: 'report' } },
  dismissImport: { label: 'Dismiss', action: { name: 'dismiss-import' } },
  dismiss: { label: 'Dismiss', action: { name: 'dismiss-notice' } },
  rebuild: { label: 'Rebuild the index', action: { name: 'rebuild-index' } },
  retry: { label: 'Try again', action: { name: 'retry' } },
} as const satisfies Record<string, Offer>;

/** What there is to say besides the results. */
export interface Tidings {
  readonly archive: ArchiveState;
  readonly imports: Pick<ImportController, 'state' | 'pace' | 'hidden' | 'stopping'>;
  /** How far the making of the search index is, when it is being made. */
  readonly indexing: IndexingProgress | null;
  /** Why the last search could not be answered. */
  readonly search: ArchiveError | null;
  /** A part of the index is damaged, and whether this window can have it made anew. */
  readonly damage: { readonly sentence: string; readonly mendable: boolean } | null;
  /** Something said once, such as that a named article is not there. */
  readonly remark: string | null;
}

/** What the answer on the screen says about damage to the index, or null. */
export function indexDamage({ room, bridge }: CtApp): Tidings['damage'] {
  const said = room.place.screen === 'results' ? room.search.answered?.answer.notices : [];
  const notice = said?.find(({ code }) => code === 'index-damaged');
  return notice ? { sentence: describeNotice(notice), mendable: bridge.rebuildIndex !== undefined } : null;
}

/** The bands over the screen, one for each thing that is going on. */
export function notices({ archive, imports, indexing, search, damage, remark }: Tidings): TemplateResult {
  return html`${
    archive.state === 'restarting'
      ? html`<ct-notice
          text="The archive stopped and is being started again. Nothing is lost; what you asked will be asked again."
        ></ct-notice>`
      : nothing
  }
  ${importNotice(imports)} ${indexing ? indexingNotice(indexing) : nothing}
  ${
    search && archive.state !== 'failed'
      ? html`<ct-notice urgent .text=${describeError(search)} .offers=${[offers.retry]}></ct-notice>`
      : nothing
  }
  ${
    damage
      ? html`<ct-notice
          urgent
          .text=${damage.sentence}
          .offers=${damage.mendable ? [offers.rebuild] : []}
        ></ct-notice>`
      : nothing
  }
  ${remark === null ? nothing : html`<ct-notice .text=${remark} .offers=${[offers.dismiss]}></ct-notice>`}`;
}

/** What there is of the index is searched; the answer itself says what it lacks. */
function indexingNotice({ done, total }: IndexingProgress): TemplateResult {
  return html`<ct-notice
    text="The library is being indexed. What is indexed already is searched meanwhile."
    .done=${total === 0 ? 0 : done / total}
  ></ct-notice>`;
}

function importNotice({ state, pace, hidden, stopping }: Tidings['imports']): TemplateResult {
  switch (state?.state) {
    case undefined:
      return html`${nothing}`;
    case 'running':
      return hidden
        ? html`${nothing}`
        : html`<ct-import-progress
            .running=${state}
            .pace=${pace}
            .stopping=${stopping}
          ></ct-import-progress>`;
    case 'finished':
      return html`<ct-notice
        ?urgent=${state.totals.failed > 0}
        .text=${totalsSentence(state.totals)}
        .offers=${[offers.report, offers.dismissImport]}
      ></ct-notice>`;
    case 'failed':
      return html`<ct-notice
        urgent
        .text=${describeError(state.error)}
        .offers=${[offers.dismissImport]}
      ></ct-notice>`;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { ImportReport } from '../../archive/model/import-report.ts';
import type { IndexingProgress } from '../../archive/model/indexing.ts';
import type { ArchiveState, ImportState } from '../../main/bridge/bridge.ts';
import '../components/ct-notice.ts';
import type { Offer } from '../components/ct-notice.ts';
import { formatCount } from '../format/numbers.ts';

const offers = {
  cancel: { label: 'Cancel', action: { name: 'cancel-import' } },
  report: { label: 'Report', action: { name: 'report' } },
  dismissImport: { label: 'Dismiss', action: { name: 'dismiss-import' } },
  dismiss: { label: 'Dismiss', action: { name: 'dismiss-notice' } },
  rebuild: { label: 'Rebuild the index', action: { name: 'rebuild-index' } },
  retry: { label: 'Try again', action: { name: 'retry' } },
} as const satisfies Record<string, Offer>;

/** What there is to say besides the results. */
export interface Tidings {
  readonly archive: ArchiveState;
  readonly imports: ImportState | null;
  /** How far the making of the search index is, when it is being made. */
  readonly indexing: IndexingProgress | null;
  /** Why the last search could not be answered. */
  readonly search: ArchiveError | null;
  /** A part of the index is damaged, and whether this window can have it made anew. */
  readonly damage: { readonly sentence: string; readonly mendable: boolean } | null;
  /** Something said once, such as that a named article is not there. */
  readonly remark: string | null;
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
  ${imports ? importNotice(imports) : nothing} ${indexing ? indexingNotice(indexing) : nothing}
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

function importNotice(state: ImportState): TemplateResult {
  switch (state.state) {
    case 'running': {
      const { files, articles } = state.progress;
      const text = `Importing: ${formatCount(files, 'file')} read, ${formatCount(articles, 'article')} found.`;
      return html`<ct-notice .text=${text} .offers=${[offers.cancel]}></ct-notice>`;
    }
    case 'finished': {
      const said = [offers.report, offers.dismissImport];
      return html`<ct-notice
        ?urgent=${state.report.failed > 0}
        .text=${reportSentence(state.report)}
        .offers=${said}
      ></ct-notice>`;
    }
    case 'failed':
      return html`<ct-notice
        urgent
        .text=${describeError(state.error)}
        .offers=${[offers.dismissImport]}
      ></ct-notice>`;
  }
}

/** An import in one sentence; what did not go well is never left out. */
export function reportSentence(report: ImportReport): string {
  const { added, duplicates, kept, failed, cancelled } = report;
  const parts = [
    `${formatCount(added, 'file')} added`,
    duplicates > 0 ? `${formatCount(duplicates)} in the library already` : '',
    kept > 0 ? `${formatCount(kept)} kept but not readable` : '',
    failed > 0 ? `${formatCount(failed)} failed` : '',
  ].filter((part) => part !== '');
  return `${cancelled ? 'Import cancelled' : 'Import finished'}: ${parts.join(', ')}.`;
}

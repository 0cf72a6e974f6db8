import { html, nothing, type TemplateResult } from 'lit';
import { describeError } from '../../archive/model/error-sentences.ts';
import { faultsOf, type LibraryReport, type OriginalFault } from '../../archive/model/library-report.ts';
import type { CareState } from '../../main/bridge/libraries.ts';
import { formatBytes, formatCount } from '../format/numbers.ts';

/** So many faults are named; the command line prints all. */
const mostFaults = 20;

type What = 'verify' | 'backup';

function whatOf(care: CareState): What {
  if (care.state === 'verified') return 'verify';
  return care.state === 'backed-up' ? 'backup' : care.what;
}

/** What is to be said of verifying or backing up: how far it is, or how it ended. */
export function careLines(
  care: CareState | null,
  what: What,
  cancel: () => void,
): TemplateResult | typeof nothing {
  if (care === null || whatOf(care) !== what) return nothing;
  switch (care.state) {
    case 'running': {
      const { done = 0, total = 0, bytes = 0 } = care.progress ?? {};
      const words =
        total === 0
          ? 'Looking through the catalogue…'
          : `${formatCount(done)} of ${formatCount(total, 'original')}, ${formatBytes(bytes)}`;
      return html`<div class="running" role="status">
        <progress aria-label="Done" max="1" .value=${total === 0 ? 0 : done / total}></progress
        ><span>${words}</span><button class="link" type="button" @click=${cancel}>Stop</button>
      </div>`;
    }
    case 'verified':
      return verified(care.report);
    case 'backed-up': {
      const { originals, copied, bytes, faults } = care.report;
      const words = `Done: ${formatCount(originals, 'original')}, ${formatCount(copied)} of them new (${formatBytes(bytes)}).`;
      return html`<p class="result" role="status">${words}</p>
        ${faultList(faults)}`;
    }
    case 'stopped':
      return html`<p class="result" role="status">
        Stopped.
        ${what === 'backup' ? 'The copy is not whole; back up there again to go on.' : 'Nothing was changed.'}
      </p>`;
    case 'failed':
      return html`<p class="result bad" role="alert">${describeError(care.error)}</p>`;
  }
}

function verified(report: LibraryReport): TemplateResult {
  const faults = faultsOf(report);
  if (faults === 0) {
    return html`<p class="result" role="status">
      Everything is whole: ${formatCount(report.originals, 'original')} read, ${formatBytes(report.bytes)}.
    </p>`;
  }
  return html`<p class="result bad" role="alert">
      ${formatCount(faults, 'thing')} missing or damaged. Restore ${faults === 1 ? 'it' : 'them'} from a
      backup; the text of the articles is still in the library.
    </p>
    ${faultList(report.faults)}`;
}

function faultList(faults: readonly OriginalFault[]): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  const more = faults.length - mostFaults;
  return html`<ul class="faults">
    ${faults
      .slice(0, mostFaults)
      .map(
        ({ kind, name, articles }) =>
          html`<li><bdi>${name}</bdi> is ${kind} (${formatCount(articles, 'article')})</li>`,
      )}
    ${more > 0 ? html`<li>and ${formatCount(more)} more: cuttings verify</li>` : nothing}
  </ul>`;
}

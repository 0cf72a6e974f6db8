import { html, nothing, type TemplateResult } from 'lit';
import type { ArchiveApi } from '../../archive/api/archive-api.ts';
import '../components/ct-empty-state.ts';
import '../components/ct-reading-pane.ts';
import '../components/ct-result-list.ts';
import '../components/ct-result-summary.ts';
import '../components/ct-timeline.ts';
import type { NeedHitsEvent } from '../components/shell-events.ts';
import type { ReadingRoom } from '../controllers/reading-room.ts';

/** What the results screen is drawn from. */
export interface ResultsView {
  readonly room: ReadingRoom;
  readonly archive: ArchiveApi;
  readonly narrow: boolean;
  readonly emptyLibrary: boolean;
}

/** Results and article: side by side with the time line over both, or, in a narrow window, one at a time. */
export function resultsScreen(view: ResultsView): TemplateResult {
  const { room, narrow } = view;
  const alone = narrow && room.place.reading;
  return html`<div class="band" ?hidden=${alone}>
      <ct-result-summary .answered=${room.search.answered}></ct-result-summary>
      <ct-timeline
        .dates=${room.search.facets?.dates ?? null}
        .range=${room.place.filter.dates}
      ></ct-timeline>
    </div>
    <div class="columns">
      <section
        class="results"
        aria-labelledby="results"
        aria-busy=${String(room.search.slow)}
        ?hidden=${alone}
      >
        <h2 id="results" class="visually-hidden">Results</h2>
        ${room.search.slow ? html`<div class="busy" aria-hidden="true"></div>` : nothing} ${list(view)}
      </section>
      ${alone || (!narrow && !nothingToRead(room)) ? pane(view) : nothing}
    </div>`;
}

/** Nothing was found and no article is kept open. */
function nothingToRead({ search, place }: ReadingRoom): boolean {
  return search.answered !== null && search.total === 0 && place.article === null;
}

function list({ room, archive, emptyLibrary }: ResultsView): TemplateResult {
  const { search } = room;
  if (search.answered && search.total === 0) {
    return html`<ct-empty-state
      .answered=${search.answered}
      .source=${archive}
      ?emptyLibrary=${emptyLibrary}
    ></ct-empty-state>`;
  }
  return html`<ct-result-list
    .total=${search.total}
    .hits=${search.hits}
    .selected=${room.index}
    .question=${search.answered?.question ?? null}
    @ct-need-hits=${({ places }: NeedHitsEvent) => search.need(places, room.index)}
  ></ct-result-list>`;
}

function pane({ room, archive }: ResultsView): TemplateResult {
  const { index, search } = room;
  const exact = search.answered?.answer.exact ?? true;
  const place = index < 0 ? null : { index, total: search.total, exact };
  return html`<ct-reading-pane
    .archive=${archive}
    .articleId=${room.shown.article}
    .markRequest=${room.shown.marks}
    .view=${room.place.view}
    .resultPlace=${place}
  ></ct-reading-pane>`;
}

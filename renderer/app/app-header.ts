import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../../main/bridge/settings.ts';
import '../components/ct-search-box.ts';
import '../components/ct-segmented.ts';
import type { Segment, SegmentChosenEvent } from '../components/ct-segmented.ts';
import { ActionEvent } from '../components/shell-events.ts';
import type { CtApp } from './ct-app.ts';

const matches: readonly (Segment & { readonly value: Settings['match'] })[] = [
  { value: 'all', label: 'All words', hint: 'Articles that have every word' },
  { value: 'any', label: 'Any', hint: 'Articles that have one of the words' },
];

/** The line over everything: the search box, how it searches, and import. */
export function appHeader(app: CtApp, narrow: boolean): TemplateResult {
  const { match, exactSpelling } = app.settings.current;
  const onMatch = ({ value }: SegmentChosenEvent): void => {
    const chosen = matches.find((segment) => segment.value === value);
    if (chosen) app.settings.change({ match: chosen.value });
  };
  return html`<header>
    ${
      narrow
        ? html`<button
            class="library"
            type="button"
            aria-haspopup="dialog"
            aria-expanded=${String(app.drawer)}
            @click=${() => (app.drawer = true)}
          >
            Library
          </button>`
        : nothing
    }
    <ct-search-box .text=${app.room.place.text}></ct-search-box>
    <div class="ways">
      <ct-segmented
        label="Match"
        .segments=${matches}
        .value=${match}
        @ct-segment-chosen=${onMatch}
      ></ct-segmented>
      <button
        class="switch"
        type="button"
        role="switch"
        aria-checked=${String(exactSpelling)}
        title="Compare words as they are written: no other spellings, scripts or endings"
        @click=${() => app.settings.change({ exactSpelling: !exactSpelling })}
      >
        Exact spelling
      </button>
    </div>
    <button
      class="import"
      type="button"
      @click=${(event: Event) => event.target?.dispatchEvent(new ActionEvent({ name: 'import' }))}
    >
      Import…
    </button>
  </header>`;
}

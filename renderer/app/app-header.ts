import { html, nothing, type TemplateResult } from 'lit';
import type { Settings } from '../../main/bridge/settings.ts';
import '../components/ct-import-indicator.ts';
import '../components/ct-search-box.ts';
import '../components/ct-segmented.ts';
import type { Segment, SegmentChosenEvent } from '../components/ct-segmented.ts';
import { ActionEvent } from '../components/shell-events.ts';
import { percentDone } from '../format/import-words.ts';
import type { CtApp } from './ct-app.ts';

const matches: readonly (Segment & { readonly value: Settings['match'] })[] = [
  { value: 'all', label: 'All words', hint: 'Articles that have every word' },
  { value: 'any', label: 'Any', hint: 'Articles that have one of the words' },
];

/** The line over everything: the search box, how it searches, and import. */
export function appHeader(app: CtApp, narrow: boolean): TemplateResult {
  return html`<header>
    ${narrow ? libraryButton(app) : nothing}
    <ct-search-box .text=${app.room.place.text} .source=${app.archive}></ct-search-box>
    ${ways(app)} ${hiddenImport(app)}
    <button
      class="import"
      type="button"
      @click=${(event: Event) => event.target?.dispatchEvent(new ActionEvent({ name: 'import' }))}
    >
      Import…
    </button>
  </header>`;
}

/** That an import goes on out of sight. */
function hiddenImport({ imports }: CtApp): TemplateResult | typeof nothing {
  const { state, hidden } = imports;
  if (state?.state !== 'running' || !hidden) return nothing;
  return html`<ct-import-indicator .percent=${percentDone(state.progress)}></ct-import-indicator>`;
}

function libraryButton(app: CtApp): TemplateResult {
  return html`<button
    class="library"
    type="button"
    aria-haspopup="dialog"
    aria-expanded=${String(app.drawer)}
    @click=${() => (app.drawer = true)}
  >
    Library
  </button>`;
}

/** How words are matched. */
function ways({ settings }: CtApp): TemplateResult {
  const { match, exactSpelling } = settings.current;
  const onMatch = ({ value }: SegmentChosenEvent): void => {
    const chosen = matches.find((segment) => segment.value === value);
    if (chosen) settings.change({ match: chosen.value });
  };
  return html`<div class="ways">
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
      @click=${() => settings.change({ exactSpelling: !exactSpelling })}
    >
      Exact spelling
    </button>
  </div>`;
}

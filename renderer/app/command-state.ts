import type { CommandId, CommandState } from '../../main/bridge/commands.ts';
import type { Settings } from '../../main/bridge/settings.ts';
import type { ReadingRoom } from '../controllers/reading-room.ts';

/** What decides which commands can act. */
export interface CommandFacts {
  readonly room: ReadingRoom;
  readonly settings: Settings;
  /** The library can be asked. */
  readonly usable: boolean;
  readonly hasReport: boolean;
  readonly hasMarks: boolean;
  /** An archived article is on the screen, so that there are views to choose from. */
  readonly reading: boolean;
}

/** The commands that can act now, and those that are on; of the renderer's own, that is, main knows about its own. */
export function commandState(facts: CommandFacts): CommandState {
  const { room, settings, usable, hasReport, hasMarks, reading } = facts;
  const { place, search, index } = room;
  const listing = usable && place.screen === 'results';
  const possible: readonly (readonly [CommandId, boolean])[] = [
    ['show-report', hasReport],
    ['focus-search', usable],
    ['next-mark', hasMarks],
    ['previous-mark', hasMarks],
    ['match-all', usable],
    ['match-any', usable],
    ['exact-spelling', usable],
    ['view-clean', reading],
    ['view-side', reading],
    ['view-original', reading],
    ['theme-system', true],
    ['theme-light', true],
    ['theme-dark', true],
    ['sort-relevance', listing && place.text.trim() !== ''],
    ['sort-newest', listing],
    ['sort-oldest', listing],
    ['back', usable && room.history.canGoBack],
    ['forward', usable && room.history.canGoForward],
    ['front-page', usable && place.screen !== 'front'],
    ['all-articles', usable],
    ['next-result', listing && index < search.total - 1],
    ['previous-result', listing && index > 0],
    ['shortcuts', true],
    ['about', true],
  ];
  const sort = search.answered && listing ? search.answered.question.sort : settings.sort;
  const checked: readonly (CommandId | false)[] = [
    `match-${settings.match}`,
    settings.exactSpelling && 'exact-spelling',
    `view-${place.view}`,
    `theme-${settings.theme}`,
    `sort-${sort}`,
  ];
  return {
    enabled: possible.flatMap(([id, can]) => (can ? [id] : [])),
    checked: checked.filter((id) => id !== false),
  };
}

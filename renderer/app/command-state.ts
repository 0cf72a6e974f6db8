import type { CommandId, CommandState } from '../../main/bridge/commands.ts';
import type { Settings } from '../../main/bridge/settings.ts';
import type { ReadingRoom } from '../controllers/reading-room.ts';

/** What decides which commands can act. */
export interface CommandFacts {
  readonly room: ReadingRoom;
  readonly settings: Settings;
  /** The library can be asked. */
  readonly usable: boolean;
  readonly hasMarks: boolean;
  /** A change of collections can be taken back. */
  readonly canUndo: boolean;
  /** A correction can be taken back. */
  readonly canUndoCorrection: boolean;
  /** An archived article is on the screen, so that there are views to choose from. */
  readonly reading: boolean;
}

/** The commands that can act now, and those that are on; of the renderer's own, that is, main knows about its own. */
export function commandState(facts: CommandFacts): CommandState {
  const { room, settings, usable } = facts;
  const always: readonly CommandId[] = ['theme-system', 'theme-light', 'theme-dark', 'shortcuts', 'about'];
  const library: readonly CommandId[] = usable
    ? ['focus-search', 'match-all', 'match-any', 'exact-spelling']
    : [];
  const { answered } = room.search;
  const sort = answered && room.place.screen === 'results' ? answered.question.sort : settings.sort;
  const checked: readonly (CommandId | false)[] = [
    `match-${settings.match}`,
    settings.exactSpelling && 'exact-spelling',
    `view-${room.place.view}`,
    `theme-${settings.theme}`,
    `sort-${sort}`,
  ];
  return {
    enabled: [...always, ...library, ...possible(facts)],
    checked: checked.filter((id) => id !== false),
  };
}

/** Those that depend on what is on the screen. */
function possible({
  room,
  usable,
  hasMarks,
  canUndo,
  canUndoCorrection,
  reading,
}: CommandFacts): readonly CommandId[] {
  const { place, search, index, history } = room;
  const listing = usable && place.screen === 'results';
  const conditions: Partial<Readonly<Record<CommandId, boolean>>> = {
    'show-imports': usable,
    'next-mark': hasMarks,
    'previous-mark': hasMarks,
    'new-collection': usable,
    'move-to-collection': usable && reading,
    'new-article': usable,
    'correct-article': usable && reading,
    'undo-correction': usable && canUndoCorrection,
    'delete-article': usable && reading,
    'undo-collections': usable && canUndo,
    'view-clean': reading,
    'view-side': reading,
    'view-original': reading,
    'sort-relevance': listing && place.text.trim() !== '',
    'sort-newest': listing,
    'sort-oldest': listing,
    back: usable && history.canGoBack,
    forward: usable && history.canGoForward,
    'front-page': usable && place.screen !== 'front',
    'all-articles': usable,
    'library-page': usable && place.screen !== 'library',
    'next-result': listing && index < search.total - 1,
    'previous-result': listing && index > 0,
  };
  return (Object.keys(conditions) as CommandId[]).filter((id) => conditions[id]);
}

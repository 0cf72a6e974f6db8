import type { CommandId } from '../../main/bridge/commands.ts';
import { askToMove } from './app-collections.ts';
import { askToCorrect, askToDelete } from './app-editing.ts';
import type { CtApp } from './ct-app.ts';

type Run = (app: CtApp) => void;

const step =
  (by: 1 | -1): Run =>
  ({ room }) =>
    room.select(room.index + by);

/** What each of the renderer's commands does; those of main are not here. */
const runs: Partial<Readonly<Record<CommandId, Run>>> = {
  'show-imports': (app) => void app.open('imports'),
  'new-collection': ({ collections }) => collections.ask({ kind: 'create' }),
  'move-to-collection': askToMove,
  'new-article': ({ editing }) => editing.ask({ kind: 'new', pasted: null }),
  'correct-article': askToCorrect,
  'undo-correction': ({ editing }) => void editing.undo(),
  'delete-article': askToDelete,
  'undo-collections': ({ collections }) => void collections.undo(),
  'focus-search': (app) => app.focusBox(true),
  'next-mark': ({ pane }) => pane?.nextMark(),
  'previous-mark': ({ pane }) => pane?.previousMark(),
  'match-all': ({ settings }) => settings.change({ match: 'all' }),
  'match-any': ({ settings }) => settings.change({ match: 'any' }),
  'exact-spelling': ({ settings }) => settings.change({ exactSpelling: !settings.current.exactSpelling }),
  'view-clean': ({ room }) => room.show('clean'),
  'view-side': ({ room }) => room.show('side'),
  'view-original': ({ room }) => room.show('original'),
  'theme-system': ({ settings }) => settings.change({ theme: 'system' }),
  'theme-light': ({ settings }) => settings.change({ theme: 'light' }),
  'theme-dark': ({ settings }) => settings.change({ theme: 'dark' }),
  'sort-relevance': ({ settings }) => settings.change({ sort: 'relevance' }),
  'sort-newest': ({ settings }) => settings.change({ sort: 'newest' }),
  'sort-oldest': ({ settings }) => settings.change({ sort: 'oldest' }),
  back: ({ room }) => room.back(),
  forward: ({ room }) => room.forward(),
  'front-page': ({ room }) => room.goFront(),
  'all-articles': ({ room }) => room.goAll(),
  'library-page': ({ room }) => room.goLibrary(),
  'next-result': step(1),
  'previous-result': step(-1),
  shortcuts: (app) => void app.open('help'),
  about: (app) => void app.open('about'),
};

/** Carries out a command of the menu or of the keyboard. */
export function runCommand(app: CtApp, command: CommandId): void {
  runs[command]?.(app);
}

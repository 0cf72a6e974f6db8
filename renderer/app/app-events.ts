import {
  BackToResultsEvent,
  OpenArticleEvent,
  OpenExternalEvent,
  ReadingShownEvent,
  SearchForEvent,
  ViewChangeEvent,
} from '../components/events.ts';
import type { Action, BesideAction } from '../components/shell-events.ts';
import {
  ActionEvent,
  BeginImportEvent,
  BoxEvent,
  DatesEvent,
  FilterEvent,
  ResultEvent,
  ReturnToBoxEvent,
  SortEvent,
  TypeEvent,
} from '../components/shell-events.ts';
import { noFilter } from '../controllers/place.ts';
import { askToMove } from './app-collections.ts';
import { askToCorrect, askToDelete } from './app-editing.ts';
import type { CtApp } from './ct-app.ts';

/** Listens to everything the components of the window announce. */
export function handleEvents(app: CtApp): void {
  app.addEventListener(TypeEvent.type, ({ text }) => app.room.type(text));
  app.addEventListener(BoxEvent.type, ({ act }) => box(app, act));
  app.addEventListener(ResultEvent.type, (event) => result(app, event));
  app.addEventListener(ReturnToBoxEvent.type, () => app.focusBox(false));
  app.addEventListener(FilterEvent.type, ({ change }) => app.room.filter(change));
  app.addEventListener(DatesEvent.type, ({ range }) => app.room.filter({ dates: range }));
  app.addEventListener(SortEvent.type, ({ sort }) => app.settings.change({ sort }));
  app.addEventListener(ActionEvent.type, ({ action }) => act(app, action));
  app.addEventListener(BeginImportEvent.type, ({ collection }) => {
    app.offers.begin(collection);
    if (app.dialog === 'import') app.dialog = null;
  });
  app.addEventListener(OpenArticleEvent.type, ({ articleId }) => app.read(articleId));
  app.addEventListener(ViewChangeEvent.type, ({ view }) => app.room.show(view));
  app.addEventListener(OpenExternalEvent.type, ({ url }) => app.bridge.openExternal(url));
  app.addEventListener(SearchForEvent.type, ({ text }) => app.room.goTo({ text, filter: noFilter }));
  app.addEventListener(ReadingShownEvent.type, ({ articleId }) => app.readingShown(articleId));
  app.addEventListener(BackToResultsEvent.type, () => {
    app.room.closeArticle();
    void app.updateComplete.then(() => app.list?.focusSelected());
  });
}

function box(app: CtApp, act: BoxEvent['act']): void {
  switch (act) {
    case 'commit':
      void app.room.commit();
      break;
    case 'blur':
      app.room.endTyping();
      break;
    case 'down':
      app.list?.focusSelected();
      break;
    case 'leave':
      // Nothing to go to: the focus rests on the page, where the arrow keys scroll.
      if (!app.list?.focusSelected()) app.blurBox();
      break;
  }
}

function result(app: CtApp, { index, act }: ResultEvent): void {
  const hit = app.room.search.hitAt(index);
  if (!hit) return;
  if (act === 'select') app.room.select(index);
  else if (act === 'click') app.room.open(hit.id);
  else app.read(hit.id);
}

/** Actions that lead to another place, or to another way of searching. */
function act(app: CtApp, action: Action): void {
  app.closeDrawer();
  if (isBeside(action)) return beside[action.name](app);
  const { room, settings } = app;
  switch (action.name) {
    case 'front-page':
      return room.goFront();
    case 'all-articles':
      return room.goAll();
    case 'library':
      return room.goLibrary();
    case 'open-recent':
      return app.bridge.openRecent(action.index);
    case 'search':
      return room.goTo({ text: action.text, filter: noFilter });
    case 'search-instead':
      room.goTo({ text: action.text, filter: room.place.filter });
      // The button is gone with the answer that offered it.
      return app.focusBox(false);
    case 'collection':
      return room.filter({ collection: action.value });
    case 'section':
      return room.filter({ section: action.value });
    case 'no-filter':
      return room.filter(noFilter);
    case 'open':
      return app.read(action.article);
    case 'match-any':
      return settings.change({ match: 'any' });
    case 'spelling-free':
      return settings.change({ exactSpelling: false });
  }
}

/** Actions that leave the place as it is. */
const beside: Readonly<Record<BesideAction['name'], (app: CtApp) => void>> = {
  import: (app) => void app.open('import'),
  'import-files': ({ bridge }) => bridge.runCommand('import-files'),
  'import-folder': ({ bridge }) => bridge.runCommand('import-folder'),
  'reveal-library': ({ bridge }) => bridge.runCommand('reveal-library'),
  'cancel-import': ({ imports }) => imports.cancel(),
  'hide-import': (app) => {
    app.imports.hide(true);
    // The band is gone with the button: what brings it back is where the focus goes.
    void focusWhenDrawn(app, 'ct-import-indicator');
  },
  'show-import': (app) => {
    app.imports.hide(false);
    void focusWhenDrawn(app, 'ct-import-progress');
  },
  'dismiss-import': ({ imports }) => imports.dismiss(),
  'dismiss-notice': (app) => (app.remark = null),
  'verify-library': ({ bridge }) => bridge.runCommand('verify-library'),
  'back-up-library': ({ bridge }) => bridge.runCommand('back-up-library'),
  'dismiss-risk': (app) => (app.riskSeen = true),
  'cancel-care': ({ bridge }) => bridge.cancelCare(),
  'new-library': ({ bridge }) => bridge.runCommand('new-library'),
  'open-library': ({ bridge }) => bridge.runCommand('open-library'),
  'move-article': askToMove,
  'correct-article': askToCorrect,
  'delete-article': askToDelete,
  'undo-correction': ({ editing }) => void editing.undo(),
  'dismiss-editing': ({ editing }) => editing.dismiss(),
  'undo-collections': ({ collections }) => void collections.undo(),
  'dismiss-collections': ({ collections }) => collections.dismiss(),
  'rebuild-index': (app) => {
    app.remark = 'The search index is being made anew. Searching goes on with what is there.';
    app.bridge.rebuildIndex?.();
  },
  retry: ({ room }) => room.libraryChanged(),
  report: (app) => void app.open('report'),
  imports: (app) => void app.open('imports'),
};

async function focusWhenDrawn(app: CtApp, name: 'ct-import-indicator' | 'ct-import-progress'): Promise<void> {
  await app.updateComplete;
  const element = app.renderRoot.querySelector(name);
  await element?.updateComplete;
  element?.focus();
}

function isBeside(action: Action): action is BesideAction {
  return action.name in beside;
}

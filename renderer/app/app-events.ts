import {
  BackToResultsEvent,
  OpenArticleEvent,
  OpenExternalEvent,
  ReadingShownEvent,
  SearchForEvent,
  ViewChangeEvent,
} from '../components/events.ts';
import type { Action } from '../components/shell-events.ts';
import {
  ActionEvent,
  BoxEvent,
  DatesEvent,
  FilterEvent,
  ResultEvent,
  ReturnToBoxEvent,
  SortEvent,
  TypeEvent,
} from '../components/shell-events.ts';
import { noFilter } from '../controllers/place.ts';
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

function act(app: CtApp, action: Action): void {
  app.closeDrawer();
  const { room, settings, imports, bridge } = app;
  switch (action.name) {
    case 'front-page':
      return room.goFront();
    case 'all-articles':
      return room.goAll();
    case 'search':
      return room.goTo({ text: action.text, filter: noFilter });
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
    case 'import':
      return bridge.runCommand('import-files');
    case 'reveal-library':
      return bridge.runCommand('reveal-library');
    case 'cancel-import':
      return bridge.cancelImport();
    case 'dismiss-import':
      return imports.dismiss();
    case 'dismiss-notice':
      app.remark = null;
      return;
    case 'retry':
      return room.libraryChanged();
    case 'report':
      return void app.open('report');
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import '../components/ct-collection-dialog.ts';
import { CollectionQuestionEvent, CollectionWishEvent } from '../components/collection-events.ts';
import '../components/ct-notice.ts';
import type { Offer } from '../components/ct-notice.ts';
import type { CollectionNews, CollectionSuccession } from '../controllers/collections-controller.ts';
import type { ReadingRoom } from '../controllers/reading-room.ts';
import type { CommandId } from '../../main/bridge/commands.ts';
import { isTyping } from './shortcuts.ts';
import type { CtApp } from './ct-app.ts';

const undo: Offer = { label: 'Undo', action: { name: 'undo-collections' } };
const dismiss: Offer = { label: 'Dismiss', action: { name: 'dismiss-collections' } };

/** Listens to what people want done to collections. */
export function handleCollectionEvents(app: CtApp): void {
  app.addEventListener(CollectionQuestionEvent.type, ({ question }) => app.collections.ask(question));
  app.addEventListener(CollectionWishEvent.type, ({ wish }) => void app.collections.carryOut(wish));
}

/** The band that says what was done, with the way back. */
export function collectionNews(news: CollectionNews | null): TemplateResult {
  if (news === null) return html`${nothing}`;
  return html`<ct-notice
    ?urgent=${news.urgent}
    .text=${news.text}
    .offers=${news.undoable ? [undo, dismiss] : [dismiss]}
  ></ct-notice>`;
}

/** The dialog; closed while nothing is asked. */
export function collectionDialog({ collections, library }: CtApp): TemplateResult {
  return html`<ct-collection-dialog
    .question=${collections.question}
    .collections=${library.overview?.collections ?? []}
    @close=${() => collections.ask(null)}
  ></ct-collection-dialog>`;
}

/** Asks where the article on the screen is to go. */
export function askToMove({ collections, pane }: CtApp): void {
  const article = pane?.article ?? null;
  if (article === null) return;
  const { id, headline, collection } = article;
  collections.ask({ kind: 'move', article: id, headline, from: collection });
}

/** Results that were narrowed to a collection follow it to its new name, or are narrowed no longer. */
export function followCollection(room: ReadingRoom, { from, into }: CollectionSuccession): void {
  const { collection } = room.place.filter;
  if (collection !== null && from.includes(collection)) room.filter({ collection: into });
}

/** What Ctrl+Z or Cmd+Z takes back where no text takes it: what was done last; null when there is nothing. */
export function undoPressed(app: CtApp, event: KeyboardEvent): CommandId | null {
  const mac = app.bridge.platform === 'darwin';
  const main = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  const pressed = main && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
  if (!pressed || isTyping(event)) return null;
  const { collections, editing } = app;
  if (editing.canUndo && (!collections.canUndo || editing.lastDone > collections.lastDone))
    return 'undo-correction';
  return collections.canUndo ? 'undo-collections' : null;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleId } from '../../archive/model/article.ts';
import '../components/ct-correction-dialog.ts';
import '../components/ct-delete-dialog.ts';
import '../components/ct-new-article-dialog.ts';
import '../components/ct-notice.ts';
import type { Offer } from '../components/ct-notice.ts';
import { EditingWishEvent } from '../components/editing-events.ts';
import { PasteController } from '../controllers/paste-controller.ts';
import type { CtApp } from './ct-app.ts';

const undo: Offer = { label: 'Undo', action: { name: 'undo-correction' } };
const dismiss: Offer = { label: 'Dismiss', action: { name: 'dismiss-editing' } };

/** Listens to what people want done to articles. */
export function handleEditingEvents(app: CtApp): void {
  app.addEventListener(EditingWishEvent.type, ({ wish }) => {
    void app.editing.carryOut(wish);
    if (wish.kind === 'added') app.read(wish.id);
  });
  new PasteController(app, (event) => offerPasted(app, event));
}

/** The band that says what was done to an article, with the way back. */
export function editingNews({ editing: { news } }: CtApp): TemplateResult {
  if (news === null) return html`${nothing}`;
  return html`<ct-notice
    ?urgent=${news.urgent}
    .text=${news.text}
    .offers=${news.undoable ? [undo, dismiss] : [dismiss]}
  ></ct-notice>`;
}

/** The dialogs; closed while nothing is asked. */
export function editingDialogs({ editing, archive, library }: CtApp): TemplateResult {
  const { question } = editing;
  const close = (): void => editing.ask(null);
  return html`<ct-correction-dialog
      .article=${question?.kind === 'correct' ? question.article : null}
      @close=${close}
    ></ct-correction-dialog>
    <ct-delete-dialog
      .deletion=${question?.kind === 'delete' ? question.deletion : null}
      @close=${close}
    ></ct-delete-dialog>
    <ct-new-article-dialog
      ?open=${question?.kind === 'new'}
      .pasted=${question?.kind === 'new' ? question.pasted : null}
      .archive=${archive}
      .collections=${library.overview?.collections ?? []}
      @close=${close}
    ></ct-new-article-dialog>`;
}

/** A text of at least so many characters may be an article. */
const leastPasted = 80;

/** What is pasted where no text takes it, a picture or a longer text, is offered as a new article. */
function offerPasted(app: CtApp, event: ClipboardEvent): void {
  if (!app.idle || event.clipboardData === null) return;
  const { files } = event.clipboardData;
  const image = [...files].find(({ type }) => type.startsWith('image/')) ?? null;
  const text = event.clipboardData.getData('text/plain').trim();
  if (image === null && text.length < leastPasted) return;
  event.preventDefault();
  app.editing.ask({ kind: 'new', pasted: { text: image === null ? text : '', image } });
}

/** Asks what is to be put right in the article on the screen. */
export function askToCorrect({ editing, pane }: CtApp): void {
  const article = pane?.article ?? null;
  if (article !== null) editing.ask({ kind: 'correct', article });
}

/** Asks whether the article on the screen is to be deleted. */
export function askToDelete({ editing, pane }: CtApp): void {
  const article = pane?.article ?? null;
  if (article !== null) void editing.askToDelete(article.id);
}

/** An article is gone: the next one of the list is shown, else the one before it. */
export function leaveArticle(app: CtApp, id: ArticleId): void {
  const next = app.room.forget(id);
  if (next !== null) app.read(next);
  else app.focusBox(false);
}

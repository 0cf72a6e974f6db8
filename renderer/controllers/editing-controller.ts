import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { EditingApi } from '../../archive/api/editing.ts';
import type { Article, ArticleId } from '../../archive/model/article.ts';
import { correctedFields, type Correction } from '../../archive/model/correction.ts';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { EditingQuestion, EditingWish } from '../components/editing-events.ts';

/** What is said after a change of an article. */
export interface EditingNews {
  readonly text: string;
  readonly urgent: boolean;
  readonly undoable: boolean;
}

/** What was shown of an article before it was corrected. */
interface Former {
  readonly id: ArticleId;
  readonly correction: Correction;
}

const mostUndone = 50;

/** What was shown of the fields in which two versions of an article differ. */
function formerOf(before: Article, after: Article): Correction {
  const differ = correctedFields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return Object.fromEntries(differ.map((field) => [field, before[field]]));
}

/** Corrects and deletes articles, says what was done, and takes corrections back, the last first. */
export class EditingController implements ReactiveController {
  /** What a person is being asked, or null. */
  question: EditingQuestion | null = null;
  news: EditingNews | null = null;
  /** When the last correction was made that can be taken back, by the clock of the page. */
  lastDone = -Infinity;
  private readonly done: Former[] = [];

  private readonly host: ReactiveControllerHost;
  private readonly archive: EditingApi;
  /** Told when an article is gone. */
  private readonly gone: (id: ArticleId) => void;

  constructor(host: ReactiveControllerHost, archive: EditingApi, gone: (id: ArticleId) => void) {
    this.host = host;
    this.archive = archive;
    this.gone = gone;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing is asked before a person does.
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  ask(question: EditingQuestion | null): void {
    this.question = question;
    this.host.requestUpdate();
  }

  /** Asks whether an article is to be deleted, once it is known what goes with it. */
  async askToDelete(id: ArticleId): Promise<void> {
    const deletion = await this.archive.deletion(id);
    if (deletion.ok) this.ask({ kind: 'delete', deletion: deletion.value });
    else this.fail(deletion.error);
  }

  dismiss(): void {
    this.say(null);
  }

  async carryOut(wish: EditingWish): Promise<void> {
    if (wish.kind === 'delete') return this.delete(wish.id, wish.headline);
    if (wish.kind === 'added') {
      const text = wish.isNew
        ? `Added “${wish.headline}”.`
        : `The very same article is in the library already: “${wish.headline}”.`;
      return this.say({ text, urgent: false, undoable: false });
    }
    const { article, correction, revert } = wish;
    const corrected = await this.archive.correctArticle(article.id, correction, revert);
    if (!corrected.ok) return this.fail(corrected.error);
    const former = formerOf(article, corrected.value);
    if (Object.keys(former).length === 0) return this.say(null);
    this.done.push({ id: article.id, correction: former });
    if (this.done.length > mostUndone) this.done.shift();
    this.lastDone = performance.now();
    this.say({ text: `Corrected “${corrected.value.headline}”.`, urgent: false, undoable: true });
  }

  /** Takes back the last correction that was made in this window. */
  async undo(): Promise<void> {
    const last = this.done.pop();
    if (last === undefined) return;
    const undone = await this.archive.correctArticle(last.id, last.correction, []);
    if (!undone.ok) return this.fail(undone.error);
    const text = `The correction of “${undone.value.headline}” was taken back.`;
    this.say({ text, urgent: false, undoable: false });
  }

  private async delete(id: ArticleId, headline: string): Promise<void> {
    this.say({ text: `Deleting “${headline}”…`, urgent: false, undoable: false });
    const deleted = await this.archive.deleteArticle(id);
    if (!deleted.ok) return this.fail(deleted.error);
    for (let at = this.done.length - 1; at >= 0; at -= 1)
      if (this.done[at]?.id === id) this.done.splice(at, 1);
    this.gone(id);
    // Its headline is not said again: nothing of it is kept.
    const text = 'The article was deleted. Backups and copies elsewhere still have it.';
    this.say({ text, urgent: false, undoable: false });
  }

  private fail(error: ArchiveError): void {
    this.say({ text: describeError(error), urgent: true, undoable: false });
  }

  private say(news: EditingNews | null): void {
    this.news = news;
    this.host.requestUpdate();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CollectionsApi } from '../../archive/api/collections.ts';
import { describeChange, describeUndone } from '../../archive/model/collection-sentences.ts';
import type { CollectionChange } from '../../archive/model/collections.ts';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { Result } from '../../archive/model/result.ts';
import type { CollectionQuestion, CollectionWish } from '../components/collection-events.ts';
import { formatCount } from '../format/numbers.ts';

/** What is said after a change. */
export interface CollectionNews {
  readonly text: string;
  readonly urgent: boolean;
  /** Whether the last change can be taken back from here. */
  readonly undoable: boolean;
}

/** Another name that articles of a collection are found under now. */
export interface CollectionSuccession {
  readonly from: readonly string[];
  readonly into: string | null;
}

/** Changes collections, says what was done, and takes it back, the last first. */
export class CollectionsController implements ReactiveController {
  /** What a person is being asked, or null. */
  question: CollectionQuestion | null = null;
  news: CollectionNews | null = null;
  /** When the last change was made that can be taken back, by the clock of the page. */
  lastDone = -Infinity;
  private readonly done: CollectionChange[] = [];

  private readonly host: ReactiveControllerHost;
  private readonly archive: CollectionsApi;
  /** Told when what was found under one name is found under another. */
  private readonly succeeded: (succession: CollectionSuccession) => void;

  constructor(
    host: ReactiveControllerHost,
    archive: CollectionsApi,
    succeeded: (succession: CollectionSuccession) => void,
  ) {
    this.host = host;
    this.archive = archive;
    this.succeeded = succeeded;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing is asked before a person does.
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  ask(question: CollectionQuestion | null): void {
    this.question = question;
    this.host.requestUpdate();
  }

  dismiss(): void {
    this.say(null);
  }

  async carryOut(wish: CollectionWish): Promise<void> {
    if (wish.kind === 'delete') return this.deleteWithArticles(wish.name);
    const changed = await this.change(wish);
    if (!changed.ok) return this.fail(changed.error);
    const { undo, kind, from, into } = changed.value;
    if (undo !== null) {
      this.done.push(changed.value);
      this.lastDone = performance.now();
    }
    if (kind === 'renamed' || kind === 'merged' || kind === 'removed') this.succeeded({ from, into });
    this.say({ text: describeChange(changed.value), urgent: false, undoable: undo !== null });
  }

  /** Takes back the last change that was made from this window. */
  async undo(): Promise<void> {
    const last = this.done.pop();
    if (last === undefined || last.undo === null) return;
    const undone = await this.archive.undoCollectionChange(last.undo);
    if (!undone.ok) return this.fail(undone.error);
    const [former] = last.from;
    if (last.into !== null && former !== undefined && last.kind === 'renamed') {
      this.succeeded({ from: [last.into], into: former });
    }
    this.say({ text: describeUndone(undone.value), urgent: false, undoable: false });
  }

  private change(
    wish: Exclude<CollectionWish, { kind: 'delete' }>,
  ): Promise<Result<CollectionChange, ArchiveError>> {
    switch (wish.kind) {
      case 'create':
        return this.archive.createCollection(wish.name);
      case 'rename':
        return this.archive.renameCollection(wish.name, wish.to);
      case 'merge':
        return this.archive.mergeCollections([wish.name], wish.into);
      case 'remove':
        return this.archive.removeCollection(wish.name, wish.into);
      case 'move':
        return this.archive.moveArticles([wish.article], wish.into);
    }
  }

  private async deleteWithArticles(name: string): Promise<void> {
    this.say({ text: `Deleting “${name}” with its articles…`, urgent: false, undoable: false });
    const deleted = await this.archive.deleteCollection(name);
    if (!deleted.ok) return this.fail(deleted.error);
    this.succeeded({ from: [name], into: null });
    const text = `Deleted “${name}” and ${formatCount(deleted.value, 'article')}. Copies and backups elsewhere still have them.`;
    this.say({ text, urgent: false, undoable: false });
  }

  private fail(error: ArchiveError): void {
    this.say({ text: describeError(error), urgent: true, undoable: false });
  }

  private say(news: CollectionNews | null): void {
    this.news = news;
    this.host.requestUpdate();
  }
}

import { json, text, textOrNull } from '../library/columns.ts';
import type { Library } from '../library/library.ts';
import { summaryColumns, summaryOf } from '../library/rows.ts';
import type { Row } from '../library/sqlite.ts';
import type { ArticleId, ArticleWarning } from '../model/article.ts';
import type { ArticleCopies, ArticleCopy, CopyGroup, CopyGroups } from '../model/copies.ts';
import { bestFirst } from './best-copy.ts';
import type { RankedCopy } from './best-copy.ts';
import type { CopiesReader, CopyMember } from './copies-reader.ts';
import { likenessOf } from './likeness.ts';
import { ArticleReader } from './print-source.ts';
import { printOf } from './text-sketch.ts';
import type { TextPrint } from './text-sketch.ts';

/** So many copies are compared with the one that is read; more would take a noticeable time. */
const mostCompared = 100;

/** A member of a group with what decides on its place. */
interface ShownCopy extends RankedCopy {
  readonly text: number;
}

function isCut(row: Row): boolean {
  const warnings = json<readonly ArticleWarning[]>(row, 'warnings');
  return warnings.some(({ code }) => code === 'cut-off' || code === 'part-missing');
}

/** Answers what is a copy of what, with everything that is shown of it. Throws what SQLite throws. */
export class CopyDesk {
  private readonly library: Library;
  private readonly reader: CopiesReader;
  private readonly articles: ArticleReader;

  constructor(library: Library, reader: CopiesReader) {
    this.library = library;
    this.reader = reader;
    this.articles = new ArticleReader(library);
  }

  /** The other copies of an article, the best first. */
  copies(id: ArticleId, limit: number): ArticleCopies {
    const ranked = this.ranked(this.reader.membersWith(id));
    const own = ranked.find(({ summary }) => summary.id === id);
    if (own === undefined || ranked.length < 2) return { total: 0, isBest: true, copies: [] };
    const others = ranked.filter((copy) => copy !== own);
    const copies = this.compared(own, others.slice(0, limit));
    return { total: others.length, isBest: ranked[0] === own, copies };
  }

  groups(offset: number, limit: number): CopyGroups {
    const { groups: total, articles } = this.reader.totals();
    const groups = this.reader.groups(offset, limit).flatMap((label): readonly CopyGroup[] => {
      const ranked = this.ranked(this.reader.members(label));
      const [best] = ranked;
      if (best === undefined) return [];
      return [{ total: ranked.length, copies: this.compared(best, ranked.slice(0, mostCompared)) }];
    });
    this.articles.forget();
    return { total, articles, groups };
  }

  /** Members that the library still has, the best first. */
  private ranked(members: readonly CopyMember[]): readonly ShownCopy[] {
    if (members.length === 0) return [];
    const sql = `
      SELECT ${summaryColumns}, byline, warnings FROM articles
      WHERE id IN (SELECT value FROM json_each(?))`;
    const rows = this.library.database.all(sql, JSON.stringify(members.map(({ id }) => id)));
    const byId = new Map(rows.map((row) => [text(row, 'id'), row]));
    const shown = members.flatMap(({ id, text: number, words }): readonly ShownCopy[] => {
      const row = byId.get(id);
      if (row === undefined) return [];
      const byline = textOrNull(row, 'byline');
      return [{ text: number, summary: summaryOf(row), words, byline, isCut: isCut(row) }];
    });
    return bestFirst(shown);
  }

  private compared(own: ShownCopy, others: readonly ShownCopy[]): readonly ArticleCopy[] {
    let print: TextPrint | null = null;
    const known = new Map<number, number | null>([[own.text, 1]]);
    const likeness = (other: ShownCopy): number | null => {
      print ??= this.print(own.summary.id);
      const theirs = this.print(other.summary.id);
      return print === null || theirs === null ? null : likenessOf(print, theirs).resemblance;
    };
    return others.map((other, place) => {
      if (!known.has(other.text)) known.set(other.text, place < mostCompared ? likeness(other) : null);
      const { summary, words } = other;
      const same = other.text === own.text;
      return { article: summary, words, same, likeness: known.get(other.text) ?? null };
    });
  }

  private print(id: ArticleId): TextPrint | null {
    const words = this.articles.article(id);
    return words === null ? null : printOf(words.body.view());
  }
}

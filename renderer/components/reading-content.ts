import type { ArchiveApi } from '../../archive/api/archive-api.ts';
import type { MarkRequest, OriginalText, Reading } from '../../archive/api/reading.ts';
import type { ArticleId, ArticleSummary, ListedLink } from '../../archive/model/article.ts';
import type { ArticleCopies } from '../../archive/model/copies.ts';
import { archiveError, type ArchiveError } from '../../archive/model/errors.ts';
import type { Scan } from '../../archive/model/new-article.ts';
import type { Result } from '../../archive/model/result.ts';
import { outlineMarks, type MarkOutline } from './mark-outline.ts';

/** What the reading pane shows for an id. */
export type ReadingContent =
  | {
      readonly kind: 'article';
      readonly id: ArticleId;
      readonly reading: Reading;
      readonly outline: MarkOutline;
      /** The other copies of it; none when that cannot be told. */
      readonly copies: ArticleCopies;
    }
  /** An item that a page lists and the archive does not hold; `link` is its line on that page, when it could be read. */
  | {
      readonly kind: 'listed';
      readonly id: ArticleId;
      readonly summary: ArticleSummary;
      readonly link: ListedLink | null;
    }
  | { readonly kind: 'error'; readonly id: ArticleId; readonly error: ArchiveError };

/** The original of the article `id`, or why it cannot be shown. */
export interface OriginalContent {
  readonly id: ArticleId;
  readonly result: Result<OriginalText, ArchiveError>;
  /** The picture that it is the text of; null when it has none, or it cannot be read. */
  readonly scan: Scan | null;
}

function internal(error: unknown): ArchiveError {
  return archiveError('internal', { detail: error instanceof Error ? error.message : String(error) });
}

async function listedContent(archive: ArchiveApi, id: ArticleId): Promise<ReadingContent> {
  const summary = await archive.summary(id);
  if (!summary.ok) return { kind: 'error', id, error: summary.error };
  const page = summary.value.listedOn;
  const reading = page === null ? null : await archive.read(page.id, null);
  const link = reading?.ok === true ? reading.value.article.listed.find((item) => item.id === id) : undefined;
  return { kind: 'listed', id, summary: summary.value, link: link ?? null };
}

/** So many copies are named; of more, it is said how many there are. */
const mostCopies = 20;
const noCopies: ArticleCopies = { total: 0, isBest: true, copies: [] };

/** Reads what there is to show for an id. Never rejects: what goes wrong unexpectedly is shown as well. */
export async function loadContent(
  archive: ArchiveApi,
  id: ArticleId,
  marks: MarkRequest | null,
): Promise<ReadingContent> {
  try {
    // Asked together and shown together, so that no line of the article moves when it is there.
    const [reading, copies] = await Promise.all([archive.read(id, marks), archive.copies(id, mostCopies)]);
    if (reading.ok) {
      const { article } = reading.value;
      return {
        kind: 'article',
        id,
        reading: reading.value,
        outline: outlineMarks(article, reading.value.marks),
        copies: copies.ok ? copies.value : noCopies,
      };
    }
    if (reading.error.code === 'article-not-archived') return await listedContent(archive, id);
    return { kind: 'error', id, error: reading.error };
  } catch (error) {
    return { kind: 'error', id, error: internal(error) };
  }
}

/** Reads the exact text of an article's original. Never rejects. */
export async function loadOriginal(archive: ArchiveApi, id: ArticleId): Promise<OriginalContent> {
  try {
    const [result, scan] = await Promise.all([archive.originalText(id), archive.scan(id)]);
    return { id, result, scan: scan.ok ? scan.value : null };
  } catch (error) {
    return { id, result: { ok: false, error: internal(error) }, scan: null };
  }
}

/** Whether two things shown are one article with the same marks. */
export function sameMarks(one: ReadingContent | null, other: ReadingContent | null): boolean {
  if (one?.kind !== 'article' || other?.kind !== 'article' || one.id !== other.id) return false;
  return JSON.stringify(one.reading.marks) === JSON.stringify(other.reading.marks);
}

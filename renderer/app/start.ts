import type { ArchiveApi } from '../../archive/api/archive-api.ts';
import type { ArticleId } from '../../archive/model/article.ts';
import type { StartRequest } from '../../main/bridge/bridge.ts';
import { noFilter } from '../controllers/place.ts';
import type { ReadingRoom } from '../controllers/reading-room.ts';

/** Goes to what a start asked for. Resolves to a sentence when the article it named is not there. */
export async function applyStart(
  request: StartRequest,
  archive: Pick<ArchiveApi, 'search' | 'summary'>,
  room: ReadingRoom,
): Promise<string | null> {
  if (request.query !== null && request.query.trim() !== '') {
    room.goTo({ text: request.query, filter: noFilter });
  }
  if (request.open === null || request.open.trim() === '') return null;
  const article = await findArticle(archive, request.open.trim());
  if (article) room.open(article);
  return article ? null : `No article of the library is called “${request.open.trim()}”.`;
}

/** The article of an id, or the one whose headline has these words; an equal headline before one that has more. */
export async function findArticle(
  archive: Pick<ArchiveApi, 'search' | 'summary'>,
  open: string,
): Promise<ArticleId | null> {
  if (/^[0-9a-f]{32}$/.test(open)) {
    const summary = await archive.summary(open as ArticleId);
    if (summary.ok) return summary.value.id;
  }
  const words = open.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  const result = await archive.search({
    text: words.map((word) => `headline:${word}`).join(' '),
    match: 'all',
    exactSpelling: false,
    sort: 'relevance',
    typing: false,
    filter: noFilter,
    offset: 0,
    limit: 50,
  });
  if (!result.ok || result.value.notices.some(({ code }) => code === 'any-instead-of-all')) return null;
  const { hits } = result.value;
  const equal = hits.find(({ headline }) => headline.toLowerCase() === open.toLowerCase());
  return (equal ?? hits.find(({ archived }) => archived) ?? hits[0])?.id ?? null;
}

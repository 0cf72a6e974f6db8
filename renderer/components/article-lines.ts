import { html, nothing } from 'lit';
import type { Reading } from '../../archive/api/reading.ts';
import type { ArticleId, ArticleSummary, ListedLink } from '../../archive/model/article.ts';
import { formatPartialDate } from '../format/dates.ts';
import { partText } from './article-blocks.ts';
import type { ArticleGroup, ArticleLine } from './ct-article-list.ts';
import { externalLink, webAddress } from './external-link.ts';
import type { MarkedPart } from './mark-outline.ts';

const notHeld = 'not in the archive';

/** The line of an article of the archive: where and when it appeared, and what else there is to say. */
export function summaryLine(summary: ArticleSummary, more: unknown = nothing): ArticleLine {
  const { id, headline, source, published, language } = summary;
  const date = published === null ? 'undated' : formatPartialDate(published);
  const facts = source === null ? date : `${source} · ${date}`;
  return { article: id, headline, language, facts: html`<span dir="auto">${facts}</span>${more}` };
}

/** What is said of an item that the archive does not have: where the person may find it, outside, which `host` asks for. */
function elsewhere(host: HTMLElement, { url }: ListedLink): unknown {
  const address = url === null ? null : webAddress(url);
  return url === null || address === null
    ? notHeld
    : html`${notHeld} · ${externalLink(host, url, address.host)}`;
}

/**
 * What a page listed, with its marks. Neighbours under the same heading make a group; the printed order stays, so that marks
 * count in drawing order. `host` asks for addresses outside.
 */
export function listedGroups(
  host: HTMLElement,
  listed: readonly ListedLink[],
  parts: readonly MarkedPart[],
  current: number,
): readonly ArticleGroup[] {
  const groups: { readonly heading: string | null; readonly lines: ArticleLine[] }[] = [];
  listed.forEach((link, index) => {
    const { article, heading } = link;
    const facts = article === null ? elsewhere(host, link) : nothing;
    const line = { article, headline: partText(parts[index], current), language: null, facts };
    const last = groups.at(-1);
    if (last?.heading === heading) last.lines.push(line);
    else groups.push({ heading, lines: [line] });
  });
  return groups;
}

/** The articles of the archive that are named below an article: those it lists, and those that refer to it. */
export function namedArticles({ article, listedBy }: Reading): readonly ArticleId[] {
  return [...article.listed.flatMap((link) => link.article ?? []), ...listedBy.map(({ id }) => id)];
}

import type { HostApi } from '../api/host-api.ts';
import { csvRow } from '../export/csv-row.ts';
import type { ArticleCopies, ArticleCopy, CopyGroup } from '../model/copies.ts';
import type { ArchiveError } from '../model/errors.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { ParsedArguments } from './arguments.ts';
import { factsLine } from './article-text.ts';
import { counted } from './quantities.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

const perPage = 200;

/** How alike a copy is to the best, or to the article it is a copy of: `the same`, `92 % alike`. */
export function likenessText({ same, likeness }: Pick<ArticleCopy, 'same' | 'likeness'>): string {
  if (same) return 'the same';
  return likeness === null ? 'not compared' : `${String(Math.floor(likeness * 100))} % alike`;
}

function copyAsText(copy: ArticleCopy, place: number): string {
  const { article, words } = copy;
  const alike = place === 0 ? 'the best' : likenessText(copy);
  return `${article.id.slice(0, 12)}  ${article.headline}  (${factsLine(article)}; ${counted(words, 'word')}, ${alike})\n`;
}

function groupAsText({ total, copies }: CopyGroup): string {
  const more = total > copies.length ? `and ${String(total - copies.length)} more\n` : '';
  return `${counted(total, 'copy', 'copies')}\n${copies.map(copyAsText).join('')}${more}\n`;
}

function copyAsJson({ article, words, same, likeness }: ArticleCopy) {
  const { id, headline, source, published, collection } = article;
  return { id, headline, source, published: published?.value ?? null, collection, words, same, likeness };
}

/** The other copies of an article, as `cuttings show` names them; nothing where there are none. */
export function copiesText({ total, isBest, copies }: ArticleCopies): readonly string[] {
  if (total === 0) return [];
  const lines = copies.map((copy) => {
    const { id, headline } = copy.article;
    return `- ${headline} (${factsLine(copy.article)}; ${likenessText(copy)}) [${id}]`;
  });
  const more = total > copies.length ? [`- and ${String(total - copies.length)} more`] : [];
  const best = isBest ? ' This is the best one.' : '';
  return [`${counted(total, 'other copy', 'other copies')}.${best}\n${[...lines, ...more].join('\n')}`];
}

/** The same as JSON. */
export function copiesAsJson({ total, isBest, copies }: ArticleCopies) {
  return { total, isBest, copies: copies.map(copyAsJson) };
}

function groupAsCsv({ copies }: CopyGroup, number: number): string {
  return copies
    .map((copy, place) => {
      const { id, headline, source, published, collection } = copy.article;
      const likeness = copy.likeness === null ? '' : copy.likeness.toFixed(3);
      const facts = [id, headline, source ?? '', published?.value ?? '', collection];
      return csvRow([String(number), String(place + 1), ...facts, String(copy.words), likeness]);
    })
    .join('');
}

function groupText(args: ParsedArguments, group: CopyGroup, number: number): string {
  if (args.flag('csv')) return groupAsCsv(group, number);
  if (!args.flag('json')) return groupAsText(group);
  return `${JSON.stringify({ total: group.total, copies: group.copies.map(copyAsJson) })}\n`;
}

/** `cuttings duplicates`: the groups of copies, the largest first; with `--json` one a line. */
export async function duplicatesCommand(
  archive: HostApi,
  args: ParsedArguments,
  { stdout, stderr }: Surroundings,
): Promise<Result<number, ArchiveError>> {
  if (args.words.length > 0) throw new UsageError('duplicates takes no words, only options.');
  if (args.flag('csv') && args.flag('json'))
    throw new UsageError('Only one of --csv and --json can be printed.');
  if (args.flag('csv')) {
    await stdout.write('group,place,id,headline,source,published,collection,words,likeness\r\n');
  }
  for (let offset = 0; ; offset += perPage) {
    const page = await archive.copyGroups({ offset, limit: perPage });
    if (!page.ok) return page;
    const { groups, total, articles } = page.value;
    for (const [place, group] of groups.entries()) {
      await stdout.write(groupText(args, group, offset + place + 1));
    }
    if (groups.length === perPage) continue;
    const said =
      total === 0
        ? 'No article is a copy of another'
        : `${counted(total, 'group')} of ${counted(articles, 'article')}`;
    await stderr.write(`${said}.\n`);
    return ok(exitCodes.done);
  }
}

import type { HostApi } from '../api/host-api.ts';
import type { ArticleId, ArticleSummary } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import { archiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import type { ParsedArguments } from './arguments.ts';
import { articleText, factsLine } from './article-text.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome = Promise<Result<number, ArchiveError>>;

const page = 1_000;

/** All archived articles, asked for page by page. */
async function everyArticle(archive: HostApi): Promise<Result<readonly ArticleSummary[], ArchiveError>> {
  const all: ArticleSummary[] = [];
  for (;;) {
    const listed = await archive.list({ offset: all.length, limit: page });
    if (!listed.ok) return listed;
    all.push(...listed.value.articles);
    if (listed.value.articles.length === 0 || all.length >= listed.value.total) return ok(all);
  }
}

/** The article that a whole id or its first digits name. */
async function findId(archive: HostApi, given: string): Promise<Result<ArticleId, ArchiveError>> {
  if (!/^[0-9a-f]{6,32}$/u.test(given)) {
    throw new UsageError(
      `${given} is not an id: ids are 32 digits from 0 to f, of which the first six may do.`,
    );
  }
  if (given.length === 32) return ok(given as ArticleId);
  const all = await everyArticle(archive);
  if (!all.ok) return all;
  const found = all.value.filter(({ id }) => id.startsWith(given));
  if (found.length > 1)
    throw new UsageError(`${given} is the beginning of ${String(found.length)} ids. Give more digits.`);
  return found[0] === undefined ? fail(archiveError('article-not-found', { id: given })) : ok(found[0].id);
}

/** `cuttings show`: one article as text, as JSON, or its original bytes. */
export async function showCommand(
  archive: HostApi,
  args: ParsedArguments,
  { stdout }: Surroundings,
): Outcome {
  const [given, ...more] = args.words;
  if (given === undefined || more.length > 0)
    throw new UsageError('show needs exactly one id: cuttings show ID.');
  if (['json', 'text', 'original'].filter((option) => args.flag(option)).length > 1) {
    throw new UsageError('Only one of --json, --text and --original can be printed.');
  }
  const id = await findId(archive, given);
  if (!id.ok) return id;
  if (args.flag('original')) {
    const bytes = await archive.originalBytes(id.value);
    if (!bytes.ok) return bytes;
    await stdout.write(bytes.value);
    return ok(exitCodes.done);
  }
  const reading = await archive.read(id.value, null);
  if (!reading.ok) return reading;
  const { article } = reading.value;
  await stdout.write(args.flag('json') ? `${JSON.stringify(article, null, 2)}\n` : articleText(article));
  return ok(exitCodes.done);
}

function noWords(args: ParsedArguments, command: string): void {
  if (args.words.length > 0) throw new UsageError(`${command} takes no words, only options.`);
}

/** `cuttings list`: every archived article, oldest first. */
export async function listCommand(
  archive: HostApi,
  args: ParsedArguments,
  { stdout }: Surroundings,
): Outcome {
  noWords(args, 'list');
  const all = await everyArticle(archive);
  if (!all.ok) return all;
  if (args.flag('json')) {
    const articles = all.value.map(({ id, headline, source, section, language, published, collection }) => ({
      id,
      headline,
      source,
      section,
      language,
      published: published?.value ?? null,
      collection,
    }));
    await stdout.write(`${JSON.stringify({ total: articles.length, articles })}\n`);
  } else {
    const lines = all.value.map(
      (summary) => `${summary.id.slice(0, 12)}  ${summary.headline}  (${factsLine(summary)})\n`,
    );
    await stdout.write(lines.join(''));
  }
  return ok(exitCodes.done);
}

/** `cuttings stats`: what the library holds. */
export async function statsCommand(
  archive: HostApi,
  args: ParsedArguments,
  { stdout }: Surroundings,
): Outcome {
  noWords(args, 'stats');
  const overview = await archive.overview();
  if (!overview.ok) return overview;
  const { articles, listed, originals, originalBytes, collections, sources } = overview.value;
  if (args.flag('json')) {
    const counts = {
      articles,
      listed,
      originals,
      originalBytes,
      collections,
      sources,
      dates: overview.value.dates,
    };
    await stdout.write(`${JSON.stringify(counts)}\n`);
    return ok(exitCodes.done);
  }
  const lines = [
    `${String(articles)} articles, ${String(listed)} listed but not archived`,
    `${String(originals)} originals, ${String(originalBytes)} bytes`,
    ...collections.map(
      ({ name, articles: count, first, last }) =>
        `collection  ${name}: ${String(count)} (${first ?? 'undated'} to ${last ?? 'undated'})`,
    ),
    ...sources.map(({ name, articles: count }) => `source      ${name}: ${String(count)}`),
  ];
  await stdout.write(`${lines.join('\n')}\n`);
  return ok(exitCodes.done);
}

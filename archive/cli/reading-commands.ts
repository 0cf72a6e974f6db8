import type { HostApi } from '../api/host-api.ts';
import type { ArticleSummary } from '../model/article.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { ok } from '../model/result.ts';
import type { ParsedArguments } from './arguments.ts';
import { articleText, factsLine } from './article-text.ts';
import { copiesAsJson, copiesText } from './copies-command.ts';
import { eachPage, findArticle } from './find-article.ts';
import { holdingsLines } from './holdings-text.ts';
import { amount, counted, size } from './quantities.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome = Promise<Result<number, ArchiveError>>;

/** So many copies are named under an article. */
const mostCopies = 20;

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
  const id = await findArticle(archive, given);
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
  const copies = await archive.copies(id.value, mostCopies);
  if (!copies.ok) return copies;
  if (args.flag('json')) {
    await stdout.write(`${JSON.stringify({ ...article, copies: copiesAsJson(copies.value) }, null, 2)}\n`);
  } else {
    await stdout.write(articleText(article, copiesText(copies.value)));
  }
  return ok(exitCodes.done);
}

function noWords(args: ParsedArguments, command: string): void {
  if (args.words.length > 0) throw new UsageError(`${command} takes no words, only options.`);
}

function summaryAsJson({ id, headline, source, section, language, published, collection }: ArticleSummary) {
  return { id, headline, source, section, language, published: published?.value ?? null, collection };
}

function summaryAsText(summary: ArticleSummary): string {
  return `${summary.id.slice(0, 12)}  ${summary.headline}  (${factsLine(summary)})\n`;
}

/** `cuttings list`: every archived article, oldest first. */
export async function listCommand(
  archive: HostApi,
  args: ParsedArguments,
  { stdout }: Surroundings,
): Outcome {
  noWords(args, 'list');
  if (args.flag('json')) {
    const articles: unknown[] = [];
    const read = await eachPage(archive, (page) => void articles.push(...page.map(summaryAsJson)));
    if (!read.ok) return read;
    await stdout.write(`${JSON.stringify({ total: articles.length, articles })}\n`);
    return ok(exitCodes.done);
  }
  const read = await eachPage(archive, (page) => stdout.write(page.map(summaryAsText).join('')));
  return read.ok ? ok(exitCodes.done) : read;
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
  const holdings = await archive.holdings();
  if (!holdings.ok) return holdings;
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
      holdings: holdings.value,
    };
    await stdout.write(`${JSON.stringify(counts)}\n`);
    return ok(exitCodes.done);
  }
  const lines = [
    `${counted(articles, 'article')}, ${amount(listed)} listed but not archived`,
    `${counted(originals, 'original')}, ${size(originalBytes)}`,
    ...collections.map(
      ({ name, articles: count, first, last }) =>
        `collection  ${name}: ${amount(count)} (${first ?? 'undated'} to ${last ?? 'undated'})`,
    ),
    ...sources.map(({ name, articles: count }) => `source      ${name}: ${amount(count)}`),
    ...holdingsLines(holdings.value),
  ];
  await stdout.write(`${lines.join('\n')}\n`);
  return ok(exitCodes.done);
}

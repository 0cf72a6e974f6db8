import type { HostApi } from '../api/host-api.ts';
import type { ArticleId } from '../model/article.ts';
import { correctedFields } from '../model/correction.ts';
import type { CorrectedField, Correction } from '../model/correction.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { PartialDate } from '../model/partial-date.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { readJsonDate } from '../readers/records/record-date.ts';
import { readLanguageTag } from '../readers/records/record-language.ts';
import type { ParsedArguments } from './arguments.ts';
import { articleText } from './article-text.ts';
import { findArticle } from './find-article.ts';
import { counted } from './quantities.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome = Promise<Result<number, ArchiveError>>;

/** What stands for no value on the command line. */
const nothing = '-';

function dateOf(given: string): PartialDate | null {
  if (given === nothing) return null;
  const { date } = readJsonDate(given);
  if (date === null) throw new UsageError(`--date is a date such as 2007-11-28 or 2007-11, not ${given}.`);
  return date;
}

function languageOf(given: string): string | null {
  if (given === nothing) return null;
  const tag = readLanguageTag(given);
  if (tag === null) throw new UsageError(`--language is a code such as en, sr-Cyrl or sq, not ${given}.`);
  return tag;
}

function headlineOf(given: string): string {
  if (given.trim() === '' || given === nothing) throw new UsageError('--headline cannot be empty.');
  return given.trim();
}

function textOf(given: string): string | null {
  return given === nothing || given.trim() === '' ? null : given.trim();
}

function correctionOf(args: ParsedArguments): Correction {
  const given = <T>(option: string, read: (text: string) => T): T | undefined => {
    const text = args.text(option);
    return text === null ? undefined : read(text);
  };
  const all = {
    headline: given('headline', headlineOf),
    published: given('date', dateOf),
    source: given('source', textOf),
    byline: given('byline', textOf),
    language: given('language', languageOf),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function revertOf(args: ParsedArguments): readonly CorrectedField[] {
  const given = args.text('revert');
  if (given === null) return [];
  if (given === 'all') return correctedFields;
  return given.split(',').map((name) => {
    const field = correctedFields.find((known) => known === (name === 'date' ? 'published' : name));
    if (field === undefined)
      throw new UsageError(`--revert names headline, date, source, byline, language or all, not ${name}.`);
    return field;
  });
}

/** `cuttings correct`: puts an article right, or shows what its source gave again. */
export async function correctCommand(
  archive: HostApi,
  args: ParsedArguments,
  { stdout }: Surroundings,
): Outcome {
  const [given, ...more] = args.words;
  if (given === undefined || more.length > 0)
    throw new UsageError('correct needs exactly one id: cuttings correct ID --headline TEXT.');
  const correction = correctionOf(args);
  const revert = revertOf(args);
  if (Object.keys(correction).length + revert.length === 0)
    throw new UsageError(
      'correct needs something to put right: --headline, --date, --source, --byline, --language.',
    );
  const id = await findArticle(archive, given);
  if (!id.ok) return id;
  const corrected = await archive.keeping.correct(id.value, correction, revert);
  if (!corrected.ok) return corrected;
  const article = corrected.value;
  await stdout.write(args.flag('json') ? `${JSON.stringify(article, null, 2)}\n` : articleText(article));
  return ok(exitCodes.done);
}

/** `cuttings delete`: deletes articles with their originals, from database and index. */
export async function deleteCommand(
  archive: HostApi,
  args: ParsedArguments,
  { stdout }: Surroundings,
): Outcome {
  if (args.words.length === 0) throw new UsageError('delete needs at least one id: cuttings delete ID….');
  const ids: ArticleId[] = [];
  for (const word of args.words) {
    const id = await findArticle(archive, word);
    // Nothing is deleted when one of them is mistyped.
    if (!id.ok) return id;
    const named = await archive.summary(id.value);
    if (!named.ok) return named;
    const { archived, headline } = named.value;
    if (!archived) return fail(archiveError('article-not-archived', { id: id.value, headline }));
    ids.push(named.value.id);
  }
  const deleted = await archive.keeping.delete(ids);
  if (!deleted.ok) return deleted;
  const text = `Deleted ${counted(deleted.value, 'article')}. Copies and backups elsewhere still have what was deleted.\n`;
  await stdout.write(args.flag('json') ? `${JSON.stringify({ deleted: deleted.value })}\n` : text);
  return ok(exitCodes.done);
}

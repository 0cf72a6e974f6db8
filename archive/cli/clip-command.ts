import { readFile } from 'node:fs/promises';
import type { HostApi } from '../api/host-api.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { readPartialDate } from '../model/read-partial-date.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { readLanguageTag } from '../readers/records/record-language.ts';
import type { ParsedArguments } from './arguments.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome<T> = Promise<Result<T, ArchiveError>>;

async function bytesOf(file: string): Outcome<Uint8Array> {
  try {
    return ok(await readFile(file));
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code;
    if (detail === undefined) throw error;
    return fail(
      detail === 'ENOENT'
        ? archiveError('not-found', { path: file })
        : archiveError('unreadable', { path: file, detail }),
    );
  }
}

async function textOf(file: string | null, surroundings: Surroundings): Outcome<string> {
  if (file === null) return ok('');
  if (file === '-') return ok(await surroundings.readInput());
  const bytes = await bytesOf(file);
  if (!bytes.ok) return bytes;
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch (error) {
    if (error instanceof TypeError) return fail(archiveError('undecodable', { path: file }));
    throw error;
  }
}

function facts(args: ParsedArguments) {
  const headline = args.text('headline')?.trim() ?? '';
  if (headline === '') throw new UsageError('clip needs a headline: cuttings clip --headline TEXT.');
  const date = args.text('date');
  if (date !== null && typeof readPartialDate(date) === 'string')
    throw new UsageError(`--date is a date such as 2007-11-28, 2007-11 or 2007, not ${date}.`);
  const given = args.text('language');
  const language = given === null ? null : readLanguageTag(given);
  if (given !== null && language === null)
    throw new UsageError(`--language is a code such as en, sr-Cyrl or sq, not ${given}.`);
  const collection = args.text('collection') ?? 'Clippings';
  return { headline, date, language, source: args.text('source'), byline: args.text('byline'), collection };
}

/** `cuttings clip`: adds a clipping, a picture with what a person says about it, or a text of their own. */
export async function clipCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome<number> {
  if (args.words.length > 0) throw new UsageError('clip takes no words, only options.');
  const about = facts(args);
  const [imageFile, textFile] = [args.text('image'), args.text('text')];
  if (imageFile === null && textFile === null)
    throw new UsageError('clip needs --image FILE, --text FILE, or both; --text - reads standard input.');
  const image = imageFile === null ? ok(null) : await bytesOf(imageFile);
  if (!image.ok) return image;
  const text = await textOf(textFile, surroundings);
  if (!text.ok) return text;
  const kept = await archive.addArticle({ ...about, text: text.value, image: image.value });
  if (!kept.ok) return kept;
  const { id, isNew } = kept.value;
  const sentence = isNew ? `Added ${id}.\n` : `The very same is in the library already: ${id}.\n`;
  await surroundings.stdout.write(args.flag('json') ? `${JSON.stringify(kept.value)}\n` : sentence);
  return ok(exitCodes.done);
}

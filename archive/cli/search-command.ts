import type { HostApi } from '../api/host-api.ts';
import type { ArchiveError } from '../model/errors.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { SearchRequest } from '../model/search.ts';
import { choice, wholeNumber } from './arguments.ts';
import type { ParsedArguments } from './arguments.ts';
import { facetsText } from './facets-text.ts';
import { answerAsJson, foundWords, fullAnswer, remarks, summaryWords } from './full-answer.ts';
import type { Extras, FullAnswer } from './full-answer.ts';
import { histogramText } from './histogram-text.ts';
import { hitAsText } from './hit-text.ts';
import { longestQuery, readQueries } from './query-file.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome = Promise<Result<number, ArchiveError>>;

/** Further than anybody's archive reaches. */
const furthestOffset = 1_000_000_000;

/** Everything of a request but its text, from the options. */
function requestOptions(args: ParsedArguments): Omit<SearchRequest, 'text'> {
  return {
    match: choice(args, 'match', ['all', 'any']),
    exactSpelling: args.flag('exact-spelling'),
    sort: choice(args, 'sort', ['relevance', 'newest', 'oldest']),
    typing: false,
    filter: { collection: null, section: null, dates: null },
    offset: wholeNumber(args, 'offset', 0, furthestOffset),
    limit: wholeNumber(args, 'limit', 0, 1_000),
  };
}

function extrasOf(args: ParsedArguments): Extras {
  const extras = {
    facets: args.flag('facets'),
    histogram: args.flag('histogram'),
    explain: args.flag('explain'),
  };
  if (extras.explain && args.text('sort') !== 'relevance') {
    throw new UsageError('--explain goes with --sort relevance only: by date no score decides.');
  }
  return extras;
}

function queryOf(args: ParsedArguments): string {
  const text = args.words.join(' ');
  if (text.trim() === '') throw new UsageError('search needs a query: cuttings search QUERY.');
  if (text.length > longestQuery) throw new UsageError('A query has at most 10,000 characters.');
  return text;
}

/** The hits, then what the whole result consists of. */
async function printHits({ answer, facets, explanations, extras }: FullAnswer, surroundings: Surroundings) {
  const { stdout } = surroundings;
  const byId = new Map(explanations?.map((explanation) => [explanation.id, explanation] as const));
  for (const hit of answer.hits) await stdout.write(hitAsText(hit, byId.get(hit.id), stdout));
  if (facets === null) return;
  if (extras.facets) await stdout.write(facetsText(facets));
  if (extras.histogram) await stdout.write(histogramText(facets.dates));
}

/** One query: what is said about the answer goes to standard error. */
async function answerOne(archive: HostApi, args: ParsedArguments, surroundings: Surroundings): Outcome {
  const { stdout, stderr } = surroundings;
  const answered = await fullAnswer(
    archive,
    { text: queryOf(args), ...requestOptions(args) },
    extrasOf(args),
  );
  if (!answered.ok) return answered;
  const { answer } = answered.value;
  const said = remarks(answer);
  if (args.flag('json')) {
    await stdout.write(`${JSON.stringify(answerAsJson(answered.value))}\n`);
    for (const line of said) await stderr.write(`${line}\n`);
  } else {
    const lines = [`${answer.query}: ${summaryWords(answer)}.`, ...said, ''];
    await stderr.write(lines.map((line) => `${line}\n`).join(''));
    await printHits(answered.value, surroundings);
  }
  return ok(exitCodes.done);
}

/** Many queries: each answer has a heading, or is one line of JSON (JSON Lines). */
async function answerFile(
  archive: HostApi,
  file: string,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  if (args.words.length > 0) throw new UsageError('Give a query or --queries FILE, not both.');
  const [options, extras] = [requestOptions(args), extrasOf(args)];
  const queries = await readQueries(file, surroundings);
  if (!queries.ok) return queries;
  const { stdout, stderr } = surroundings;
  for (const text of queries.value) {
    const answered = await fullAnswer(archive, { text, ...options }, extras);
    if (!answered.ok) return answered;
    const { answer } = answered.value;
    const heading = `== ${text} · ${foundWords(answer)} ==`;
    await stdout.write(
      args.flag('json') ? `${JSON.stringify(answerAsJson(answered.value))}\n` : `${heading}\n\n`,
    );
    for (const line of remarks(answer)) await stderr.write(`${text}: ${line}\n`);
    if (!args.flag('json')) await printHits(answered.value, surroundings);
  }
  return ok(exitCodes.done);
}

/** `cuttings search`: prints hits for people, or as JSON. Answers the exit code, or why nothing could be searched. */
export async function searchCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  const file = args.text('queries');
  return file === null
    ? answerOne(archive, args, surroundings)
    : answerFile(archive, file, args, surroundings);
}

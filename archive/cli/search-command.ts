import type { HostApi } from '../api/host-api.ts';
import type { ArchiveError } from '../model/errors.ts';
import { describeNotice } from '../model/notice-sentences.ts';
import type { Result } from '../model/result.ts';
import type { Hit, MarkedText, SearchAnswer, SearchRequest } from '../model/search.ts';
import { choice, wholeNumber } from './arguments.ts';
import type { ParsedArguments } from './arguments.ts';
import { factsLine } from './article-text.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Output, Surroundings } from './streams.ts';

function requestOf(args: ParsedArguments): SearchRequest {
  const text = args.words.join(' ');
  if (text.trim() === '') throw new UsageError('search needs a query: cuttings search QUERY.');
  if (text.length > 10_000) throw new UsageError('A query has at most 10,000 characters.');
  return {
    text,
    match: choice(args, 'match', ['all', 'any']),
    exactSpelling: args.flag('exact-spelling'),
    sort: choice(args, 'sort', ['relevance', 'newest', 'oldest']),
    typing: false,
    filter: { collection: null, section: null, dates: null },
    offset: 0,
    limit: wholeNumber(args, 'limit', 0, 1_000),
  };
}

function hitAsJson({ id, headline, source, published, url, score, snippet, archived }: Hit): unknown {
  const { text, marks } = snippet;
  return {
    id,
    headline,
    source,
    published: published?.value ?? null,
    url,
    score,
    snippet: { text, marks },
    archived,
  };
}

/** Marks in bold where a terminal shows it (ECMA-48 SGR 1 and 22). */
function emphasised({ text, marks }: MarkedText, output: Output): string {
  if (!output.isTerminal) return text;
  let end = 0;
  const parts = marks.map(([from, to]) => {
    const part = `${text.slice(end, from)}\u001b[1m${text.slice(from, to)}\u001b[22m`;
    end = to;
    return part;
  });
  return parts.join('') + text.slice(end);
}

function hitAsText(hit: Hit, output: Output): string {
  const headline = emphasised({ text: hit.headline, marks: hit.headlineMarks }, output);
  const facts = hit.archived
    ? factsLine(hit)
    : `listed on “${hit.listedOn?.headline ?? 'a page'}”, not in the archive`;
  const snippet = hit.snippet.text === '' ? '' : `    ${emphasised(hit.snippet, output)}\n`;
  return `${headline}\n    ${hit.id.slice(0, 12)} · ${facts}\n${snippet}\n`;
}

async function printText(answer: SearchAnswer, { stdout, stderr }: Surroundings): Promise<void> {
  const found = answer.total === 0 ? 'Nothing found' : `${String(answer.total)} found`;
  await stderr.write(`${found} for ${answer.query} in ${answer.tookMs.toFixed(1)} ms.\n`);
  for (const notice of answer.notices) await stderr.write(`${describeNotice(notice)}\n`);
  if (answer.alsoMatched.length > 0) await stderr.write(`Also matched: ${answer.alsoMatched.join(', ')}\n`);
  await stderr.write('\n');
  for (const hit of answer.hits) await stdout.write(hitAsText(hit, stdout));
}

/** `cuttings search`: prints hits for people, or as JSON. Answers the exit code, or why nothing could be searched. */
export async function searchCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Promise<Result<number, ArchiveError>> {
  const answered = await archive.search(requestOf(args));
  if (!answered.ok) return answered;
  const { query, total, tookMs, hits } = answered.value;
  if (args.flag('json')) {
    await surroundings.stdout.write(
      `${JSON.stringify({ query, total, tookMs, hits: hits.map(hitAsJson) })}\n`,
    );
    for (const notice of answered.value.notices)
      await surroundings.stderr.write(`${describeNotice(notice)}\n`);
  } else {
    await printText(answered.value, surroundings);
  }
  return { ok: true, value: exitCodes.done };
}

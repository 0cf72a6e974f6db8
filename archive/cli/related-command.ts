import type { HostApi } from '../api/host-api.ts';
import type { ArchiveError } from '../model/errors.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { RelatedArticle } from '../model/search.ts';
import { wholeNumber } from './arguments.ts';
import type { ParsedArguments } from './arguments.ts';
import { factsLine } from './article-text.ts';
import { findArticle } from './find-article.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

function asJson({ article, score, because }: RelatedArticle): unknown {
  const { id, headline, source, published } = article;
  return { id, headline, source, published: published?.value ?? null, score, because };
}

function asText({ article, because }: RelatedArticle): string {
  const facts = `    ${article.id.slice(0, 12)} · ${factsLine(article)}\n`;
  const words = because.length === 0 ? '' : `    both have: ${because.join(', ')}\n`;
  return `${article.headline}\n${facts}${words}\n`;
}

/** `cuttings related`: articles about the same as one, the nearest first. Errors: those of `related`. */
export async function relatedCommand(
  archive: HostApi,
  args: ParsedArguments,
  { stdout, stderr }: Surroundings,
): Promise<Result<number, ArchiveError>> {
  const [given, ...more] = args.words;
  if (given === undefined || more.length > 0)
    throw new UsageError('related needs exactly one id: cuttings related ID.');
  const limit = wholeNumber(args, 'limit', 1, 50);
  const id = await findArticle(archive, given);
  if (!id.ok) return id;
  const found = await archive.related(id.value, limit);
  if (!found.ok) return found;
  if (args.flag('json')) {
    await stdout.write(`${JSON.stringify({ id: id.value, related: found.value.map(asJson) })}\n`);
  } else if (found.value.length === 0) {
    await stderr.write('No other article is about the same.\n');
  } else {
    await stdout.write(found.value.map(asText).join(''));
  }
  return ok(exitCodes.done);
}

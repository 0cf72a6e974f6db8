import { readDateLine } from '../../text/date-lines.ts';
import { isByline, labelledSource } from '../byline.ts';
import { readDateline } from '../dateline.ts';
import { isCapitals, isProse } from '../line-kinds.ts';
import { labelledRecord } from './labelled-part.ts';
import { separatorOf } from './separator.ts';
import type { Separator } from './separator.ts';

/** A line that separates must stand there so often. */
const enoughSeparators = 2;
const enoughParts = 2;
/** So many of the parts must look like articles; and so many say when or where they are from, or who wrote them. */
const enoughShare = 0.8;
const enoughOrigins = 0.6;
/** So many parts show it. */
const sampleParts = 40;
const longestHeadline = 200;
const shortestBody = 60;
const headLines = 6;

interface Look {
  readonly isArticle: boolean;
  readonly hasOrigin: boolean;
}

function lineSaysOrigin(line: string): boolean {
  return (
    readDateLine(line) !== null ||
    isByline(line) ||
    labelledSource(line) !== null ||
    readDateline(line) !== null ||
    /^\W{0,3}(?:url|link)?\W{0,3}https?:\/\/\S+$/iu.test(line)
  );
}

/** How a part looks: a line of a headline's length that is no sentence, a text under it, and signs of its origin. */
function lookAt(part: string): Look {
  if (labelledRecord(part) !== null) return { isArticle: true, hasOrigin: true };
  const lines = part
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const head = lines.slice(0, headLines).map((line) => line.slice(0, 1_000));
  const origins = head.map(lineSaysOrigin);
  const headline = head.find((_line, at) => origins[at] === false);
  const isHeadline =
    headline !== undefined &&
    headline.length <= longestHeadline &&
    (!isProse(headline) || isCapitals(headline));
  const at = headline === undefined ? 0 : lines.findIndex((line) => line.startsWith(headline));
  const body = lines.slice(at + 1).reduce((sum, line) => sum + line.length, 0);
  const last = lines.slice(-2).map((line) => line.slice(0, 1_000));
  return {
    isArticle: isHeadline && body >= shortestBody,
    hasOrigin: origins.includes(true) || last.some(lineSaysOrigin),
  };
}

function partsBetween(lines: readonly string[], keys: readonly (string | null)[], key: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && keys[at] !== key) continue;
    const part = lines.slice(from, at).join('\n').trim();
    if (part !== '') parts.push(part);
    from = at + 1;
  }
  return parts;
}

function isCollection(parts: readonly string[], { counts }: Separator): boolean {
  const looks = parts.slice(0, sampleParts).map(lookAt);
  // A title may stand before the first, a note after the last.
  const inner = looks.filter(({ isArticle }, at) => isArticle || (at > 0 && at < looks.length - 1));
  const articles = inner.filter(({ isArticle }) => isArticle);
  if (articles.length < enoughParts || articles.length < inner.length * enoughShare) return false;
  if (counts) return true;
  return articles.filter(({ hasOrigin }) => hasOrigin).length >= articles.length * enoughOrigins;
}

/** The line between the articles of a text, by its beginning; null when it is one article, or none. */
export function chooseSeparator(text: string, complete: boolean): Separator | null {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n');
  const separators = lines.map(separatorOf);
  const keys = separators.map((separator) => separator?.key ?? null);
  const found = new Map<string, { readonly separator: Separator; count: number }>();
  for (const separator of separators) {
    if (separator === null) continue;
    const known = found.get(separator.key);
    if (known === undefined) found.set(separator.key, { separator, count: 1 });
    else known.count += 1;
  }
  const often = [...found.values()].filter(({ count }) => count >= enoughSeparators);
  // What counts the documents is surer than a rule, and what recurs more surely separates the smaller things.
  often.sort(
    (one, other) => Number(other.separator.counts) - Number(one.separator.counts) || one.count - other.count,
  );
  for (const { separator } of often.slice(0, 8)) {
    const parts = partsBetween(lines, keys, separator.key);
    if (isCollection(complete ? parts : parts.slice(0, -1), separator)) return separator;
  }
  return null;
}

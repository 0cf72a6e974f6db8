import type { Article } from '../../model/article.ts';
import type { MarkedText } from '../../model/search.ts';
import { listedParts, passageParts } from '../fields.ts';
import type { TextPart } from '../index-document.ts';
import type { Match, Matcher } from './matcher.ts';
import { cutPassage, joinPassages } from './passage.ts';

/** Characters of a snippet, and of each half when two passages are joined. */
const whole = 200;
const half = 100;

/** A stretch of one part with the matches in it. */
interface Stretch {
  readonly part: number;
  readonly from: number;
  readonly to: number;
  readonly answers: ReadonlySet<number>;
  readonly count: number;
  /** Whether it is of the standfirst or the body. */
  readonly running: boolean;
}

interface MarkedPart {
  readonly text: string;
  readonly running: boolean;
  readonly matches: readonly Match[];
}

/** For each match the stretch that begins with it and is no longer than `size`. */
function stretches(parts: readonly MarkedPart[], size: number): readonly Stretch[] {
  return parts.flatMap(({ matches, running }, part) =>
    matches.map((first, index): Stretch => {
      const answers = new Set<number>();
      let to = first.end;
      let count = 0;
      for (let at = index; at < matches.length; at += 1) {
        const match = matches[at];
        if (match === undefined || (at > index && match.end - first.start > size)) {
          break;
        }
        match.answers.forEach((answer) => answers.add(answer));
        to = match.end;
        count += 1;
      }
      return { part, from: first.start, to, answers, count, running };
    }),
  );
}

function newAnswers(stretch: Stretch, known: ReadonlySet<number>): number {
  return [...stretch.answers].filter((answer) => !known.has(answer)).length;
}

/** How good a stretch is, the most important first. */
function merits(stretch: Stretch, known: ReadonlySet<number>): readonly number[] {
  const span = stretch.answers.size > 1 ? stretch.to - stretch.from : 0;
  return [newAnswers(stretch, known), Math.min(stretch.count, 3), Number(stretch.running), -span];
}

/**
 * The stretch that answers most that is not known yet; then the one with more matches, running text before captions
 * and crossheads, words close to each other; then the first.
 */
function best(all: readonly Stretch[], known: ReadonlySet<number>): Stretch | null {
  let found: Stretch | null = null;
  let most: readonly number[] = [];
  for (const stretch of all) {
    const own = merits(stretch, known);
    const place = own.findIndex((merit, index) => merit !== most[index]);
    if (found === null || (place >= 0 && (own[place] ?? 0) > (most[place] ?? 0))) {
      found = stretch;
      most = own;
    }
  }
  return found;
}

function cut(parts: readonly MarkedPart[], stretch: Stretch, size: number): MarkedText {
  const part = parts[stretch.part];
  return cutPassage(part?.text ?? '', [stretch.from, stretch.to], size, part?.matches ?? []);
}

/** Two shorter passages, when together they answer more than the best single one. */
function twoPassages(parts: readonly MarkedPart[], single: Stretch): MarkedText | null {
  const short = stretches(parts, half * 0.9);
  const first = best(short, new Set());
  const second = first === null ? null : best(short, first.answers);
  if (first === null || second === null || newAnswers(second, first.answers) === 0) {
    return null;
  }
  const together = new Set([...first.answers, ...second.answers]);
  if (together.size <= single.answers.size) {
    return null;
  }
  const inOrder = first.part < second.part || (first.part === second.part && first.from < second.from);
  const [a, b] = inOrder ? [first, second] : [second, first];
  return joinPassages(cut(parts, a, half), cut(parts, b, half));
}

function markedParts(texts: readonly TextPart[], matcher: Matcher): readonly MarkedPart[] {
  return texts.map((part) => {
    const running = part.field === 'standfirst' || part.field === 'body';
    return { text: part.text, running, matches: matcher.matches(part) };
  });
}

/** The headline listed on the page that was found, unless the article's own headline explains the hit. */
function fromListed(article: Article, matcher: Matcher): MarkedText | null {
  if (matcher.matches({ field: 'headline', text: article.headline }).length > 0) {
    return null;
  }
  const parts = markedParts(listedParts(article), matcher);
  const found = best(stretches(parts, whole * 0.9), new Set());
  return found === null ? null : cut(parts, found, whole);
}

function beginning(texts: readonly TextPart[]): MarkedText {
  const running =
    texts.find(({ field }) => field === 'standfirst') ?? texts.find(({ field }) => field === 'body');
  return cutPassage((running ?? texts[0])?.text ?? '', [0, 0], whole, []);
}

/**
 * The passage of an article's text that shows best why it was found: as many different words of the query as fit, all
 * of them marked. Without any in the text: what the page lists, when that was found; else the beginning of the
 * standfirst or of the first paragraph, unmarked.
 */
export function snippetOf(article: Article, matcher: Matcher): MarkedText {
  const texts = passageParts(article);
  const parts = markedParts(texts, matcher);
  const single = best(stretches(parts, whole * 0.9), new Set());
  if (single === null) {
    return fromListed(article, matcher) ?? beginning(texts);
  }
  const all = new Set(parts.flatMap(({ matches }) => matches.flatMap((match) => match.answers)));
  const two = single.answers.size < all.size ? twoPassages(parts, single) : null;
  return two ?? cut(parts, single, whole);
}

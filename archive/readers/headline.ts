import { isTitleCase, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import type { HeaderLine } from './header-line.ts';

/** The headline and its place among the header's lines (-1 when only the banner has it). */
export interface ChosenHeadline {
  readonly line: Line;
  readonly at: number;
}

interface Candidate extends ChosenHeadline {
  readonly words: number;
}

const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function candidatesOf(header: readonly HeaderLine[]): Candidate[] {
  return header.flatMap(({ line, role }, at) =>
    role === 'text' ? [{ line, at, words: wordCount(line.text) }] : [],
  );
}

/** A headline has a handful of words; one or two are a label above it. */
function worth({ words, line }: Candidate): number {
  if (words <= 1) return 0;
  // What leads up to a headline ends with a colon.
  if (line.text.endsWith(':')) return 1;
  if (words === 2) return 1;
  return words === 3 && isTitleCase(line.text) ? 2 : 3;
}

function best(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (first, one) => (first === null || worth(one) > worth(first) ? one : first),
    null,
  );
}

/** Where the date divides the candidates: the headline is above it or right below it. */
function aroundDate(candidates: readonly Candidate[], dateAt: number): Candidate | null {
  const above = best(candidates.filter(({ at }) => at < dateAt));
  const under = candidates.filter(({ at }) => at > dateAt);
  const below = under.find(({ line }) => !line.text.endsWith(':')) ?? under[0] ?? null;
  if (above === null || below === null) return above ?? below;
  // With one on each side, a full headline above leaves the line below to be a caption; a label above does not.
  return worth(above) >= worth(below) ? above : below;
}

function inBanner(header: readonly HeaderLine[], candidates: readonly Candidate[]): ChosenHeadline | null {
  const at = header.findIndex(({ banner }) => banner?.headline !== undefined && banner.headline !== null);
  const found = header[at];
  const printed = found?.banner?.headline ?? null;
  if (found === undefined || printed === null) return null;
  const same = candidates.find(({ line }) => squeeze(line.text) === squeeze(printed));
  return same ?? { line: { ...found.line, text: printed }, at };
}

/** Picks the headline among the lines of a header that are neither date, byline, source nor furniture. */
export function chooseHeadline(header: readonly HeaderLine[]): ChosenHeadline | null {
  const candidates = candidatesOf(header);
  const announced = inBanner(header, candidates);
  if (announced !== null) return announced;
  const dateAt = header.findIndex(({ role }) => role === 'date');
  const chosen = dateAt === -1 ? best(candidates.slice(0, 3)) : aroundDate(candidates, dateAt);
  if (chosen !== null) return chosen;
  // A headline that was taken for a label, because nothing better stands there.
  const at = header.map(({ role }) => role === 'section' || role === 'source').lastIndexOf(true);
  const label = header[at];
  return label === undefined ? null : { line: label.line, at };
}

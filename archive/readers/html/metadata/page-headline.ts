import { isCapitals, wordCount } from '../../line-kinds.ts';
import type { PageLine } from './page-lines.ts';
import { cutTitle } from './page-title.ts';
import { squeeze } from './site-name.ts';
import type { SiteNames } from './site-name.ts';

/** The headline, and where it is printed. */
export interface PageHeadline {
  readonly text: string | null;
  /** The line that prints it; -1 when none does. */
  readonly line: number;
  /** The site as a part of the title names it, else null. */
  readonly site: string | null;
  /** What stands between site and headline in a title: `BBC NEWS | Europe | …`. */
  readonly section: string | null;
}

/** What the headline is chosen from. */
export interface HeadlineSources {
  /** Of JSON-LD and the meta elements, the surest first. */
  readonly described: readonly string[];
  /** Of the title element. */
  readonly title: string | null;
  readonly lines: readonly PageLine[];
  readonly names: SiteNames;
}

const longest = 400;

/** How alike two titles are: the share of the words of the shorter one that the other has, in the longer one's measure. */
function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  if (a === undefined || b === undefined || a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common / Math.max(a.size, b.size);
}

interface Printed {
  readonly text: string;
  readonly heading: number;
  readonly at: number;
}

/** Headings and what is classed as one; those of the first rank and of the main part come first. */
function headings(lines: readonly PageLine[]): Printed[] {
  const rank = ({ heading, region }: PageLine): number =>
    heading === 1 ? (region === 0 ? 0 : 1) : region === 0 ? 2 : 3;
  const classed =
    /(?:^|[\s_-])(?:headline|article-?title|entry-?title|post-?title|story-?title|title|sh|mxb)(?:$|[\s_-])/u;
  return lines
    .slice(0, 1_000)
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.heading === 1 || line.heading === 2 || classed.test(line.names))
    .sort((a, b) => rank(a.line) - rank(b.line) || a.at - b.at)
    .map(({ line, at }) => ({ text: line.text.replace(/\s*[¶#§]$/u, ''), heading: line.heading, at }));
}

/** The line that prints a text: a heading before others, the first of them. */
function lineOf(text: string, lines: readonly PageLine[]): number {
  const words = squeeze(text);
  if (words === '') return -1;
  const same = lines.flatMap((line, at) =>
    line.text.length <= longest * 2 && squeeze(line.text) === words ? [{ line, at }] : [],
  );
  const best =
    same.find(({ line }) => line.heading === 1) ??
    same.find(({ line }) => line.heading > 0) ??
    same.find(({ line }) => line.region === 0);
  return (best ?? same[0])?.at ?? -1;
}

/** The heading that prints one of several titles, the surest title first. */
function printedAs(printed: readonly Printed[], titles: readonly string[], names: SiteNames): Printed | null {
  const byWords = new Map<string, Printed>();
  for (const one of printed) {
    const key = squeeze(one.text);
    if (!byWords.has(key) && wordCount(one.text) > 1 && !names.isExactly(one.text)) byWords.set(key, one);
  }
  for (const title of titles) {
    const same = byWords.get(squeeze(title));
    if (same !== undefined && squeeze(title) !== '') return same;
  }
  return null;
}

/** Whether a title goes on behind a heading, with a site's name that nobody knows, or the heading behind the title. */
function beginsLike(heading: string, title: string): boolean {
  const [words, others] = [squeeze(heading), squeeze(title)];
  return (words.length >= 8 && others.startsWith(words)) || (others.length >= 8 && words.startsWith(others));
}

/** Whether a heading is the end of a title, behind a colon or the like: `Harbour Times: New quay opens`. */
function endsTitle(heading: string, title: string): boolean {
  const at = title.toLowerCase().lastIndexOf(heading.toLowerCase());
  return at > 0 && at + heading.length === title.length && /[:|»›>–—-]\s*$/u.test(title.slice(0, at));
}

/** Whether a heading is the beginning of a title, before a bar or the like. */
function beginsTitle(heading: string, title: string): boolean {
  const begins = title.toLowerCase().startsWith(heading.toLowerCase());
  return begins && wordCount(heading) > 2 && /^\s+[|»›·•–—-]\s/u.test(title.slice(heading.length));
}

/** What a title has beside the headline, when that is short enough for the name of a site. */
function siteBeside(title: string | null, headline: string): string | null {
  const at = (title ?? '').toLowerCase().indexOf(headline.toLowerCase());
  if (title === null || at === -1 || headline === '') return null;
  const [before, after] = [title.slice(0, at), title.slice(at + headline.length)];
  const beside =
    /^\s*[|»›>:–—-]+\s+([^|»›>–—]{2,60})$/u.exec(after)?.[1] ??
    /^([^|»›>:–—]{2,60}?)\s*[|»›>:–—-]+\s+$/u.exec(before)?.[1];
  return beside === undefined || wordCount(beside) === 0 || wordCount(beside) > 5 ? null : beside.trim();
}

/** The heading of the first rank that says most of what a title says, in other words or more of them. */
function printedLike(printed: readonly Printed[], titles: readonly string[]): Printed | null {
  const alike = ({ text, heading }: Printed, title: string): boolean =>
    heading === 1
      ? likeness(text, title) >= 0.6 || beginsLike(text, title)
      : endsTitle(text, title) || beginsTitle(text, title);
  const likely = printed.filter(({ text }) => wordCount(text) > 2 || squeeze(text).length > 8);
  return likely.find((one) => titles.some((title) => alike(one, title))) ?? null;
}

function firstHeading(lines: readonly PageLine[], names: SiteNames): Printed | null {
  const isHeading = (line: PageLine): boolean =>
    line.heading === 1 && wordCount(line.text) > 1 && !names.isSite(line.text);
  const inMain = lines.findIndex((line) => line.region === 0 && isHeading(line));
  const at = inMain === -1 ? lines.findIndex(isHeading) : inMain;
  return at === -1 ? null : { text: lines[at]?.text ?? '', heading: 1, at };
}

/** The ending of a headline that was cut to a length. */
const cutEnd = /\s*(?:\.{3}|…)$/u;

/** The same headline in full, where a description has its beginning only. */
function completed(text: string, others: readonly string[]): string {
  const beginning = squeeze(text.replace(cutEnd, ''));
  const isCut = cutEnd.test(text) || text.length >= 100;
  if (!isCut || beginning.length < 20) return text;
  return (
    others.find(
      (other) =>
        other.length > text.length - 3 && !cutEnd.test(other) && squeeze(other).startsWith(beginning),
    ) ?? text
  );
}

/**
 * The headline: as the page prints it where its metadata and title say much the same, else as they say it; always
 * without the site's name.
 */
export function chooseHeadline({ described, title, lines, names }: HeadlineSources): PageHeadline {
  const cutDescribed = described
    .map((text) => cutTitle(text, names))
    .filter(({ text }) => text !== '' && !names.isExactly(text));
  const cut = title === null ? null : cutTitle(title, names);
  const all = [
    ...cutDescribed.map(({ text }) => text),
    ...(cut === null || cut.text === '' || names.isExactly(cut.text) ? [] : [cut.text]),
  ];
  const { site = null, section = null } = cut ?? {};
  const printed = headings(lines);
  const first = all[0];
  if (first === undefined) {
    const heading = firstHeading(lines, names);
    return { text: heading?.text ?? null, line: heading?.at ?? -1, site, section };
  }
  const near =
    printedAs(printed, [...all, ...described, title ?? ''], names) ?? printedLike(printed, all.slice(0, 3));
  if (near !== null && near.text.length <= longest) {
    const same = all.find((one) => squeeze(one) === squeeze(near.text));
    // A heading may be a site's name on both sides of a bar.
    const own = cutTitle(near.text, names).text || near.text;
    const text = isCapitals(near.text) && same !== undefined ? same : own;
    return { text, line: near.at, site: site ?? siteBeside(title, text), section };
  }
  const text = completed(first, [...all, ...printed.map((one) => one.text)]);
  const line = lineOf(text, lines);
  return { text, line: line === -1 ? (firstHeading(lines, names)?.at ?? -1) : line, site, section };
}

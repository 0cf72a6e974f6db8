import { isByline, labelledSource } from './byline.ts';
import type { HeaderLine } from './header-line.ts';
import { withoutCapitals, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { isNavigation, looksLikeSource, maybeSource } from './page-banner.ts';

/** A first line that is the name of the source: known by its words, or short and followed by a better headline. */
export function withSource(header: readonly HeaderLine[], lines: readonly Line[]): HeaderLine[] {
  if (header.some(({ banner }) => banner?.source !== undefined && banner.source !== null)) return [...header];
  const texts = header.filter(({ role }) => role === 'text');
  const [first, second] = texts;
  if (first === undefined || second === undefined || header.indexOf(first) > 2) return [...header];
  const name = first.line.text;
  const repeated = lines
    .slice(-12)
    .some(({ text }) => /©|\(c\)|copyright|story from|https?:/iu.test(text) && saysName(text, name));
  const dateAt = header.findIndex(({ role }) => role === 'date');
  const early = dateAt === -1 || header.indexOf(first) < dateAt;
  const shaped =
    maybeSource(name) && wordCount(second.line.text) >= 3 && wordCount(name) <= wordCount(second.line.text);
  const is = early && (looksLikeSource(name) || (repeated && wordCount(name) <= 5) || shaped);
  return header.map((one) => (is && one === first ? { ...one, role: 'source' } : one));
}

function saysName(text: string, name: string): boolean {
  const squeeze = (from: string): string => from.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return squeeze(name).length >= 3 && squeeze(text).includes(squeeze(name));
}

/** What stands beside the date in its line: `28.11.2007 | Izvor: Tanjug`, `The Guardian, 28 November 2007`. */
export function beside(header: readonly HeaderLine[]): {
  source: string | null;
  byline: string | null;
  section: string | null;
} {
  const others = header.flatMap(({ date }) => date?.others ?? []);
  const byline = others.find(isByline) ?? null;
  const labelled = others.map(labelledSource).find((name) => name !== null) ?? null;
  const named = others.find((other) => looksLikeSource(other) && !isByline(other));
  // A weekly prints its number beside its name.
  const source = labelled ?? (named === undefined ? null : withoutCapitals(named.replace(/\s+\d+$/u, '')));
  return { source, byline, section: others.find((other) => isNavigation(other) && other !== source) ?? null };
}

/** `BBC News` of the line under a byline: `BBC News, Belgrade`. */
function employerOf(header: readonly HeaderLine[]): string | null {
  const names = header.flatMap(({ role, line }) =>
    role === 'byline' && !isByline(line.text) ? [line.text] : [],
  );
  return names.map((text) => text.split(',')[0] ?? '').find(looksLikeSource) ?? null;
}

export function sourceOf(header: readonly HeaderLine[]): string | null {
  const banner = header.find((one) => one.banner?.source !== undefined && one.banner.source !== null);
  if (banner?.banner?.source !== undefined && banner.banner !== null) return banner.banner.source;
  const line = header.find(({ role }) => role === 'source')?.line.text;
  if (line === undefined) return beside(header).source ?? employerOf(header);
  return labelledSource(line) ?? withoutCapitals(line);
}

export function sectionOf(header: readonly HeaderLine[], headlineAt: number): string | null {
  const banner = header.find((one) => one.banner?.section !== undefined && one.banner.section !== null)
    ?.banner?.section;
  if (banner !== undefined && banner !== null) return banner;
  const above = header.slice(0, headlineAt).filter(({ line }) => wordCount(line.text) <= 3);
  const part = above.filter(({ role }) => role === 'section').at(-1)?.line.text ?? beside(header).section;
  const label = part ?? above.filter(({ role }) => role === 'text').at(-1)?.line.text;
  const parts = label?.split(/\s*:\s*/u).filter((one) => one !== '') ?? [];
  const last = parts.at(-1);
  return last === undefined ? null : withoutCapitals(last);
}

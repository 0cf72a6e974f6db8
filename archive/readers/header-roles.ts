import { isByline, isBylineRole, labelledSource } from './byline.ts';
import type { HeaderLine, HeaderRole } from './header-line.ts';
import { labelledImage } from './images.ts';
import { asUrl, endsLikeHeadline, isProse, wordCount } from './line-kinds.ts';
import type { Line } from './lines.ts';
import { isFurniture, isNavigation, isSourceAndSection, maybeSource, readBanner } from './page-banner.ts';
import { isListHeading, readSection } from './page-foot.ts';
import { isTime, readDateAt } from './page-meta.ts';

const longestHeader = 60;
const bullet = /^[*•·▪■●]\s+(?=\S)/u;

/** The lines of a header, and the index of the first line after it. */
export interface HeaderLines {
  readonly header: readonly HeaderLine[];
  readonly next: number;
}

function roleOf(lines: readonly Line[], at: number, before: HeaderLine | undefined): HeaderLine | null {
  const line = lines[at];
  if (line === undefined) return null;
  const made = (role: HeaderRole, more: Partial<HeaderLine> = {}): HeaderLine => ({
    line,
    role,
    at,
    taken: 1,
    date: null,
    banner: null,
    links: [],
    ...more,
  });
  const text = line.text.replace(bullet, '');
  const date = readDateAt(lines, at);
  if (date !== null) return made('date', { line: date.line, date: date.found, taken: date.taken });
  if ((isFurniture(text) && !/^you are/iu.test(text)) || isTime(text)) return made('furniture');
  const near = lines.slice(at + 1, at + 12).map((other) => other.text);
  const banner = at <= 3 ? readBanner(line, near) : null;
  if (banner !== null) return made('banner', { banner });
  if (at === 0 && isSourceAndSection(text)) return made('source');
  if (isNavigation(text)) return made('section');
  if (asUrl(text) !== null) return made('url');
  if (isByline(text)) return made('byline');
  if (before?.role === 'byline' && line.gap === 0 && isBylineRole(text)) return made('byline');
  if (labelledSource(text) !== null) return made('source');
  if (bullet.test(line.text)) return made('item');
  return made(labelledImage(text) === null ? 'text' : 'image');
}

/** `Related stories` and what it lists, between a headline and the first paragraph. */
function sectionAt(lines: readonly Line[], at: number, found: readonly HeaderLine[]): HeaderLine | null {
  const line = lines[at];
  if (line === undefined || !isListHeading(line.text) || !found.some(({ role }) => role === 'text'))
    return null;
  const section = readSection(lines, at, false);
  if (section === null || section.links.length === 0) return null;
  return {
    line,
    role: 'listed',
    at,
    taken: section.next - at,
    date: null,
    banner: null,
    links: section.links,
  };
}

/**
 * A headline that ends like a sentence: nothing before it could be the headline, and it is a question, an
 * exclamation or a quotation, or short with more than one paragraph under it.
 */
function isHeadlineSentence(one: HeaderLine, found: readonly HeaderLine[], lines: readonly Line[]): boolean {
  const { text } = one.line;
  const announced = found.find(({ banner }) => banner !== null && banner.headline !== null)?.banner?.headline;
  if (announced === text) return true;
  const others = found.filter(
    ({ role, line }, at) => role === 'text' && !(at <= 2 && maybeSource(line.text)),
  );
  if (announced !== undefined || others.length > 0) return false;
  const paragraphs = lines.slice(one.at + 1, one.at + 8).filter((line) => isProse(line.text)).length;
  return paragraphs >= 2 && (endsLikeHeadline(text) || (wordCount(text) <= 12 && found.length > 0));
}

/** The lines up to the first paragraph, each with what it is; null when there is no paragraph at all. */
export function headerLines(lines: readonly Line[]): HeaderLines | null {
  const header: HeaderLine[] = [];
  for (let at = 0; at < Math.min(longestHeader, lines.length);) {
    const one = sectionAt(lines, at, header) ?? roleOf(lines, at, header.at(-1));
    if (one === null) return null;
    const running = (one.role === 'text' || one.role === 'item') && isProse(one.line.text);
    if (running && (one.role === 'item' || !isHeadlineSentence(one, header, lines)))
      return { header, next: at };
    header.push(one);
    at += one.taken;
  }
  return null;
}

import { readDateLine } from '../../../text/date-lines.ts';
import { isByline, isBylineRole } from '../../byline.ts';
import { classWords } from './class-words.ts';
import { isProse } from './furniture-text.ts';
import type { ArticleHints } from './article-finder.ts';
import type { PageUnit, UnitKind } from './page-units.ts';
import { letters, linkShare } from './unit-measures.ts';

/** What stands between the headline and the text. */
export interface PageIntro {
  readonly standfirst: string | null;
  /** Units that are headline, byline, date or standfirst, and so not of the text. */
  readonly used: ReadonlySet<PageUnit>;
}

const introWords: ReadonlySet<string> = new Set([
  ...[
    'standfirst',
    'dek',
    'deck',
    'subtitle',
    'subheadline',
    'subhead',
    'subheading',
    'strapline',
    'sapo',
    'lead',
  ],
  ...['lede', 'intro', 'introduction', 'summary', 'chapo', 'chapeau', 'vorspann', 'podnaslov', 'entradilla'],
  ...[
    'bajada',
    'sommario',
    'occhiello',
    'ingress',
    'anons',
    'synopsis',
    'abstract',
    'nadtitul',
    'perex',
    'nut',
  ],
]);

const longest = 700;
const notIntro: ReadonlySet<UnitKind> = new Set(['image', 'caption', 'item']);
/** A standfirst is looked for so far before the text. */
const reach = 12;

function isIntroClass({ within, sources }: PageUnit): boolean {
  const elements = [within, ...sources.keys(), ...(within.parent === null ? [] : [within.parent])];
  return elements.some((element) => classWords(element).some((word) => introWords.has(word)));
}

function saysHeadline({ text }: PageUnit, headlines: readonly string[]): boolean {
  const key = letters(text);
  if (key === '') return false;
  return headlines.some((headline) => key === headline || (key.length > 15 && headline.startsWith(key)));
}

function isLabel(unit: PageUnit, byline: string | null): boolean {
  const { text } = unit;
  if (text.length > 160 || unit.kind === 'crosshead') return false;
  if (isByline(text) || (text.length < 80 && isBylineRole(text))) return true;
  if (byline !== null && text.length < byline.length + 40 && letters(text).includes(letters(byline)))
    return true;
  return text.length < 120 && !isProse(text) && readDateLine(text) !== null;
}

const isWhole = (unit: PageUnit): boolean =>
  unit.text.length >= 30 && unit.text.length <= longest && linkShare(unit) < 0.5;

/** The standfirst right before the text, or its first paragraph when that is set apart by a class or by bold type. */
function standfirstAt(
  units: readonly PageUnit[],
  begin: number,
  used: ReadonlySet<PageUnit>,
): PageUnit | null {
  const before = units.slice(Math.max(0, begin - reach), begin).filter((unit) => !used.has(unit));
  const marked = before
    .reverse()
    .find((unit) => isWhole(unit) && !notIntro.has(unit.kind) && isIntroClass(unit));
  if (marked !== undefined) return marked;
  const [first, second] = units
    .slice(begin)
    .filter(({ kind }) => kind === 'paragraph' || kind === 'crosshead');
  if (first === undefined || !isWhole(first)) return null;
  const isBold =
    first.bold > first.text.length * 0.95 && second !== undefined && second.bold < second.text.length / 2;
  return isBold || (isIntroClass(first) && second !== undefined && !isIntroClass(second)) ? first : null;
}

/** Reads what stands before the text, which begins at a unit. */
export function introOf(units: readonly PageUnit[], begin: number, hints: ArticleHints): PageIntro {
  const used = new Set<PageUnit>();
  const headlines = hints.headlines.map(letters).filter((headline) => headline !== '');
  for (const [at, unit] of units.entries()) {
    if (unit.kind === 'image') continue;
    const isHead = at < begin && (unit.within.name === 'h1' || isLabel(unit, hints.byline));
    const repeats = (at <= begin + 2 || unit.kind === 'crosshead') && saysHeadline(unit, headlines);
    if (isHead || repeats) used.add(unit);
    else if (at >= begin && at <= begin + 3 && !isProse(unit.text) && isLabel(unit, hints.byline))
      used.add(unit);
  }
  const standfirst = begin < 0 ? null : standfirstAt(units, begin, used);
  if (standfirst !== null) used.add(standfirst);
  return { standfirst: standfirst?.text ?? null, used };
}

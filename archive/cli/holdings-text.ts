import type { LibraryHoldings } from '../model/library-holdings.ts';
import { languageName } from './language-name.ts';
import { amount, counted, size } from './quantities.ts';

function verifiedLine({ verified }: LibraryHoldings): string {
  if (verified === null) return 'never verified: cuttings verify';
  const found = verified.faults === 0 ? 'all was whole' : counted(verified.faults, 'fault');
  return `verified ${verified.at.slice(0, 10)}: ${found}`;
}

function backupLine({ backedUp }: LibraryHoldings): string {
  if (backedUp === null) return 'never backed up: cuttings backup DIR';
  const lacks = backedUp.faults === 0 ? '' : `, ${counted(backedUp.faults, 'original')} missing`;
  return `backed up ${backedUp.at.slice(0, 10)} to ${backedUp.folder}${lacks}`;
}

function gapsLine({ gaps, days }: LibraryHoldings): string {
  const parts = [
    `${amount(gaps.undated)} undated`,
    `${amount(gaps.imprecise)} dated to a month or a year`,
    days.total === 0 ? '' : `${amount(days.without)} of ${counted(days.total, 'day')} without an article`,
    `${counted(gaps.failed, 'input')} could not be read`,
    `${amount(gaps.duplicates)} met again`,
    `${counted(gaps.withoutArticle, 'original')} without an article`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** How a library is kept, and what it lacks. */
export function holdingsLines(holdings: LibraryHoldings): readonly string[] {
  const { disk, languages } = holdings;
  const all = disk.originals + disk.catalogue + disk.index;
  return [
    ...languages.map(
      ({ language, articles }) => `language    ${languageName(language)}: ${amount(articles)}`,
    ),
    `on disk     ${size(all)}: originals ${size(disk.originals)}, catalogue ${size(disk.catalogue)}, index ${size(disk.index)}`,
    `gaps        ${gapsLine(holdings)}`,
    `kept        ${verifiedLine(holdings)}; ${backupLine(holdings)}`,
  ];
}

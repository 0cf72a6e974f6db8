/**
 * Words too common to tell articles apart: lunr's English list, less those that mean something in news (`may` is a
 * month, `own`, `like`, `dear`, `wants`, `least` and `able` are words people do search for).
 */
const list = `a about across after all almost also am among an and any are as at be because been but by can cannot could
did do does either else ever every for from get got had has have he her hers him his how however i if in into is it its
just let might most must my neither no nor not of off often on only or other our rather said say says she should since
so some than that the their them then there these they this tis to too twas us was we were what when where which while
who whom why will with would yet you your`;

/** Compared with folded words. */
export const stopWords: ReadonlySet<string> = new Set(list.split(/\s+/u));

/** Whether a person who typed this may be on the way to a common word. */
export function beginsStopWord(folded: string): boolean {
  for (const word of stopWords) {
    if (word.startsWith(folded)) {
      return true;
    }
  }
  return false;
}

/** A common word that is written as an abbreviation, such as `US`, `WHO` or `IT`, is none. */
export function isAbbreviation(written: string): boolean {
  return /^\p{Lu}{2,}$/u.test(written);
}

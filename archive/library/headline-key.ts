import { caseFold } from '../text/fold.ts';

/** The form in which two headlines are compared to be the same: NFC, case folded, one kind of blank and apostrophe. */
export function headlineKey(headline: string): string {
  return caseFold(headline.normalize('NFC')).replace(/\s+/gu, ' ').trim();
}

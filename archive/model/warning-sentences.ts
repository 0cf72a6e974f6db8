import type { ArticleWarning } from './article.ts';

/** The warning as an English sentence. */
export function describeWarning(warning: ArticleWarning): string {
  switch (warning.code) {
    case 'weekday-contradicts':
      return `The page says ${warning.printed}, but that date was a ${warning.actual}.`;
    case 'date-impossible':
      return `“${warning.printed}” is not a date that exists.`;
    case 'date-ambiguous':
      return `“${warning.printed}” could be read in two ways; it was read with the day first.`;
    case 'undated':
      return 'No date was found in the text.';
    case 'zone-unknown':
      return `The time zone “${warning.zone}” is not certain, so the time is kept as printed.`;
    case 'encoding-guessed':
      return `The encoding was recognised from the letters: ${warning.encoding}, ${String(Math.round(warning.confidence))} % sure.`;
    case 'characters-lost':
      return `${String(warning.count)} ${warning.count === 1 ? 'character' : 'characters'} could not be decoded and are shown as �.`;
    case 'headline-made':
      return 'The text has no headline of its own; the first words stand for it.';
    case 'date-from-text':
      return 'The date was found in the text or the address; nothing that describes the article gives one.';
    case 'digest-mismatch':
      return `The bytes do not have the ${warning.algorithm} digest that their archive gives: one of the two was changed.`;
    case 'cut-off':
      return 'The source ends before the article does.';
    case 'part-missing':
      return `A part could not be read and is missing from the text: ${warning.part}.`;
  }
}

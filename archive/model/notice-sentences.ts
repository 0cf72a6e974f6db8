import type { QueryProblem, SearchNotice } from './search.ts';

function describeProblem(problem: QueryProblem): string {
  switch (problem.code) {
    case 'unknown-field':
      return `there is no field “${problem.field}” (there are ${problem.fields.join(', ')})`;
    case 'nothing-after':
      return `nothing follows “${problem.sign}”`;
    case 'number-expected':
      return `“${problem.sign}” needs a number after it`;
    case 'unreadable':
      return problem.detail;
  }
}

/** What the search did differently from what was typed, as an English sentence. */
export function describeNotice(notice: SearchNotice): string {
  switch (notice.code) {
    case 'searched-as-words':
      return `Searched as plain words: ${describeProblem(notice.reason)}.`;
    case 'any-instead-of-all':
      return 'No article has all these words. These have some of them.';
    case 'common-words-ignored':
      return `Too common to search for: ${notice.words.map((word) => `“${word}”`).join(', ')}.`;
    case 'quotes-ignored':
      return 'Quotation marks are not understood yet: the words were searched one by one.';
  }
}

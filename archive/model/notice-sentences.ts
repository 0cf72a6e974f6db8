import type { QueryProblem, SearchNotice } from './search.ts';

function describeProblem(problem: QueryProblem): string {
  switch (problem.code) {
    case 'unknown-field':
      return `there is no field “${problem.field}” (there are ${problem.fields.join(', ')})`;
    case 'nothing-after':
      return `nothing follows “${problem.sign}”`;
    case 'number-expected':
      return `“${problem.sign}” needs a number after it`;
    case 'unbalanced':
      return `“${problem.sign}” has no partner`;
    case 'date-expected':
      return `“${problem.text}” is no date (2007, 2007-11, 2007-11-28)`;
    case 'too-many':
      return `there are more than ${String(problem.limit)} words with wildcards or “~”`;
    case 'unreadable':
      return problem.detail;
  }
}

function describeMisread(problem: QueryProblem): string {
  if (problem.code === 'too-many' && problem.what === 'terms') {
    return `Only the first ${problem.limit.toLocaleString('en')} words were searched.`;
  }
  if (problem.code === 'too-many' && problem.what === 'levels') {
    return `Left out: brackets more than ${String(problem.limit)} deep.`;
  }
  return `Searched as plain words: ${describeProblem(problem)}.`;
}

/** What the search did differently from what was typed, as an English sentence. */
export function describeNotice(notice: SearchNotice): string {
  switch (notice.code) {
    case 'searched-as-words':
      return describeMisread(notice.reason);
    case 'any-instead-of-all':
      return 'No article has all these words. These have some of them.';
    case 'common-words-ignored':
      return `Too common to search for: ${notice.words.map((word) => `“${word}”`).join(', ')}.`;
    case 'expansion-cut':
      return `So many words fit “${notice.term}” that only the ${String(notice.limit)} commonest were searched. There may be more articles.`;
    case 'index-damaged':
      return 'A part of the search index is damaged: articles may be missing from this answer. Rebuild the index to find them again.';
    case 'index-not-written':
      return `The search index could not be written (${notice.error}): ${String(notice.missing)} articles are not searched. The library itself is whole.`;
    case 'indexing':
      return `${String(notice.missing)} articles are not in the search index yet; they are being added.`;
  }
}

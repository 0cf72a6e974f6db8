import { tidy } from './page-walk.ts';
import type { MarkedValue, PageFacts } from './page-facts.ts';

/** The values that a page's markup gives under a name (as `MarkedValue` has them), those of its article. */
export type MarkedLookup = (name: string) => readonly string[];

const articleType = /(?:article|posting|report|review|recipe|webpage|itempage|hentry|creativework)$/u;

/** The item that is the article: the first of such a type that has a headline or a date, in the main part of the page. */
function articleItem(marked: readonly MarkedValue[]): number {
  const own = marked.filter(
    ({ type, region, name }) =>
      type !== null &&
      articleType.test(type) &&
      region === 0 &&
      /^(?:headline|datepublished|author|articlebody)$/u.test(name),
  );
  return own[0]?.item ?? 0;
}

/** Those marked values that can describe the article: its item's and those of no item, outside of menus and sidebars. */
export function articleMarks(facts: PageFacts): readonly MarkedValue[] {
  const item = articleItem(facts.marked);
  return facts.marked.filter(
    (mark) =>
      mark.region === 0 &&
      (mark.item === item || mark.type === null || mark.item === 0 || !articleType.test(mark.type)),
  );
}

/** Looks up what the markup of the article says. */
export function markedValues(facts: PageFacts): MarkedLookup {
  const marks = articleMarks(facts);
  return (name) =>
    [...new Set(marks.filter((mark) => mark.name === name).map(({ value }) => tidy(value)))].slice(0, 20);
}

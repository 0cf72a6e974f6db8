const longest = 420;
const sentences = 2;
const ends = /[.!?…]["'”’»“)\]]*\s+(?=["'“„«(]?\p{Lu})/gu;
const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Gov|Prof|No|vs|dr|mr|prof|gen|br|tzv|г|др|проф)\.\s+$/u;
// VIENNA, Nov 28 (Reuters) - and its like: the first paragraph of an agency's report is no summary of it.
const dateline = /^\p{Lu}[\p{Lu}\s.,'’-]{2,40}(?:,\s[^()–—-]{2,40})?(?:\s?\([^()]{2,40}\))?\s?[–—-]{1,2}\s/u;

function sentenceCount(text: string): number {
  let count = 1;
  for (const match of text.matchAll(ends)) {
    if (!abbreviation.test(text.slice(0, match.index + match[0].length))) count += 1;
  }
  return count;
}

/** Whether a first paragraph is short enough to sum up the article: one or two sentences, no agency's dateline. */
export function isSummary(text: string): boolean {
  return text.length <= longest && sentenceCount(text) <= sentences && !dateline.test(text);
}

/** Marks that nobody makes who does not write Markdown; each kind counts once. */
const marks: readonly RegExp[] = [
  /^ {0,3}#{2,6} \S/mu,
  /(?:^|[^!\\])\[[^[\]\n]{1,300}\]\((?:https?:\/\/|\/|#|mailto:)[^()\s]{0,1000}/u,
  /!\[[^[\]\n]{0,300}\]\([^()\s]{1,1000}/u,
  /(?:^|\s)\*\*[^\s*][^*\n]{0,300}\*\*/u,
  /(?:^|\s)__[^\s_][^_\n]{0,300}__/u,
  /^> \S/mu,
  /^[*+-] \S.*\n[*+-] \S/mu,
  /^```/mu,
  /^\[[^\]\n]{1,100}\]: \S/mu,
];

const enoughMarks = 2;
/** So many characters show it. */
const sampleLength = 50_000;

const hashHeading = /^\s*# \S[^\n]{0,300}\n/u;
const ruledHeading = /^\s*\S[^\n]{0,300}\n={3,}[^\S\n]*\n/u;

/** Whether a text without front matter is Markdown: a heading comes first, and marks of two more kinds follow. */
export function looksLikeMarkdown(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  if (!hashHeading.test(sample) && !ruledHeading.test(sample)) return false;
  return marks.filter((mark) => mark.test(sample)).length >= enoughMarks;
}

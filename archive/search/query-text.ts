/** A query as typed, made ready for lunr's parser: of the same length, so that its offsets stay those of the text. */
export interface QueryText {
  readonly text: string;
  /** `[start, end)` of what stood between quotation marks. */
  readonly quoted: readonly (readonly [start: number, end: number])[];
  readonly hadQuotes: boolean;
}

const quotationMarks = /["\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02]/gu;

/** lunr's operators. Inside quotation marks they are punctuation. */
const operators = /[-+~^:*\\]/gu;

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** A dash between blanks, or several hyphens in a row, is punctuation; the last of the text may be an unfinished `-word`. */
function blankDashes(text: string): string {
  return text.replace(/-{2,}/gu, blank).replace(/(?<=^|\s)[-+](?=\s+\S)/gu, blank);
}

/**
 * Blanks quotation marks, with the operators between them, and dashes that are punctuation. A mark without a partner
 * is blanked alone.
 */
export function prepareQuery(typed: string): QueryText {
  let text = blankDashes(typed);
  const marks = [...text.matchAll(quotationMarks)].map((match) => match.index);
  const quoted: (readonly [number, number])[] = [];
  for (let index = 0; index + 1 < marks.length; index += 2) {
    const from = marks[index] ?? 0;
    const to = marks[index + 1] ?? 0;
    quoted.push([from + 1, to]);
    text = text.slice(0, from) + text.slice(from, to).replace(operators, ' ') + text.slice(to);
  }
  text = text.replace(quotationMarks, ' ');
  return { text, quoted, hadQuotes: marks.length > 0 };
}

const unfinished = /(?:(?:^|\s)(?:[-+]|[-+]?\p{L}{1,20}:[-+]?)|(?<=\S)[~^]|\\)$/u;

/**
 * The text without the operator at its end that waits for what will be typed next: `kosovo -`, `headline:`, `foo~`.
 * The same text when there is none.
 */
export function withoutUnfinishedOperator(text: string): string {
  const bare = text.trimEnd();
  const sign = unfinished.exec(bare.slice(-32));
  return sign === null ? text : `${bare.slice(0, bare.length - sign[0].length)} `;
}

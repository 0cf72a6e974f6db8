/** A stretch of the original that is drawn as one line: a whole line, or a piece of a very long one. */
export interface OriginalLine {
  /** Offset of its first character in the text, in UTF-16 code units. */
  readonly start: number;
  /** Offset after its line end. */
  readonly end: number;
  /** The line's number from 1; null for the further pieces of a long line. */
  readonly number: number | null;
}

/** Neighbouring lines that are laid out together. */
export interface OriginalChunk {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly OriginalLine[];
}

/** Longer lines are drawn in pieces of this length: a page without line ends must not be one block of five megabytes. */
const longestPiece = 4_000;
const chunkLines = 80;
const chunkLength = 8_000;

/** Where a piece of a long line may end: never between the halves of a surrogate pair. */
function pieceEnd(text: string, start: number, end: number): number {
  const cut = start + longestPiece;
  if (cut >= end) return end;
  const code = text.charCodeAt(cut - 1);
  return code >= 0xd800 && code <= 0xdbff ? cut - 1 : cut;
}

/** Splits a text at LF, CR and CR LF. The lines cover the text without gap or overlap; an empty text has none. */
export function splitLines(text: string): readonly OriginalLine[] {
  const lines: OriginalLine[] = [];
  const lineEnd = /\r\n|\n|\r/g;
  let number = 0;
  let start = 0;
  while (start < text.length) {
    lineEnd.lastIndex = start;
    const found = lineEnd.exec(text);
    const end = found === null ? text.length : lineEnd.lastIndex;
    number += 1;
    let piece = start;
    while (piece < end) {
      const next = pieceEnd(text, piece, end);
      lines.push({ start: piece, end: next, number: piece === start ? number : null });
      piece = next;
    }
    start = end;
  }
  return lines;
}

/** Groups lines so that each group is quick to lay out. */
export function chunkText(lines: readonly OriginalLine[]): readonly OriginalChunk[] {
  const chunks: OriginalChunk[] = [];
  let open: OriginalLine[] = [];
  const close = (): void => {
    const [first] = open;
    const last = open.at(-1);
    if (first !== undefined && last !== undefined) {
      chunks.push({ start: first.start, end: last.end, lines: open });
    }
    open = [];
  };
  for (const line of lines) {
    const start = open[0]?.start ?? line.start;
    if (open.length >= chunkLines || (open.length > 0 && line.end - start > chunkLength)) close();
    open.push(line);
  }
  close();
  return chunks;
}

/** The index of the stretch that holds an offset, the last one for offsets beyond; -1 when there is none. */
export function indexAt(stretches: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = stretches.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

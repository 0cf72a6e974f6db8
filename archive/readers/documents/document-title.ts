import { wordCount } from '../line-kinds.ts';

const fileName =
  /\.(?:docx?|odt|rtf|txt|pdf|html?|indd|qxp|qxd|p65|pmd|pub|wpd|sxw|ps|eps|tex|dvi|xlsx?|pptx?|pages|jpe?g|png|tiff?|exe|tmp)$/iu;
const byProgram =
  /^(?:microsoft (?:word|excel|powerpoint)\b|untitled|document\s?\d*|dokument\s?\d*|book\d+|slide \d+|layout \d+|presentation|no title|unknown|title|print|about:blank|https?:\/\/\S+|file:\/\/\S+)/iu;

/**
 * The title that metadata give, when it can be one: not the name of a file, nor what a program writes there by itself
 * (`Microsoft Word - text.doc`, `untitled`). Null otherwise.
 */
export function readTitle(given: string): string | null {
  const title = given.replace(/[\s\u0000-\u001f]+/gu, ' ').trim();
  if (title.length < 8 || title.length > 300 || wordCount(title) < 2) return null;
  if (fileName.test(title) || byProgram.test(title) || /^[\w-]*\d{3,}[\w-]*$/u.test(title)) return null;
  return title;
}

/** Letters and digits alone, to see whether two titles say the same. */
export function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

import { withoutShortcodes } from './wordpress-shortcodes.ts';

/** Comments, elements in which blank lines mean nothing, and tags. */
const piece =
  /<!--[\s\S]*?(?:-->|$)|<(pre|script|style|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?[a-z][^<>]*>/giu;
const untouched = /^<(?:pre|script|style|textarea)\b/iu;

/** Blank lines between words as the ends of paragraphs, which is how WordPress stores what was typed. */
function withParagraphs(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const match of html.matchAll(piece)) {
    parts.push(paragraphEnds(html.slice(at, match.index)));
    const [whole] = match;
    // The rest of an article is behind `more`; other comments say how the editor's blocks are drawn.
    if (!whole.startsWith('<!--')) parts.push(untouched.test(whole) ? whole : whole.replace(/\n/gu, ' '));
    else if (/^<!--\s*(?:more|nextpage)\b/u.test(whole)) parts.push('<hr>');
    at = match.index + whole.length;
  }
  parts.push(paragraphEnds(html.slice(at)));
  return parts.join('');
}

function paragraphEnds(text: string): string {
  return text.includes('\n') ? text.replace(/\n[^\S\n]*\n\s*/gu, '<br><br>') : text;
}

/**
 * The text of a post as HTML, as WordPress makes it when it shows the post: without the comments of its editor, paragraphs where
 * blank lines are (`wpautop`), captions as figures. Galleries, players and the brackets of plug-ins are left out.
 */
export function htmlOfPost(content: string): string {
  return withParagraphs(withoutShortcodes(content.replace(/\r\n?/gu, '\n')));
}

/**
 * The queries of a file that has one a line. Blank lines and lines that begin with `#` are left out, and so are line ends of any
 * system, a byte order mark, and blanks around a query.
 */
export function splitQueryLines(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\n|\r/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What elements mean for the text inside them; in lower case. */
export const names = {
  /** Their content is no text of the article. */
  silent: words(
    'script style noscript template iframe object svg head form button select video audio canvas noembed noframes',
  ),
  /** Their content is not even markup: what is not closed goes on to the end (HTML Standard, 13.2.5.2 to 13.2.5.4). */
  raw: words('script style iframe noembed noframes'),
  headings: words('h1 h2 h3 h4 h5 h6'),
  /** They end a paragraph where they begin and where they end. */
  breaking: words(
    'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer ' +
      'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
  ),
} as const;

/** Runs of blanks, line ends and no-break spaces as one blank, none at the ends. */
export function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Whether a picture is one of the dots that count readers. */
export function isTiny(attributes: Readonly<Record<string, string>>): boolean {
  return /^[01]$/u.test(attributes['width'] ?? '') || /^[01]$/u.test(attributes['height'] ?? '');
}

/** Python writes these for missing values (`json.dumps`), and no parser but its own takes them. */
const notNumbers = /([:[,]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/gu;

/** One value of JSON in UTF-8, or the error; NaN and Infinity are null. Never throws for bad input. */
export function parseJson(bytes: Buffer): unknown {
  const text = bytes.toString('utf8');
  const parsed = parseText(text);
  if (!(parsed instanceof Error) || !/NaN|Infinity/u.test(text)) return parsed;
  const mended = parseText(text.replace(notNumbers, '$1null'));
  return mended instanceof Error ? parsed : mended;
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return error;
    throw error;
  }
}

/** Why it did not parse. The engine's own message quotes a part of it and differs between versions: the place is enough. */
export function whyBadJson({ message }: Error): string {
  if (/end of|unterminated/iu.test(message)) return 'it ends in the middle';
  const place = /position (\d+)/u.exec(message)?.[1];
  return place === undefined ? 'a character is out of place' : `at character ${Number(place) + 1}`;
}

const words: ReadonlyMap<string, string> = new Map([
  ['text/plain', 'text'],
  ['text/html', 'web page'],
  ['application/xhtml+xml', 'web page'],
  ['application/pdf', 'PDF'],
  ['application/xml', 'XML'],
  ['text/xml', 'XML'],
]);

/** A media type in a word a person uses (`text`), or as it is; parameters such as a charset are left out. */
export function mediaTypeWord(mediaType: string): string {
  const [type = ''] = mediaType.split(';');
  return words.get(type.trim().toLowerCase()) ?? type.trim();
}

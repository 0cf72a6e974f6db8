const longestName = 120;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** A name for what stands at an address: the last part of its path, else its host. Never empty, never with a slash. */
export function nameOfUrl(url: string): string {
  const path = url
    .slice(0, 8_192)
    .replace(/[?#][^]*$/u, '')
    .replace(/^urn:text:/u, '');
  const parts = path.split('/').filter((part) => part !== '' && !/^[a-z][\w.+-]*:$/iu.test(part));
  const name = decoded(parts.at(-1) ?? '').replace(/[/\\\p{Cc}]/gu, '_');
  return name === '' ? 'record' : name.slice(0, longestName);
}

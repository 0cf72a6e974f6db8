/** Languages by their English and own names, as some data sets give them, in lower case. */
const names: Readonly<Record<string, string>> = {
  albanian: 'sq',
  shqip: 'sq',
  bosnian: 'bs',
  bosanski: 'bs',
  croatian: 'hr',
  hrvatski: 'hr',
  english: 'en',
  french: 'fr',
  german: 'de',
  italian: 'it',
  macedonian: 'mk',
  romanian: 'ro',
  russian: 'ru',
  serbian: 'sr',
  srpski: 'sr',
  turkish: 'tr',
  hungarian: 'hu',
};

/** Codes that name no language (ISO 639-2): undetermined, several, none, not coded. */
const nameless: readonly string[] = ['und', 'mul', 'zxx', 'mis'];

/** The same few values come with every line. */
const known = new Map<string, string | null>();
const knownLimit = 1_000;

function canonical(value: string): string | null {
  const plain = value.trim().replaceAll('_', '-');
  const named = names[plain.toLowerCase()];
  if (named !== undefined) return named;
  // Four letters and more are reserved (RFC 5646, 2.2.1): in practice a word, not a code.
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu.test(plain)) return null;
  try {
    const [tag] = Intl.getCanonicalLocales(plain);
    return tag === undefined || nameless.includes(tag.split('-')[0] ?? '') ? null : tag;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * A language as BCP 47 (RFC 5646): codes of ISO 639-2 and 639-3 become the shorter one (`eng` is `en`, `srp-Cyrl` is
 * `sr-Cyrl`), underscores hyphens, English names their code. Null when it names none.
 */
export function readLanguageTag(value: string): string | null {
  if (value === '' || value.length > 100) return null;
  const cached = known.get(value);
  if (cached !== undefined) return cached;
  const tag = canonical(value);
  if (known.size < knownLimit) known.set(value, tag);
  return tag;
}

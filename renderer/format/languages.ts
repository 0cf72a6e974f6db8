const names = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** The English name of a BCP 47 language tag, `Serbian (Cyrillic)` for `sr-Cyrl`; what is no such tag comes back as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch (error) {
    // An archive may say anything about its language; only a malformed tag makes Intl throw a RangeError.
    if (error instanceof RangeError) return tag;
    throw error;
  }
}

/** The tag itself when it is a well-formed BCP 47 tag, fit for a `lang` attribute; otherwise null. */
export function languageTag(tag: string | null): string | null {
  if (tag === null) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

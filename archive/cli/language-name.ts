const names = new Intl.DisplayNames('en', { type: 'language' });

/** A language for people, with the code that `lang:` takes: `Serbian (Cyrillic), sr-Cyrl`. */
export function languageName(code: string): string {
  try {
    const name = names.of(code);
    return name === undefined || name === code ? code : `${name}, ${code}`;
  } catch (error) {
    // Articles come with whatever their source called a language.
    if (error instanceof RangeError) return code;
    throw error;
  }
}

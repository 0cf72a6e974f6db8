/**
 * Cyrillic letters and their Latin spelling. Serbian is the norm (the pairs of Gaj's and Karadžić's alphabets, one to
 * one); the letters that Serbian lacks follow the scientific transliteration (ISO 9:1968) for Russian, Ukrainian and
 * Belarusian, and the Yugoslav practice for Macedonian. Bulgarian `щ` and `ъ` are read the Russian way: a single word
 * does not tell its language.
 */
const latinOfCyrillic: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    ђ: 'đ',
    е: 'e',
    ж: 'ž',
    з: 'z',
    и: 'i',
    ј: 'j',
    к: 'k',
    л: 'l',
    љ: 'lj',
    м: 'm',
    н: 'n',
    њ: 'nj',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    ћ: 'ć',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'č',
    џ: 'dž',
    ш: 'š',
    ѓ: 'gj',
    ќ: 'kj',
    ѕ: 'dz',
    ѐ: 'e',
    ѝ: 'i',
    ё: 'jo',
    й: 'j',
    щ: 'šč',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'ju',
    я: 'ja',
    і: 'i',
    ї: 'ji',
    є: 'je',
    ґ: 'g',
    ў: 'u',
  }),
);

const cyrillic = /\p{Script=Cyrillic}/u;
const cyrillicLetters = /\p{Script=Cyrillic}/gu;

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/**
 * The text with Cyrillic letters in Latin ones: `Љубљана` gives `Ljubljana`, `ЉУБЉАНА` gives `LJUBLJANA`. Expects NFC.
 * Everything that is not Cyrillic stays, as do Cyrillic letters of languages outside the table.
 */
export function cyrillicToLatin(text: string): string {
  if (!cyrillic.test(text)) {
    return text;
  }
  return text.replace(cyrillicLetters, (letter, at: number) => {
    const lower = letter.toLowerCase();
    const latin = latinOfCyrillic.get(lower);
    if (latin === undefined) {
      return letter;
    }
    if (letter === lower) {
      return latin;
    }
    const next = text[at + 1] ?? '';
    const before = text[at - 1] ?? '';
    const shouting = isCapital(next) || (!/\p{L}/u.test(next) && isCapital(before));
    return shouting ? latin.toUpperCase() : latin.slice(0, 1).toUpperCase() + latin.slice(1);
  });
}

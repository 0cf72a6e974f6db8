/** So many letters a text must have: a headline alone may be of any language. */
const enoughLetters = 60;
const sampleLength = 2_000;

/** Letters of Serbian and Macedonian that no other Cyrillic alphabet has. */
const balkanCyrillic = /[ђјљњћџѓќѕ]/u;

/** Codes of the detector that stand for more than they say: it knows one language for those of the South Slavs. */
const unclear: ReadonlySet<string> = new Set(['hr', 'sr', 'bs']);

/**
 * The language of a text as ISO 639-1, where `detectLanguage` names none: by eld's counts of letter sequences, which know
 * sixty languages. Null where it is not sure, and between Serbian, Croatian and Bosnian, which it does not tell apart.
 * The detector is loaded when it is first needed.
 */
export async function detectFurther(text: string): Promise<string | null> {
  const sample = text.slice(0, sampleLength);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < enoughLetters) return null;
  const { eld } = await import('eld/extrasmall');
  const found = eld.detect(sample);
  const { language } = found;
  if (language === '' || unclear.has(language) || !found.isReliable()) return null;
  // It knows no Macedonian, and takes it for what is nearest.
  return balkanCyrillic.test(sample.toLowerCase()) ? null : language;
}

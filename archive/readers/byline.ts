import { isProse, withoutCapitals, wordCount } from './line-kinds.ts';
import { looksLikeSource } from './page-banner.ts';

const by =
  /^(?:by|words by|reported by|story by|from|piše|pišu|napisao|napisala|autor(?:i|ka)?|пише|пишу|написао|написала|аутор(?:и|ка)?|автор(?:и|ы)?|подготвил[аe]?|nga|shkruan|shkruar nga|autori|von|par|de notre (?:correspondant|envoyé spécial))\s*:?\s+/iu;
const certainBy =
  /^(?:piše|pišu|autor(?:i|ka)?|пише|пишу|аутор(?:и|ка)?|автор(?:и|ы)?|shkruan|autori|author|reporter|by)\s*:\s*\p{L}/iu;
const person =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:and|i|и|dhe|und|et|von|van|de|der|della|bin|al)|[,&])(?:,?\s+(?:\p{Lu}[\p{L}\p{M}'’.-]*|and|i|и|dhe|und|et|von|van|de|der|della|bin|al|in|u|у|në|&))*(?:,?\s.{0,60})?$/u;
const role =
  /(?:correspondent|reporter|editor|analyst|writer|staff|dopisnik|novinar|urednik|дописник|новинар|уредник|gazetar|korrespondent)/iu;
const orgAndPlace = /^\p{Lu}[^,.;:!?]{1,30},\s+\p{Lu}[^,.;:!?]{1,30}$/u;
const sourceLabel = /^(?:source|izvor|извор|burimi|quelle|agencija|агенција)\s*:\s*(.{2,60})$/iu;

const nameAndRole =
  /^\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3},\s(?:\S+\s){0,3}(?:correspondent|reporter|editor|dopisnik|дописник)(?:\s(?:in|u|у)\s\p{Lu}\S+)?$/u;

/** `By Nick Hawton`, `Piše: Jovana Gligorijević`, `Nga Arben Qirezi`: a line that names who wrote. */
export function isByline(text: string): boolean {
  if (wordCount(text) > 16 || isProse(text)) return false;
  if (certainBy.test(text) || nameAndRole.test(text)) return true;
  const lead = by.exec(text)?.[0];
  if (
    lead === undefined ||
    (/^from/iu.test(lead) && !/^from (?:our|a) /iu.test(text) && !/ in \p{Lu}/u.test(text))
  ) {
    return false;
  }
  const rest = text.slice(lead.length);
  return (
    /^(?:our|a|the) .*correspondent/iu.test(rest) ||
    (person.test(rest) && wordCount(rest) >= 2) ||
    looksLikeSource(rest)
  );
}

/** What stands under a byline: `BBC News, Belgrade`, `Diplomatic correspondent`. */
export function isBylineRole(text: string): boolean {
  if (wordCount(text) > 9 || isProse(text)) return false;
  return (
    role.test(text) ||
    (orgAndPlace.test(text) && looksLikeSource(text.split(',')[0] ?? '')) ||
    looksLikeSource(text)
  );
}

/** The name after `Source:` or `Izvor:`, else null. */
export function labelledSource(text: string): string | null {
  const name = sourceLabel.exec(text)?.[1]?.trim();
  return name === undefined || /^https?:/iu.test(name) ? null : withoutCapitals(name);
}

import type { RecordObject } from '../records/record-fields.ts';
import { readLanguageTag } from '../records/record-language.ts';

/** Field codes of Dow Jones Factiva: https://professional.dowjones.com, “Factiva field codes”. */
const codes =
  'HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CT|RF|ART|CO|IN|NS|RE|IPC|IPD|PUB|AN|SE|VOL|CLM|ATN|DLN|CX|HDL';
const codeLine = new RegExp(`^ {0,3}(?<code>${codes})(?:(?: {2,}|\\t| $)\\s*(?<value>.*)|$)`, 'u');
/** Codes that no sentence begins with, so that one blank behind them is enough. */
const clearLine = /^ {0,3}(?<code>HD|WC|PD|SN|LP|TD|CY) (?<value>\S.*)$/u;

function fieldsOf(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string[]>();
  let open: string[] | null = null;
  for (const line of text.split('\n')) {
    const { code, value = '' } = codeLine.exec(line)?.groups ?? clearLine.exec(line)?.groups ?? {};
    if (code !== undefined && !fields.has(code)) {
      open = [value.trim()];
      fields.set(code, open);
    } else if (/^Document [A-Z]\w{8,40}\s*$/u.test(line)) open = null;
    else open?.push(line.trim());
  }
  return new Map([...fields].map(([code, lines]) => [code, lines.join('\n').trim()]));
}

function subjectsOf(fields: ReadonlyMap<string, string>): readonly string[] {
  const all = ['NS', 'RE'].flatMap((code) => (fields.get(code) ?? '').split(/[|\n]/u));
  // `gpol : Domestic Politics`: the words, not the code.
  return all
    .map((subject) => subject.replace(/^\s*\w{1,10}\s*:\s*/u, '').trim())
    .filter((subject) => subject !== '');
}

/** One document of an export of Factiva with its field codes (`HD`, `PD`, `SN`, `LP`, `TD`); null when it has no headline. */
export function factivaRecord(text: string): RecordObject | null {
  const fields = fieldsOf(text);
  if (!fields.has('HD')) return null;
  return {
    headline: fields.get('HD')?.replace(/\s+/gu, ' '),
    body: [fields.get('LP'), fields.get('TD')]
      .filter((part) => part !== undefined && part !== '')
      .join('\n\n'),
    date: dayWithTime(fields.get('PD') ?? '', fields.get('ET') ?? ''),
    source: fields.get('SN'),
    byline: fields.get('BY') ?? fields.get('CR'),
    section: fields.get('SE'),
    language: fields.get('LA'),
    keywords: subjectsOf(fields),
  };
}

function dayWithTime(day: string, time: string): string | null {
  if (day === '') return null;
  return /^\d{1,2}:\d{2}/u.test(time) ? `${day}, ${time}` : day;
}

const words = /^\s*[\d,.]{1,9} words\s*$/iu;
const day = /^\s*\d{1,2} \p{L}{3,12} \d{4}\s*$/u;
const clock = /^\s*\d{1,2}:\d{2}(?: [AP]M)?\s*$/iu;
const owned = /^\s*(?:\(?copyright|©|\(c\))/iu;
const headLines = 25;

/** One document of an export of Factiva without codes: headline, `612 words`, day, newspaper, code, language, copyright, text. */
export function plainFactivaRecord(text: string): RecordObject | null {
  const lines = text.split('\n');
  const head = lines.slice(0, headLines);
  const counted = head.findIndex((line) => words.test(line));
  const dated = head.findIndex((line, at) => at > counted && day.test(line));
  if (counted === -1 || dated === -1) return null;
  const above = lines
    .slice(0, counted)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const byline =
    above.length > 1 ? (above.find((line, at) => at > 0 && /^(?:by|von|par) /iu.test(line)) ?? null) : null;
  const below = lines.slice(dated + 1, headLines + 10).map((line) => line.trim());
  const time = below.find((line) => clock.test(line)) ?? '';
  const source = below.find((line) => line !== '' && !clock.test(line)) ?? null;
  const copyright = below.findIndex((line) => owned.test(line));
  const language = below.find((line) => readLanguageTag(line) !== null && /^\p{L}{4,}$/u.test(line)) ?? null;
  const last = copyright === -1 ? (language === null ? 2 : below.indexOf(language)) : copyright;
  const body = lines.slice(dated + 2 + last).filter((line) => !/^\s*Document [A-Z]\w{8,40}\s*$/u.test(line));
  return {
    headline: above.filter((line) => line !== byline)[0],
    body: body
      .map((line) => line.trim())
      .join('\n')
      .trim(),
    date: dayWithTime(lines[dated]?.trim() ?? '', time),
    source,
    byline,
    language,
  };
}

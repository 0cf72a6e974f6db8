import { latexText } from './latex-text.ts';

/** An entry of BibTeX: what it is, and its fields by their names in lower case. */
export interface BibtexEntry {
  /** In lower case: `article`, `string`, `comment`. */
  readonly type: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Whether it is closed. */
  readonly whole: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const mostFields = 200;

/** Reads one entry; `strings` are the abbreviations that `@string` defined before it. */
class EntryReader {
  private at = 0;
  private readonly text: string;
  private readonly strings: ReadonlyMap<string, string>;

  constructor(text: string, strings: ReadonlyMap<string, string>) {
    this.text = text;
    this.strings = strings;
  }

  entry(): BibtexEntry | null {
    const opening = /^\s*@\s*(?<type>[A-Za-z]{1,40})\s*[{(]\s*/u.exec(this.text);
    const type = opening?.groups?.['type']?.toLowerCase();
    if (opening === null || type === undefined) return null;
    this.at = opening[0].length;
    const fields = new Map<string, string>();
    if (type === 'comment' || type === 'preamble') return { type, fields, whole: true };
    if (type !== 'string') this.key();
    while (fields.size < mostFields && this.field(fields)) this.blanks();
    while (/[\s,]/u.test(this.text[this.at] ?? '')) this.at += 1;
    return { type, fields, whole: '})'.includes(this.text[this.at] ?? ' ') };
  }

  /** The citation key and its comma; it may be missing. */
  private key(): void {
    const key = /[^\s,=]{0,500}\s{0,20},/uy;
    key.lastIndex = this.at;
    if (key.test(this.text)) this.at = key.lastIndex;
  }

  private field(fields: Map<string, string>): boolean {
    const name = /[\s,]{0,1000}([A-Za-z][^\s=,{}"#]{0,100})\s{0,100}=\s{0,100}/uy;
    name.lastIndex = this.at;
    const found = name.exec(this.text)?.[1]?.toLowerCase();
    if (found === undefined) return false;
    this.at = name.lastIndex;
    const value = this.value();
    if (!fields.has(found)) fields.set(found, value);
    return true;
  }

  /** Pieces in braces, in quotation marks or bare, joined by `#`. */
  private value(): string {
    const pieces: string[] = [];
    for (;;) {
      this.blanks();
      const sign = this.text[this.at];
      if (sign === '{') pieces.push(this.enclosed('}'));
      else if (sign === '"') pieces.push(this.enclosed('"'));
      else pieces.push(this.bare());
      this.blanks();
      if (this.text[this.at] !== '#') return pieces.join('');
      this.at += 1;
    }
  }

  private enclosed(close: string): string {
    const start = this.at + 1;
    let depth = 0;
    for (this.at = start; this.at < this.text.length; this.at += 1) {
      const sign = this.text[this.at];
      if (sign === '\\') this.at += 1;
      else if (depth === 0 && sign === close) break;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth = Math.max(0, depth - 1);
    }
    const inner = this.text.slice(start, this.at);
    this.at += 1;
    return inner;
  }

  private bare(): string {
    const start = this.at;
    while (this.at < this.text.length && !/[\s,#{}()"]/u.test(this.text[this.at] ?? '')) this.at += 1;
    const word = this.text.slice(start, this.at);
    return this.strings.get(word.toLowerCase()) ?? word;
  }

  private blanks(): void {
    while (/\s/u.test(this.text[this.at] ?? '')) this.at += 1;
  }
}

/** An entry as it is written, abbreviations put in; null when the text does not begin with one. */
export function readEntry(text: string, strings: ReadonlyMap<string, string>): BibtexEntry | null {
  return new EntryReader(text, strings).entry();
}

/** `{Smith, John and {World Bank} and others}` as names in their natural order. */
export function namesOf(text: string): readonly string[] {
  return text
    .split(/\s+and\s+/u)
    .map((name) => {
      const [last = '', first = ''] = name.includes('{') ? [name] : name.split(/,\s*/u);
      return latexText(first === '' ? last : `${first} ${last}`).trim();
    })
    .filter((name) => name !== '' && name !== 'others');
}

/** The day as ISO 8601, as far as it is known: `date` of BibLaTeX, else `year`, `month` and `day`. */
export function dateOf(fields: ReadonlyMap<string, string>): string | null {
  const date = fields.get('date')?.split('/')[0];
  if (date !== undefined && date !== '') return date;
  const year = latexText(fields.get('year') ?? '').trim();
  if (!/^\d{4}$/u.test(year)) return year === '' ? null : year;
  const written = latexText(fields.get('month') ?? '')
    .trim()
    .toLowerCase();
  const named = months.indexOf(/\p{L}{3}/u.exec(written)?.[0] ?? '') + 1;
  const month = /^\d{1,2}$/u.test(written) ? Number(written) : named;
  if (month < 1 || month > 12) return year;
  const day = /\b(\d{1,2})\b/u.exec(fields.get('day') ?? (named > 0 ? written : ''))?.[1];
  const two = (part: number | string): string => String(part).padStart(2, '0');
  return day === undefined ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

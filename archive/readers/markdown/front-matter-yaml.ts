/** A value of front matter; dates stay text. */
export type FrontValue = string | readonly FrontValue[] | { readonly [key: string]: FrontValue } | null;

interface FrontLine {
  readonly indent: number;
  readonly text: string;
}

const deepest = 8;
const keyed =
  /^(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<plain>[^\s"'[\]{}#&*!|>%@,-][^:#]{0,200}?|-[^\s:][^:]{0,200}?))\s*:(?:\s+(?<value>.*))?$/u;

function linesOf(text: string): readonly FrontLine[] {
  return text.split('\n').map((line) => {
    const plain = line.replaceAll('\t', '  ').trimEnd();
    return { indent: plain.length - plain.trimStart().length, text: plain.trimStart() };
  });
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\n', '0': '', '/': '/' };

function doubleQuoted(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/giu,
    (_all, byte?: string, unit?: string, sign = '') => {
      const code = byte ?? unit;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return escapes[sign as string] ?? (sign as string);
    },
  );
}

/** Cuts a comment off, and the anchor, tag or alias before a value: none of them is followed. */
function bare(text: string): string {
  return text
    .replace(/(?:^|\s)#.*$/u, '')
    .replace(/^(?:[&!]\S*\s+)*(?:[&!*]\S*$)?/u, '')
    .trim();
}

function scalar(text: string): FrontValue {
  const double = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/u.exec(text)?.[1];
  if (double !== undefined) return doubleQuoted(double);
  const single = /^'((?:[^']|'')*)'\s*(?:#.*)?$/u.exec(text)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  const plain = bare(text);
  return plain === '' || plain === '~' || plain === 'null' ? null : plain;
}

/** `[a, "b, c", [d]]` and `{a: b}`, from a place on; returns where it ends. */
class FlowReader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  value(depth: number): FrontValue {
    const sign = this.text[this.at];
    if (depth > deepest || (sign !== '[' && sign !== '{')) return this.word();
    this.at += 1;
    const items: FrontValue[] = [];
    const entries: [string, FrontValue][] = [];
    while (this.at < this.text.length) {
      this.blanks();
      const next = this.text[this.at];
      if (next === ']' || next === '}') {
        this.at += 1;
        break;
      }
      if (next === ',' || next === ':') {
        this.at += 1;
        continue;
      }
      const item = this.value(depth + 1);
      this.blanks();
      if (sign === '{' && this.text[this.at] === ':' && typeof item === 'string') {
        this.at += 1;
        this.blanks();
        entries.push([item, this.value(depth + 1)]);
      } else items.push(item);
    }
    return sign === '{' ? Object.fromEntries(entries) : items;
  }

  private blanks(): void {
    while (/\s/u.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private word(): FrontValue {
    const mark = this.text[this.at];
    const start = this.at;
    if (mark === '"' || mark === "'") {
      const end = this.text.indexOf(mark, start + 1);
      this.at = end === -1 ? this.text.length : end + 1;
      return this.text.slice(start + 1, end === -1 ? this.text.length : end);
    }
    while (this.at < this.text.length && !this.isWordEnd()) this.at += 1;
    if (this.at === start) this.at += 1;
    return scalar(this.text.slice(start, this.at).trim());
  }

  private isWordEnd(): boolean {
    const sign = this.text[this.at] ?? '';
    if (sign === ':') return /[\s,\]}]|^$/u.test(this.text[this.at + 1] ?? '');
    return ',]}'.includes(sign) || sign === '\n';
  }
}

class YamlReader {
  private readonly lines: readonly FrontLine[];
  private at = 0;

  constructor(lines: readonly FrontLine[]) {
    this.lines = lines;
  }

  block(indent: number, depth: number): FrontValue {
    this.passBlanks();
    const first = this.lines[this.at];
    if (first === undefined || first.indent < indent || depth > deepest) return null;
    return /^-(?:\s|$)/u.test(first.text)
      ? this.list(first.indent, depth)
      : this.mapping(first.indent, depth);
  }

  private passBlanks(): void {
    while (this.at < this.lines.length && /^(?:#.*)?$/u.test(this.lines[this.at]?.text ?? '')) this.at += 1;
  }

  private mapping(indent: number, depth: number): FrontValue {
    const entries = new Map<string, FrontValue>();
    for (this.passBlanks(); this.at < this.lines.length; this.passBlanks()) {
      const line = this.lines[this.at];
      if (line === undefined || line.indent < indent) break;
      const match = keyed.exec(line.text);
      this.at += 1;
      // What is no pair is passed over: front matter is written by hand.
      if (match === null || line.indent > indent) continue;
      const { double, single, plain, value = '' } = match.groups ?? {};
      const key = double ?? single ?? plain ?? '';
      const read = this.valueOf(value.trim(), indent, depth);
      if (!entries.has(key)) entries.set(key, read);
    }
    return Object.fromEntries(entries);
  }

  private list(indent: number, depth: number): FrontValue {
    const items: FrontValue[] = [];
    for (this.passBlanks(); this.at < this.lines.length; this.passBlanks()) {
      const line = this.lines[this.at];
      if (line === undefined || line.indent !== indent || !/^-(?:\s|$)/u.test(line.text)) break;
      this.at += 1;
      const rest = line.text.slice(1).trim();
      const pair = /^["'[{]/u.test(rest) ? null : keyed.exec(rest)?.groups;
      // `- name: Jane` begins a mapping; its first pair is what counts.
      if (pair === undefined || pair === null) items.push(this.valueOf(rest, indent, depth));
      else items.push({ [pair['plain'] ?? '']: scalar(pair['value'] ?? '') });
    }
    return items;
  }

  private valueOf(text: string, indent: number, depth: number): FrontValue {
    const literal = /^(?<style>[|>])[-+\d]*\s*(?:#.*)?$/u.exec(text)?.groups?.['style'];
    if (literal !== undefined) return this.literal(indent, literal === '|');
    if (bare(text) === '') {
      const next = this.lines.slice(this.at, this.at + 20).find((line) => line.text !== '');
      const isList = next !== undefined && next.indent >= indent && /^-(?:\s|$)/u.test(next.text);
      return this.block(isList ? indent : indent + 1, depth + 1);
    }
    if (/^[[{]/u.test(text)) return new FlowReader(this.continued(text, indent, '\n')).value(0);
    return scalar(this.continued(text, indent, ' '));
  }

  /** A value with the lines that belong to it because they are set further in. */
  private continued(text: string, indent: number, joiner: string): string {
    const parts = [text];
    for (let line = this.lines[this.at]; line !== undefined; line = this.lines[this.at]) {
      const closes = joiner === '\n' && /^[\]}]/u.test(line.text);
      if (!closes && (line.indent <= indent || line.text === '')) break;
      parts.push(line.text);
      this.at += 1;
    }
    return parts.join(joiner);
  }

  private literal(indent: number, keepLines: boolean): string {
    const parts: string[] = [];
    for (let line = this.lines[this.at]; line !== undefined; line = this.lines[this.at]) {
      if (line.text !== '' && line.indent <= indent) break;
      parts.push(line.text);
      this.at += 1;
    }
    return parts.join(keepLines ? '\n' : ' ').trim();
  }
}

/**
 * The front matter of a page, which is YAML (yaml.org) as people write it there: pairs, lists, quoted and folded texts, lists
 * in brackets. Every scalar is text. Anchors and aliases are not followed, tags not obeyed, and what is no pair is passed
 * over. A parser of all of YAML takes minutes for a page of braces; this one takes time in proportion to the length.
 */
export function readYamlFrontMatter(text: string): Readonly<Record<string, FrontValue>> {
  const read = new YamlReader(linesOf(text)).block(0, 0);
  return typeof read === 'object' && read !== null && !Array.isArray(read)
    ? (read as Readonly<Record<string, FrontValue>>)
    : {};
}

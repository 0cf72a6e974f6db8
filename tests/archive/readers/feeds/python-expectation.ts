/** A value of the part of Python that feedparser's expectations are written in; a tuple of time is a list of numbers. */
export type PythonValue = string | number | null | readonly number[];

/** `entries[0]['title'] == 'x'`: a path, and what should be there. */
export interface Clause {
  readonly path: string;
  readonly value: PythonValue;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  "'": "'",
  '"': '"',
  '\\': '\\',
};

function unescape(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([nrt'"\\]))/giu, (_all, four, two, one) => {
    const code = (four ?? two) as string | undefined;
    return code === undefined ? (escapes[one as string] ?? '') : String.fromCharCode(parseInt(code, 16));
  });
}

const stringToken = /^u?r?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*/su;
const pathToken = /^(?:entries|feed|encoding)(?:\[\d\]|\['[\w-]+'\]|\.\w+(?!\())*\s*/u;

class Reader {
  private rest: string;

  constructor(text: string) {
    this.rest = text.trim();
  }

  take(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.rest);
    if (match !== null) this.rest = this.rest.slice(match[0].length);
    return match;
  }

  get isOver(): boolean {
    return this.rest === '';
  }
}

/** Undefined when it is something else. */
function readValue(reader: Reader): PythonValue | undefined {
  if (reader.take(/^None\s*/u) !== null) return null;
  const number = reader.take(/^\d+\s*/u);
  if (number !== null) return Number(number[0]);
  const tuple = reader.take(/^\(([\d\s,]+)\)\s*/u);
  if (tuple !== null) return (tuple[1] ?? '').split(',').map(Number);
  let text: string | undefined;
  for (let part = reader.take(stringToken); part !== null; part = reader.take(stringToken)) {
    text = (text ?? '') + unescape(part[1] ?? part[2] ?? '');
    reader.take(/^\+\s*/u);
  }
  return text;
}

/** `a == b == 'x'` */
function readComparison(reader: Reader): readonly Clause[] | null {
  const paths: string[] = [];
  for (;;) {
    const path = reader.take(pathToken);
    if (path === null) break;
    paths.push(path[0].trim().replace(/\.(\w+)/gu, "['$1']"));
    if (reader.take(/^==\s*/u) === null) return null;
  }
  const value = paths.length === 0 ? undefined : readValue(reader);
  return value === undefined ? null : paths.map((path) => ({ path, value }));
}

/** The comparisons of an expectation, all of which must hold; null when it asks for more than comparisons. */
export function readExpectation(text: string): readonly Clause[] | null {
  const reader = new Reader(text.replace(/\s+$/u, ''));
  const clauses: Clause[] = [];
  while (!reader.isOver) {
    if (reader.take(/^(?:not\s+)?bozo\s*/u) === null) {
      const isBracketed = reader.take(/^\(\s*(?=entries|feed)/u) !== null;
      const read = readComparison(reader);
      if (read === null) return null;
      clauses.push(...read);
      if (isBracketed && reader.take(/^\)\s*/u) === null) return null;
    }
    if (!reader.isOver && reader.take(/^and\s+/u) === null) return null;
  }
  return clauses;
}

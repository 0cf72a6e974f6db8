import { decodeCharset } from './charset.ts';
import { decodeWords } from './encoded-words.ts';

/** A structured header such as `text/plain; charset=utf-8` (RFC 2045, 5.1). */
export interface StructuredValue {
  /** Before the first semicolon, in lower case. */
  readonly value: string;
  /** By name in lower case; the first of a name counts. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** One parameter; in quotation marks a backslash makes the next character count for itself. */
const parameter = /;\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\[^])*)"?|([^;"]*))/gu;
const longest = 16_384;
const mostPieces = 100;

/** `charset'language'text` with `%` codes (RFC 2231, 4); the later pieces have no charset of their own. */
function percentDecoded(text: string): Buffer {
  const plain = text.replace(/%([0-9a-f]{2})/giu, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return Buffer.from(plain, 'latin1');
}

interface Piece {
  readonly text: string;
  readonly isCoded: boolean;
}

/** A value in pieces `name*0`, `name*1*` … or whole as `name*` (RFC 2231, 3 and 4). */
function joined(pieces: readonly Piece[]): string {
  const [first] = pieces;
  const [, charset = '', rest = ''] = /^([^']{0,60})'[^']{0,60}'([^]*)$/u.exec(first?.text ?? '') ?? [];
  const isDeclared = first?.isCoded === true && (charset !== '' || rest !== '');
  const bytes = pieces.map(({ text, isCoded }, at) => {
    const own = at === 0 && isDeclared ? rest : text;
    return isCoded ? percentDecoded(own) : Buffer.from(own, 'latin1');
  });
  return decodeCharset(Buffer.concat(bytes), charset === '' ? null : charset).text;
}

function collect(found: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  const coded = new Map<string, Map<number, Piece>>();
  for (const [name, text] of found) {
    const [, base = '', number, star] = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/u.exec(name) ?? [];
    if (base === '') continue;
    if (number === undefined && star === undefined) {
      parameters.set(
        base,
        decodeWords(text === latin1Only(text) ? text : decodeCharset(Buffer.from(text, 'latin1'), null).text),
      );
      continue;
    }
    const pieces = coded.get(base) ?? new Map<number, Piece>();
    pieces.set(Number(number ?? 0), { text, isCoded: star !== undefined });
    coded.set(base, pieces);
  }
  for (const [base, pieces] of coded) {
    const inOrder: Piece[] = [];
    for (let at = 0; at < mostPieces; at += 1) {
      const piece = pieces.get(at);
      if (piece === undefined) break;
      inOrder.push(piece);
    }
    if (inOrder.length > 0) parameters.set(base, joined(inOrder));
  }
  return parameters;
}

function latin1Only(text: string): string {
  return /[^\0-\x7f]/u.test(text) ? '' : text;
}

/** A value without quotation marks: the names of files come with blanks in them all the same. */
function bare(name: string, token: string): string {
  const value = token.trim();
  return /name/iu.test(name) ? value : (/^\S*/u.exec(value)?.[0] ?? '');
}

/** Comments in brackets are no part of the value; only those outside of quotation marks are removed. */
function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  return text.replace(/"(?:[^"\\]|\\[^])*"|\s\([^()]*\)/gu, (part) => (part.startsWith('"') ? part : ' '));
}

/** Reads a structured header given as Latin-1. */
export function readStructured(header: string | null): StructuredValue {
  const text = withoutComments((header ?? '').slice(0, longest));
  const semicolon = text.indexOf(';');
  const value = (semicolon === -1 ? text : text.slice(0, semicolon)).trim().toLowerCase();
  const found = new Map<string, string>();
  for (const [, name = '', quoted, token] of text.matchAll(parameter)) {
    const given = quoted === undefined ? bare(name, token ?? '') : quoted.replace(/\\([^])/gu, '$1');
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), given);
  }
  return { value, parameters: collect(found) };
}

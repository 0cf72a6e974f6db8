import { withoutEntities } from './html-entities.ts';

/** Undefined when a text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Without what pages wrap around scripts to hide them: comments of HTML, CDATA, a full stop of JavaScript. */
function unwrapped(text: string): string {
  return text
    .trim()
    .replace(/^(?:\/\/\s*|\/\*\s*)?(?:<!--|<!\[CDATA\[)(?:\s*\*\/)?/u, '')
    .replace(/(?:\/\/\s*|\/\*\s*)?(?:-->|\]\]>)(?:\s*\*\/)?$/u, '')
    .trim()
    .replace(/;$/u, '');
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What one character of a string becomes. */
function inString(character: string): string {
  if (character >= ' ') return character;
  return escapes[character] ?? ' ';
}

/** Where a comment of JavaScript that begins here ends; the same place when none does. */
function afterComment(text: string, at: number): number {
  if (text[at] !== '/' || (text[at + 1] !== '*' && text[at + 1] !== '/')) return at;
  const close = text[at + 1] === '*' ? text.indexOf('*/', at + 2) : text.indexOf('\n', at + 2);
  if (close === -1) return text.length;
  return text[at + 1] === '*' ? close + 2 : close;
}

/**
 * JSON with the faults that hand-written templates make mended: line breaks and tabs in strings, wrong escapes, commas
 * before a closing bracket, comments. One pass; strings stay as they are otherwise.
 */
export function mendedJson(text: string): string {
  const parts: string[] = [];
  let open = false;
  // Where the last comma stands, while only blanks have followed it.
  let comma = -1;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (open) {
      if (character === '\\') {
        const next = text[at + 1] ?? '';
        parts.push(/["\\/bfnrtu]/u.test(next) ? character + next : next);
        at += 1;
        continue;
      }
      if (character === '"') open = false;
      parts.push(inString(character));
      continue;
    }
    const skipped = afterComment(text, at);
    if (skipped !== at) {
      at = skipped - 1;
      continue;
    }
    if (character === '"') open = true;
    if (comma !== -1 && (character === '}' || character === ']')) parts[comma] = '';
    if (character === ',') comma = parts.length;
    else if (character > ' ') comma = -1;
    parts.push(character);
  }
  return parts.join('');
}

/** JSON as pages hold it: as it stands, else mended, else with its references to characters resolved. Undefined when it is none. */
export function lenientJson(text: string): unknown {
  const plain = unwrapped(text);
  if (plain === '') return undefined;
  const exact = parsed(plain) ?? parsed(mendedJson(plain));
  if (exact !== undefined || !/&(?:quot|#34|#x22);/iu.test(plain)) return exact;
  const resolved = withoutEntities(plain);
  return parsed(resolved) ?? parsed(mendedJson(resolved));
}

/** The values of a key in text that is no JSON but was meant to be: `"datePublished": "2007-11-28"`. */
export function looseValue(text: string, key: string): string | null {
  const at = text.indexOf(`"${key}"`);
  if (at === -1) return null;
  const match = /^\s{0,20}:\s{0,20}"((?:[^"\\\n]|\\.){1,1000})"/u.exec(
    text.slice(at + key.length + 2, at + 3_000),
  );
  return match?.[1] === undefined ? null : ((parsed(`"${match[1]}"`) as string | undefined) ?? match[1]);
}

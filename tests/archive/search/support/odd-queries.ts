import { below } from './random.ts';

/** Signs of the query language, whole, half and doubled. */
export const oddSigns: readonly string[] = [
  ...['headline:', 'body:', 'date:', 'lang:', 'tag:', 'foo:', ':'],
  ...['+', '-', '!', '~', '~>', '~1', '~2', '~>3', '^', '^2', '*', '?', '\\'],
  ...['"', '“', '”', '„', '(', ')', '（', '[', ']', '[2007 TO ', ' TO '],
  ...[' AND ', ' OR ', ' NOT ', '&&', '||', '..', '…', '>', '<=', '='],
  ...[' ', ' ', ' ', '\t', '\n', '\u00A0'],
  ...['1', '-1', '-31', '2007', '2007-11', '2007-11-28', 'none', '.', '/'],
];

/** Words as they are typed, pasted and forged. */
export const oddWords: readonly string[] = [
  ...['Thaçi', 'Тачи', 'kosovo', 'the', 'of', 'oil', 'prices', 'bank', 'Frank', 'G.', 'Wisner'],
  ...['đ', 'ђ', 'ß', 'İ', 'ﷺ', "'", '’', '\u0301', '\uD83D', '\uDE00', '😀', '科', '科索沃'],
  ...['a', 'x'.repeat(70), 'constructor', '__proto__', '\u0000', '\uFEFF', '\u202E'],
  ...['a*', '*e*', 'pri?e', 'bnak~1', '"the bank of"', '"oil prices"~5'],
];

function pick(list: readonly string[], random: () => number): string {
  return list[below(random, list.length)]!;
}

/** A text that somebody could type, paste or half type. */
export function oddQuery(random: () => number): string {
  const kind = random();
  const length = 1 + below(random, kind < 0.9 ? 12 : 60);
  if (kind < 0.1)
    return String.fromCharCode(
      ...Array.from({ length }, () => below(random, random() < 0.5 ? 0x80 : 0x1_0000)),
    );
  const typed = Array.from({ length }, () => pick(random() < 0.5 ? oddWords : oddSigns, random)).join(
    random() < 0.5 ? ' ' : '',
  );
  return random() < 0.3 ? mutated(typed, random) : typed;
}

/** The same with something cut out, doubled, moved or changed. */
function mutated(text: string, random: () => number): string {
  const [from, to] = [below(random, text.length + 1), below(random, text.length + 1)].sort(
    (a, b) => a - b,
  ) as [number, number];
  const piece = text.slice(from, to);
  const changes = [
    () => text.slice(0, from) + text.slice(to),
    () => text.slice(0, to) + piece + text.slice(to),
    () => piece + text.slice(0, from) + text.slice(to),
    () => text.slice(0, from) + [...piece].reverse().join('') + text.slice(to),
    () => text.toUpperCase(),
  ];
  return changes[below(random, changes.length)]!();
}

import { below } from './random.ts';

const signs = [
  'headline:',
  'body:',
  'date:',
  'lang:',
  'tag:',
  ':',
  '+',
  '-',
  '~',
  '~1',
  '~2',
  '~>3',
  '^',
  '^2',
  '*',
  '?',
  '\\',
  '"',
  '“',
  '”',
  '„',
  '(',
  ')',
  '[',
  ']',
  ' AND ',
  ' OR ',
  ' NOT ',
  '&&',
  '||',
  '!',
  '..',
  '>',
  '<=',
  ' TO ',
  ' ',
  ' ',
  ' ',
  '\t',
  '\n',
  '\u00A0',
  '1',
  '-1',
  '2007',
  '2007-11-28',
];
const words = [
  'Thaçi',
  'Тачи',
  'kosovo',
  'the',
  'of',
  'oil',
  'prices',
  'bank',
  'đ',
  'ђ',
  'ß',
  'İ',
  'ﷺ',
  "'",
  '’',
  '\u0301',
  '\uD83D',
  '\uDE00',
  '😀',
  '科索沃',
  'constructor',
  '__proto__',
  'a',
  'x'.repeat(70),
  '/',
  '.',
  '\u0000',
  '\uFEFF',
  '\u202E',
  '=',
  'Frank',
  'G.',
  'Wisner',
  'a*',
  '*e*',
  'pri?e',
  'bnak~1',
  '"the bank of"',
  '"oil prices"~5',
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
  const typed = Array.from({ length }, () => pick(random() < 0.5 ? words : signs, random)).join(
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

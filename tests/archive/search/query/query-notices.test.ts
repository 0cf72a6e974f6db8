import { describe, expect, test } from 'vitest';
import { describeNotice } from '../../../../archive/model/notice-sentences.ts';
import { fieldNames } from '../../../../archive/search/query/field-names.ts';
import { parseQuery } from '../../../../archive/search/query/parse-query.ts';
import { printTree } from './print-tree.ts';

type Fault = readonly [reason: object, at: number, suggestion: string | null];

function read(text: string, typing = false) {
  const { root, notices } = parseQuery(text, { typing });
  const faults = notices.map((notice) =>
    notice.code === 'searched-as-words' ? [notice.reason, notice.at, notice.suggestion] : [notice],
  );
  return [printTree(root), ...faults];
}

const unknown = (field: string) => ({ code: 'unknown-field', field, fields: fieldNames });
const nothingAfter = (sign: string) => ({ code: 'nothing-after', sign });
const number = (sign: string) => ({ code: 'number-expected', sign });
const alone = (sign: string) => ({ code: 'unbalanced', sign });
const noDate = (text: string) => ({ code: 'date-expected', text });
const unreadable = (detail: string) => ({ code: 'unreadable', detail });

describe('what is wrong in one place leaves the rest as it is', () => {
  test.each<[string, string, ...Fault[]]>([
    ['titel:thaci x', '[joined(titel thaci) x]', [unknown('titel'), 0, 'title:thaci x']],
    ['+x foo:bar', '[+x joined(foo bar)]', [unknown('foo'), 3, '+x "foo:bar"']],
    ['tail:x', 'joined(tail x)', [unknown('tail'), 0, '"tail:x"']],
    ['headlne: what', '[headlne what]', [unknown('headlne'), 0, 'headline: what']],
    ['a:a:a', 'joined(a a a)', [unknown('a'), 0, '"a:a:a"']],
    ['x headline:', '[x headline]', [nothingAfter('headline:'), 2, 'x']],
    ['headline:-foo', '[headline -foo]', [nothingAfter('headline:'), 0, '-headline:foo']],
    ['headline:— x', 'x', [nothingAfter('headline:'), 0, 'x']],
    ['lang:"" x', 'x', [nothingAfter('lang:'), 0, 'x']],
    ['thaci +', 'thaci', [nothingAfter('+'), 6, 'thaci']],
    ['+-foo bar', '[-foo bar]', [nothingAfter('+'), 0, '-foo bar']],
    ['a AND', '[a AND]', [nothingAfter('AND'), 2, 'a']],
    ['a OR OR b', 'one([a OR] b)', [nothingAfter('OR'), 2, 'a OR b']],
    ['OR a', '[OR a]', [unreadable('nothing stands before “OR”'), 0, 'a']],
    ['(a AND) NOT', '[[a AND] NOT]', [nothingAfter('AND'), 3, '(a )'], [nothingAfter('NOT'), 8, '(a )']],
    ['thaci^ x', '[thaci x]', [number('^'), 5, 'thaci x']],
    ['thaci^-2', 'thaci', [number('^'), 5, 'thaci']],
    ['thaci~ x', '[thaci x]', [number('~'), 5, 'thaci~1 x']],
    ['thaci~0.8', 'thaci', [number('~'), 5, 'thaci~1']],
    ['"a b"~>', '"a b"', [number('~'), 5, '"a b"~>1']],
    ['"pristina"~~', '"pristina"', [number('~'), 10, '"pristina"~1'], [number('~'), 11, '"pristina"~1']],
    ['thaci~^2 x', '[thaci^2 x]', [number('~'), 5, 'thaci^2 x']],
    ['thaci~x', '[thaci x]', [number('~'), 5, null]],
    ['~2 x', 'x', [unreadable('nothing stands before “~”'), 0, 'x']],
    ['(a b)~1', '[a b]', [unreadable('“~” belongs to a word or a phrase'), 5, '(a b)']],
    [
      'date:2007~>1',
      '<within 2007 2007>',
      [unreadable('“~>” belongs to a word or a phrase'), 9, 'date:2007'],
    ],
    ['a ("b c', '[a [b c]]', [alone('('), 2, null], [alone('"'), 3, 'a ("b c")']],
    ['„a b', '[a b]', [alone('„'), 0, '„a b“']],
    ['-(a OR (b c', '[-one(a [b c])]', [alone('('), 1, '-(a OR (b c))']],
    ['1) a (b', '[1 a b]', [alone(')'), 1, '1 a (b)'], [alone('('), 5, '1 a (b)']],
    ['date:2007-11-31 x', '[joined(date 2007 11 31) x]', [noDate('2007-11-31'), 5, 'date:2007-11-30 x']],
    ['date:2100-02-29', 'joined(date 2100 02 29)', [noDate('2100-02-29'), 5, 'date:2100-02-28']],
    ['date:2007-13', 'joined(date 2007 13)', [noDate('2007-13'), 5, 'date:2007-12']],
    ['date:>2007-1', 'joined(date 2007 1)', [noDate('2007-1'), 6, 'date:>2007-01']],
    ['date:28.11.2007', 'joined(date 28 11 2007)', [noDate('28.11.2007'), 5, 'date:2007-11-28']],
    ['date:11/28/2007', 'joined(date 11 28 2007)', [noDate('11/28/2007'), 5, 'date:2007-11-28']],
    ['date:5/6/2007', 'joined(date 5 6 2007)', [noDate('5/6/2007'), 5, null]],
    ['date:2007-2008', 'joined(date 2007 2008)', [noDate('2007-2008'), 5, 'date:2007..2008']],
    ['date:20071128T1149', 'joined(date 20071128T1149)', [noDate('20071128T1149'), 5, 'date:2007-11-28']],
    ['date:[2007 TO x] y', '[[date 2007 TO x] y]', [noDate('x'), 14, null]],
    [
      'date:[2007-02-30 TO 2008]',
      '[date 2007 02 30 TO 2008]',
      [noDate('2007-02-30'), 6, 'date:[2007-02-28 TO 2008]'],
    ],
    ['date:[2007 TO 2008 x', '[<within 2007 2008> x]', [alone('['), 5, 'date:[2007 TO 2008] x']],
    ['date:(2007 OR x)', 'one(<within 2007 2007> x)', [noDate('x'), 14, null]],
  ])('%s', (text, tree, ...faults) => {
    expect(read(text)).toEqual([tree, ...faults]);
  });
});

test('faults are told in the order of the text, ten at most', () => {
  const { notices } = parseQuery('foo:1 '.repeat(20), { typing: false });
  expect(notices.map((notice) => notice.code === 'searched-as-words' && notice.at)).toEqual(
    Array.from({ length: 10 }, (_, index) => index * 6),
  );
});

describe('bounds', () => {
  test('the words after the first thousand are left out, also within a phrase', () => {
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `w${String(from + index)}`).join(' ');
    const bound = [{ code: 'too-many', what: 'terms', limit: 1_000 }];
    expect(read(many(0, 1_001))).toEqual([
      `[${many(0, 1_000)}]`,
      [...bound, many(0, 1_000).length + 1, null],
    ]);
    expect(read(`a "${many(0, 1_000)} (x OR y)" b`)).toEqual([
      `[a "${many(0, 999)}"]`,
      [...bound, 3 + many(0, 999).length + 1, null],
    ]);
  });

  test('wildcards and fuzzy words after the first 32, and a word with more wildcards than that, are plain words', () => {
    const reason = { code: 'too-many', what: 'patterns', limit: 32 };
    const first = Array.from({ length: 16 }, () => 'a* b~1').join(' ');
    expect(read(`${first} c*d e~1 f? "g*"`)).toEqual([`[${first} joined(c d) e f "g"]`, [reason, 112, null]]);
    expect(read(`${'đ*'.repeat(33)} x`)[0]).toBe(`[joined(${Array(33).fill('đ').join(' ')}) x]`);
  });

  test('brackets deeper than 32 are left out', () => {
    const reason = { code: 'too-many', what: 'levels', limit: 32 };
    const deep = (levels: number) => `${'(b '.repeat(levels)}a${')'.repeat(levels)}`;
    const nested = (levels: number) => `${'[b '.repeat(levels)}a${']'.repeat(levels)}`;
    expect(read(deep(32))).toEqual([nested(32)]);
    expect(read(deep(34))).toEqual([nested(31).replace('b a', 'b [b b b a]'), [reason, 96, null]]);
  });

  test('a phrase with too many alternatives of several words is taken as it stands', () => {
    const part = '(a b OR c)';
    const plain = Array(5).fill('a b c').join(' ');
    expect(read(`"${Array(5).fill(part).join(' ')}"`)).toEqual([
      `"${plain}"`,
      [unreadable('a phrase has too many alternatives'), 0, null],
    ]);
  });
});

test('each bound has a sentence of its own', () => {
  const sentence = (what: 'terms' | 'patterns' | 'levels', limit: number) =>
    describeNotice({
      code: 'searched-as-words',
      reason: { code: 'too-many', what, limit },
      at: 0,
      suggestion: null,
    });
  expect([sentence('terms', 1_000), sentence('patterns', 32), sentence('levels', 32)]).toEqual([
    'Only the first 1,000 words were searched.',
    'Searched as plain words: there are more than 32 words with wildcards or “~”.',
    'Left out: brackets more than 32 deep.',
  ]);
});

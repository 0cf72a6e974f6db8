import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../archive/search/query/parse-query.ts';
import { printTree } from './print-tree.ts';

/** The tree of a text in which nothing is wrong. */
function tree(text: string): string {
  const { root, notices } = parseQuery(text, { typing: false });
  expect(notices).toEqual([]);
  return printTree(root);
}

describe("lunr's language", () => {
  test.each([
    ['', 'nothing'],
    ['kosovo', 'kosovo'],
    ['kosovo talks', '[kosovo talks]'],
    ['+the +kosovo -serbia', '[+the +kosovo -serbia]'],
    ['-kosovo', '[-kosovo]'],
    ['headline:thaci -people', '[headline:thaci -people]'],
    ['headline: foo', 'headline:foo'],
    ['foo ^2 bar', '[foo^2 bar]'],
    ['foo^2~1^3', 'foo~1^3'],
    ['foo~1-bar^2+baz', '[foo~1 -bar^2 +baz]'],
    ['foo^5000 foo^0 foo^0.5', '[foo^1000 foo^0 foo^0.5]'],
    ['foo~0 foo~2 foo~9', '[foo foo~2 foo~2]'],
    [`${'x'.repeat(33)}~1`, 'x'.repeat(33)],
    ['kosov*~1 f**o *foo* *', '[kosov* f*o *foo* *]'],
    ['source:*', 'source:*'],
    ['Botsan-headline:foo', '[Botsan headline:foo]'],
    [String.raw`foo\:bar \-x \AND a\*b \"q ko\sovo\ ` + '\\', '[joined(foo bar) x AND joined(a b) q kosovo]'],
  ])('%s', (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

describe('words joined in one', () => {
  test.each([
    ['S/2007/168', 'joined(S 2007 168)'],
    ['11:49', 'joined(11 49)'],
    ['https://example.org/a?b=*c', 'joined(https example org a b c)'],
    ['+headline:Botsan-Kharchenko^2', '[+joined(headline:Botsan headline:Kharchenko^2)]'],
    ['-Botsan-Kharchenko~1', '[-joined(Botsan Kharchenko~1)]'],
    ['foo-bar* a - b -- c —', '[joined(foo bar*) a b c]'],
    ['foo--bar "a"-b C++ AT&T Yahoo!', '[joined(foo bar) "a" b C joined(AT T) Yahoo]'],
    ['Kosovo: what next — 5 ~ 10 ... /', '[Kosovo what next 5 10]'],
    ['科索沃 BBC科索沃 2007年', '["科索 索沃" "BBC 科索 索沃" "2007 年*"]'],
    [
      'C:\\dir mailto:a@b.c date:2007, 5:3',
      '[joined(C dir) joined(mailto a b c) <within 2007 2007> joined(5 3)]',
    ],
    ['科 科* 科索* *科索', '[科* 科* 科索 科索]'],
  ])('%s', (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

describe('phrases', () => {
  test.each([
    ['"exact phrase"', '"exact phrase"'],
    ['“a b” „c d“ «e f» ＂g h＂ „i”', '["a b" "c d" "e f" "g h" "i"]'],
    ['"kosovo OR serbia talk*"', '"kosovo|serbia talk*"'],
    ['"(kosovo OR serbia) talks OR tal?s"', '"kosovo|serbia talks|tal?s"'],
    ['"(united nations OR UN OR EU) envoy"', 'one("UN|EU envoy" "united nations envoy")'],
    [
      '"two words"~5 "two words"~>5 "two words"~0 "one"~3',
      '["two words"~5 "two words"~>5 "two words" "one"]',
    ],
    ['headline:"a b"^2~5', 'headline:"a b"~5^2'],
    ['"kosovo * talks" "* a * * b *" "a * b"~3', '["kosovo talks"~>1 "a b"~>2 "a b"~4]'],
    ['"kosovo - talks: +x AND (y ~2 OR"', '"kosovo talks x AND y 2 OR"'],
    ['"" "—" -"a" \'b\'', '[-"a" b]'],
    [String.raw`"a \"b\" \* c"`, '"a b c"'],
    ['"科索沃 talks"', '"科索 索沃 talks"'],
  ])('%s', (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

describe('operators and brackets', () => {
  test.each([
    ['a b OR c d', 'one([a b] [c d])'],
    ['a AND b c OR NOT d', 'one([all(a b) c] [-d])'],
    ['a AND NOT b', 'all(a not(b))'],
    ['a NOT b', '[a -b]'],
    ['NOT NOT b NOT -c', '[b -c]'],
    ['a && b || !c d!', 'one(all(a b) [-c d])'],
    ['a&&b||c', 'one(all(a b) c)'],
    ['+a AND b c', '[+all(a b) c]'],
    ['a and b or not c', '[a and b or not c]'],
    ['OR~1 headline:OR -AND', '[OR~1 headline:OR -AND]'],
    ['-(a OR b) +(c -d) -"e f"', '[-one(a b) +[c -d] -"e f"]'],
    ['((a)) () (b (c OR (d e)))', '[a [b one(c [d e])]]'],
    ['headline:(a OR b^2 body:c)^3', 'one(headline:a^3 [headline:b^6 body:c^3])'],
    ['（a OR b） c', '[one(a b) c]'],
  ])('%s', (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

describe('fields, dates and properties', () => {
  test.each([
    ['title:a TEXT:b lead:c description:d', '[headline:a body:b standfirst:c standfirst:d]'],
    ['source:"BBC News" listed:x caption:y', '[source:"BBC News" listed:x caption:y]'],
    [
      'lang:sr language:sr-Latn tag:C++ section:Europe',
      '[{lang=sr} {lang=sr-Latn} {tag=C++} {section=Europe}]',
    ],
    [
      'collection:"My clippings" -tag:* tag:(a OR "b c")',
      '[{collection=My clippings} -{tag=*} one({tag=a} {tag=b c})]',
    ],
    [
      'date:2007 date:2007-11 date:2008-02-29',
      '[<within 2007 2007> <within 2007-11 2007-11> <within 2008-02-29 2008-02-29>]',
    ],
    [
      'date:2007-11..2008-02 date:2007.. date:..2008',
      '[<within 2007-11 2008-02> <within 2007> <within  2008>]',
    ],
    [
      'date:2007 .. 2008 date:2007…2008 date:2008..2007',
      '[<within 2007 2008> <within 2007 2008> <within 2007 2008>]',
    ],
    ['date:2007-11..2007', '<within 2007-11 2007>'],
    [
      'date:[2007 TO 2008] date:[* TO 2008] date:[2007 TO *]',
      '[<within 2007 2008> <within  2008> <within 2007>]',
    ],
    [
      'date:>2007 date:>=2007 date:<2007 date:<=2007 date: > 2007',
      '[<after 2007> <within 2007> <before  2007> <within  2007> <after 2007>]',
    ],
    [
      'date:none -date:* date:"2007" date:(2007 OR none)',
      '[<none> -<within> <within 2007 2007> one(<within 2007 2007> <none>)]',
    ],
  ])('%s', (text, expected) => {
    expect(tree(text)).toBe(expected);
  });
});

test('wildcards, of which a question mark at the end of a word may be meant as such', () => {
  expect(tree('te?t b?r? f*?*?o ? ?? burst? "china burst?" what??!')).toBe(
    '[te?t b?r? f??*o one(burst burst?) "china burst|burst?" one(what what??)]',
  );
});

test('a tree, whole, with the places of its terms in the text', () => {
  const { root } = parseQuery('+headline:(Thaci OR "a b"~2) da\\te-x date:2007', { typing: false });
  const term = { fields: ['headline'], boost: 1 };
  expect(root).toEqual({
    kind: 'list',
    start: 11,
    end: 46,
    clauses: [
      {
        presence: 'required',
        node: {
          kind: 'one',
          start: 11,
          end: 25,
          nodes: [
            { kind: 'word', start: 11, end: 16, ...term, text: 'Thaci', unfinished: false },
            {
              kind: 'phrase',
              start: 20,
              end: 25,
              ...term,
              places: [
                [{ kind: 'word', start: 21, end: 22, ...term, text: 'a', unfinished: false }],
                [{ kind: 'word', start: 23, end: 24, ...term, text: 'b', unfinished: false }],
              ],
              slop: 2,
              ordered: false,
            },
          ],
        },
      },
      {
        presence: 'optional',
        node: {
          kind: 'all',
          start: 29,
          end: 36,
          joined: true,
          nodes: [
            { kind: 'word', start: 29, end: 34, fields: null, boost: 1, text: 'date', unfinished: false },
            { kind: 'word', start: 35, end: 36, fields: null, boost: 1, text: 'x', unfinished: false },
          ],
        },
      },
      {
        presence: 'optional',
        node: { kind: 'date', start: 37, end: 46, how: 'within', from: '2007', to: '2007' },
      },
    ],
  });
});

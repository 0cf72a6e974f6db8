import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../archive/search/query/parse-query.ts';
import { printTree } from './print-tree.ts';

function typed(text: string): string {
  const { root, notices } = parseQuery(text, { typing: true });
  expect(notices).toEqual([]);
  return printTree(root);
}

describe('while typing', () => {
  test.each([
    ['kosovo', 'kosovo…'],
    ['kosovo ', 'kosovo'],
    ['the Kos', '[the Kos…]'],
    ['headline:kos', 'headline:kos…'],
    ['(a OR kos', 'one(a kos…)'],
    ['Botsan-Khar', 'joined(Botsan Khar…)'],
    ['Botsan-', 'Botsan'],
    ['科索', '科索…'],
    ['"kosovo tal', '"kosovo tal…"'],
    ['source:"BBC N', 'source:"BBC N…"'],
    ['+kos', '[+kos…]'],
    ['tal*', 'tal*'],
    ['burst?', 'one(burst burst?)'],
    ['foo~1', 'foo~1'],
    ['foo^2', 'foo^2'],
    ['-kos', '[-kos]'],
    ['a NOT (b kos', '[a -[b kos]]'],
    ['"a b"', '"a b"'],
    ['lang:s', '{lang=s…}'],
    ['a section:(Eu OR Afr', '[a one({section=Eu} {section=Afr…})]'],
    ['collection:"My cl', '{collection=My cl…}'],
    ['collection:"My"', '{collection=My}'],
    ['tag:x ', '{tag=x}'],
    ['-lang:s', '[-{lang=s}]'],
  ])('the last word is unfinished where more letters may follow: %s', (text, expected) => {
    expect(typed(text)).toBe(expected);
  });

  test.each([
    ['kosovo -', 'kosovo'],
    ['kosovo +  ', 'kosovo'],
    ['kosovo !', 'kosovo'],
    ['headline:', 'nothing'],
    ['a -headline: ', 'a'],
    ['foo~', 'foo'],
    ['foo^', 'foo'],
    ['"a b"~>', '"a b"'],
    ['foo\\', 'foo'],
    ['a AND', 'a'],
    ['a && ', 'a'],
    ['a OR NOT', 'a'],
    ['a OR -(', 'a'],
    ['a (b c', '[a [b c…]]'],
    ['a "', 'a'],
    ['a -"  ', 'a'],
    ['OR', 'OR…'],
    ['lang:', 'nothing'],
    ['date:', 'nothing'],
    ['a date:20', 'a'],
    ['date:2007-', '<within 2007 2007>'],
    ['date:2007-11-2', '<within 2007-11 2007-11>'],
    ['date:2007.', '<within 2007 2007>'],
    ['date:2007..20', '<within 2007>'],
    ['date:..', '<within>'],
    ['date:>', 'nothing'],
    ['date:>=20', 'nothing'],
    ['date:[', 'nothing'],
    ['date:[2007', '<within 2007>'],
    ['date:[2007 T', '<within 2007>'],
    ['date:[2007 TO 2008-1', '<within 2007 2008>'],
    ['date:no', 'nothing'],
    ['(date:2007 OR date:2', '<within 2007 2007>'],
  ])('an end that waits for more is not there yet: %s', (text, expected) => {
    expect(typed(text)).toBe(expected);
  });

  test('what is wrong before the end, or cannot become right, is a mistake', () => {
    const faults = (text: string) =>
      parseQuery(text, { typing: true }).notices.map(
        (notice) => notice.code === 'searched-as-words' && notice.reason.code,
      );
    expect(['a) ', 'date:20 a', 'date:2007-13', '~1 a', 'a AND OR b', 'foo:b'].map(faults)).toEqual([
      ['unbalanced'],
      ['date-expected'],
      ['date-expected'],
      ['unreadable'],
      ['nothing-after'],
      ['unknown-field'],
    ]);
  });
});

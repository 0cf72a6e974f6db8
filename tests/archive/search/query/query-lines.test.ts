import { expect, test } from 'vitest';
import { splitQueryLines } from '../../../../archive/search/query/query-lines.ts';

test('a file of queries has one a line, and remarks', () => {
  const file = '\uFEFF# of interest\r\nkosovo talks\r\n\r\n  "a b" #1 \n \t\n #x\r+c';
  expect([splitQueryLines(file), splitQueryLines('')]).toEqual([['kosovo talks', '"a b" #1', '+c'], []]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchNotice } from '../../../../archive/model/search.ts';
import { parseQuery } from '../../../../archive/search/query/parse-query.ts';
import type { QueryNode, Span, WordTerm } from '../../../../archive/search/query/query-tree.ts';
import { words } from '../../../../archive/text/tokens.ts';
import { oddSigns, oddWords } from '../support/odd-queries.ts';

const pieces = fc.constantFrom(...oddSigns, ...oddWords);
const composed = fc.array(pieces, { maxLength: 16 }).map((list) => list.join(''));

/** What people type, spoiled in one place. */
const sound = fc.constantFrom(
  '+headline:"kosovo OR serbia talk*"~5 -(a OR source:"BBC News"^2)',
  'date:[2007 TO 2008-02] AND NOT lang:sr tag:x Botsan-Kharchenko~1',
  'date:2007-11..2008 collection:"My clippings" S/2007/168 te?t',
);
const mutated = fc
  .tuple(sound, fc.nat(70), fc.nat(3), fc.oneof(pieces, fc.constant('')))
  .map(([text, at, count, piece]) => text.slice(0, at) + piece + text.slice(at + count));
const anyText = fc.oneof(composed, mutated, fc.string({ unit: 'binary' }));

function children(node: QueryNode): readonly QueryNode[] {
  switch (node.kind) {
    case 'list':
      return node.clauses.map((clause) => clause.node);
    case 'all':
    case 'one':
      return node.nodes;
    case 'not':
      return [node.node];
    case 'phrase':
      return node.places.flat();
    case 'word':
    case 'pattern':
    case 'fuzzy':
    case 'exists':
    case 'date':
    case 'property':
      return [];
  }
}

function nodesOf(root: QueryNode | null): readonly QueryNode[] {
  return root === null ? [] : [root, ...children(root).flatMap(nodesOf)];
}

function expectSound(text: string, node: QueryNode): void {
  const within = (inner: Span, outer: Span) =>
    inner.start >= outer.start && inner.end <= outer.end && inner.start <= inner.end;
  expect(within(node, { start: 0, end: text.length })).toBe(true);
  expect(children(node).every((child) => within(child, node))).toBe(true);
  const fewest = { all: 2, one: 2, list: 1, phrase: 1, not: 1 } as const;
  if (node.kind in fewest) {
    expect(children(node).length).toBeGreaterThanOrEqual(fewest[node.kind as keyof typeof fewest]);
  }
  if (node.kind === 'word') {
    expect(words(node.text)[0]).toMatchObject({ start: 0, end: node.text.length });
    expect(node.unfinished && node.end !== text.length).toBe(false);
  }
  if (node.kind === 'pattern') {
    expect([...new Set(node.pieces.map((piece) => 'sign' in piece))].sort()).toEqual([false, true]);
  }
}

function expectNotice(text: string, notice: SearchNotice): void {
  if (notice.code !== 'searched-as-words') throw new Error(`unexpected ${notice.code}`);
  const { at, suggestion } = notice;
  expect(at !== null && at >= 0 && at < text.length).toBe(true);
  expect(suggestion).not.toBe(text);
}

const isWord = (node: QueryNode): node is WordTerm => node.kind === 'word';

describe('whatever is typed', () => {
  test('there is a sound tree, whose places and whose notices lie in the text', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, typing) => {
        const { root, notices } = parseQuery(text, { typing });
        for (const node of nodesOf(root)) expectSound(text, node);
        for (const notice of notices) expectNotice(text, notice);
        expect(
          typing ||
            nodesOf(root)
              .filter(isWord)
              .every((word) => !word.unfinished),
        ).toBe(true);
      }),
      { numRuns: 5_000, examples: [['date:>', false]] },
    );
  });

  test('what is suggested is a query without mistakes', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, typing) => {
        const { notices } = parseQuery(text, { typing });
        for (const notice of notices) {
          if (notice.code !== 'searched-as-words' || notice.suggestion === null) continue;
          const { root, notices: left } = parseQuery(notice.suggestion, { typing: false });
          expect([root === null, left]).toEqual([false, []]);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('in quotation marks it asks for the words alone', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'ab -+^~:!&|<>[]{}/.,;AND', 'OR ') });
    fc.assert(
      fc.property(plain, (inner) => {
        fc.pre(!/(?:^|\s)OR(?:\s|$)/u.test(inner));
        const { root, notices } = parseQuery(`"${inner}"`, { typing: false });
        const found = nodesOf(root)
          .filter(isWord)
          .map((word) => word.text);
        expect([found, notices]).toEqual([words(inner).map((word) => word.text), []]);
      }),
    );
  });
});

/** Processor time in milliseconds, which the other programs of a busy machine do not stretch. */
function spent(text: string, typing: boolean): number {
  const before = process.cpuUsage();
  parseQuery(text, { typing });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

test('10,000 characters of anything take less than 20 ms', () => {
  const units = [
    ...[
      '(',
      ')',
      '"',
      '“',
      'a:',
      '*',
      '?',
      'đ*',
      '\\',
      '-',
      '- ',
      '+',
      '~',
      '^',
      '^1',
      'a^1 ',
      'a~1 ',
      '[',
      '[a TO ',
      '||',
    ],
    ...[
      'date:',
      'date:[',
      'date:1',
      'date:2007 ',
      'date:"',
      'headline:',
      'tag:',
      'lang:"" ',
      'titel:a ',
      'a-headline:',
      '..',
    ],
    ...[
      'NOT ',
      'AND ',
      'a AND ',
      'a OR ',
      '(a OR ',
      '-(',
      '()',
      '"(',
      '"a" ',
      '"(a b OR c) ',
      '"(a OR b) ',
      'a ',
      'a-',
      'a*?',
    ],
    ...['x', '科', '科 ', '科*', ' ', "'", '\u0301', '\uD83D', '!', '!(', '9', 'date:>'],
  ];
  const fill = (unit: string, length: number) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const shapes = [
    (unit: string) => fill(unit, 10_000),
    (unit: string) => fill(unit, 10_000),
    (unit: string) => `"${fill(unit.replaceAll('"', ' '), 9_998)}"`,
    (unit: string) => `${fill(unit, 5_000)}${' '.repeat(4_999)}x`,
    (unit: string) => `date:"${fill(unit.replaceAll('"', ' '), 9_990)}`,
  ];
  const slow: string[] = [];
  for (const unit of units) {
    // What is quadratic would keep this busy for minutes.
    if (slow.length > 2) break;
    shapes.forEach((shape, index) => {
      const text = shape(unit);
      // The first runs warm up; whoever is interrupted in one is not in all.
      let best = Infinity;
      for (let run = 0; run < 8 && best >= 20; run += 1) best = Math.min(best, spent(text, index % 2 === 0));
      if (best >= 20) slow.push(`${text.slice(0, 20)} ${best.toFixed(1)} ms`);
    });
  }
  expect(slow).toEqual([]);
});

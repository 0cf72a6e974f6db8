import fc from 'fast-check';
import { html, render } from 'lit';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../archive/model/search.ts';
import { passage } from '../../../renderer/components/ct-mark-navigator.ts';
import { webAddress } from '../../../renderer/components/external-link.ts';
import { markAt, outlineMarks } from '../../../renderer/components/mark-outline.ts';
import { markedText, usableMarks } from '../../../renderer/components/marked-text.ts';
import { splitOdd } from '../../../renderer/components/odd-characters.ts';
import { chunkText, indexAt, splitLines } from '../../../renderer/components/original-lines.ts';
import { placeMarks } from '../../../renderer/components/original-marks.ts';
import { across, ascending, partnerScroll, scrollMap } from '../../../renderer/components/scroll-map.ts';
import { ScrollPair } from '../../../renderer/components/scroll-pair.ts';
import { articleFrom, bbcArticle, bbcText, marksFor } from './support/sample-articles.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const anyMarks = fc.array(
  fc.tuple(
    fc.integer({ min: -5, max: 70 }),
    fc.oneof(fc.integer({ min: -5, max: 70 }), fc.constant(Number.NaN)),
  ),
) as fc.Arbitrary<Mark[]>;

describe('marked text', () => {
  test('says exactly the text, and marks exactly the usable marks, whatever both are', () => {
    fc.assert(
      fc.property(anyText, anyMarks, fc.integer({ min: -1, max: 4 }), (text, marks, current) => {
        const host = document.createElement('p');
        render(html`${markedText(text, marks, { current })}`, host);
        const usable = usableMarks(text, marks);
        const drawn = [...host.querySelectorAll('mark')];
        expect(host.textContent).toBe(text);
        expect(drawn.map((mark) => mark.textContent)).toEqual(usable.map((mark) => text.slice(...mark)));
        expect(drawn.findIndex((mark) => mark.className === 'now')).toBe(
          current < usable.length ? current : -1,
        );
      }),
    );
  });

  test('markup stays words', () => {
    const host = document.createElement('p');
    render(markedText('<img src=x onerror=alert(1)> & <b>', [[1, 4]]), host);
    expect(host.querySelectorAll('img, b')).toHaveLength(0);
    expect(host.querySelector('mark')?.textContent).toBe('img');
  });
});

describe('the lines of an original', () => {
  const lineText = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '😀', '\t'),
    maxLength: 400,
  });

  test('cover it without gap or overlap, end where lines end, and are found by offset', () => {
    fc.assert(
      fc.property(lineText, (text) => {
        const lines = splitLines(text);
        expect(lines.map((line) => text.slice(line.start, line.end)).join('')).toBe(text);
        expect(lines.map((line) => line.number)).toEqual(lines.map((_, at) => at + 1));
        const naive = text.split(/\r\n|\n|\r/);
        expect(lines).toHaveLength(naive.at(-1) === '' ? naive.length - 1 : naive.length);
        expect(chunkText(lines).flatMap((chunk) => chunk.lines)).toEqual(lines);
        lines.forEach((line, at) => expect(indexAt(lines, line.end - 1)).toBe(at));
      }),
    );
  });

  test('a line without end is cut into pieces, never inside a character', () => {
    const text = `x${'😀'.repeat(9000)}\nlast`;
    const lines = splitLines(text);
    expect(lines.map((line) => line.number)).toEqual([1, null, null, null, null, 2]);
    expect(lines.every((line) => !/^[\udc00-\udfff]/.test(text.slice(line.start)))).toBe(true);
    expect(chunkText(lines).every((chunk) => chunk.end - chunk.start <= 8000)).toBe(true);
  });

  test('odd characters are told apart without losing any', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(
          splitOdd(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
    expect(splitOdd('a\u202eb\u00a0\n').map((piece) => piece.odd)).toEqual([false, true, false, true, false]);
  });
});

describe('marks in the original', () => {
  const found = (words: readonly string[], article = bbcArticle, text = bbcText): readonly string[] =>
    placeMarks(outlineMarks(article, marksFor(article, words)), text).map((mark) => {
      return `${String(mark.index)} ${text.slice(mark.start, mark.end)}`;
    });

  test('stand where the article has them: legend and caption change places, listed headlines are found', () => {
    expect(found(['thaci', 'leaders', 'bubble'])).toEqual([
      '1 leaders',
      '2 Thaci',
      '0 leaders',
      '3 leaders',
      '4 bubble',
    ]);
  });

  test('are placed over other line breaks, and by the same words, but never by guess', () => {
    const text = 'Head\nThe talks\n  on the status of\r\nKosovo. AT&amp;T and Kosovo, Kosovo.';
    const blocks = [
      { kind: 'paragraph', text: 'The talks on the status of Kosovo.' },
      { kind: 'paragraph', text: 'AT&T and Kosovo, Kosovo.' },
      { kind: 'paragraph', text: 'Kosovo twice, Kosovo there once.' },
    ] as const;
    const made = articleFrom({ text, headline: 'Head', blocks });
    const places = [
      { start: 5, end: text.indexOf(' AT') },
      { start: text.indexOf('AT'), end: text.length },
      { start: 5, end: text.indexOf(' AT') },
    ];
    const article = {
      ...made,
      blocks: made.blocks.map((block, at) => ({ ...block, place: places[at] ?? null })),
    };
    expect(found(['status of kosovo', 'kosovo'], article, text)).toEqual([
      '0 status of\r\nKosovo',
      '1 Kosovo',
      '2 Kosovo',
    ]);
  });

  test('are counted in drawing order, and each can be asked for', () => {
    const outline = outlineMarks(bbcArticle, marksFor(bbcArticle, ['leaders']));
    expect(outline.total).toBe(3);
    expect([0, 1, 3].map((index) => markAt(outline, index)?.part.text ?? null)).toEqual([
      "Kosovo's Albanian leaders want nothing less than independence",
      'Kosovo Albanian leaders Hashim Thaci and Fatmir Sejdiu',
      null,
    ]);
  });
});

describe('scrolling together', () => {
  const anchors = fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 499 })));

  test('never goes back, and meets at both ends', () => {
    fc.assert(
      fc.property(anchors, (given) => {
        const map = scrollMap(given, [1000, 500]);
        const tops = Array.from({ length: 41 }, (_, at) => at * 20).map((scrollTop) =>
          partnerScroll(
            map,
            0,
            { scrollTop, scrollHeight: 1000, clientHeight: 200 },
            { scrollTop: 0, scrollHeight: 500, clientHeight: 200 },
          ),
        );
        expect(tops[0]).toBe(0);
        expect(tops.at(-1)).toBeCloseTo(300);
        tops.forEach((top, at) => expect(top).toBeGreaterThanOrEqual((tops[at - 1] ?? 0) - 1e-9));
      }),
    );
  });

  test('one block that stands elsewhere does not pull the others with it', () => {
    expect(
      ascending([
        [10, 480],
        [20, 20],
        [30, 30],
        [40, 40],
      ]),
    ).toEqual([
      [20, 20],
      [30, 30],
      [40, 40],
    ]);
    const map = scrollMap([[100, 300]], [200, 400]);
    expect([0, 50, 100, 150, 200].map((y) => across(map, 0, y))).toEqual([0, 150, 300, 350, 400]);
    expect([0, 150, 300, 350, 400].map((y) => across(map, 1, y))).toEqual([0, 50, 100, 150, 200]);
  });
});

test('a pane that was scrolled by the pair does not scroll the other back', async () => {
  const panes = [4000, 1700].map((height) => {
    const pane = document.createElement('div');
    const content = document.createElement('div');
    pane.style.cssText = 'height: 300px; overflow: auto';
    content.style.height = `${String(height)}px`;
    pane.append(content);
    document.body.append(pane);
    return pane;
  });
  const [first, second] = panes as unknown as [HTMLElement, HTMLElement];
  const sets = { first: 0, second: 0 };
  for (const [name, pane] of [
    ['first', first],
    ['second', second],
  ] as const) {
    const scrollTo = pane.scrollTo.bind(pane) as (options: ScrollToOptions) => void;
    pane.scrollTo = (options?: ScrollToOptions | number) => {
      sets[name] += 1;
      if (typeof options === 'object') scrollTo(options);
    };
  }
  const pair = new ScrollPair([first, second], () => scrollMap([[1000, 200]], [4000, 1700]));
  for (const top of [500, 1500, 3000]) {
    first.scrollTop = top;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  }
  expect([sets, first.scrollTop]).toEqual([{ first: 0, second: 3 }, 3000]);
  pair.disconnect();
  panes.forEach((pane) => pane.remove());
});

test('only web addresses can be opened', () => {
  const addresses = [
    'https://a.example/',
    'http://a',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'a b',
    'data:,x',
  ];
  expect(addresses.filter((address) => webAddress(address) !== null)).toEqual([
    'https://a.example/',
    'http://a',
  ]);
});

test('a mark is read out with the words around it', () => {
  const text = `${'one two '.repeat(20)}Kosovo${' three four'.repeat(20)}`;
  const start = text.indexOf('Kosovo');
  expect(passage(text, start, start + 6)).toMatch(/^…(one|two) .* Kosovo three .* (three|four)…$/);
  expect(passage('Kosovo', 0, 6)).toBe('Kosovo');
  const solid = 'x'.repeat(300);
  expect(passage(solid, 100, 110)).toMatch(/x{10}/);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draftOf, fileOf, readAll, wordsOf } from './read.ts';

// Words that are no furniture, no heading and no month in any language.
const word = fc.constantFrom(
  ...'river stone garden letter window carpenter market valley basket candle thunder orchard pepper lantern meadow copper'.split(
    ' ',
  ),
);
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const sentence = fc
  .array(word, { minLength: 9, maxLength: 24 })
  .chain((words) => fc.constantFrom('.', '.', '.', '!”').map((end) => ({ words, end })))
  .map(({ words, end }) => `${end === '.' ? '' : '“'}${capital(words.join(' '))}${end === '.' ? '.' : '.”'}`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const short = fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => capital(words.join(' ')));
const headline = fc.array(word, { minLength: 4, maxLength: 8 }).map((words) => capital(words.join(' ')));

const page = fc
  .record({
    banner: fc.constantFrom(
      'BBC News',
      'BBC NEWS | Europe',
      'The Daily Lantern',
      'Cuttings background | Event',
      '',
    ),
    date: fc.constantFrom(
      'Last Updated: Wednesday, 28 November 2007, 11:49 GMT',
      'Published: 2007-11-28',
      'Page last updated at 11:49 GMT, Wednesday, 28 November 2007',
    ),
    headline,
    headlineFirst: fc.boolean(),
    captions: fc.array(headline, { maxLength: 2 }),
    parts: fc.array(fc.record({ crosshead: fc.option(short, { freq: 3 }), text: paragraph }), {
      minLength: 2,
      maxLength: 8,
    }),
    foot: fc.array(
      fc.record({
        heading: fc.constantFrom('SEE ALSO', 'RELATED ARTICLES', 'TOP EUROPE STORIES', 'MORE OF THIS'),
        items: fc.array(headline, { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
    blank: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  })
  .map((of) => {
    const head = of.headlineFirst ? [of.headline, of.date] : [of.date, of.headline];
    const gap = of.blank ? [''] : [];
    const body = of.parts.flatMap(({ crosshead, text }, at) =>
      // A crosshead above the first paragraph would be a caption.
      crosshead === null || at === 0 ? [text, ...gap] : [crosshead, ...gap, text, ...gap],
    );
    const foot = of.foot.flatMap(({ heading, items }) => ['', heading, ...items]);
    const lines = [...(of.banner === '' ? [] : [of.banner]), ...head, ...of.captions, ...body, ...foot, ''];
    return { of, text: lines.join(of.lineEnd) };
  });

it('puts every paragraph of a page into exactly one block, in order, and nothing else among them', async () => {
  await fc.assert(
    fc.asyncProperty(page, async ({ of, text }) => {
      const draft = await draftOf(text);
      const paragraphs = draft.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
      const read = draft.standfirst === null ? paragraphs : [draft.standfirst, ...paragraphs];
      expect(read).toEqual(of.parts.map((part) => part.text));
      expect(draft.headline).toBe(of.headline);
      expect(draft.published?.printed).toBe(of.date);
      expect(draft.listed.map((link) => [link.heading, link.headline])).toEqual(
        of.foot.flatMap(({ heading, items }) => items.map((item) => [heading, item])),
      );
    }),
    { numRuns: 300 },
  );
});

it('yields exactly one draft or one error for any bytes, and places that hold their words', async () => {
  const pieces = fc.constantFrom(
    ...[
      'BBC News',
      '\n',
      '\r\n',
      '\n\n',
      'Last Updated: ',
      '28 November 2007',
      'SEE ALSO',
      '• item',
      '- item',
      '1. one',
      '“Quote me”',
      'By Nick Hawton',
      'https://example.org/a',
      'Image caption',
      'A sentence that is long enough to be one.',
      'Short line',
      '|',
      ' / ',
      ':',
      '\t',
      '\u00a0',
      '\u2028',
      'Published: ',
      '©',
      'Story from X: ',
    ],
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
    fc.array(pieces, { maxLength: 40 }).map((all) => new TextEncoder().encode(all.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const { reader, results } = await readAll(fileOf(content));
      expect(results).toHaveLength(reader === null ? 0 : 1);
      const [result] = results;
      if (result?.ok !== true) return;
      const text = new TextDecoder('utf-8').decode(content);
      if (
        result.value.encoding !== 'utf-8' ||
        result.value.warnings.some(({ code }) => code === 'characters-lost')
      )
        return;
      for (const block of result.value.blocks) {
        const printed = text.slice(block.place?.start, block.place?.end);
        expect(wordsOf(block).filter((one) => !printed.includes(one))).toEqual([]);
      }
      expect(result.value.headline).not.toBe('');
    }),
    { numRuns: 500 },
  );
});

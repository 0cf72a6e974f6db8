import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chooseReader } from '../../../archive/readers/registry.ts';
import { draftOf, fileOf } from './read.ts';

const bytes = readFileSync(
  new URL('../../../archive/collections/kosovo/final-kosovo-talks-end-in-failure.txt', import.meta.url),
);
const text = bytes.toString('utf8');
const rangeOf = (words: string, last = words): { start: number; end: number } => ({
  start: text.indexOf(words),
  end: text.indexOf(last, text.indexOf(words)) + last.length,
});

it('reads the page that the collection starts from, field by field', async () => {
  const draft = await draftOf(bytes);
  const bodyLines = text
    .slice(text.indexOf('The UN had set'), text.indexOf('RELATED INTERNET LINKS'))
    .split('\n')
    .filter((line) => line !== '');
  const crossheads = ["Independence 'imminent'", 'Russian opposition'];
  const caption = 'Kosovo Albanian leaders Hashim Thaci and Fatmir Sejdiu';
  const legend = "Kosovo's Albanian leaders want nothing less than independence";
  const standfirst =
    'Serbs and ethnic Albanians have failed to resolve the future status of Kosovo at a final round of internationally-brokered talks.';
  const printed = 'Last Updated: Wednesday, 28 November 2007, 11:49 GMT';
  expect(bodyLines).toHaveLength(17);
  expect(draft).toEqual({
    headline: 'Final Kosovo talks end in failure',
    standfirst,
    blocks: [
      { kind: 'image', caption, legend, place: rangeOf(caption, legend) },
      ...bodyLines.map((line) => ({
        kind: crossheads.includes(line) ? 'crosshead' : 'paragraph',
        text: line,
        place: rangeOf(line),
      })),
    ],
    byline: null,
    source: 'BBC News',
    section: null,
    language: 'en',
    published: { value: '2007-11-28T11:49:00Z', precision: 'minute', printed, zone: 'GMT' },
    url: null,
    listed: [
      "Has China's housing bubble burst?",
      "How the world's oldest clove tree defied an empire",
      'Why Royal Ballet principal Sergei Polunin quit',
    ].map((headline) => ({ headline, url: null, heading: 'FEATURES, VIEWS, ANALYSIS' })),
    warnings: [],
    places: {
      headline: rangeOf('Final Kosovo talks end in failure'),
      standfirst: rangeOf(standfirst),
      published: rangeOf(printed),
    },
    mediaType: 'text/plain',
    encoding: 'utf-8',
  });
  expect(chooseReader(fileOf(bytes))?.name).toBe('page-text');
});

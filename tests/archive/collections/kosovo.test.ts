import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chooseReader } from '../../../archive/readers/registry.ts';
import type { Draft } from '../../../archive/readers/reader.ts';

const folder = new URL('../../../archive/collections/kosovo/', import.meta.url);
const page = 'final-kosovo-talks-end-in-failure.txt';
const pageHeadline = 'Final Kosovo talks end in failure';
const sections = ['Events', 'People', 'Institutions', 'Documents', 'Places'];

/** Headline, section and date as they must be read; the order is that of the dates. */
const expected: readonly (readonly [headline: string, section: string, date: string])[] = [
  ['Kosovo in the Yugoslav constitution of 1974', 'Documents', '1974'],
  ['War in Kosovo and the talks at Rambouillet', 'Events', '1999-03'],
  ['The NATO air campaign of 1999', 'Events', '1999-03-24'],
  ['Mitrovica', 'Places', '1999-06'],
  ['KFOR and the agreement of Kumanovo', 'Institutions', '1999-06-09'],
  ['Resolution 1244', 'Documents', '1999-06-10'],
  ['UNMIK and the Constitutional Framework', 'Institutions', '2001-05-15'],
  ['The riots of March 2004', 'Events', '2004-03-17'],
  ['The Eide report', 'Documents', '2005-10'],
  ['Martti Ahtisaari', 'People', '2005-11-14'],
  ['Ibrahim Rugova', 'People', '2006-01-21'],
  ['Fatmir Sejdiu', 'People', '2006-02-10'],
  ['The status talks in Vienna', 'Events', '2006-02-20'],
  ['Vojislav Koštunica', 'People', '2006-07-24'],
  ["Serbia's constitution of 2006", 'Documents', '2006-10-29'],
  ['Pristina', 'Places', '2007-02-02'],
  ['The Comprehensive Proposal', 'Documents', '2007-03-26'],
  ['A resolution put aside', 'Events', '2007-07-20'],
  ['The Troika of 2007', 'Institutions', '2007-08'],
  ['Three envoys: Botsan-Kharchenko, Ischinger, Wisner', 'People', '2007-09-28'],
  ['Zgjedhjet e nëntorit 2007 në Kosovë', 'Events', '2007-11-17'],
  ['Преговори о статусу Косова: Тројка у Бадену', 'Events', '2007-11-28'],
  ['The Security Council divided', 'Events', '2007-12-19'],
  ['Hashim Thaçi', 'People', '2008-01-09'],
  ['Boris Tadić', 'People', '2008-02-03'],
  ["EULEX, the European Union's mission", 'Institutions', '2008-02-04'],
  ['Kosovo declares independence', 'Events', '2008-02-17'],
  ['Recognition abroad, protest in Belgrade', 'Events', '2008-02-21'],
  ['The constitution of Kosovo', 'Documents', '2008-06-15'],
  ['The advisory opinion of 2010', 'Documents', '2010-07-22'],
  ['The Brussels agreement of 2013', 'Documents', '2013-04-19'],
];

interface Background {
  readonly name: string;
  readonly text: string;
  readonly top: string;
  readonly printedDate: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly body: readonly { readonly kind: 'paragraph' | 'crosshead'; readonly text: string }[];
  readonly related: readonly string[];
}

/** The file format of the collection, read as strictly as it is written. */
function parse(name: string): Background {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(new URL(name, folder)));
  const shape =
    /^(?<top>.+)\n(?<date>.+)\n(?<headline>.+)\n(?<standfirst>.+)\n\n(?<body>[^]+)\n\nRELATED ARTICLES\n(?<related>(?:.+\n)+)$/u;
  const groups = shape.exec(text)?.groups ?? {};
  return {
    name,
    text,
    top: groups['top'] ?? '',
    printedDate: groups['date'] ?? '',
    headline: groups['headline'] ?? '',
    standfirst: groups['standfirst'] ?? '',
    body: (groups['body'] ?? '').split('\n\n').map((line) => ({
      kind: line.endsWith('.') ? 'paragraph' : 'crosshead',
      text: line,
    })),
    related: (groups['related'] ?? '').trimEnd().split('\n'),
  };
}

const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const background = names.filter((name) => name !== page).map(parse);
const headlines = [pageHeadline, ...background.map((article) => article.headline)];

function wordsOf(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

describe('the files of the Kosovo collection', () => {
  test('the page of BBC News is there byte for byte', () => {
    const bytes = readFileSync(new URL(page, folder));
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([
      2617,
      '51af7ebc16cd9d6e972f0d91c2dec86c3b7658449552ef9e5b5009197c0b3f57',
    ]);
  });

  test('the background is what the table says, no file more and none less', () => {
    expect(background.map((article) => `${article.headline} | ${article.top}`).sort()).toEqual(
      expected.map(([headline, section]) => `${headline} | Cuttings background | ${section}`).sort(),
    );
    expect([...new Set(expected.map(([, section]) => section))].sort()).toEqual([...sections].sort());
  });

  test('the collection file and the sources speak of these files', () => {
    const collection: unknown = JSON.parse(readFileSync(new URL('collection.json', folder), 'utf8'));
    expect(collection).toEqual({
      name: 'Kosovo status talks',
      title: 'Kosovo, the status talks of 2007',
      note: expect.stringMatching(/^\p{Lu}[^]+\.$/u) as unknown,
    });
    const sources = readFileSync(new URL('SOURCES.md', folder), 'utf8');
    expect(names.filter((name) => !sources.includes(`\`${name}\``))).toEqual([]);
  });

  test.each(background)('$name keeps to the format', (article) => {
    const paragraphs = article.body.filter((block) => block.kind === 'paragraph');
    const crossheads = article.body.filter((block) => block.kind === 'crosshead');
    const prose = [article.standfirst, ...article.body.map((block) => block.text)].join(' ');
    const length = wordsOf(prose);
    const faults = {
      name: !/^[a-z0-9]+(?:-[a-z0-9]+)*\.txt$/u.test(article.name),
      encoding: /[\r\uFEFF\uFFFD]/u.test(article.text) || article.text !== article.text.normalize('NFC'),
      spacing: /^ | $| {2}|\n{3}/mu.test(article.text),
      headline: article.headline.length > 60 || article.headline.endsWith('.'),
      standfirst: !article.standfirst.endsWith('.'),
      length: length < 120 || length > 400 ? length : false,
      paragraphs: paragraphs.length < 2,
      brokenParagraphs: article.body.some((block) => block.text.includes('\n')),
      crossheads: crossheads.some((block) => wordsOf(block.text) > 4),
      endsOrBeginsWithCrosshead:
        article.body[0]?.kind === 'crosshead' || article.body.at(-1)?.kind === 'crosshead',
      crossheadsInARow: article.body.some(
        (block, at) => block.kind === 'crosshead' && article.body[at + 1]?.kind === 'crosshead',
      ),
      linesInCapitals: [article.headline, ...article.body.map((block) => block.text)].filter(
        (line) => line === line.toUpperCase() && line !== line.toLowerCase(),
      ),
      quotation: /["“”„‟«»‹›]|(?<![\p{L}\p{N}])['‘]/u.test(article.text),
      unilateral: /unilateral|njëanshm|једностран/iu.test(article.text),
      related: article.related.filter(
        (headline) => !headlines.includes(headline) || headline === article.headline,
      ),
      relatedCount: article.related.length < 2 || article.related.length > 5,
      relatedTwice: new Set(article.related).size !== article.related.length,
    };
    expect(faults).toEqual({
      ...Object.fromEntries(Object.keys(faults).map((fault) => [fault, false])),
      linesInCapitals: [],
      related: [],
    });
  });

  test('every article is reached from another, and nearly all lead to the page', () => {
    const reached = new Set(background.flatMap((article) => article.related));
    expect(headlines.filter((headline) => !reached.has(headline))).toEqual([]);
    const leading = background.filter((article) => article.related.includes(pageHeadline));
    expect(leading.length).toBeGreaterThanOrEqual(26);
  });

  test('the words that searches lean on are not piled up', () => {
    const inHeadline = background.filter((article) => /independen/iu.test(article.headline));
    expect(inHeadline.length).toBeLessThanOrEqual(2);
    const often = background.filter((article) => (article.text.match(/independen/giu) ?? []).length > 2);
    expect(often.map((article) => article.name)).toEqual([]);
  });
});

/** The one article of a file, read by the reader that the registry chooses. */
async function draftOf(name: string): Promise<Draft> {
  const source = { name, path: name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) };
  const drafts: Draft[] = [];
  for await (const result of chooseReader(source)?.read(source) ?? []) {
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    drafts.push(result.value);
  }
  const [draft] = drafts;
  if (draft === undefined || drafts.length > 1) throw new Error(`${name}: ${String(drafts.length)} articles`);
  return draft;
}

const precisions: Readonly<Record<number, string>> = { 4: 'year', 7: 'month', 10: 'day' };

describe('the files of the Kosovo collection, read', () => {
  test.each(background)('$name gives back what was written', async (article) => {
    const draft = await draftOf(article.name);
    const [, section, date = ''] = expected.find(([headline]) => headline === article.headline) ?? [];
    expect({
      headline: draft.headline,
      standfirst: draft.standfirst,
      source: draft.source,
      section: draft.section,
      published: draft.published,
      blocks: draft.blocks.map((block) => ('text' in block ? { kind: block.kind, text: block.text } : block)),
      listed: draft.listed,
      byline: draft.byline,
      url: draft.url,
      encoding: draft.encoding,
      warnings: draft.warnings,
    }).toEqual({
      headline: article.headline,
      standfirst: article.standfirst,
      source: 'Cuttings background',
      section,
      published: {
        value: date,
        precision: precisions[date.length],
        printed: article.printedDate,
        zone: null,
      },
      blocks: article.body,
      listed: article.related.map((headline) => ({ headline, url: null, heading: 'RELATED ARTICLES' })),
      byline: null,
      url: null,
      encoding: 'utf-8',
      warnings: [],
    });
  });

  test('the two that are not in English are known by their language', async () => {
    const languages = await Promise.all(
      background.map(async ({ name }) => `${(await draftOf(name)).language ?? 'unknown'} ${name}`),
    );
    expect(languages.filter((line) => !line.startsWith('en ')).sort()).toEqual([
      'sq zgjedhjet-e-nentorit-2007-ne-kosove.txt',
      'sr-Cyrl pregovori-o-statusu-kosova-trojka-u-badenu.txt',
    ]);
  });
});

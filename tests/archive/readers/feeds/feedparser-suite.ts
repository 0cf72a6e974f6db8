import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Draft, SourceFile } from '../../../../archive/readers/reader.ts';
import { parseFeed } from '../../../../archive/readers/feeds/feed.ts';
import type { ParsedFeed } from '../../../../archive/readers/feeds/feed.ts';
import type { FeedEntry } from '../../../../archive/readers/feeds/feed-document.ts';
import { readFeedDate } from '../../../../archive/readers/feeds/feed-dates.ts';
import { draftOfEntry } from '../../../../archive/readers/feeds/feed-draft.ts';
import { blocksOfText, wordsOfTitle } from '../../../../archive/readers/feeds/feed-markup.ts';
import { personIn } from '../../../../archive/readers/feeds/feed-people.ts';
import { readLanguageTag } from '../../../../archive/readers/records/record-language.ts';
import { readExpectation } from './python-expectation.ts';
import type { Clause, PythonValue } from './python-expectation.ts';

/** A file of feedparser's suite, with what its comment says of it. */
export interface SuiteCase {
  readonly name: string;
  readonly source: SourceFile;
  /** Null when there is no expectation that can be compared. */
  readonly clauses: readonly Clause[] | null;
}

/** The address that feedparser's tests fetch the files from. */
const server = 'http://127.0.0.1:8097/';

function commentOf(bytes: Buffer): string {
  const text = bytes.toString('latin1').includes('Expect:')
    ? bytes.toString('latin1')
    : bytes.toString('utf16le');
  const plain = text.includes('Expect:') ? text : bytes.toString('latin1').replaceAll('\0', '');
  return /<!--(.*?)-->/su.exec(plain)?.[1] ?? '';
}

function header(comment: string, name: string): string | null {
  return new RegExp(String.raw`^\s*Header:\s*${name}:\s*(.+)$`, 'imu').exec(comment)?.[1]?.trim() ?? null;
}

/** All files under a folder. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
    )
    .sort();
}

export function suiteCase(root: string, path: string): SuiteCase {
  const bytes = readFileSync(path);
  const name = relative(root, path).replaceAll('\\', '/');
  const comment = commentOf(bytes);
  const type = header(comment, 'Content-type') ?? '';
  const location = header(comment, 'Content-Location');
  const capture = {
    url:
      location !== null && /^https?:/u.test(location)
        ? location
        : new URL(location ?? `tests/${name}`, server).href,
    captured: null,
    mediaType: type.split(';')[0]?.trim() ?? null,
    charset: /charset\s*=\s*['"]?([\w-]+)/iu.exec(type)?.[1] ?? null,
  };
  const expected = /^\s*Expect:\s*(.+)$/mu.exec(comment)?.[1] ?? '';
  const clauses = readExpectation(expected.trim());
  return { name, source: { name, path: name, bytes, capture }, clauses };
}

/** Words without blanks: how many stand between blocks is nobody's promise. */
function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

function wordsOfExpected(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`) as unknown as {
    document: { body: { textContent: string } };
  };
  return bare(document.body.textContent);
}

function isSameText(expected: PythonValue, found: string | null): boolean {
  if (typeof expected !== 'string') return found === null;
  const words = bare(found ?? '');
  return words === wordsOfExpected(expected) || words === bare(expected);
}

function textsOf(entry: FeedEntry): readonly string[] {
  return [...entry.contents, ...entry.summaries].map((text) =>
    blocksOfText(text)
      .flatMap((block) => (block.kind === 'list' ? block.items : block.kind === 'image' ? [] : [block.text]))
      .join(' '),
  );
}

function isSameTime(expected: PythonValue, found: string | undefined): boolean {
  if (!Array.isArray(expected) || found === undefined) return false;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = expected as readonly number[];
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString().slice(0, 19);
  const full = `${found.replace('Z', '')}${'0000-01-01T00:00:00'.slice(found.replace('Z', '').length)}`;
  return time === full;
}

const sameAs = (expected: PythonValue, found: string | null | undefined): boolean =>
  expected === (found ?? null);

/** A title as the headline has it, also where the entry has nothing else. */
function titleOf({ feed }: ParsedFeed, entry: FeedEntry): string {
  return entry.title === null ? '' : wordsOfTitle(entry.title, feed.mediaType !== 'application/atom+xml');
}

function person(expected: PythonValue): string | null {
  return typeof expected === 'string' ? personIn(expected) : null;
}

type Check = (
  value: PythonValue,
  parsed: ParsedFeed,
  entry: FeedEntry,
  draft: Draft | null,
  place: number,
) => boolean;

const linked: Check = (value, _parsed, entry) => sameAs(value, entry.link);
const text: Check = (value, _parsed, entry) => {
  const found = textsOf(entry);
  return found.some((one) => isSameText(value, one)) || (found.length === 0 && isSameText(value, ''));
};
const titled: Check = (value, parsed, entry) => isSameText(value, titleOf(parsed, entry));
const spoken: Check = (value, _parsed, entry) => value === (readLanguageTag(entry.language ?? '') ?? null);
const written: Check = (value, _parsed, entry, draft) =>
  sameAs(person(value), draft?.byline) || sameAs(person(value), entry.authors.join(', '));
const named: Check = (value, _parsed, entry, _draft, place) => sameAs(person(value), entry.authors[place]);
const printed: Check = (value, _parsed, entry) => entry.dates.some((date) => sameAs(value, date));
const timed: Check = (value, _parsed, entry) =>
  entry.dates.some((date) => isSameTime(value, readFeedDate([date]).date?.value));
const filed: Check = (value, _parsed, entry, _draft, place) => sameAs(value, entry.keywords[place]);

/** What of feedparser's model an article has, with how it is compared; other paths are not ours. */
const checks: readonly (readonly [RegExp, Check])[] = [
  [
    /^feed\['title'\]$|^feed\['title_detail'\]\['value'\]$/u,
    (value, { feed }) => isSameText(value, feed.title),
  ],
  [/^feed\['link'\]$/u, (value, { feed }) => sameAs(value, feed.link)],
  [/^feed\['language'\]$/u, (value, { feed }) => sameAs(value, feed.language)],
  [/^entries\[\d\]\['title'\]$|^entries\[\d\]\['title_detail'\]\['value'\]$/u, titled],
  [/^entries\[\d\]\['(?:description|summary|content|subtitle)'\](?:\[0\]\['value'\])?$/u, text],
  [/^entries\[\d\]\['summary_detail'\]\['value'\]$/u, text],
  [/^entries\[\d\]\['(?:title|summary|content)(?:_detail)?'\](?:\[0\])?\['language'\]$/u, spoken],
  [/^entries\[\d\]\['language'\]$/u, spoken],
  [/^entries\[\d\]\['link'\]$/u, linked],
  [/^entries\[\d\]\['author'\]$|^entries\[\d\]\['author_detail'\]\['name'\]$/u, written],
  [/^entries\[\d\]\['authors'\]\[(?<place>\d)\]\['name'\]$/u, named],
  [/^entries\[\d\]\['(?:published|updated|created)'\]$/u, printed],
  [/^entries\[\d\]\['(?:published|updated|created)_parsed'\]$/u, timed],
  [/^entries\[\d\]\['tags'\]\[(?<place>\d)\]\['(?:term|label)'\]$/u, filed],
  [/^entries\[\d\]\['category'\]$/u, (value, _parsed, entry) => sameAs(value, entry.keywords[0])],
  [/^entries\[\d\]\['source'\]\['title'\]$/u, (value, _parsed, entry) => isSameText(value, entry.source)],
  [
    /^entries\[\d\]\['source'\]\['title_detail'\]\['value'\]$/u,
    (value, _parsed, entry) => isSameText(value, entry.source),
  ],
  [/^entries\[\d\]\['source'\]\['author'\]$/u, written],
];

const noEntry: FeedEntry = {
  ...{ id: null, title: null, contents: [], summaries: [], captions: [], link: null, authors: [] },
  ...{ dates: [], language: null, keywords: [], source: null, section: null },
};

/** Whether a path is about a part that an article has. */
export function isOurs({ path }: Clause): boolean {
  return checks.some(([pattern]) => pattern.test(path));
}

/** What is wrong with a file, one sentence a clause; empty when all is as expected. */
export function mistakesIn({ source, clauses }: SuiteCase): readonly string[] {
  const parsed = parseFeed(source);
  if (!parsed.ok) return [`not read: ${parsed.error.code}`];
  const file = parsed.value;
  return (clauses ?? []).flatMap(({ path, value }) => {
    const entry = file.feed.entries[Number(/^entries\[(\d)\]/u.exec(path)?.[1] ?? 0)] ?? noEntry;
    const draft = draftOfEntry(entry, file);
    const found = checks.find(([pattern]) => pattern.test(path));
    const place = Number(found?.[0].exec(path)?.groups?.['place'] ?? 0);
    if (found?.[1](value, file, entry, draft, place) !== false) return [];
    return [
      `${path} is not ${JSON.stringify(value)}: ${JSON.stringify({ title: file.feed.title, entry }).slice(0, 600)}`,
    ];
  });
}

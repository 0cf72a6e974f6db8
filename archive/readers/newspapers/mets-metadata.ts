import { findDate } from '../../text/dates.ts';
import type { ArticleWarning } from '../../model/article.ts';
import type { PartialDate } from '../../model/partial-date.ts';
import { readJsonDate } from '../records/record-date.ts';
import { childOf, childrenOf, descendantsOf, textOfXml } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

/** What MODS (or Dublin Core) says of an issue or an article; `''` where it says nothing. */
export interface MetsMetadata {
  readonly title: string;
  readonly date: string;
  readonly language: string;
  readonly author: string;
  /** The newspaper, where the record names it apart. */
  readonly host: string;
  /** The number of the page, and the edition of the issue, as NDNP gives them. */
  readonly page: string;
  readonly edition: string;
  readonly url: string | null;
}

type Words = Exclude<keyof MetsMetadata, 'url'>;
const allWords: readonly Words[] = ['title', 'date', 'language', 'author', 'host', 'page', 'edition'];

const words = (element: XmlElement | null): string =>
  element === null ? '' : textOfXml(element).replace(/\s+/gu, ' ').trim().slice(0, 1_000);

function titleOf(record: XmlElement): string {
  for (const info of childrenOf(record, 'titleInfo')) {
    // A second title is a translation, or an abbreviation.
    const title = [words(childOf(info, 'nonSort')), words(childOf(info, 'title'))]
      .filter((part) => part !== '')
      .join(' ');
    if (title !== '') return title;
  }
  return words(childOf(record, 'title'));
}

function firstWords(record: XmlElement, names: readonly string[]): string {
  for (const name of names)
    for (const element of descendantsOf(record, name)) if (words(element) !== '') return words(element);
  return '';
}

/** A detail of MODS: its caption says more than its number. */
function detailOf(record: XmlElement, type: string): string {
  for (const detail of descendantsOf(record, 'detail')) {
    if (detail.attributes['type'] !== type) continue;
    const caption = words(childOf(detail, 'caption'));
    return caption === '' ? words(childOf(detail, 'number')) : caption;
  }
  return '';
}

function metadataOf(record: XmlElement): MetsMetadata {
  const host = childrenOf(record, 'relatedItem').find(({ attributes }) => attributes['type'] === 'host');
  const urls = [...descendantsOf(record, 'url'), ...descendantsOf(record, 'identifier')].map(words);
  return {
    title: titleOf(record),
    date: firstWords(record, ['dateIssued', 'dateCreated', 'date']),
    language: firstWords(record, ['languageTerm', 'language']),
    author: firstWords(record, ['namePart', 'displayForm', 'creator']),
    host: host === undefined ? '' : titleOf(host),
    page: detailOf(record, 'page number'),
    edition: detailOf(record, 'edition'),
    url: urls.find((url) => /^https?:\/\/[^\s/]\S*$/u.test(url)) ?? null,
  };
}

/** The descriptive records of a METS file by their IDs. */
export function readMetsMetadata(mets: XmlElement): ReadonlyMap<string, MetsMetadata> {
  const records = new Map<string, MetsMetadata>();
  for (const section of childrenOf(mets, 'dmdSec')) {
    const [data] = descendantsOf(section, 'xmlData');
    const inner = data === undefined ? null : (childOf(data, 'mods') ?? childOf(data, 'dc') ?? data);
    if (inner !== null) records.set(section.attributes['ID'] ?? '', metadataOf(inner));
  }
  return records;
}

/** What several records say together, the first that says something. `ids` are as an attribute lists them. */
export function mergedMetadata(
  records: ReadonlyMap<string, MetsMetadata>,
  ids: string | undefined,
): MetsMetadata {
  const given = (ids ?? '').split(/\s+/u).flatMap((id) => records.get(id) ?? []);
  const pick = (key: Words): string => given.map((record) => record[key]).find((value) => value !== '') ?? '';
  const picked = Object.fromEntries(allWords.map((key) => [key, pick(key)])) as Record<Words, string>;
  return { ...picked, url: given.map(({ url }) => url).find((url) => url !== null) ?? null };
}

/** The date of an issue: W3CDTF as MODS wants it, or as it is printed (`02.04.1893`). */
export function issueDate(printed: string): {
  readonly date: PartialDate | null;
  readonly warnings: readonly ArticleWarning[];
} {
  if (printed === '') return { date: null, warnings: [] };
  const given = readJsonDate(printed);
  if (given.date !== null) return given;
  const found = findDate(printed);
  return found?.date === undefined || found.date === null
    ? given
    : { date: found.date, warnings: found.warnings };
}

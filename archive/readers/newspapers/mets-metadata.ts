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
  readonly url: string | null;
}

const none: MetsMetadata = { title: '', date: '', language: '', author: '', host: '', url: null };

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

function metadataOf(record: XmlElement): MetsMetadata {
  const host = childrenOf(record, 'relatedItem').find(({ attributes }) => attributes['type'] === 'host');
  const urls = [...descendantsOf(record, 'url'), ...descendantsOf(record, 'identifier')].map(words);
  return {
    title: titleOf(record),
    date: firstWords(record, ['dateIssued', 'dateCreated', 'date']),
    language: firstWords(record, ['languageTerm', 'language']),
    author: firstWords(record, ['namePart', 'displayForm', 'creator']),
    host: host === undefined ? '' : titleOf(host),
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
  const pick = (key: 'title' | 'date' | 'language' | 'author' | 'host'): string =>
    given.map((record) => record[key]).find((value) => value !== '') ?? '';
  return {
    ...none,
    ...{
      title: pick('title'),
      date: pick('date'),
      language: pick('language'),
      author: pick('author'),
      host: pick('host'),
    },
    url: given.map(({ url }) => url).find((url) => url !== null) ?? null,
  };
}

/** The date of an issue: W3CDTF as MODS wants it, or as it is printed (`02.04.1893`). */
export function issueDate(printed: string): {
  readonly date: PartialDate | null;
  readonly warnings: readonly ArticleWarning[];
} {
  const given = readJsonDate(printed);
  if (given.date !== null || printed === '') return given;
  const found = findDate(printed);
  return found?.date === undefined || found.date === null
    ? given
    : { date: found.date, warnings: found.warnings };
}

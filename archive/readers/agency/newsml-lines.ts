import { childOf, childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { attributeOf, lineOf, orNull } from './markup-text.ts';

/** What one `NewsComponent` of NewsML 1 says of itself, in its lines and metadata. */
export interface NewsmlLines {
  readonly headline: string | null;
  readonly subheadline: string | null;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly credit: string | null;
  readonly copyright: string | null;
  readonly language: string | null;
  readonly provider: string | null;
  readonly origin: string | null;
  readonly date: string | null;
  readonly keywords: readonly string[];
}

/** The name of the first party named so in an element's metadata. */
function partyOf(metadata: XmlElement | null, role: string): string | null {
  const holder = metadata === null ? null : childOf(metadata, role);
  return holder === null ? null : partyIn(holder);
}

/** The name of the first party inside an element. */
export function partyIn(holder: XmlElement): string | null {
  for (const party of descendantsOf(holder, 'Party')) {
    const name = attributeOf(party, 'FormalName');
    if (name !== '') return name;
  }
  return null;
}

function line(lines: XmlElement | null, ...names: readonly string[]): string | null {
  for (const name of names) {
    const found =
      lines === null
        ? []
        : childrenOf(lines, name)
            .map(lineOf)
            .filter((text) => text !== '');
    if (found.length > 0) return found.join(', ');
  }
  return null;
}

function first(lines: XmlElement | null, name: string): string | null {
  return lines === null ? null : orNull(lineOf(childOf(lines, name)));
}

const subjectNames: readonly string[] = ['Subject', 'SubjectMatter', 'SubjectDetail', 'SubjectQualifier'];

/** Subjects by the most particular name given; keywords; what properties call keywords; places. */
function descriptiveKeywords(metadata: XmlElement): readonly string[] {
  const codes = childrenOf(metadata, 'SubjectCode').flatMap((code) =>
    subjectNames
      .flatMap((name) => childrenOf(code, name))
      .map((subject) => attributeOf(subject, 'FormalName')),
  );
  const topics = childrenOf(metadata, 'TopicOccurrence').map(lineOf);
  const genres = childrenOf(metadata, 'Genre').map((genre) => attributeOf(genre, 'FormalName'));
  const places = childrenOf(metadata, 'Location').flatMap((location) =>
    childrenOf(location, 'Property').map((property) => attributeOf(property, 'Value')),
  );
  return [...codes, ...topics, ...genres, ...places];
}

function keywordProperties(component: XmlElement): readonly string[] {
  const metadata = [...childrenOf(component, 'DescriptiveMetadata'), ...childrenOf(component, 'Metadata')];
  return metadata
    .flatMap((element) => childrenOf(element, 'Property'))
    .filter((property) => /key_?word|subject|category/iu.test(attributeOf(property, 'FormalName')))
    .map((property) => attributeOf(property, 'Value'));
}

function keywordsOf(component: XmlElement, lines: XmlElement | null): readonly string[] {
  const printed = lines === null ? [] : childrenOf(lines, 'KeywordLine').map(lineOf);
  const slug = lines === null ? [] : childrenOf(lines, 'SlugLine').map(lineOf);
  return [
    ...childrenOf(component, 'DescriptiveMetadata').flatMap(descriptiveKeywords),
    ...keywordProperties(component),
    ...printed.flatMap((text) => text.split(/[,;]/u)),
    ...slug,
  ];
}

/** Reads lines and metadata of a component, not those of components inside it. */
export function readNewsmlLines(component: XmlElement): NewsmlLines {
  const lines = childOf(component, 'NewsLines');
  const administrative = childOf(component, 'AdministrativeMetadata');
  const descriptive = childOf(component, 'DescriptiveMetadata');
  const language = descriptive === null ? null : childOf(descriptive, 'Language');
  return {
    headline: first(lines, 'HeadLine'),
    subheadline: line(lines, 'SubHeadLine'),
    byline: line(lines, 'ByLine'),
    dateline: first(lines, 'DateLine'),
    credit: line(lines, 'CreditLine'),
    copyright: line(lines, 'CopyrightLine'),
    language: orNull(attributeOf(language, 'FormalName')) ?? orNull(attributeOf(component, 'xml:lang')),
    provider: partyOf(administrative, 'Provider'),
    origin: partyOf(administrative, 'Source') ?? partyOf(administrative, 'Creator'),
    date: descriptive === null ? null : orNull(lineOf(childOf(descriptive, 'DateLineDate'))),
    keywords: keywordsOf(component, lines),
  };
}

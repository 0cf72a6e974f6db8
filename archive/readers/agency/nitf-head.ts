import { childOf, childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { attributeOf, lineOf, orNull } from './markup-text.ts';

/** What the head of NITF says of a document. */
export interface NitfHead {
  readonly title: string | null;
  /** The newspaper it was printed in. */
  readonly publication: string | null;
  /** Who holds the rights, or registered the document. */
  readonly holder: string | null;
  readonly section: string | null;
  readonly language: string | null;
  readonly dates: readonly (string | null)[];
  readonly urls: readonly string[];
  readonly keywords: readonly string[];
}

/** Names of `meta` that publishers use for the section a document stood in. */
const sectionNames: readonly string[] = ['section', 'print_section_name', 'online_sections', 'dsk'];

function metaOf(head: XmlElement | null, names: readonly string[]): string | null {
  if (head === null) return null;
  const metas = childrenOf(head, 'meta');
  for (const name of names) {
    const found = metas.find((meta) => attributeOf(meta, 'name').toLowerCase() === name);
    if (attributeOf(found ?? null, 'content') !== '') return attributeOf(found ?? null, 'content');
  }
  return null;
}

/** A subject by its most particular name; by its number when it has none (IPTC's subject reference system). */
function subjectOf(subject: XmlElement): readonly string[] {
  const names = ['type', 'matter', 'detail'].map((part) => attributeOf(subject, `tobject.subject.${part}`));
  const given = names.filter((name) => name !== '');
  if (given.length > 0) return given;
  return [attributeOf(subject, 'tobject.subject.refnum'), attributeOf(subject, 'tobject.subject.code')]
    .filter((code) => code !== '')
    .slice(0, 1);
}

function keywordsOf(head: XmlElement): readonly string[] {
  const subjects = [...descendantsOf(head, 'tobject.subject')].flatMap(subjectOf);
  const keys = [...descendantsOf(head, 'keyword')].flatMap((keyword) =>
    (attributeOf(keyword, 'key') || lineOf(keyword)).split(/[,;]/u),
  );
  const identified = [...descendantsOf(head, 'identified-content')].flatMap((content) =>
    content.children.flatMap((node) => (typeof node === 'string' ? [] : [valueOf(node)])),
  );
  return [...subjects, ...keys, ...identified];
}

/** People, places and classes of `identified-content`: the words, else the value. */
function valueOf(element: XmlElement): string {
  return lineOf(element) || attributeOf(element, 'value');
}

function normOf(docdata: XmlElement | null, name: string): string | null {
  return docdata === null ? null : orNull(attributeOf(childOf(docdata, name), 'norm'));
}

/** Reads `head`: NITF 3.x, https://iptc.org/std/NITF/; of older documents what is named the same. */
export function readNitfHead(nitf: XmlElement): NitfHead {
  const head = childOf(nitf, 'head');
  const docdata = head === null ? null : childOf(head, 'docdata');
  const pubdata = head === null ? null : childOf(head, 'pubdata');
  const id = docdata === null ? null : childOf(docdata, 'doc-id');
  const copyright = docdata === null ? null : childOf(docdata, 'doc.copyright');
  return {
    title: head === null ? null : orNull(lineOf(childOf(head, 'title'))),
    publication: orNull(attributeOf(pubdata, 'name')),
    holder:
      orNull(attributeOf(copyright, 'holder')) ??
      orNull(attributeOf(id, 'regsrc')) ??
      metaOf(head, ['copyright']),
    section: orNull(attributeOf(pubdata, 'position.section')) ?? metaOf(head, sectionNames),
    language:
      orNull(attributeOf(nitf, 'baselang')) ??
      orNull(attributeOf(nitf, 'xml:lang')) ??
      metaOf(head, ['language', 'lang']),
    dates: [
      normOf(docdata, 'date.issue'),
      normOf(docdata, 'date.release'),
      orNull(attributeOf(pubdata, 'date.publication')),
    ],
    urls: [attributeOf(pubdata, 'ex-ref'), attributeOf(id, 'id-string')],
    keywords: head === null ? [] : keywordsOf(head),
  };
}

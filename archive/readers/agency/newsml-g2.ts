import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { draftOfArticle } from './agency-draft.ts';
import type { AgencyArticle, AgencyFile } from './agency-draft.ts';
import { readG2Item } from './g2-item.ts';
import { readG2Package } from './g2-package.ts';
import { attributeOf } from './markup-text.ts';
import { rootElement } from './root-element.ts';
import type { RootElement } from './root-element.ts';
import { agencyLimit, readXml } from './xml-reading.ts';

/** The namespace of NewsML-G2 and of the family it belongs to (IPTC's News Architecture). */
const namespace = 'http://iptc.org/std/nar/2006-10-01/';

/** Items of the family that hold no article, and why. */
const others: Readonly<Record<string, string>> = {
  conceptItem: 'a NewsML-G2 concept describes a subject and holds no article',
  knowledgeItem: 'a NewsML-G2 knowledge item is a list of subjects and holds no article',
  catalogItem: 'a NewsML-G2 catalogue is a list of schemes and holds no article',
  planningItem: 'a NewsML-G2 planning item announces coverage and holds no article',
};
const items: ReadonlySet<string> = new Set(['newsItem', 'packageItem', ...Object.keys(others)]);
/** Parts of items, as documentation and some services pass them on alone. */
const parts: ReadonlySet<string> = new Set(['contentSet', 'contentMeta', 'groupSet']);
const roots: ReadonlySet<string> = new Set(['newsMessage', ...items]);

/** The items of a file in their order. A message has them in sets; an item may hold others. */
function* itemsIn(element: XmlElement): Generator<XmlElement> {
  if (items.has(element.name)) yield element;
  if (parts.has(element.name)) yield asItem(element);
  if (!['newsMessage', 'packageItem'].includes(element.name)) return;
  for (const set of [
    ...childrenOf(element, 'itemSet'),
    ...childrenOf(element, 'groupSet').flatMap(groupsOf),
  ]) {
    for (const child of set.children) if (typeof child !== 'string') yield* itemsIn(child);
  }
}

function groupsOf(set: XmlElement): readonly XmlElement[] {
  return childrenOf(set, 'group');
}

function asItem(part: XmlElement): XmlElement {
  return {
    ...part,
    name: part.name === 'groupSet' ? 'packageItem' : 'newsItem',
    attributes: {},
    children: [part],
  };
}

function readItem(item: XmlElement, path: string, file: AgencyFile): Result<Draft, ArchiveError> | null {
  const refusal = Object.hasOwn(others, item.name) ? others[item.name] : undefined;
  if (refusal !== undefined) return fail(archiveError('unsupported', { path, detail: refusal }));
  if (item.name === 'packageItem') {
    const pack = readG2Package(item);
    return pack === null ? null : drafted(pack, path, file);
  }
  const read = readG2Item(item);
  if (read.kind === 'media') return fail(archiveError('other-media', { path, mediaType: read.mediaType }));
  return read.kind === 'nothing'
    ? fail(archiveError('no-article', { path }))
    : drafted(read.article, path, file);
}

function drafted(article: AgencyArticle, path: string, file: AgencyFile): Result<Draft, ArchiveError> {
  const draft = draftOfArticle(article, file);
  return draft === null ? fail(archiveError('no-article', { path })) : ok(draft);
}

async function* read(source: SourceFile, signal?: Cancellation): AsyncGenerator<Result<Draft, ArchiveError>> {
  const xml = readXml(source, 'application/vnd.iptc.g2.newsitem+xml');
  if (!xml.ok) {
    yield fail(xml.error);
    return;
  }
  const { roots: outermost, file } = xml.value;
  const all = outermost.flatMap((root) => [...itemsIn(root)]);
  let told = 0;
  for (const [at, item] of all.entries()) {
    if (signal?.aborted === true) return;
    const name = attributeOf(item, 'guid') || String(at + 1);
    const result = readItem(item, all.length === 1 ? source.path : `${source.path} › ${name}`, file);
    if (result === null) continue;
    told += 1;
    yield result;
  }
  if (told === 0) yield fail(archiveError('no-article', { path: source.path }));
}

function isG2({ name, tag }: RootElement): boolean {
  if (roots.has(name)) return tag.includes(namespace) || /\sstandard\s*=\s*["']NewsML-G2/u.test(tag);
  return false;
}

/** A part of an item alone has no namespace to tell it by; what it holds does. */
function isPart({ name }: RootElement, bytes: Uint8Array): boolean {
  if (!parts.has(name)) return false;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16_000)).toString('latin1');
  return /<(?:inlineXML|inlineData|remoteContent|itemRef|groupRef|contentCreated|headline|dateline)\b/u.test(
    head,
  );
}

/**
 * NewsML-G2 of IPTC (https://iptc.org/std/NewsML-G2/): a news item, a package or a message of many items; each is an
 * article. Claims a file whose root element is one of these, of the namespace of NewsML-G2, or a part of one.
 */
export const newsmlG2: Reader = {
  name: 'newsml-g2',
  version: 1,
  limit: agencyLimit,
  claims({ bytes }: SourceFile): boolean {
    const root = rootElement(bytes);
    return root !== null && (isG2(root) || isPart(root, bytes));
  },
  read,
};

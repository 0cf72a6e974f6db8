import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { draftOfArticle } from './agency-draft.ts';
import type { AgencyFile } from './agency-draft.ts';
import { readNewsmlEnvelope, readNewsmlItem } from './newsml-item.ts';
import type { NewsmlEnvelope } from './newsml-item.ts';
import { rootElement } from './root-element.ts';
import { agencyLimit, readXml } from './xml-reading.ts';

/** The items of a file, and those inside them, in document order. */
function* readItems(
  items: readonly XmlElement[],
  envelope: NewsmlEnvelope,
  path: (id: string | null) => string,
  file: AgencyFile,
): Generator<Result<Draft, ArchiveError>> {
  for (const element of items) {
    const { id, article, inner } = readNewsmlItem(element, envelope);
    const draft = article === null ? null : draftOfArticle(article, file);
    if (draft !== null) yield ok(draft);
    else if (childrenOf(element, 'TopicSet').length > 0) {
      const detail = 'a NewsML topic set is a list of subjects and holds no article';
      yield fail(archiveError('unsupported', { path: path(id), detail }));
    } else if (inner.length === 0) yield fail(archiveError('no-article', { path: path(id) }));
    yield* readItems(inner, envelope, path, file);
  }
}

async function* read(source: SourceFile, signal?: Cancellation): AsyncGenerator<Result<Draft, ArchiveError>> {
  const xml = readXml(source, 'application/vnd.iptc.newsml+xml');
  if (!xml.ok) {
    yield fail(xml.error);
    return;
  }
  const { roots, file } = xml.value;
  const documents = roots.filter(({ name }) => name === 'NewsML');
  const items = documents.flatMap((root) => {
    const envelope = readNewsmlEnvelope(root);
    return childrenOf(root, 'NewsItem').map((item) => ({ item, envelope }));
  });
  const path = (id: string | null): string =>
    items.length === 1 || id === null ? source.path : `${source.path} › ${id}`;
  if (items.length === 0) yield fail(archiveError('no-article', { path: source.path }));
  for (const { item, envelope } of items) {
    if (signal?.aborted === true) return;
    yield* readItems([item], envelope, path, file);
  }
}

/**
 * NewsML 1.0 to 1.2 of IPTC (https://iptc.org/std/NewsML/1.2/): each `NewsItem` is an article, from the components that
 * hold its text. Claims a file whose root element is `NewsML`.
 */
export const newsml: Reader = {
  name: 'newsml',
  version: 1,
  limit: agencyLimit,
  claims: ({ bytes }: SourceFile) => rootElement(bytes)?.name === 'NewsML',
  read,
};

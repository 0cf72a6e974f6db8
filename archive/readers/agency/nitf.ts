import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { draftOfArticle } from './agency-draft.ts';
import { nitfArticle } from './nitf-article.ts';
import { rootElement } from './root-element.ts';
import { agencyLimit, readXml } from './xml-reading.ts';

async function* read(source: SourceFile, signal?: Cancellation): AsyncGenerator<Result<Draft, ArchiveError>> {
  const xml = readXml(source, 'application/nitf+xml');
  if (!xml.ok) {
    yield fail(xml.error);
    return;
  }
  const { roots, file } = xml.value;
  const documents = roots.filter(({ name }) => name === 'nitf');
  for (const [at, nitf] of documents.entries()) {
    if (signal?.aborted === true) return;
    const draft = draftOfArticle(nitfArticle(nitf), file);
    const path = documents.length === 1 ? source.path : `${source.path} › ${at + 1}`;
    yield draft === null ? fail(archiveError('no-article', { path })) : ok(draft);
  }
}

/**
 * NITF 3.x, the News Industry Text Format of IPTC (https://iptc.org/std/NITF/3.6/): one article in XML. Claims a file whose
 * root element is `nitf`; several such documents in one file are several articles.
 */
export const nitf: Reader = {
  name: 'nitf',
  version: 1,
  limit: agencyLimit,
  claims: ({ bytes }: SourceFile) => rootElement(bytes)?.name === 'nitf',
  read,
};

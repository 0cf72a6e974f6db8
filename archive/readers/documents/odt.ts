import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft, Reader, SourceFile } from '../reader.ts';
import { childOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { draftOfDocument } from './document-draft.ts';
import { partsOfOpenText } from './odt-body.ts';
import { readOpenStyles } from './odt-styles.ts';
import { readOfficeFacts } from './office-facts.ts';
import { rootOf, xmlPart, zipParts } from './zip-parts.ts';

const mediaType = 'application/vnd.oasis.opendocument.text';
/** In bytes, pictures included. */
const odtLimit = 100_000_000;

/** The first entry names the type, not packed (OpenDocument 1.3, part 2, 3.3); StarOffice's format is the older brother. */
const packed =
  /^PK\x03\x04[^]{26}mimetype\s*application\/(?:vnd\.oasis\.opendocument\.text|vnd\.sun\.xml\.writer)/u;
const flat =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<office:document\b[^>]*\smimetype="application\/vnd\.oasis\.opendocument\.text"/u;

const headOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 8_192)).toString('latin1');

interface OpenText {
  readonly content: XmlElement;
  readonly styles: XmlElement | null;
  readonly meta: XmlElement | null;
}

async function openPacked(source: SourceFile): Promise<Result<OpenText | null, ArchiveError>> {
  const parts = await zipParts(source);
  if (!parts.ok) return parts;
  const manifest = await xmlPart(parts.value, 'META-INF/manifest.xml');
  if (manifest !== null && [...descendantsOf(manifest, 'encryption-data')].length > 0) {
    return fail(archiveError('encrypted', { path: source.path }));
  }
  const bytes = await parts.value.part('content.xml');
  if (!bytes.ok) return bytes;
  const content = bytes.value === null ? null : rootOf(bytes.value);
  if (content === null) return ok(null);
  const styles = await xmlPart(parts.value, 'styles.xml');
  return ok({ content, styles, meta: await xmlPart(parts.value, 'meta.xml') });
}

function openFlat({ bytes }: SourceFile): OpenText | null {
  const content = rootOf(bytes);
  return content === null ? null : { content, styles: null, meta: childOf(content, 'meta') };
}

async function readOdt(source: SourceFile): Promise<Result<Draft, ArchiveError>> {
  const { path } = source;
  const opened = flat.test(headOf(source.bytes)) ? ok(openFlat(source)) : await openPacked(source);
  if (!opened.ok) return opened;
  const body = opened.value === null ? null : childOf(opened.value.content, 'body');
  if (opened.value === null || body === null) {
    return fail(archiveError('file-broken', { path, detail: 'the document has no text part' }));
  }
  const { content, styles, meta } = opened.value;
  const text = childOf(body, 'text') ?? body;
  const parts = partsOfOpenText(text, readOpenStyles([styles, content]));
  const document = { ...readOfficeFacts(meta), parts };
  const draft = draftOfDocument(document, { mediaType, encoding: null, warnings: [], source });
  return draft === null ? fail(archiveError('no-article', { path })) : ok(draft);
}

/** Texts of LibreOffice and others (OpenDocument 1.3): ODT, flat FODT, and StarOffice's SXW. One article a file. */
export const odt: Reader = {
  name: 'odt',
  version: 1,
  limit: odtLimit,
  claims({ bytes }: SourceFile): boolean {
    const head = headOf(bytes);
    return packed.test(head) || flat.test(head);
  },
  async *read(source: SourceFile) {
    yield await readOdt(source);
  },
};

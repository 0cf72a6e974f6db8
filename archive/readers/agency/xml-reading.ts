import type { ArticleWarning } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { SourceFile } from '../reader.ts';
import { decodeError, sourceText } from '../source-text.ts';
import { decodeXml } from '../xml/xml-text.ts';
import { xmlTree } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { AgencyFile } from './agency-draft.ts';

/** An XML file of an agency, in memory. */
export interface AgencyXml {
  readonly roots: readonly XmlElement[];
  readonly file: AgencyFile;
}

/** In bytes: messages of many items are larger than single articles. */
export const agencyLimit = 50_000_000;

/** Whether a text stops before its root is closed. */
function isCutOff(text: string, root: string): boolean {
  const tail = text.slice(-2_000);
  return /^<\/(?:[\w.-]+:)?([\w.-]+)\s*>/u.exec(tail.slice(tail.lastIndexOf('</')))?.[1] !== root;
}

/** Decodes and parses a file whole; what is not closed is `cut-off`. Error: why it is no text. */
export function readXml(source: SourceFile, mediaType: string): Result<AgencyXml, ArchiveError> {
  const decoded = decodeXml(source);
  if (decoded === null) {
    const text = sourceText(source);
    return fail(
      text.ok ? archiveError('undecodable', { path: source.path }) : decodeError(text.error, source.path),
    );
  }
  const { text, encoding } = decoded;
  const roots = xmlTree(text);
  const cut: readonly ArticleWarning[] = isCutOff(text, roots.at(-1)?.name ?? '')
    ? [{ code: 'cut-off' }]
    : [];
  return ok({ roots, file: { mediaType, encoding, warnings: [...decoded.warnings, ...cut], source } });
}

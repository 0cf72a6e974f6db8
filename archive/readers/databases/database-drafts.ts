import type { DocumentText } from '../documents/document-part.ts';
import { textOfPart } from '../documents/document-part.ts';
import type { Draft } from '../reader.ts';
import { draftOfRecord } from '../records/record-draft.ts';
import { databaseExport } from './database-export.ts';

const headLength = 64_000;

/**
 * The documents of a news database's export that came as HTML, DOCX or RTF, by its lines; null when the text is none. What a
 * reader knows of the file (media type, encoding) stands in each.
 */
export function draftsOfDatabase(
  lines: readonly string[],
  format: Pick<Draft, 'mediaType' | 'encoding'>,
): readonly Draft[] | null {
  const text = lines.flatMap((line) => line.split('\n')).map((line) => line.replace(/\u00a0/gu, ' '));
  const form = databaseExport(text.join('\n').slice(0, headLength));
  if (form === null) return null;
  const drafts: Draft[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !form.separates(text[at] ?? '')) continue;
    const document = text.slice(from, at).join('\n').trim();
    from = at + 1;
    const record = document === '' ? null : form.record(document);
    const draft =
      record === null
        ? null
        : draftOfRecord(record, { ...format, encoding: format.encoding ?? '', map: null });
    if (draft !== null) drafts.push({ ...draft, encoding: format.encoding });
  }
  return drafts.length === 0 ? null : drafts;
}

/** The lines of a document, with a blank one after each paragraph, as the text form of these exports has them. */
export function linesOfDocument({ parts }: Pick<DocumentText, 'parts'>): readonly string[] {
  return parts.flatMap((part) => [textOfPart(part), '']);
}

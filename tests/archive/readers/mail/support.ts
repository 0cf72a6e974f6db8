import { wholeOf } from '../../../../archive/readers/access/byte-source.ts';
import { mail } from '../../../../archive/readers/mail/mail.ts';
import type { ArchiveError } from '../../../../archive/model/errors.ts';
import type { Result } from '../../../../archive/model/result.ts';
import type { Draft } from '../../../../archive/readers/reader.ts';

/** A mail from its lines, which may hold raw bytes as Latin-1. */
export function mailOf(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** Text in these bytes, to stand among the lines of `mailOf`. */
export function raw(text: string, encoding: BufferEncoding = 'utf8'): string {
  return Buffer.from(text, encoding).toString('latin1');
}

export async function readMail(bytes: Uint8Array): Promise<Result<Draft, ArchiveError>> {
  for await (const result of mail.read({ name: 'a.eml', path: 'a.eml', bytes })) return result;
  throw new Error('The reader gave nothing.');
}

/** The draft of a mail; throws when there is none. */
export async function draftOf(...lines: readonly string[]): Promise<Draft> {
  const result = await readMail(mailOf(...lines));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The words of each block: `paragraph: …`. */
export function blocksOf({ blocks }: Draft): string[] {
  return blocks.map((block) => {
    if (block.kind === 'list') return `list: ${block.items.join(' / ')}`;
    return block.kind === 'image' ? `image: ${block.caption}` : `${block.kind}: ${block.text}`;
  });
}

/** The attachments: name, media type and text. */
export async function attachedTo(draft: Draft): Promise<string[]> {
  const found: string[] = [];
  for (const { place, capture, content } of draft.attached ?? []) {
    found.push(
      `${place.name} (${capture.mediaType}): ${Buffer.from(await wholeOf(content)).toString('utf8')}`,
    );
  }
  return found;
}

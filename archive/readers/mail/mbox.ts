import { createHash } from 'node:crypto';
import type { Sha256 } from '../../model/article.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { MemberOpener } from '../member.ts';
import type { Draft, RecordReader } from '../reader.ts';
import { openAttachment } from './attachments.ts';
import { draftOfMail } from './mail-draft.ts';
import { beginsLikeMbox, messagesOfPieces, unquoted } from './mbox-messages.ts';
import type { MboxMessage } from './mbox-messages.ts';

const readerName = 'mbox';

/** The largest message that is read, in bytes. */
export const messageLimit = 48 * 1024 * 1024;

function readMessage(message: MboxMessage, file: string): Result<Draft, ArchiveError> {
  const path = `${file}:${message.line}`;
  const { start, end, bytes } = message;
  if (bytes === null) {
    return fail(archiveError('record-broken', { path, detail: 'the message is larger than 48 MB' }));
  }
  const draft = draftOfMail(unquoted(bytes), { path, reader: readerName, span: { start, end } });
  if (!draft.ok) return draft;
  const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
  return ok({ ...draft.value, record: { start, end, sha256 } });
}

async function* readPieces(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  signal?: Cancellation,
): AsyncGenerator<Result<Draft, ArchiveError>> {
  for await (const messages of messagesOfPieces(pieces, messageLimit)) {
    for (const message of messages) {
      if (signal?.aborted === true) return;
      yield readMessage(message, path);
    }
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * Folders of mail in one file (RFC 4155): each message is a record, without the `From ` line before it. Its `open` gives the
 * bytes of an attachment: the place has the span of the message.
 */
export const mbox: RecordReader & MemberOpener = {
  name: readerName,
  version: 1,
  claims: ({ bytes }) => beginsLikeMbox(bytes),
  refuses: () => null,
  read: ({ bytes, path }, signal) => readPieces(inOnePiece(bytes), path, signal),
  readPieces,
  async open(content, place, { path }) {
    const { start, end } = place.span ?? { start: 0, end: 0 };
    const size = Math.min(end - start, messageLimit);
    const bytes = size > 0 ? await content.read(start, size) : new Uint8Array();
    return openAttachment(unquoted(Buffer.from(bytes)), place, path);
  },
};

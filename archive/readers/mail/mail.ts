import type { MemberOpener } from '../member.ts';
import type { Reader } from '../reader.ts';
import { wholeOf } from '../access/byte-source.ts';
import { openAttachment } from './attachments.ts';
import { beginsLikeMail } from './claims-mail.ts';
import { draftOfMail } from './mail-draft.ts';

const readerName = 'mail';

/** The largest mail that is read, in bytes: attachments count. */
export const mailLimit = 64 * 1024 * 1024;

/**
 * A mail in a file (RFC 5322 with MIME, RFC 2045 to 2049): newsletters and clippings. Its text in the best form it has, its
 * attachments as members for themselves. Its `open` gives the bytes of an attachment.
 */
export const mail: Reader & MemberOpener = {
  name: readerName,
  version: 1,
  limit: mailLimit,
  claims: ({ bytes }) => beginsLikeMail(bytes),
  async *read({ bytes, path }) {
    yield draftOfMail(bytes, { path, reader: readerName, span: null });
  },
  async open(content, place, { path }) {
    return openAttachment(await wholeOf(content), place, path);
  },
};

import type { ByteSpan } from '../../model/article.ts';

/** A message of an mbox, without its `From ` line. */
export interface MboxMessage extends ByteSpan {
  /** The line it begins in, counted from 1. */
  readonly line: number;
  /** As in the file; null when it is larger than the limit. */
  readonly bytes: Buffer | null;
}

const lineFeed = 0x0a;
/** So much of a line is looked at. */
const lookedAt = 1_000;

/**
 * The line before a message (RFC 4155, appendix A): an address or a dash, and when it came; a year stands near its end. The
 * first line of a file may lack the date.
 */
const fromLine = /^From (?:\S+|".*"|\S+ .*?)\s.*(?:\d{4}|\d\d:\d\d)/u;
const looseFromLine = /^From \S/u;
const headerLine = /^(?:[!-9;-~]{1,100}[ \t]*:|>?From )/u;

/** Whether bytes begin as an mbox does: with a `From ` line and a header after it. */
export function beginsLikeMbox(head: Uint8Array): boolean {
  const text = Buffer.from(head.subarray(0, 8 * lookedAt))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?(?:\r?\n){0,5}/u, '');
  const [first = '', second = ''] = text.split(/\r?\n/u, 2);
  return looseFromLine.test(first) && headerLine.test(second);
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly text: string;
}

/** Cuts an mbox into messages; holds one message, and what came of the next line. */
class MboxCutter {
  private readonly limit: number;
  /** The bytes from `held.start` to where the file was read, unless the message is too large. */
  private parts: Buffer[] = [];
  private heldFrom = 0;
  private heldTo = 0;
  private tooLarge = false;
  /** Of the message under way; null before the first. */
  private message: { readonly start: number; readonly line: number } | null = null;
  /** A `From ` line whose next line must show whether it is one. */
  private candidate: Line | null = null;
  private blank: Line | null = null;
  private number = 1;
  /** The line under way. */
  private lineStart = 0;
  private lineText = '';

  constructor(limit: number) {
    this.limit = limit;
  }

  take(piece: Buffer): MboxMessage[] {
    const messages: MboxMessage[] = [];
    const base = this.heldTo;
    this.keep(piece);
    let from = 0;
    for (let at = piece.indexOf(lineFeed); at !== -1; at = piece.indexOf(lineFeed, from)) {
      this.addText(piece, from, at);
      this.endLine(base + at + 1, messages);
      from = at + 1;
    }
    this.addText(piece, from, piece.length);
    return messages;
  }

  last(): MboxMessage[] {
    const messages: MboxMessage[] = [];
    if (this.lineText !== '') this.endLine(this.heldTo, messages);
    this.endMessage(this.blank?.start ?? this.heldTo, messages);
    return messages;
  }

  private addText(piece: Buffer, from: number, to: number): void {
    const room = lookedAt - this.lineText.length;
    if (room > 0) this.lineText += piece.toString('latin1', from, Math.min(to, from + room));
  }

  private endLine(end: number, messages: MboxMessage[]): void {
    const line = { start: this.lineStart, end, number: this.number, text: this.lineText };
    this.lineStart = end;
    this.number += 1;
    this.lineText = '';
    const { candidate } = this;
    this.candidate = null;
    if (candidate !== null && headerLine.test(line.text)) this.begin(candidate, line, messages);
    else if (candidate !== null) this.blank = null;
    const isBlank = line.text === '' || line.text === '\r';
    if (this.isFromLine(line)) this.candidate = line;
    else this.blank = isBlank ? line : null;
    this.drop();
  }

  private isFromLine({ text }: Line): boolean {
    if (this.message === null) return looseFromLine.test(text);
    return this.blank !== null && fromLine.test(text);
  }

  private begin(candidate: Line, first: Line, messages: MboxMessage[]): void {
    this.endMessage(this.blank?.start ?? candidate.start, messages);
    this.message = { start: first.start, line: first.number };
    this.blank = null;
    this.tooLarge = false;
    this.forget(first.start);
  }

  private endMessage(end: number, messages: MboxMessage[]): void {
    if (this.message === null) return;
    const { start, line } = this.message;
    const isLarge = this.tooLarge || end - start > this.limit;
    messages.push({ start, end, line, bytes: isLarge ? null : this.slice(start, end) });
  }

  private keep(piece: Buffer): void {
    this.parts.push(piece);
    this.heldTo += piece.length;
  }

  /** A message that is too large is let go of, up to the line that may be the beginning of the next. */
  private drop(): void {
    const start = this.message?.start ?? this.lineStart;
    if (this.lineStart - start > this.limit) this.tooLarge = true;
    if (this.tooLarge || this.message === null) this.forget(this.candidate?.start ?? this.lineStart);
  }

  private forget(before: number): void {
    for (let first = this.parts[0]; first !== undefined; first = this.parts[0]) {
      if (this.heldFrom + first.length > before) return;
      this.heldFrom += first.length;
      this.parts.shift();
    }
  }

  private slice(start: number, end: number): Buffer {
    const needed: Buffer[] = [];
    let at = this.heldFrom;
    for (const part of this.parts) {
      if (at + part.length > start && at < end) {
        needed.push(part.subarray(Math.max(0, start - at), Math.min(part.length, end - at)));
      }
      at += part.length;
    }
    const [only] = needed;
    return needed.length === 1 && only !== undefined ? only : Buffer.concat(needed);
  }
}

/** The messages of an mbox (RFC 4155; mboxo, mboxrd, mboxcl) that comes in pieces: for each piece those that end in it. */
export async function* messagesOfPieces(
  pieces: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<readonly MboxMessage[]> {
  const cutter = new MboxCutter(limit);
  for await (const piece of pieces) {
    yield cutter.take(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  }
  yield cutter.last();
}

/** A message with what was written before `From ` at the beginnings of its lines taken off again. */
export function unquoted(bytes: Buffer): Buffer {
  if (!bytes.includes('\n>From ') && !bytes.includes('\n>>From ')) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/^>(?=>*From )/gmu, ''), 'latin1');
}

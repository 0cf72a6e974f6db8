import { codePageOf, decodeCodePage } from './rtf-charsets.ts';
import { RtfBody } from './rtf-body.ts';
import { destinationOf, isUnknownGroup, rtfCharacters } from './rtf-state.ts';
import type { RtfState } from './rtf-state.ts';
import { rtfTokens } from './rtf-tokens.ts';
import type { RtfToken } from './rtf-tokens.ts';
import type { DocumentText } from './document-part.ts';
import { splitKeywords } from './office-facts.ts';

/** Groups in groups, deeper than anybody writes: what is deeper is read as if it were not grouped. */
const deepest = 500;
const documentPages = new Map([
  ['ansi', 1252],
  ['mac', 10000],
  ['pc', 437],
  ['pca', 850],
]);

/** What was read of an RTF file. */
export interface RtfText extends DocumentText {
  /** It ends before its outermost group does. */
  readonly isCutOff: boolean;
}

class RtfReading {
  readonly body = new RtfBody();
  readonly info = { title: '', author: '', keywords: '' };
  depth = 0;
  private state: RtfState = {
    ...{ destination: 'text', codePage: 1252, unicodeSkip: 1, isHidden: false, isBold: false },
  };
  private readonly outer: RtfState[] = [];
  private readonly fonts = new Map<number, number>();
  private documentPage = 1252;
  private font = -1;
  private style = -1;
  private styleName = '';
  /** Bytes that wait for the rest of their character. */
  private waiting: number[] = [];
  private toSkip = 0;
  private isStarred = false;
  private surrogate = '';

  take(token: RtfToken): void {
    if (token.kind === 'bytes') {
      this.takeBytes(token.bytes, token.isHex);
      return;
    }
    this.flush();
    if (token.kind === 'control') this.control(token.word, token.value);
    else if (token.kind === 'open') this.open();
    else this.close();
  }

  flush(): void {
    if (this.waiting.length === 0) return;
    const bytes = Uint8Array.from(this.waiting);
    this.waiting = [];
    this.write(decodeCodePage(bytes, this.state.codePage));
  }

  private open(): void {
    this.depth += 1;
    this.toSkip = 0;
    if (this.outer.length < deepest) this.outer.push({ ...this.state });
  }

  private close(): void {
    this.toSkip = 0;
    if (this.depth <= this.outer.length) {
      const outer = this.outer.pop();
      if (this.state.destination === 'styles') this.endStyle();
      if (outer !== undefined) this.state = outer;
    }
    this.depth = Math.max(0, this.depth - 1);
  }

  private takeBytes(bytes: Uint8Array, isHex: boolean): void {
    for (const byte of bytes) {
      if (this.toSkip > 0) this.toSkip -= 1;
      else this.waiting.push(byte);
    }
    // Text of many kilobytes need not wait; a character of two bytes is at most two tokens.
    if (!isHex && this.waiting.length > 4_096) this.flush();
  }

  private write(text: string): void {
    const { destination, isHidden, isBold } = this.state;
    if (destination === 'text' && !isHidden) this.body.write(text, isBold);
    else if (destination === 'styles') this.styleName += text;
    else if (destination === 'title' || destination === 'author' || destination === 'keywords') {
      this.info[destination] += text.slice(0, 1_000);
    }
  }

  private control(word: string, value: number | null): void {
    if (word === '*') {
      this.isStarred = true;
      return;
    }
    const starred = this.isStarred;
    this.isStarred = false;
    if (this.state.destination === 'skipped') return;
    const destination = starred && isUnknownGroup(word) ? 'skipped' : destinationOf(word);
    if (destination !== null) {
      this.state.destination = destination;
      this.body.noteDestination(word);
    } else if (!this.character(word, value) && !this.charset(word, value)) this.format(word, value);
  }

  private character(word: string, value: number | null): boolean {
    if (word === 'u' && value !== null) {
      this.unicode(value < 0 ? value + 65_536 : value);
      this.toSkip = this.state.unicodeSkip;
      return true;
    }
    const character = rtfCharacters.get(word);
    if (character === undefined) return false;
    if (this.toSkip > 0) this.toSkip -= 1;
    else this.write(character);
    return true;
  }

  /** A unit of UTF-16: halves of a pair come one after the other. */
  private unicode(unit: number): void {
    if (unit > 0xffff || unit < 1) return;
    const character = String.fromCharCode(unit);
    if (unit >= 0xd800 && unit <= 0xdbff) this.surrogate = character;
    else {
      const isSecond = unit >= 0xdc00 && unit <= 0xdfff;
      if (!isSecond || this.surrogate !== '') this.write(isSecond ? this.surrogate + character : character);
      this.surrogate = '';
    }
  }

  private charset(word: string, value: number | null): boolean {
    const page =
      documentPages.get(word) ?? (word === 'ansicpg' && value !== null && value > 0 ? value : null);
    if (page !== null) this.documentPage = this.state.codePage = page;
    else if (word === 'uc') this.state.unicodeSkip = Math.min(8, Math.max(0, value ?? 1));
    else if (word === 'fcharset' && this.state.destination === 'fonts') {
      const own = codePageOf(value ?? 0);
      if (own !== null && value !== 0) this.fonts.set(this.font, own);
    } else if (word === 'f') {
      this.font = value ?? 0;
      if (this.state.destination === 'text')
        this.state.codePage = this.fonts.get(this.font) ?? this.documentPage;
    } else if (word === 'plain') {
      this.state.codePage = this.documentPage;
      this.state.isBold = this.state.isHidden = false;
    } else return false;
    return true;
  }

  private format(word: string, value: number | null): void {
    if (word === 'b') this.state.isBold = value !== 0;
    else if (word === 'v' || word === 'deleted') this.state.isHidden = value !== 0;
    else if (word === 's' && this.state.destination === 'styles') this.style = value ?? 0;
    else if (this.state.destination === 'text') this.body.control(word, value);
  }

  private endStyle(): void {
    const name = this.styleName.split(';')[0]?.trim() ?? '';
    if (this.style !== -1 && name !== '') this.body.styles.set(this.style, name);
    this.style = -1;
    this.styleName = '';
  }
}

/** The text of an RTF file (Rich Text Format Specification 1.9.1). Never fails: what makes no sense is passed over. */
export function readRtf(bytes: Uint8Array): RtfText {
  const reading = new RtfReading();
  let isClosed = false;
  for (const token of rtfTokens(bytes)) {
    reading.take(token);
    // What follows the outermost group is no part of the text.
    isClosed = token.kind === 'close' && reading.depth === 0;
    if (isClosed) break;
  }
  reading.flush();
  const { title, author, keywords } = reading.info;
  return {
    parts: reading.body.end(),
    ...{ title, author, language: '', url: null, keywords: splitKeywords([keywords]) },
    isCutOff: !isClosed,
  };
}

import { Tokenizer } from 'htmlparser2';
import type { TokenizerCallbacks } from 'htmlparser2';

/** What takes the tokens of a page, in their order. */
export interface TokenSink {
  /** Name and attributes' names in lower case, entities replaced. */
  open(name: string, attributes: ReadonlyMap<string, string>, selfClosing: boolean): void;
  close(name: string): void;
  text(text: string): void;
  comment(text: string): void;
  /** Whether what follows is SVG or MathML, where scripts and titles are elements like others. */
  isForeign(): boolean;
}

const none: ReadonlyMap<string, string> = new Map();
/** A longer value is a picture written into the page (a saved page has many): it is no text. */
const longestValue = 20_000;

/** Makes tokens of what the tokenizer finds. The text comes in one piece, so that its positions are ours. */
class TokenReader implements TokenizerCallbacks {
  private readonly html: string;
  private readonly sink: TokenSink;
  private name = '';
  private attributes: Map<string, string> | null = null;
  private attributeName = '';
  private value = '';
  private pending = '';

  constructor(html: string, sink: TokenSink) {
    this.html = html;
    this.sink = sink;
  }

  ontext(start: number, end: number): void {
    this.pending += this.html.slice(start, end);
  }

  ontextentity(codePoint: number): void {
    this.pending += String.fromCodePoint(codePoint);
  }

  onopentagname(start: number, end: number): void {
    this.flush();
    this.name = this.html.slice(start, end).toLowerCase();
    this.attributes = null;
  }

  onattribname(start: number, end: number): void {
    this.attributeName = this.html.slice(start, end).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.value.length < longestValue) this.value += this.html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    this.attributes ??= new Map();
    const value = this.value.length > longestValue ? '' : this.value;
    if (!this.attributes.has(this.attributeName)) this.attributes.set(this.attributeName, value);
  }

  onopentagend(): void {
    this.sink.open(this.name, this.attributes ?? none, false);
  }

  onselfclosingtag(): void {
    this.sink.open(this.name, this.attributes ?? none, true);
  }

  onclosetag(start: number, end: number): void {
    this.flush();
    this.sink.close(this.html.slice(start, end).trim().toLowerCase());
  }

  oncomment(start: number, end: number, offset: number): void {
    this.flush();
    this.sink.comment(this.html.slice(start, end - offset));
  }

  oncdata(start: number, end: number, offset: number): void {
    if (this.sink.isForeign()) this.pending += this.html.slice(start, end - offset);
  }

  ondeclaration(): void {
    this.flush();
  }

  onprocessinginstruction(): void {
    this.flush();
  }

  onend(): void {
    this.flush();
  }

  isInForeignContext(): boolean {
    return this.sink.isForeign();
  }

  private flush(): void {
    if (this.pending !== '') this.sink.text(this.pending);
    this.pending = '';
  }
}

/** Cuts a page into its tokens by the rules of HTML. */
export function readTokens(html: string, sink: TokenSink): void {
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, new TokenReader(html, sink));
  tokenizer.write(html);
  tokenizer.end();
}

import { Tokenizer } from 'htmlparser2';

/** What stands in a text with markup, in its order. Nothing is balanced: a tag that closes nothing is told all the same. */
export interface MarkupEvents {
  /** Attributes by their names as written, the first of several; entities replaced. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, isSelfClosing: boolean) => void;
  /** Entities replaced; a stretch may come in several pieces. */
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

const namedEntity = /&([a-z][a-z\d]{1,30});/giu;
const known = new Map<string, string>();
const knownLimit = 3_000;

/** The characters of an entity of HTML (HTML Standard, 13.5), or the words as they stand. */
function ofEntity(written: string): string {
  const cached = known.get(written);
  if (cached !== undefined) return cached;
  let decoded = '';
  scanMarkup(written, false, { open: () => {}, close: () => {}, text: (text) => (decoded += text) });
  if (known.size < knownLimit) known.set(written, decoded);
  return decoded;
}

/** In XML only five entities are known to the tokenizer; feeds and exports are full of those of HTML. */
function withEntities(text: string): string {
  return text.includes('&') ? text.replace(namedEntity, ofEntity) : text;
}

/** What `&#128;` to `&#159;` mean: characters of Windows-1252 (HTML Standard, 13.2.5.80), in XML files too. */
const western = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function ofPoint(point: number): string {
  return (point >= 0x80 && point <= 0x9f ? western[point - 0x80] : undefined) ?? String.fromCodePoint(point);
}

/** Puts together what the tokenizer tells in parts: attributes, and text that it cuts at every sign. */
class Scan {
  private readonly markup: string;
  private readonly isXml: boolean;
  private readonly events: MarkupEvents;
  private name = '';
  private attributes: Record<string, string> = {};
  private attribute = '';
  private value = '';
  /** The stretch of text that was told last and may go on. */
  private from = 0;
  private to = 0;

  constructor(markup: string, isXml: boolean, events: MarkupEvents) {
    this.markup = markup;
    this.isXml = isXml;
    this.events = events;
  }

  readonly ontext = (start: number, end: number): void => {
    if (start !== this.to) {
      this.flush();
      this.from = start;
    }
    this.to = end;
  };
  readonly ontextentity = (point: number): void => {
    this.flush();
    this.events.text(ofPoint(point));
  };
  readonly oncdata = (start: number, end: number, offset: number): void => {
    this.flush();
    if (this.isXml) this.events.text(this.markup.slice(start, end - offset));
  };
  readonly onopentagname = (start: number, end: number): void => {
    this.flush();
    this.name = this.markup.slice(start, end);
    this.attributes = {};
  };
  readonly onattribname = (start: number, end: number): void => {
    this.attribute = this.markup.slice(start, end);
  };
  readonly onattribdata = (start: number, end: number): void => {
    this.value += this.slice(start, end);
  };
  readonly onattribentity = (point: number): void => {
    this.value += ofPoint(point);
  };
  readonly onattribend = (): void => {
    if (!Object.hasOwn(this.attributes, this.attribute)) this.attributes[this.attribute] = this.value;
    this.value = '';
  };
  readonly onopentagend = (): void => this.events.open(this.name, this.attributes, false);
  readonly onselfclosingtag = (): void => this.events.open(this.name, this.attributes, true);
  readonly onclosetag = (start: number, end: number): void => {
    this.flush();
    this.events.close(this.markup.slice(start, end));
  };
  readonly oncomment = (): void => this.flush();
  readonly ondeclaration = (): void => this.flush();
  readonly onprocessinginstruction = (): void => this.flush();
  readonly onend = (): void => this.flush();

  private slice(start: number, end: number): string {
    const text = this.markup.slice(start, end);
    return this.isXml ? withEntities(text) : text;
  }

  private flush(): void {
    if (this.to > this.from) this.events.text(this.slice(this.from, this.to));
    this.from = this.to;
  }
}

/** Tells the tags and the text of XML or HTML, in a time that grows with its length alone, however it is nested. */
export function scanMarkup(markup: string, isXml: boolean, events: MarkupEvents): void {
  // `<script/>` opens and closes, as those mean it who write XHTML, though the HTML Standard has it otherwise.
  const options = { xmlMode: isXml, decodeEntities: true, recognizeSelfClosing: true };
  const tokenizer = new Tokenizer(options, new Scan(markup, isXml, events));
  tokenizer.write(markup);
  tokenizer.end();
}

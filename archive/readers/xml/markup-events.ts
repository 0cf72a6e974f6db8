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

/** Tells the tags and the text of XML or HTML, in a time that grows with its length alone, however it is nested. */
export function scanMarkup(markup: string, isXml: boolean, events: MarkupEvents): void {
  let name = '';
  let attributes: Record<string, string> = {};
  let attribute = '';
  let value = '';
  const slice = (start: number, end: number): string => {
    const text = markup.slice(start, end);
    return isXml ? withEntities(text) : text;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: isXml, decodeEntities: true },
    {
      ontext: (start, end) => events.text(slice(start, end)),
      ontextentity: (point) => events.text(String.fromCodePoint(point)),
      oncdata: (start, end, offset) => {
        if (isXml) events.text(markup.slice(start, end - offset));
      },
      onopentagname: (start, end) => {
        name = markup.slice(start, end);
        attributes = {};
      },
      onattribname: (start, end) => (attribute = markup.slice(start, end)),
      onattribdata: (start, end) => (value += slice(start, end)),
      onattribentity: (point) => (value += String.fromCodePoint(point)),
      onattribend: () => {
        if (!Object.hasOwn(attributes, attribute)) attributes[attribute] = value;
        value = '';
      },
      onopentagend: () => events.open(name, attributes, false),
      onselfclosingtag: () => events.open(name, attributes, isXml),
      onclosetag: (start, end) => events.close(markup.slice(start, end)),
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
}

/** `[name attributes]` or `[/name]` in a text. */
interface Shortcode {
  readonly start: number;
  readonly end: number;
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: string;
}

const longest = 4_000;
const form = /^(\/?)([a-z][\w-]{0,60})(\s[^[]*)?$/iu;

/** They stand for something that is no text: what they enclose is an address. */
const players =
  /^(?:embed|audio|video|playlist|youtube|vimeo|soundcloud|googlemaps|iframe|dailymotion|tweet|instagram|gist|wpvideo)$/u;
/** Names that WordPress and what it is sold with use without attributes. */
const known =
  /^(?:gallery|nextpage|contact-form|contact-field|slideshow|polldaddy|poll|related|toc|pullquote|sitemap|archives|jetpack-\w+)$/u;
const caption = /^(?:wp_)?caption$/u;

/** Everything in brackets that has the form of a shortcode, in its order; `[[name]]` is how one is shown, and stays. */
function shortcodesIn(text: string): readonly Shortcode[] {
  const codes: Shortcode[] = [];
  let close = -1;
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    if (close < at) close = text.indexOf(']', at);
    if (close === -1) break;
    if (close - at > longest || text.charAt(at - 1) === '[' || text.charAt(at + 1) === '[') continue;
    const [, slash, name, attributes] = form.exec(text.slice(at + 1, close)) ?? [];
    if (name === undefined) continue;
    codes.push({
      ...{ start: at, end: close + 1, name: name.toLowerCase() },
      ...{ isClosing: slash === '/', attributes: attributes ?? '' },
    });
  }
  return codes;
}

/** For each code that opens something the code that closes it: the next with its name. */
function closingsOf(codes: readonly Shortcode[]): ReadonlyMap<Shortcode, Shortcode> {
  const closings = new Map<Shortcode, Shortcode>();
  const next = new Map<string, Shortcode>();
  for (const code of [...codes].reverse()) {
    const closing = next.get(code.name);
    if (code.isClosing) next.set(code.name, code);
    else if (closing !== undefined) closings.set(code, closing);
  }
  return closings;
}

/** `[sic]` and `[1]` are words; a name with attributes, an underscore or an end is none. */
function isSurely({ name, attributes }: Shortcode, closed: ReadonlySet<string>): boolean {
  return (
    closed.has(name) ||
    players.test(name) ||
    caption.test(name) ||
    known.test(name) ||
    /^[a-z]+_[\w-]+$/u.test(name) ||
    /[\w-]\s?=\s?["'\w&]/u.test(attributes)
  );
}

/** The picture comes first; the words are the rest, or before WordPress 3.4 an attribute. */
function figureOf(attributes: string, inside: string): string {
  const written = /\bcaption=(?:"([^"]*)"|'([^']*)')/iu.exec(attributes);
  const picture = /^(?:\s*<\/?(?:a|img|figure|picture|source)\b[^<>]*>)*/iu.exec(inside)?.[0] ?? '';
  const words = written?.[1] ?? written?.[2] ?? inside.slice(picture.length);
  return `\n\n<figure>${picture}<figcaption>${words}</figcaption></figure>\n\n`;
}

/**
 * HTML without shortcodes: captions are figures; galleries, players and what they enclose are left out; of all others only
 * the brackets go.
 */
export function withoutShortcodes(html: string): string {
  if (!html.includes('[')) return html;
  const codes = shortcodesIn(html);
  const closings = closingsOf(codes);
  const closed = new Set(codes.filter(({ isClosing }) => isClosing).map(({ name }) => name));
  const parts: string[] = [];
  let at = 0;
  for (const code of codes) {
    if (code.start < at || !isSurely(code, closed)) continue;
    parts.push(html.slice(at, code.start));
    const closing = closings.get(code);
    const isWhole = closing !== undefined && closing.start - code.end < 20_000;
    const inside = isWhole ? html.slice(code.end, closing.start) : '';
    at = code.end;
    if (isWhole && caption.test(code.name)) parts.push(figureOf(code.attributes, inside));
    else parts.push(' ');
    if (isWhole && (caption.test(code.name) || (players.test(code.name) && !/[<\n]/u.test(inside))))
      at = closing.end;
  }
  parts.push(html.slice(at));
  return parts.join('').replace(/\[(\[[^[\]]{1,2000}\])\]/gu, '$1');
}

/** Who a mail is from. */
export interface MailAddress {
  /** The name that stands with the address; null when there is none. */
  readonly name: string | null;
  readonly address: string | null;
}

const longest = 2_000;
const addressForm = /[^\s<>()",;:]{1,200}@[^\s<>()",;:]{1,200}/u;

function tidy(text: string): string | null {
  const plain = text
    .replace(/\\([^])/gu, '$1')
    .replace(/^[\s"'“”]+|[\s"'“”,;]+$/gu, '')
    .replace(/\s+/gu, ' ');
  return plain === '' ? null : plain;
}

/** Comments beside an address in angle brackets (RFC 5322, 3.2.2); they may hold others, and brackets that do not count. */
function withoutComments(text: string): string {
  if (!text.includes('(') || !text.includes('<')) return text;
  let depth = 0;
  let plain = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    const escaped = sign === '\\' ? (text[at + 1] ?? '') : '';
    if (sign === '"' && depth === 0) isQuoted = !isQuoted;
    else if (sign === '(' && !isQuoted) depth += 1;
    if (depth === 0) plain += sign + escaped;
    else if (sign === ')') depth -= 1;
    if (escaped !== '') at += 1;
  }
  return depth === 0 ? plain : text;
}

/** The first address of a list of them, decoded (RFC 5322, 3.4); what is no address is a name. */
export function firstAddress(header: string | null): MailAddress {
  const text = withoutComments((header ?? '').slice(0, longest));
  const angle = /^(?<name>(?:"(?:[^"\\]|\\[^])*"|[^<"])*)<(?<address>[^<>]*)>/u.exec(text)?.groups;
  if (angle !== undefined) {
    const address = addressForm.exec(angle['address'] ?? '')?.[0] ?? null;
    const name = tidy((angle['name'] ?? '').replace(/^[^"]*?,\s*(?=[^,]*@)/u, ''));
    return { name: name === address ? null : name, address };
  }
  const bare = addressForm.exec(text);
  if (bare === null) return { name: tidy(text), address: null };
  // `editor@example.org (The Editor)`, as RFC 822 programs wrote it.
  const comment = /\((?<name>[^()]+)\)/u.exec(text)?.groups?.['name'] ?? text.slice(0, bare.index);
  return { name: tidy(comment), address: bare[0] };
}

/** The name of a mailing list (RFC 2919): `Kosovo news` of `Kosovo news <kosovo.example.org>`; null when it has none. */
export function listName(header: string | null): string | null {
  const text = (header ?? '').slice(0, longest);
  const name = tidy(text.includes('<') ? text.slice(0, text.indexOf('<')) : '');
  return name === null || /^[\d._-]*$/u.test(name) || /^[\w-]{24,}$/u.test(name) ? null : name;
}

/** The domain of an address without `www`; null when it has none. */
export function domainOf(address: string | null): string | null {
  const domain = /@(?<domain>[a-z\d.-]+\.[a-z\d-]{2,})$/iu.exec(address ?? '')?.groups?.['domain'];
  return domain === undefined ? null : domain.toLowerCase().replace(/^www\./u, '');
}

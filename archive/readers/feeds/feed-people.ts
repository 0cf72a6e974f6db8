import { onOneLine } from '../records/record-values.ts';
import { textIn } from './feed-constructs.ts';
import { allOf, feedChildren } from './feed-names.ts';
import type { FeedChildren } from './feed-names.ts';
import type { XmlElement } from '../xml/xml-tree.ts';

const longestName = 300;
const mostAuthors = 50;
const address = String.raw`(?:mailto:)?[^\s()<>@,;]{1,100}@[^\s()<>@,;]{1,100}`;
/** `mail (Name)`, as RSS 2.0 wants it; `Name (mail)`, `Name <mail>`. */
const mailFirst = new RegExp(String.raw`^<?${address}>?\s*\((?<name>[^()]*)\)$`, 'u');
const mailLast = new RegExp(String.raw`^"?(?<name>[^"]*?)"?\s*[(<]${address}[)>]$`, 'u');

/** A person as feeds name them, without the address of mail; the address when it is all there is. Null for nobody. */
export function personIn(written: string | null): string | null {
  const text = onOneLine(written ?? '');
  if (text === '' || text.length > longestName) return null;
  const name = (mailFirst.exec(text) ?? mailLast.exec(text))?.groups?.['name']?.trim();
  if (name !== undefined && name !== '') return name;
  return text
    .replace(/^mailto:/iu, '')
    .replace(/^<(.*)>$/u, '$1')
    .replace(/\s*\(\s*\)$/u, '');
}

/** `atom:author` has elements inside, `author` of RSS has not. */
function personOf(element: XmlElement): string | null {
  const children = feedChildren(element);
  if (children.size === 0) return personIn(textIn(element));
  const [name] = allOf(children, 'name', 'foaf:name', 'title');
  const [mail] = allOf(children, 'email', 'uri', 'url');
  const loose = element.children.filter((node) => typeof node === 'string').join('');
  return personIn(textIn(name)) ?? personIn(loose) ?? personIn(textIn(mail));
}

/** Who is named as author: the elements of the first kind that names somebody. */
export function authorsIn(children: FeedChildren, kinds: readonly string[]): readonly string[] {
  for (const kind of kinds) {
    const people = allOf(children, kind).slice(0, mostAuthors).map(personOf);
    const named = [...new Set(people.filter((person) => person !== null))];
    if (named.length > 0) return named;
  }
  return [];
}

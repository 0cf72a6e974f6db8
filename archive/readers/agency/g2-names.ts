import { childOf, childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { attributeOf, lineOf, orNull } from './markup-text.ts';

/** What `assert` elements of an item say of the concepts it names. */
export type Assertions = ReadonlyMap<string, XmlElement>;

/** The `assert` elements of an item, by the code or address that they speak of. */
export function assertionsOf(item: XmlElement): Assertions {
  const found = new Map<string, XmlElement>();
  for (const assertion of childrenOf(item, 'assert')) {
    for (const key of ['qcode', 'uri', 'literal']) {
      const value = attributeOf(assertion, key);
      if (value !== '' && !found.has(value)) found.set(value, assertion);
    }
  }
  return found;
}

function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u)[0] ?? '';
}

/** How well an element speaks a language; less is better. */
export function languageDistance(element: XmlElement, language: string | null): number {
  const own = attributeOf(element, 'xml:lang');
  if (language === null || own === '') return own === '' ? 1 : 2;
  if (own.toLowerCase() === language.toLowerCase()) return 0;
  return primary(own) === primary(language) ? 1 : primary(own) === 'en' ? 2 : 3;
}

/** Of elements that say the same in several languages, the one in this language, else the likeliest to be understood. */
export function inLanguage(elements: readonly XmlElement[], language: string | null): XmlElement | null {
  let best: XmlElement | null = null;
  for (const element of elements) {
    if (best === null || languageDistance(element, language) < languageDistance(best, language))
      best = element;
  }
  return best;
}

function ownName(element: XmlElement, language: string | null): string | null {
  return orNull(lineOf(inLanguage(childrenOf(element, 'name'), language)));
}

/** The name of a concept: its own, that of an assertion about it, a literal. Null when it has only a code. */
export function conceptName(
  element: XmlElement,
  language: string | null,
  assertions: Assertions,
): string | null {
  const own = ownName(element, language);
  if (own !== null) return own;
  for (const key of ['qcode', 'uri', 'literal']) {
    const assertion = assertions.get(attributeOf(element, key));
    const name = assertion === undefined ? null : ownName(assertion, language);
    if (name !== null) return name;
  }
  const literal = attributeOf(element, 'literal');
  return literal === '' ? null : literal;
}

/** The code of a concept, as it stands. */
export function conceptCode(element: XmlElement): string | null {
  return orNull(attributeOf(element, 'qcode')) ?? orNull(attributeOf(element, 'uri'));
}

/** The part of a code after its scheme: `nprov:REUTERS` names REUTERS. */
export function codeAlone(code: string | null): string | null {
  return code === null || !/^[\w-]+:[^/]/u.test(code) ? null : orNull(code.slice(code.indexOf(':') + 1));
}

/** The text of the first element of a name, or null. */
export function textOfFirst(parent: XmlElement | null, name: string): string | null {
  return parent === null ? null : orNull(lineOf(childOf(parent, name)));
}

/** All elements of a name below an item, but not in items inside it. */
export function has(parent: XmlElement, name: string): boolean {
  return !descendantsOf(parent, name).next().done;
}

import { scanMarkup } from './markup-events.ts';

/** An element of XML with its namespace resolved. Names compare exactly. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string;
  /** The namespace's address; `` when it has none. */
  readonly namespace: string;
  /** The name as written, with its prefix: all there is to go by when the prefix is not declared. */
  readonly written: string;
  /** By their names as written, prefix and all. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** A string is text, entities replaced. */
export type XmlNode = XmlElement | string;

/** Elements deeper than this belong to their ancestor at that depth. */
const deepest = 200;

interface OpenElement extends XmlElement {
  readonly children: XmlNode[];
  readonly scope: Scope;
}

/** The prefixes that an element declares itself. They are never copied: a hostile file declares many, many times. */
interface Scope {
  readonly own: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

const noScope: Scope = { own: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), outer: null };

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  let own: Map<string, string> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    own ??= new Map();
    own.set(name.slice(6), value);
  }
  return own === null ? outer : { own, outer };
}

function namespaceOf(prefix: string, innermost: Scope): string {
  for (let scope: Scope | null = innermost; scope !== null; scope = scope.outer) {
    const found = scope.own.get(prefix);
    if (found !== undefined) return found;
  }
  return '';
}

class TreeBuilder {
  readonly top: OpenElement = {
    ...{ name: '', namespace: '', written: '', attributes: {} },
    ...{ children: [], scope: noScope },
  };
  private readonly open: OpenElement[] = [this.top];
  /** How many of each name are open beyond the deepest. */
  private readonly beyondNames = new Map<string, number>();

  private get current(): OpenElement {
    return this.open.at(-1) ?? this.top;
  }

  begin(written: string, attributes: Readonly<Record<string, string>>): void {
    if (this.open.length > deepest) {
      this.beyondNames.set(written, (this.beyondNames.get(written) ?? 0) + 1);
      return;
    }
    const scope = scopeOf(attributes, this.current.scope);
    const colon = written.indexOf(':');
    const namespace = namespaceOf(colon === -1 ? '' : written.slice(0, colon), scope);
    const element: OpenElement = {
      name: written.slice(colon + 1),
      ...{ namespace, written, attributes },
      children: [],
      scope,
    };
    this.current.children.push(element);
    this.open.push(element);
  }

  text(text: string): void {
    const { children } = this.current;
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  }

  /** Ends the innermost element of a name and what is open inside; nothing when none is. */
  close(written: string): void {
    const count = this.beyondNames.get(written) ?? 0;
    if (count > 0) {
      this.beyondNames.set(written, count - 1);
      return;
    }
    let at = this.open.length - 1;
    while (at > 0 && this.open[at]?.written !== written) at -= 1;
    if (at === 0) return;
    this.open.length = at;
    this.beyondNames.clear();
  }
}

/**
 * The outermost elements of an XML text; in a well-formed document that is one. What is not well-formed is read as far as
 * it can be. Document types are never looked at: no entity but the five of XML and those of HTML is replaced, none is fetched.
 */
export function xmlTree(text: string): readonly XmlElement[] {
  const tree = new TreeBuilder();
  scanMarkup(text, true, {
    open: (name, attributes, isSelfClosing) => {
      tree.begin(name, attributes);
      if (isSelfClosing) tree.close(name);
    },
    text: (data) => tree.text(data),
    close: (name) => tree.close(name),
  });
  return tree.top.children.filter((node) => typeof node !== 'string');
}

/** The elements of these names right inside another; in any namespace when none is given. */
export function childrenOf(element: XmlElement, name: string, namespace?: string): readonly XmlElement[] {
  return element.children.filter((node): node is XmlElement => {
    return typeof node !== 'string' && node.name === name && (namespace ?? node.namespace) === node.namespace;
  });
}

/** The first of them, or null. */
export function childOf(element: XmlElement, name: string, namespace?: string): XmlElement | null {
  return childrenOf(element, name, namespace)[0] ?? null;
}

/** All elements of a name at any depth, in document order. */
export function* descendantsOf(element: XmlElement, name: string, namespace?: string): Generator<XmlElement> {
  for (const node of element.children) {
    if (typeof node === 'string') continue;
    if (node.name === name && (namespace ?? node.namespace) === node.namespace) yield node;
    yield* descendantsOf(node, name, namespace);
  }
}

/** All text inside, as it stands. */
export function textOfXml(element: XmlElement): string {
  return element.children.map((node) => (typeof node === 'string' ? node : textOfXml(node))).join('');
}

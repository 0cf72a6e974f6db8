import { lenientJson, looseValue } from './lenient-json.ts';

type LinkedObject = Readonly<Record<string, unknown>>;

/** What JSON-LD with the vocabulary of schema.org says of a page's article; empty lists and nulls where it is silent. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly description: string | null;
  readonly authors: readonly LinkedName[];
  readonly publisher: string | null;
  readonly sections: readonly string[];
  readonly language: string | null;
  /** As given: text, or a number since 1970. */
  readonly published: unknown;
  readonly created: unknown;
  readonly modified: unknown;
  readonly url: string | null;
  readonly keywords: readonly string[];
  /** Names of the site, wherever they are given. */
  readonly sites: readonly string[];
}

export interface LinkedName {
  readonly name: string;
  readonly isOrganization: boolean;
}

const limits = { depth: 12, objects: 5_000 } as const;

/** How sure a type is that of the article: several stand on one page. */
function articleRank(types: readonly string[]): number {
  if (types.some((type) => /^(?:\w*newsarticle|analysisnewsarticle|report|liveblogposting)$/iu.test(type)))
    return 4;
  if (
    types.some((type) =>
      /^(?:\w*article|blogposting|socialmediaposting|advertisercontentarticle)$/iu.test(type),
    )
  )
    return 3;
  if (
    types.some((type) =>
      /^(?:review|recipe|videoobject|newsmediaobject|discussionforumposting|podcastepisode|event|creativework)$/iu.test(
        type,
      ),
    )
  )
    return 2;
  return types.some((type) => /^(?:itempage|webpage|newspage|medicalwebpage)$/iu.test(type)) ? 1 : 0;
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (isObject(value) && Array.isArray(value['@list'])) return value['@list'] as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}

function isObject(value: unknown): value is LinkedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textIn(value: unknown): string | null {
  const [first] = listOf(value);
  if (typeof first === 'string') return first.trim() === '' ? null : first;
  if (isObject(first)) return textIn(first['@value'] ?? first['name'] ?? null);
  return null;
}

const typesOf = (object: LinkedObject): readonly string[] =>
  listOf(object['@type'] ?? object['type'])
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/u, ''));

interface Found {
  readonly object: LinkedObject;
  readonly rank: number;
  readonly depth: number;
}

/** Properties that lead to other articles than that of the page. */
const elsewhere = new Set([
  'itemListElement',
  'hasPart',
  'relatedLink',
  'citation',
  'mentions',
  'comment',
  'significantLink',
  'blogPost',
  'subjectOf',
  'isBasedOn',
]);

/** All objects of a page's JSON-LD. */
export class LinkedData {
  private readonly byId = new Map<string, LinkedObject>();
  private readonly found: Found[] = [];
  private count = 0;

  private readonly scripts: readonly string[];

  constructor(scripts: readonly string[]) {
    this.scripts = scripts;
    for (const script of scripts) this.collect(lenientJson(script), 0, true);
  }

  /** The article, preferring one that `isOf` says is of this page. Null when there is none. */
  article(isOf: (headline: string | null, url: string | null) => boolean): LinkedArticle | null {
    const articles = this.found.filter(({ rank }) => rank > 0);
    const best = articles
      .map((one, order) => {
        const own = isOf(textIn(one.object['headline'] ?? one.object['name']), this.urlOf(one.object));
        return { one, order, worth: one.rank * 2 + (own ? 5 : 0) - one.depth };
      })
      .sort((a, b) => b.worth - a.worth || a.order - b.order)[0];
    return best === undefined ? this.loose() : this.read(best.one.object);
  }

  private collect(value: unknown, depth: number, own: boolean): void {
    if (depth > limits.depth || this.count >= limits.objects) return;
    if (Array.isArray(value)) {
      for (const one of value as unknown[]) this.collect(one, depth + 1, own);
      return;
    }
    if (!isObject(value)) return;
    this.count += 1;
    const id = value['@id'];
    const known = typeof id === 'string' ? this.byId.get(id) : undefined;
    if (
      typeof id === 'string' &&
      (known === undefined || Object.keys(known).length < Object.keys(value).length)
    )
      this.byId.set(id, value);
    const rank = articleRank(typesOf(value));
    const isReference = typeof id === 'string' && Object.keys(value).length <= 2;
    if (rank > 0 && !isReference)
      this.found.push({ object: value, rank, depth: own ? Math.min(depth, 2) : 7 });
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object') this.collect(inner, depth + 1, own && !elsewhere.has(key));
    }
  }

  private resolved(value: unknown): unknown {
    if (!isObject(value)) return value;
    const id = value['@id'];
    return typeof id === 'string' && value['name'] === undefined ? (this.byId.get(id) ?? value) : value;
  }

  private urlOf(object: LinkedObject): string | null {
    const page = object['mainEntityOfPage'];
    const given = object['url'] ?? (isObject(page) ? (page['@id'] ?? page['url']) : page);
    return textIn(given);
  }

  private names(value: unknown): LinkedName[] {
    return listOf(value).flatMap((one) => {
      const item = this.resolved(one);
      if (typeof item === 'string') return [{ name: item, isOrganization: false }];
      if (!isObject(item)) return [];
      const isOrganization =
        typesOf(item).some((type) => /organi[sz]ation$/iu.test(type)) && !typesOf(item).includes('Person');
      const names = listOf(item['name']).flatMap((name) => {
        const text = textIn(name);
        return text === null ? [] : [text];
      });
      const parts = [textIn(item['givenName']), textIn(item['familyName'])].filter((part) => part !== null);
      return (names.length > 0 ? names : parts.length > 0 ? [parts.join(' ')] : []).map((name) => ({
        name,
        isOrganization,
      }));
    });
  }

  private words(value: unknown): string[] {
    return listOf(value).flatMap((one) => {
      const text = textIn(this.resolved(one));
      return text === null ? [] : [text];
    });
  }

  private read(object: LinkedObject): LinkedArticle {
    const author = this.names(object['author']);
    const publishers = [object['publisher'], object['sourceOrganization'], object['provider']].flatMap(
      (one) => this.names(one),
    );
    return {
      headline: textIn(object['headline']) ?? textIn(object['name']),
      description: textIn(object['description']) ?? textIn(object['abstract']),
      authors: author.length > 0 ? author : this.names(object['creator']),
      publisher: publishers[0]?.name ?? null,
      sections: this.words(object['articleSection']),
      language: textIn(object['inLanguage']),
      published: listOf(object['datePublished'])[0] ?? null,
      created: listOf(object['dateCreated'] ?? object['uploadDate'])[0] ?? null,
      modified: listOf(object['dateModified'])[0] ?? null,
      url: this.urlOf(object),
      keywords: this.words(object['keywords']),
      sites: [...this.siteNames(), ...publishers.map(({ name }) => name)],
    };
  }

  private siteNames(): string[] {
    return [...this.byId.values()].flatMap((object) =>
      typesOf(object).includes('WebSite') ? this.words(object['name']) : [],
    );
  }

  /** What can be read from scripts that are no JSON, however one mends them. */
  private loose(): LinkedArticle | null {
    const script = this.scripts.find((one) => one.includes('"datePublished"') || one.includes('"headline"'));
    if (script === undefined || lenientJson(script) !== undefined) return null;
    const value = (key: string): string | null => looseValue(script, key);
    return {
      ...{ headline: value('headline'), description: value('description'), authors: [], publisher: null },
      ...{ sections: [], language: null, published: value('datePublished'), created: value('dateCreated') },
      ...{ modified: value('dateModified'), url: null, keywords: [], sites: [] },
    };
  }
}

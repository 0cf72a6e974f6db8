/** A query as a tree: what it means is plain, and `printed` is how somebody would type it. */
export type ModelQuery =
  | { readonly kind: 'word'; readonly text: string; readonly field: ModelField | null }
  | {
      readonly kind: 'phrase';
      readonly words: readonly string[];
      readonly slop: number;
      readonly ordered: boolean;
      readonly field: ModelField | null;
    }
  /** With `*` and `?`; one `*` at the end makes it a prefix. */
  | { readonly kind: 'pattern'; readonly text: string; readonly field: ModelField | null }
  | {
      readonly kind: 'fuzzy';
      readonly text: string;
      readonly distance: number;
      readonly field: ModelField | null;
    }
  | { readonly kind: 'date'; readonly how: 'within' | 'after' | 'before' | 'none'; readonly value: string }
  | { readonly kind: 'property'; readonly name: 'lang' | 'section' | 'collection'; readonly value: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ModelQuery[] }
  | { readonly kind: 'not'; readonly part: ModelQuery };

export const modelFields = ['headline', 'standfirst', 'body', 'source', 'listed'] as const;
export type ModelField = (typeof modelFields)[number];

const dateSigns = { within: '', after: '>', before: '<', none: '' } as const;

/** The query as it is typed. */
export function printed(query: ModelQuery): string {
  switch (query.kind) {
    case 'word':
    case 'pattern':
      return inField(query.field, query.text);
    case 'fuzzy':
      return inField(query.field, `${query.text}~${String(query.distance)}`);
    case 'phrase': {
      const slop = query.slop === 0 ? '' : `~${query.ordered ? '>' : ''}${String(query.slop)}`;
      return inField(query.field, `"${query.words.join(' ')}"${slop}`);
    }
    case 'date':
      return query.how === 'none' ? 'date:none' : `date:${dateSigns[query.how]}${query.value}`;
    case 'property':
      return `${query.name}:"${query.value}"`;
    case 'and':
    case 'or':
      return `(${query.parts.map(printed).join(query.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `(NOT ${printed(query.part)})`;
  }
}

function inField(field: ModelField | null, text: string): string {
  return field === null ? text : `${field}:${text}`;
}

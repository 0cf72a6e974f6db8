import fc from 'fast-check';
import lunr from 'lunr';
import { expect, test } from 'vitest';
import { searchFields } from '../../../../archive/model/search.ts';
import { parseQuery } from '../../../../archive/search/query/parse-query.ts';
import type { Presence, QueryNode } from '../../../../archive/search/query/query-tree.ts';

/** What lunr's own parser makes of a term; its types leave the parser out. */
interface LunrClause {
  readonly term: string;
  readonly fields: readonly string[];
  readonly boost: number;
  readonly usePipeline: boolean;
  /** 1 optional, 2 required, 3 prohibited. */
  readonly presence: number;
  readonly editDistance?: number;
}

interface LunrQuery {
  readonly clauses: readonly LunrClause[];
}

const stock = lunr as unknown as {
  readonly Query: new (fields: readonly string[]) => LunrQuery;
  readonly QueryParser: new (text: string, query: LunrQuery) => { parse(): LunrQuery };
};

interface Clause {
  readonly term: string;
  readonly fields: readonly string[];
  readonly boost: number;
  readonly distance: number;
  readonly presence: Presence;
}

/** Something typed without a blank: words joined by hyphens, of which lunr makes a clause each. */
interface Element {
  readonly text: string;
  readonly words: number;
}

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/u);
const pattern = fc.stringMatching(/^(?:[a-z]{1,4}\*{1,2}[a-z]{0,3}|\*[a-z]{1,4})$/u);
const sign = fc.constantFrom('', '', '+', '-');
const field = fc.constantFrom('', '', ...searchFields.map((name) => `${name}:`), 'body: ');
const modifier = fc.oneof(
  fc.nat(12).map((boost) => `^${String(boost)}`),
  fc.nat(2).map((distance) => `~${String(distance)}`),
);
const blank = fc.constantFrom('', '', ' ');
const modifiers = fc.array(fc.tuple(blank, modifier), { maxLength: 2 }).map((list) => list.flat().join(''));
const element: fc.Arbitrary<Element> = fc
  .tuple(sign, field, fc.array(fc.oneof(word, word, pattern), { minLength: 1, maxLength: 3 }), modifiers)
  .map(([presence, name, parts, ending]) => ({
    text: presence + name + parts.join('-') + ending,
    words: parts.length,
  }));

/** Behind a modifier lunr needs no blank, and a sign there is a sign. */
const query = fc.array(fc.tuple(element, fc.boolean()), { maxLength: 6 }).map((list) =>
  list.map(([one, close], index) => {
    const before = list[index - 1]?.[0].text ?? '';
    const glued = close && /[~^]\d+$/u.test(before) && /^[-+]/u.test(one.text);
    return { ...one, text: (glued || index === 0 ? '' : ' ') + one.text };
  }),
);

const presences: readonly Presence[] = ['optional', 'optional', 'required', 'prohibited'];

/** lunr's clauses. It gives a sign and a field to the first of joined words only; we mean all of them. */
function lunrClauses(elements: readonly Element[]): readonly Clause[] {
  const text = elements.map((one) => one.text).join('');
  const { clauses } = new stock.QueryParser(text, new stock.Query(searchFields)).parse();
  let at = 0;
  return elements.flatMap(({ words }): readonly Clause[] => {
    const own = clauses.slice(at, at + words);
    const [head] = own;
    at += words;
    return own.map((clause) => ({
      term: clause.term.replace(/\*{2,}/gu, '*'),
      fields: head?.fields ?? [],
      boost: clause.boost,
      distance: clause.usePipeline ? (clause.editDistance ?? 0) : 0,
      presence: presences[head?.presence ?? 1] ?? 'optional',
    }));
  });
}

function ownClauses(node: QueryNode | null, presence: Presence = 'optional'): readonly Clause[] {
  switch (node?.kind) {
    case undefined:
      return [];
    case 'list':
      return node.clauses.flatMap((clause) => ownClauses(clause.node, clause.presence));
    case 'all':
      return node.nodes.flatMap((one) => ownClauses(one, presence));
    case 'word':
    case 'fuzzy':
    case 'pattern': {
      const term =
        node.kind === 'pattern'
          ? node.pieces.map((piece) => ('text' in piece ? piece.text : piece.sign)).join('')
          : node.text;
      const distance = node.kind === 'fuzzy' ? node.distance : 0;
      return [{ term, fields: node.fields ?? searchFields, boost: node.boost, distance, presence }];
    }
    case 'one':
    case 'not':
    case 'phrase':
    case 'exists':
    case 'date':
    case 'property':
      throw new Error(`lunr knows no ${node.kind}`);
  }
}

test('what lunr parses has the clauses that lunr gives it', () => {
  fc.assert(
    fc.property(query, (elements) => {
      const { root, notices } = parseQuery(elements.map((one) => one.text).join(''), { typing: false });
      expect([ownClauses(root), notices]).toEqual([lunrClauses(elements), []]);
    }),
    { numRuns: 2_000 },
  );
});

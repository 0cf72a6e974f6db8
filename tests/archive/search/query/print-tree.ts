import type {
  FuzzyTerm,
  PatternTerm,
  PhraseTerm,
  Presence,
  QueryNode,
  WordTerm,
} from '../../../../archive/search/query/query-tree.ts';

const signs: Record<Presence, string> = { optional: '', required: '+', prohibited: '-' };

function framed({ fields, boost }: Pick<WordTerm, 'fields' | 'boost'>, text: string): string {
  return (fields === null ? '' : `${fields.join(',')}:`) + text + (boost === 1 ? '' : `^${String(boost)}`);
}

function wordText(term: WordTerm | PatternTerm | FuzzyTerm): string {
  switch (term.kind) {
    case 'word':
      return term.text + (term.unfinished ? '…' : '');
    case 'fuzzy':
      return `${term.text}~${String(term.distance)}`;
    case 'pattern':
      return term.pieces.map((piece) => ('text' in piece ? piece.text : piece.sign)).join('');
  }
}

function phraseText({ places, slop, ordered }: PhraseTerm): string {
  const text = places.map((place) => place.map(wordText).join('|')).join(' ');
  return `"${text}"${slop === 0 ? '' : `~${ordered ? '>' : ''}${String(slop)}`}`;
}

/**
 * A tree on one line: `[a +b -c]` a list, `all(a b)`, `joined(a b)`, `one(a b)`, `not(a)`; `a…` unfinished, `<after 2007>`
 * dates, `{tag=x}` properties, `{tag=x…}` unfinished.
 */
export function printTree(node: QueryNode | null): string {
  if (node === null) return 'nothing';
  const several = (nodes: readonly QueryNode[]) => nodes.map(printTree).join(' ');
  switch (node.kind) {
    case 'word':
    case 'fuzzy':
    case 'pattern':
      return framed(node, wordText(node));
    case 'phrase':
      return framed(node, phraseText(node));
    case 'exists':
      return framed(node, '*');
    case 'date':
      return `<${[node.how, node.from ?? '', node.to ?? ''].join(' ').trimEnd()}>`;
    case 'property':
      return `{${node.name}=${node.value}${node.unfinished ? '…' : ''}}`;
    case 'list':
      return `[${node.clauses.map((clause) => signs[clause.presence] + printTree(clause.node)).join(' ')}]`;
    case 'all':
      return `${node.joined ? 'joined' : 'all'}(${several(node.nodes)})`;
    case 'one':
      return `one(${several(node.nodes)})`;
    case 'not':
      return `not(${printTree(node.node)})`;
  }
}

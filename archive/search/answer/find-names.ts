import { wordForms } from '../analysis/word-forms.ts';
import { LeafCompiler } from '../compile/compile-leaf.ts';
import { runPlan } from '../execute/run-plan.ts';
import { spellings } from '../expand/expand-word.ts';
import type { ExpansionContext } from '../expand/expand-word.ts';
import type { NameList } from '../../text/names.ts';

/** So many names are looked up at most. */
const mostNames = 3;
/** One letter begins too many. */
const shortest = 2;

/** A name of the list of which a word begins like what was typed, and in how many articles it stands as it is listed first. */
export function findNames(
  context: ExpansionContext,
  { names }: NameList,
  typed: string,
): readonly { readonly name: string; readonly articles: number }[] {
  const prefixes = spellings(wordForms(typed));
  if (typed.length < shortest) return [];
  const leaves = new LeafCompiler(context);
  const found: { readonly name: string; readonly articles: number }[] = [];
  for (const forms of names) {
    const form = forms.find(({ units }) => {
      const words = units.flat();
      const begins = words.some((word) =>
        spellings(wordForms(word)).some((own) => prefixes.some((prefix) => own.startsWith(prefix))),
      );
      return words.length > 1 && begins;
    });
    if (form === undefined) continue;
    const places = form.units
      .flat()
      .map((word) => leaves.spelling(spellings(wordForms(word)), { fields: null, boost: 1 }));
    const phrase = { fields: null, boost: 1, slop: 0, ordered: true, label: form.written } as const;
    const plan = leaves.phraseOf(places, [], phrase);
    const { total } = runPlan(context.snapshot, plan, { sort: 'relevance', offset: 0, limit: 0 });
    if (total > 0) found.push({ name: form.written, articles: total });
    if (found.length === mostNames) break;
  }
  return found.sort((a, b) => b.articles - a.articles);
}

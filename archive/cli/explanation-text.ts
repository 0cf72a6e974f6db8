import type { ExplainedPart, Explanation } from '../model/explanation.ts';
import { closenessWeights } from '../search/execute/plan.ts';
import { bodyWeight } from '../search/segment/field-numbers.ts';
import { aligned } from './aligned.ts';
import { amount, counted } from './quantities.ts';

/** What a word of the text counts when it stands there as it was typed: the measure that a person understands. */
const plainWord = bodyWeight * closenessWeights.written;

const closenessWords: Readonly<Record<string, string>> = {
  written: 'as typed',
  folded: 'the same in plain letters',
  variant: 'another spelling of the name',
  stem: 'the same word in another form',
  beginning: 'begins so',
  pattern: 'fits the pattern',
  near: 'one letter different',
  far: 'two letters different',
  phrase: 'the phrase',
};

function formText({ written, closeness, weight }: ExplainedPart['forms'][number]): string {
  const times = (weight / plainWord).toFixed(1).replace(/\.0$/u, '');
  return `${written} (${closenessWords[closeness] ?? closeness}, counts ${times})`;
}

function partRow({ label, score, documents, rarity, forms }: ExplainedPart): readonly string[] {
  const places = documents === 0 ? '' : `in ${counted(documents, 'article')}`;
  const met = forms
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(formText);
  return [label, score.toFixed(2), `${places} (rarity ${rarity.toFixed(2)})`.trim(), met.join(', ')];
}

/**
 * How a hit got its score, one line a part. A form that counts 3 is worth as much as the word itself, as typed, three times
 * in the text: headlines count more than the text, other forms of a word less than the word.
 */
export function explanationLines(explanation: Explanation): readonly string[] {
  const { score, words, meanWords, parts, nearness } = explanation;
  const present = parts.filter((part) => part.forms.some(({ weight }) => weight > 0));
  const absent = parts.filter((part) => !present.includes(part)).map(({ label }) => label);
  const rows = present.map(partRow);
  if (nearness > 0) rows.push(['near each other', nearness.toFixed(2)]);
  const length = `about ${counted(words, 'word')}; the mean is ${amount(Math.round(meanWords))}`;
  return [
    `score ${score.toFixed(2)} (${length})`,
    ...aligned(rows, [1]).map((line) => `  ${line}`),
    ...(absent.length === 0 ? [] : [`  not in it: ${absent.join(', ')}`]),
  ];
}

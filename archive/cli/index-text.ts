import type { IndexReport } from '../model/index-report.ts';
import { aligned } from './aligned.ts';
import { amount, counted, size } from './quantities.ts';

function follows({ covered, last }: IndexReport): string {
  if (covered === last) return 'It has everything that is in the library.';
  return `${amount(last - covered)} of ${counted(last, 'change')} of the library are not in it yet.`;
}

/** What the index is, in one line. */
export function indexSummary({ documents, bytes, parts }: IndexReport): string {
  const what = `${counted(documents, 'article and listed item', 'articles and listed items')}`;
  return `The search index has ${what}: ${size(bytes)} in ${counted(parts.length, 'part')}.`;
}

/** What the index consists of, a part a line. */
export function indexText(report: IndexReport): string {
  const rows = report.parts.map(({ name, documents, removed, bytes, words }) => [
    amount(documents),
    amount(removed),
    amount(words),
    size(bytes),
    name,
  ]);
  const table = aligned([['items', 'removed', 'words', 'size', 'file in index/'], ...rows], [0, 1, 2, 3]);
  const lines = [indexSummary(report), follows(report), ...(rows.length === 0 ? [] : ['', ...table])];
  return lines.map((line) => `${line}\n`).join('');
}

/** What is damaged and what to do; empty when nothing is. */
export function damageText({ damaged }: IndexReport): string {
  if (damaged.length === 0) return '';
  const lines = [
    ...damaged.map(({ name, detail }) => `damaged  ${name}: ${detail}`),
    `Articles in ${damaged.length === 1 ? 'this part' : 'these parts'} are not found; the library itself has them whole.`,
    'Make the index anew: cuttings index rebuild',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ReadingApi } from '../../archive/api/reading.ts';
import { describeError } from '../../archive/model/error-sentences.ts';
import type { ArchiveError } from '../../archive/model/errors.ts';
import { countOf } from '../../archive/model/import-report.ts';
import type { ImportLine, ImportOutcome } from '../../archive/model/import-report.ts';
import type { PlacedLine } from '../../archive/model/import-runs.ts';
import { pathParts } from '../format/import-words.ts';
import { formatCount } from '../format/numbers.ts';
import './ct-line-articles.ts';
import { OpenArticleEvent } from './events.ts';

/** The outcomes in the order they are offered, in the words of the interface. */
export const outcomes: readonly { readonly value: ImportOutcome; readonly label: string }[] = [
  { value: 'added', label: 'Added' },
  { value: 'duplicate', label: 'Already there' },
  { value: 'kept', label: 'Kept, no article' },
  { value: 'failed', label: 'Failed' },
  { value: 'skipped', label: 'Passed over' },
];

/** What a line needs of its report. */
export interface LineSurroundings {
  readonly source: Pick<ReadingApi, 'summary'>;
  readonly reveal: (place: number, what: 'source' | 'original') => void;
}

/** What went wrong, in a sentence. The name stands above it and need not be said again. */
function sentenceOf(error: ArchiveError): string {
  if (!('path' in error.params)) return describeError(error);
  const { name } = pathParts(error.params.path);
  const sentence = describeError({ ...error, params: { ...error.params, path: name } } as ArchiveError);
  return sentence.startsWith(`${name} `) ? `It${sentence.slice(name.length)}` : sentence;
}

function link(words: string, name: string, act: (event: Event) => void): TemplateResult {
  return html`<button class="link" type="button" aria-label=${`${words}: ${name}`} @click=${act}>
    ${words}
  </button>`;
}

function articles(
  line: Extract<ImportLine, { readonly articles: unknown }>,
  name: string,
  { source }: LineSurroundings,
): TemplateResult {
  const [first, ...more] = line.articles;
  const count = countOf(line);
  const words =
    line.outcome === 'added'
      ? formatCount(count, 'article')
      : count > 1
        ? `All its ${formatCount(count, 'article')} were in the library already`
        : 'It was in the library already';
  if (first === undefined) return html`${words}`;
  if (more.length > 0) {
    return html`${words} ·
      <ct-line-articles
        .articles=${line.articles}
        .count=${count}
        .name=${name}
        .source=${source}
      ></ct-line-articles>`;
  }
  const open = (event: Event): void => {
    event.target?.dispatchEvent(new OpenArticleEvent(first));
  };
  return html`${words} · ${link('Open', name, open)}`;
}

function what({ line, place }: PlacedLine, name: string, surroundings: LineSurroundings): TemplateResult {
  if ('articles' in line) return articles(line, name, surroundings);
  const { reveal } = surroundings;
  const sentence = sentenceOf(line.error);
  const kept = line.outcome === 'kept' && line.original !== undefined;
  return html`${sentence}
  ${kept ? html`${link('Show the original kept', name, () => reveal(place, 'original'))} · ` : nothing}
  ${link('Show where it is', name, () => reveal(place, 'source'))}`;
}

/** A line of a report: what it is about, what became of it, and a way to its source. */
export function reportLine(placed: PlacedLine, surroundings: LineSurroundings): TemplateResult {
  const { line } = placed;
  const label = outcomes.find(({ value }) => value === line.outcome)?.label ?? line.outcome;
  const { name, folder } = pathParts(line.path);
  return html`<li class=${line.outcome}>
    <span class="outcome">${label}</span>
    <div class="what">
      <bdi class="name">${name}</bdi>
      ${folder === '' ? nothing : html`<bdi class="folder">${folder}</bdi>`}
      <div class="why">${what(placed, name, surroundings)}</div>
    </div>
  </li>`;
}

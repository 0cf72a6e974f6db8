import lunr from 'lunr';
import { scanWords } from '../../../../archive/search/analysis/scan-words.ts';
import { isAbbreviation, isStopWord } from '../../../../archive/search/analysis/stop-words.ts';
import { stemOf } from '../../../../archive/search/analysis/stemming.ts';
import { wordForms } from '../../../../archive/search/analysis/word-forms.ts';
import { documentOf } from '../../../../archive/search/document-of.ts';
import type { SearchRecord } from '../../../../archive/search/search-record.ts';
import { searchFields } from '../../../../archive/model/search.ts';

/**
 * Stands before stems, and is so long that no fuzzy word takes a stem for a word; no sign comes twice, because lunr's fuzzy
 * terms lose what begins with doubled letters.
 */
const stemSign = '=<>%&';

interface Token {
  toString(): string;
  readonly metadata: object;
}

const Token = (lunr as unknown as { Token: new (text: string, metadata: object) => Token }).Token;

/** Our pipeline, in lunr's shape: the folded spelling of a word, and beside it Porter's stem; common words left out. */
const pipelineStep = ((token: Token): Token[] => {
  const raw = token.toString();
  return wordForms(raw).flatMap((form) => {
    if (isStopWord(form.folded) && !isAbbreviation(raw)) return [];
    const stem = stemOf('en', form);
    const terms = stem === null ? [form.folded] : [form.folded, stemSign + stem];
    return terms.map((term) => new Token(term, token.metadata));
  });
}) as unknown as lunr.PipelineFunction;

lunr.Pipeline.registerFunction(pipelineStep, 'cuttings-test');

function tokenise(texts: unknown): Token[] {
  const tokens: Token[] = [];
  for (const text of Array.isArray(texts) ? (texts as string[]) : []) {
    scanWords(text, (start, end) => tokens.push(new Token(text.slice(start, end), {})));
  }
  return tokens;
}

/** Stock lunr in memory, given our tokeniser and pipeline: what it finds is the yardstick for us. */
export function stockLunr(records: readonly SearchRecord[]): (query: string) => readonly string[] {
  const builder = new lunr.Builder();
  builder.ref('id');
  for (const field of searchFields) builder.field(field);
  builder.tokenizer = tokenise as unknown as typeof lunr.tokenizer;
  builder.pipeline.add(pipelineStep);
  builder.searchPipeline.add(pipelineStep);
  for (const one of records) {
    const { id, parts } = documentOf(one);
    const texts = Object.fromEntries(
      searchFields.map((field) => {
        const own = parts.filter((part) => (part.field === 'crosshead' ? 'body' : part.field) === field);
        return [field, own.map(({ text }) => text)];
      }),
    );
    builder.add({ id, ...texts });
  }
  const index = builder.build();
  return (query) =>
    index
      .search(query)
      .map(({ ref }) => ref)
      .sort();
}

/** lunr as it comes, with its own tokeniser and pipeline, over headlines only. */
export function plainLunr(headline: string): (query: string) => boolean {
  const index = lunr(function () {
    this.ref('id');
    this.field('headline');
    this.add({ id: 'one', headline });
  });
  return (query) => index.search(query).length > 0;
}

import lunr from 'lunr';
import { caseFold, foldings } from '../text/fold.ts';
import { withoutPossessive, words } from '../text/tokens.ts';
import { lunrParts } from './lunr-parts.ts';
import type { LunrToken } from './lunr-parts.ts';
import { isAbbreviation, stopWords } from './stop-words.ts';

/** Terms of the index that are not words begin with one of these signs, which no word holds. */
export const stemSign = '=';
export const writtenSign = '"';

/** Longer words are cut, in the index and in queries alike: nobody types them, and they are mostly encoded data. */
const longestWord = 64;

type Step = (token: LunrToken) => LunrToken | LunrToken[] | null;

function replaced(token: LunrToken, text: string): LunrToken {
  return new lunrParts.Token(text, token.metadata);
}

function isWord(token: LunrToken): boolean {
  const first = token.toString().charAt(0);
  return first !== stemSign && first !== writtenSign;
}

const normalise: Step = (token) => replaced(token, caseFold(token.toString().normalize('NFC')));

const possessive: Step = (token) => replaced(token, withoutPossessive(token.toString()));

const trim: Step = (token) => {
  const bare = token.toString().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
  return bare === '' ? null : replaced(token, bare.slice(0, longestWord));
};

/** The plain spellings, and the word as written where it differs, so that it can rank above its look-alikes. */
const fold: Step = (token) => {
  const written = token.toString();
  const plain = foldings(written);
  const terms = plain.map((term) => replaced(token, term));
  const same = plain.length === 0 || plain.includes(written.replace(/'/gu, ''));
  return same ? terms : [...terms, replaced(token, writtenSign + written)];
};

const dropCommon: Step = (token) => {
  const common =
    stopWords.has(token.toString()) && !isAbbreviation(withoutPossessive(token.metadata.written ?? ''));
  return common ? null : token;
};

/** Adds lunr's English stem (Porter's) beside the word, which stays for wildcards, fuzzy terms and closer matches. */
const stem: Step = (token) => {
  const word = token.toString();
  if (!isWord(token) || !/^[a-z]{3,}$/u.test(word)) {
    return token;
  }
  return [token, replaced(token, stemSign + lunr.stemmer(new lunrParts.Token(word, {})).toString())];
};

function register(label: string, step: Step): lunr.PipelineFunction {
  const registered = step as unknown as lunr.PipelineFunction;
  lunr.Pipeline.registerFunction(registered, label);
  return registered;
}

const steps = {
  normalise: register('cuttings-normalise', normalise),
  possessive: register('cuttings-possessive', possessive),
  trim: register('cuttings-trim', trim),
  fold: register('cuttings-fold', fold),
  dropCommon: register('cuttings-drop-common', dropCommon),
  stem: register('cuttings-stem', stem),
};

function pipelineOf(...functions: lunr.PipelineFunction[]): lunr.Pipeline {
  const pipeline = new lunr.Pipeline();
  pipeline.add(...functions);
  return pipeline;
}

/** How words become terms, the same for the index and for queries. */
export interface Analysis {
  readonly pipeline: lunr.Pipeline;
  /** The terms of one word as written; none when it is too common. */
  termsOf(written: string): readonly string[];
  /** The spellings by which part of a word is compared, without stem or common words: for wildcards and fuzzy terms. */
  spellings(piece: string): readonly string[];
}

/** As many distinct words as a large library has; beyond them the memory of terms starts anew. */
const remembered = 200_000;

function createAnalysis(pipeline: lunr.Pipeline, spellings: Analysis['spellings']): Analysis {
  const memory = new Map<string, readonly string[]>();
  return {
    pipeline,
    spellings,
    termsOf: (written) => {
      const known = memory.get(written);
      if (known !== undefined) {
        return known;
      }
      const terms = pipeline.run([new lunrParts.Token(written, { written })]).map(String);
      if (memory.size >= remembered) {
        memory.clear();
      }
      memory.set(written, terms);
      return terms;
    },
  };
}

/** Case, diacritics, scripts, possessives, stems and common words are all evened out. */
export function createFoldedAnalysis(): Analysis {
  return createAnalysis(
    pipelineOf(steps.normalise, steps.possessive, steps.trim, steps.fold, steps.dropCommon, steps.stem),
    (piece) => foldings(caseFold(piece.normalize('NFC'))),
  );
}

/** Words as written: only case, normalisation and possessives are evened out, and no word is too common. */
export function createExactAnalysis(): Analysis {
  return createAnalysis(pipelineOf(steps.normalise, steps.possessive, steps.trim), (piece) => {
    const spelling = caseFold(piece.normalize('NFC'));
    return spelling === '' ? [] : [spelling];
  });
}

/** Cuts the texts of a field into lunr's tokens; what was written goes with each. To be a builder's tokenizer. */
export function tokenise(field: unknown): LunrToken[] {
  const texts = Array.isArray(field) ? field : [field];
  const tokens: LunrToken[] = [];
  for (const text of texts) {
    for (const word of typeof text === 'string' ? words(text) : []) {
      tokens.push(new lunrParts.Token(word.text, { written: word.text }));
    }
  }
  return tokens;
}

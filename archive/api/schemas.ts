import * as v from 'valibot';
import { correctedFields } from '../model/correction.ts';
import { mostImageBytes } from '../model/image-kind.ts';
import { longestNewText } from '../model/new-article.ts';

/*
 * Every message of a window, checked by shape and size before anything is done with it. Objects are strict: a key that
 * is not named here is refused.
 */

const requestNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.nullable(v.pipe(v.string(), v.maxLength(1_000)));
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));
const day = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const limit = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000));

/** A name as it was typed: what it may be is said by the archive, in a sentence. */
const collection = v.pipe(v.string(), v.maxLength(1_000));
const ids = v.pipe(v.array(id), v.maxLength(10_000));

const question = {
  text: v.pipe(v.string(), v.maxLength(10_000)),
  match: v.picklist(['all', 'any']),
  exactSpelling: v.boolean(),
  typing: v.boolean(),
};

const filter = v.strictObject({
  collection: name,
  section: name,
  dates: v.nullable(v.strictObject({ from: day, to: day })),
});

const searchRequest = v.strictObject({
  ...question,
  sort: v.picklist(['relevance', 'newest', 'oldest']),
  filter,
  offset,
  limit,
});

const importLines = v.strictObject({
  run: requestNumber,
  outcome: v.nullable(v.picklist(['added', 'duplicate', 'kept', 'failed', 'skipped'])),
  offset,
  limit,
});

const line = v.pipe(v.string(), v.maxLength(2_000));
const date = v.strictObject({
  value: v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?Z?)?)?)?$/u)),
  precision: v.picklist(['year', 'month', 'day', 'minute', 'second']),
  printed: line,
  zone: v.nullable(v.pipe(v.string(), v.maxLength(100))),
});
/** What is taken back may be as long as a source made it; what is absent stays. */
const correction = v.strictObject({
  headline: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000))),
  byline: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(20_000)))),
  source: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(20_000)))),
  language: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200)))),
  published: v.optional(v.nullable(date)),
});

const newArticle = v.strictObject({
  headline: line,
  source: v.nullable(line),
  byline: v.nullable(line),
  date: v.nullable(line),
  language: v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z\d]{1,8})*$/iu))),
  collection,
  text: v.pipe(v.string(), v.maxLength(longestNewText)),
  image: v.nullable(
    v.pipe(
      v.instance(Uint8Array),
      v.check(({ length }) => length <= mostImageBytes, 'the picture is too large'),
    ),
  ),
});

/** The arguments of each method that a window may call. */
export const methodArguments = {
  search: v.strictTuple([searchRequest]),
  facets: v.strictTuple([v.strictObject({ ...question, filter })]),
  complete: v.strictTuple([question.text, v.pipe(limit, v.maxValue(20))]),
  related: v.strictTuple([id, v.pipe(limit, v.maxValue(50))]),
  read: v.strictTuple([id, v.nullable(v.strictObject(question))]),
  summary: v.strictTuple([id]),
  originalText: v.strictTuple([id]),
  overview: v.strictTuple([]),
  holdings: v.strictTuple([]),
  list: v.strictTuple([v.strictObject({ offset, limit })]),
  copies: v.strictTuple([id, limit]),
  copyGroups: v.strictTuple([v.strictObject({ offset, limit })]),
  createCollection: v.strictTuple([collection]),
  renameCollection: v.strictTuple([collection, collection]),
  mergeCollections: v.strictTuple([v.pipe(v.array(collection), v.maxLength(1_000)), collection]),
  moveArticles: v.strictTuple([ids, collection]),
  removeCollection: v.strictTuple([collection, v.nullable(collection)]),
  deleteCollection: v.strictTuple([collection]),
  undoCollectionChange: v.strictTuple([v.nullable(requestNumber)]),
  correctArticle: v.strictTuple([
    id,
    correction,
    v.pipe(v.array(v.picklist(correctedFields)), v.maxLength(5)),
  ]),
  addArticle: v.strictTuple([newArticle]),
  scan: v.strictTuple([id]),
  deletion: v.strictTuple([id]),
  deleteArticle: v.strictTuple([id]),
  imports: v.strictTuple([limit]),
  importRun: v.strictTuple([requestNumber]),
  importLines: v.strictTuple([importLines]),
} as const;

/** A message of a window's port. */
export const portRequest = v.variant('type', [
  v.strictObject({
    type: v.literal('request'),
    id: requestNumber,
    method: v.pipe(v.string(), v.maxLength(40)),
    args: v.pipe(v.array(v.unknown()), v.maxLength(4)),
  }),
  v.strictObject({ type: v.literal('cancel'), id: requestNumber }),
]);

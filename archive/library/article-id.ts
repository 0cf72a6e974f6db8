import { createHash } from 'node:crypto';
import type { ArticleId, Sha256 } from '../model/article.ts';

/** What makes an article the one it is. */
export interface ArticleIdentity {
  /** Of the article's own bytes: the loose file, or the record's payload inside a container. */
  readonly payload: Sha256;
  /** The address it was captured from, or its name inside a container; null for a loose file. */
  readonly member: string | null;
  /** When it was captured, as the container says; null for a loose file. */
  readonly captured: string | null;
  /** Its number among the articles of this payload, from 0. */
  readonly ordinal: number;
}

function identifier(parts: readonly (string | number | null)[]): ArticleId {
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex').slice(0, 32) as ArticleId;
}

/**
 * The id of an article: the first 32 hexadecimal digits of the SHA-256 of these bytes: the JSON text, in UTF-8 and without
 * blanks, of the array `["article", payload, member, captured, ordinal]`. A loose file of one article gives
 * `["article","<64 digits>",null,null,0]`. The same material has the same id in every library, whatever its file was
 * called and whichever version of a reader read it.
 */
export function articleId(identity: ArticleIdentity): ArticleId {
  return identifier(['article', identity.payload, identity.member, identity.captured, identity.ordinal]);
}

/** The id of the item at place `ordinal` (from 0) of what an article lists: the same over `[id, "listed", ordinal]`. */
export function listedId(article: ArticleId, ordinal: number): ArticleId {
  return identifier([article, 'listed', ordinal]);
}

/** The id of an article that is one record of a file of many, by the hash of the record's own bytes. */
export function recordId(sha256: Sha256): ArticleId {
  return articleId({ payload: sha256, member: null, captured: null, ordinal: 0 });
}

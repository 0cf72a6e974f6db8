import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { Draft } from '../reader.ts';
import { draftOfArticle } from './agency-draft.ts';
import type { AgencyFile } from './agency-draft.ts';
import { ninjsName, readNinjs } from './ninjs-article.ts';
import type { NinjsObject } from './ninjs-values.ts';

/** How deep texts may stand in texts, and how many of them one file may hold. */
const deepest = 8;

/** The drafts of an object: its own first, then those of the texts that come with it. */
export function* draftsOfNinjs(
  object: NinjsObject,
  path: string,
  file: AgencyFile,
  depth = 0,
): Generator<Result<Draft, ArchiveError>> {
  const { article, inner } = readNinjs(object);
  const draft = article === null ? null : draftOfArticle(article, file);
  yield draft === null ? fail(archiveError('no-article', { path })) : ok(draft);
  if (depth === deepest) return;
  for (const [at, other] of inner.entries()) {
    yield* draftsOfNinjs(other, `${path} › ${ninjsName(other) ?? String(at + 1)}`, file, depth + 1);
  }
}

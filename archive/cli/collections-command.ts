import type { HostApi } from '../api/host-api.ts';
import type { ArticleId } from '../model/article.ts';
import { describeChange, describeUndone } from '../model/collection-sentences.ts';
import type { CollectionChange } from '../model/collections.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { CollectionSummary } from '../model/overview.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { aligned } from './aligned.ts';
import { nearest } from './arguments.ts';
import type { ParsedArguments } from './arguments.ts';
import { findArticle } from './find-article.ts';
import { amount, counted } from './quantities.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome = Promise<Result<number, ArchiveError>>;
type Action = (archive: HostApi, args: Given, surroundings: Surroundings) => Outcome;

/** What follows the action's name. */
interface Given {
  readonly words: readonly string[];
  readonly into: string | null;
  readonly withArticles: boolean;
  readonly json: boolean;
}

/** The names that an action takes, or how it is called. */
function names(given: Given, count: number, usage: string): readonly string[] {
  if (given.words.length !== count) throw new UsageError(`It is called so: cuttings collections ${usage}.`);
  return given.words;
}

function noInto({ into, withArticles }: Given, action: string): void {
  if (into !== null) throw new UsageError(`collections ${action} has no --into.`);
  if (withArticles) throw new UsageError(`collections ${action} has no --with-articles.`);
}

function into(given: Given, usage: string): string {
  if (given.into === null || given.words.length === 0 || given.withArticles)
    throw new UsageError(`It is called so: cuttings collections ${usage}.`);
  return given.into;
}

async function say(
  change: Result<CollectionChange, ArchiveError>,
  { json }: Given,
  { stdout }: Surroundings,
): Outcome {
  if (!change.ok) return change;
  const { value } = change;
  const back = value.undo === null ? '' : ' To take it back: cuttings collections undo';
  await stdout.write(json ? `${JSON.stringify(value)}\n` : `${describeChange(value)}${back}\n`);
  return ok(exitCodes.done);
}

function listed(collections: readonly CollectionSummary[]): string {
  const rows = collections.map(({ name, articles, first, last }) => [
    name,
    amount(articles),
    first === null ? '' : first === last ? first : `${first} to ${last ?? first}`,
  ]);
  return aligned(rows, [1])
    .map((line) => `${line}\n`)
    .join('');
}

const list: Action = async (archive, given, { stdout }) => {
  noInto(given, 'list');
  names(given, 0, 'list');
  const overview = await archive.overview();
  if (!overview.ok) return overview;
  const { collections } = overview.value;
  await stdout.write(given.json ? `${JSON.stringify({ collections })}\n` : listed(collections));
  return ok(exitCodes.done);
};

const create: Action = async (archive, given, surroundings) => {
  noInto(given, 'create');
  const [name = ''] = names(given, 1, 'create NAME');
  return say(await archive.createCollection(name), given, surroundings);
};

const rename: Action = async (archive, given, surroundings) => {
  noInto(given, 'rename');
  const [from = '', to = ''] = names(given, 2, 'rename NAME NEW');
  return say(await archive.renameCollection(from, to), given, surroundings);
};

const merge: Action = async (archive, given, surroundings) => {
  const target = into(given, 'merge NAME… --into NAME');
  return say(await archive.mergeCollections(given.words, target), given, surroundings);
};

const move: Action = async (archive, given, surroundings) => {
  const target = into(given, 'move ID… --into NAME');
  const ids: ArticleId[] = [];
  for (const word of given.words) {
    // Nothing is moved when one of them is mistyped.
    const id = await findArticle(archive, word);
    if (!id.ok) return id;
    const named = await archive.summary(id.value);
    if (!named.ok) return named;
    const { archived, headline } = named.value;
    if (!archived) return fail(archiveError('article-not-archived', { id: id.value, headline }));
    ids.push(named.value.id);
  }
  return say(await archive.moveArticles(ids, target), given, surroundings);
};

const remove: Action = async (archive, given, surroundings) => {
  const [name = ''] = names(given, 1, 'delete NAME --into OTHER, or delete NAME --with-articles');
  if (!given.withArticles) return say(await archive.removeCollection(name, given.into), given, surroundings);
  if (given.into !== null)
    throw new UsageError(
      'The articles go into another collection (--into) or are deleted (--with-articles), not both.',
    );
  const deleted = await archive.deleteCollection(name);
  if (!deleted.ok) return deleted;
  const text = `Deleted “${name}” and ${counted(deleted.value, 'article')}. Copies and backups elsewhere still have what was deleted.\n`;
  await surroundings.stdout.write(given.json ? `${JSON.stringify({ deleted: deleted.value })}\n` : text);
  return ok(exitCodes.done);
};

const undo: Action = async (archive, given, { stdout }) => {
  noInto(given, 'undo');
  names(given, 0, 'undo');
  const undone = await archive.undoCollectionChange(null);
  if (!undone.ok) return undone;
  await stdout.write(given.json ? `${JSON.stringify(undone.value)}\n` : `${describeUndone(undone.value)}\n`);
  return ok(exitCodes.done);
};

const actions: Readonly<Record<string, Action>> = { list, create, rename, merge, move, delete: remove, undo };

/** `cuttings collections`: lists them, and what is done to them. */
export async function collectionsCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  const [name = 'list', ...words] = args.words;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) {
    const guess = nearest(name, Object.keys(actions));
    throw new UsageError(
      `collections has no action ${name}.${guess === null ? '' : ` Did you mean ${guess}?`}`,
    );
  }
  const given = {
    words,
    into: args.text('into'),
    withArticles: args.flag('with-articles'),
    json: args.flag('json'),
  };
  return action(archive, given, surroundings);
}

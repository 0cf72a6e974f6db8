import type { HostApi } from '../api/host-api.ts';
import { describeError } from '../model/error-sentences.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { ImportReport } from '../model/import-report.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { WatchedFolder } from '../model/watched-folders.ts';
import { watchLoop } from '../watching/watch-loop.ts';
import { nearest } from './arguments.ts';
import type { ParsedArguments } from './arguments.ts';
import { lineAsText, totals } from './import-command.ts';
import { counted } from './quantities.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome = Promise<Result<number, ArchiveError>>;
type Action = (archive: HostApi, args: ParsedArguments, surroundings: Surroundings) => Outcome;

function folderLine({ path, collection, files, isThere }: WatchedFolder): string {
  const into = collection === null ? '' : `, into ${collection}`;
  return `${path} (${counted(files, 'file')} imported${into}${isThere ? '' : '; not there now'})\n`;
}

/** The one folder that an action is about. */
function folderOf(args: ParsedArguments, action: string): string {
  const [, folder, ...more] = args.words;
  if (folder === undefined || more.length > 0)
    throw new UsageError(`It is called so: cuttings watch ${action} FOLDER.`);
  return folder;
}

const list: Action = async (archive, args, { stdout }) => {
  const folders = await archive.watching.folders();
  if (!folders.ok) return folders;
  const text =
    folders.value.map(folderLine).join('') ||
    'No folder is watched. To watch one: cuttings watch add FOLDER\n';
  await stdout.write(args.flag('json') ? `${JSON.stringify(folders.value)}\n` : text);
  return ok(exitCodes.done);
};

const add: Action = async (archive, args, { stdout }) => {
  const added = await archive.watching.add(folderOf(args, 'add'), args.text('collection'));
  if (!added.ok) return added;
  await stdout.write(args.flag('json') ? `${JSON.stringify(added.value)}\n` : folderLine(added.value));
  return ok(exitCodes.done);
};

const remove: Action = async (archive, args) => {
  const removed = await archive.watching.remove(folderOf(args, 'remove'));
  return removed.ok ? ok(exitCodes.done) : removed;
};

const run: Action = async (archive, _args, surroundings) => {
  const { stderr } = surroundings;
  const folders = await archive.watching.folders();
  if (!folders.ok) return folders;
  if (folders.value.length === 0) throw new UsageError('No folder is watched: cuttings watch add FOLDER.');
  let said = Promise.resolve();
  const say = (text: string): void => {
    said = said.then(() => stderr.write(text)).then(() => undefined);
  };
  const onImport = (report: ImportReport): void => {
    for (const line of report.lines) if (line.outcome !== 'skipped') say(`${lineAsText(line)}\n`);
    say(`${totals(report)}\n`);
  };
  const onError = (error: ArchiveError): void => say(`${describeError(error)}\n`);
  say(`Watching ${counted(folders.value.length, 'folder')}. Ctrl-C ends it.\n`);
  await watchLoop(archive.watching, { signal: surroundings.listenForInterrupt(), onImport, onError });
  await said;
  return ok(exitCodes.done);
};

const actions: Readonly<Record<string, Action>> = { list, add, remove, run };

/** `cuttings watch`: folders whose files are imported as they arrive. */
export async function watchCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  const name = args.words[0] ?? 'list';
  const action = actions[name];
  if (action === undefined) {
    const meant = nearest(name, Object.keys(actions));
    throw new UsageError(`watch has no “${name}”.${meant === null ? '' : ` Did you mean ${meant}?`}`);
  }
  if (name !== 'add' && args.text('collection') !== null)
    throw new UsageError(`watch ${name} has no --collection.`);
  return action(archive, args, surroundings);
}

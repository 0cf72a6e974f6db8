import type { HostApi } from './api/host-api.ts';
import { openArchive } from './archive.ts';
import { parseArguments, nearest } from './cli/arguments.ts';
import type { ParsedArguments } from './cli/arguments.ts';
import { commandTable, isCommand } from './cli/command-table.ts';
import type { CommandName } from './cli/command-table.ts';
import { helpText } from './cli/help-text.ts';
import { clipCommand } from './cli/clip-command.ts';
import { collectionsCommand } from './cli/collections-command.ts';
import { importCommand } from './cli/import-command.ts';
import { duplicatesCommand } from './cli/copies-command.ts';
import { backupCommand, exportCommand, verifyCommand } from './cli/keeping-commands.ts';
import { correctCommand, deleteCommand } from './cli/changing-commands.ts';
import { importsCommand } from './cli/imports-command.ts';
import { indexCommand } from './cli/index-command.ts';
import { listCommand, showCommand, statsCommand } from './cli/reading-commands.ts';
import { relatedCommand } from './cli/related-command.ts';
import { searchCommand } from './cli/search-command.ts';
import { watchCommand } from './cli/watch-command.ts';
import { exitCodes, UsageError } from './cli/streams.ts';
import type { Surroundings } from './cli/streams.ts';
import { libraryRisk } from './library/library-risk.ts';
import { describeRisk } from './model/library-risk.ts';
import type { ArchiveError } from './model/errors.ts';
import { describeError } from './model/error-sentences.ts';
import type { Result } from './model/result.ts';

type Command = (
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
) => Promise<Result<number, ArchiveError>>;

const commands: Readonly<Record<CommandName, Command>> = {
  import: importCommand,
  search: searchCommand,
  related: relatedCommand,
  show: showCommand,
  list: listCommand,
  stats: statsCommand,
  duplicates: duplicatesCommand,
  verify: verifyCommand,
  backup: backupCommand,
  export: exportCommand,
  imports: importsCommand,
  clip: clipCommand,
  correct: correctCommand,
  delete: deleteCommand,
  watch: watchCommand,
  collections: collectionsCommand,
  index: indexCommand,
};

/** These go on in a thread of their own where there is one, so that Ctrl-C is heard; others would only wait for it. */
const longCommands: readonly CommandName[] = ['import', 'index', 'watch'];

async function carryOut(
  name: CommandName,
  args: ParsedArguments,
  surroundings: Surroundings,
): Promise<number> {
  const library = args.text('library') ?? surroundings.defaultLibrary;
  if (library === '') throw new UsageError('--library needs a folder.');
  const { bundled, worker } = surroundings;
  const apart = worker !== null && longCommands.includes(name) ? { worker } : {};
  // What writes the index anew need not first be told what it lacks.
  const rewrites = name === 'index' && ['rebuild', 'merge'].includes(args.words[0] ?? '');
  const opened = await openArchive({ library, bundled, ...apart, follow: !rewrites });
  if (!opened.ok) {
    await surroundings.stderr.write(`${describeError(opened.error)}\n`);
    return exitCodes.failed;
  }
  const risk = libraryRisk(library);
  if (risk !== null) await surroundings.stderr.write(`Warning: ${describeRisk(risk, library)}\n`);
  try {
    const outcome = await commands[name](opened.value, args, surroundings);
    if (outcome.ok) return outcome.value;
    await surroundings.stderr.write(`${describeError(outcome.error)}\n`);
    return exitCodes.failed;
  } finally {
    await opened.value.close();
  }
}

async function dispatch(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name, ...rest] = argv;
  const { stdout } = surroundings;
  if (name === undefined) throw new UsageError('Name a command.');
  if (name === '--version') {
    await stdout.write(`${surroundings.version}\n`);
    return exitCodes.done;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const topic = rest[0];
    await stdout.write(helpText(topic !== undefined && isCommand(topic) ? topic : null));
    return exitCodes.done;
  }
  if (!isCommand(name)) {
    const guess = nearest(name, Object.keys(commandTable));
    throw new UsageError(`There is no command ${name}.${guess === null ? '' : ` Did you mean ${guess}?`}`);
  }
  const args = parseArguments(name, rest);
  if (args.flag('help')) {
    await stdout.write(helpText(name));
    return exitCodes.done;
  }
  return carryOut(name, args, surroundings);
}

/** Runs one command line (without the program's name) and answers its exit code. Only bugs throw. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await dispatch(argv, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await surroundings.stderr.write(`cuttings: ${error.message}\nSee cuttings --help.\n`);
    return exitCodes.usage;
  }
}

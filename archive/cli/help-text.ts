import { aligned } from './aligned.ts';
import { commandTable, libraryHelp } from './command-table.ts';
import type { CommandDescription, CommandName } from './command-table.ts';

function rows(pairs: readonly (readonly [string, string])[]): string {
  return aligned(pairs, [])
    .map((line) => `  ${line}\n`)
    .join('');
}

function commandHelp(command: CommandName): string {
  const { usage, about, actions, optionHelp }: CommandDescription = commandTable[command];
  const first = actions === undefined ? '' : `${rows(actions)}\n`;
  return `Usage: cuttings ${usage}\n\n${about}\n\n${first}${rows(optionHelp)}`;
}

/** The first sentence, without its full stop: they stand in a list. */
function firstSentence(about: string): string {
  return (about.split(/\.\s|;/u)[0] ?? '').replace(/\.$/u, '');
}

/** The help of everything, or of one command. */
export function helpText(command: CommandName | null): string {
  if (command !== null) return commandHelp(command);
  const all = Object.values(commandTable).map(({ usage, about }) => [usage, firstSentence(about)] as const);
  const common = [
    libraryHelp,
    ['--help', 'this help; with a command, that command’s'],
    ['--version', 'the version'],
  ] as const;
  return `Usage: cuttings COMMAND …\n\nThe archive of saved news without a window.\n\n${rows(all)}\n${rows(common)}
Results go to standard output, everything else to standard error.
Exit code: 0 done; 1 some input failed, something is damaged, or it was stopped; 2 wrong usage.\n`;
}

import { parseArgs } from 'node:util';
import { commandTable } from './command-table.ts';
import type { CommandDescription, CommandName } from './command-table.ts';
import { UsageError } from './streams.ts';

/** A command's arguments, checked against the table. */
export interface ParsedArguments {
  readonly words: readonly string[];
  text(option: string): string | null;
  flag(option: string): boolean;
}

/** The number of single-letter changes between two words (Levenshtein), for "did you mean". */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word of the list that is nearest to what was typed, or null when none is near. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const ranked = known.map((word) => ({ word, far: distance(typed, word) })).sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best !== undefined && best.far <= Math.max(2, typed.length / 3) ? best.word : null;
}

function explain(error: unknown, command: CommandName): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /^Unknown option '(-{1,2}[^']*)'/u.exec(message)?.[1];
  if (unknown === undefined) return new UsageError(`${message}.`.replace(/\.\.$/u, '.'));
  const guess = nearest(
    unknown,
    Object.keys(commandTable[command].options).map((option) => `--${option}`),
  );
  const hint = guess === null ? '' : ` Did you mean ${guess}?`;
  return new UsageError(`${command} has no option ${unknown}.${hint}`);
}

/** Reads what follows the command's name. Throws UsageError. */
export function parseArguments(command: CommandName, args: readonly string[]): ParsedArguments {
  const { options }: CommandDescription = commandTable[command];
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return {
      words: positionals,
      text: (option) => {
        const value = values[option];
        return typeof value === 'string' ? value : null;
      },
      flag: (option) => values[option] === true,
    };
  } catch (error) {
    throw explain(error, command);
  }
}

/** One of a few words, or a UsageError that names them. */
export function choice<const Word extends string>(
  args: ParsedArguments,
  option: string,
  known: readonly Word[],
): Word {
  const value = args.text(option);
  const found = known.find((word) => word === value);
  if (found === undefined)
    throw new UsageError(`--${option} is one of ${known.join(', ')}, not ${value ?? 'nothing'}.`);
  return found;
}

/** A whole number within bounds, or a UsageError. */
export function wholeNumber(args: ParsedArguments, option: string, least: number, most: number): number {
  const value = args.text(option) ?? '';
  const number = Number(value);
  if (!/^\d+$/u.test(value) || number < least || number > most) {
    throw new UsageError(
      `--${option} is a whole number from ${String(least)} to ${String(most)}, not ${value}.`,
    );
  }
  return number;
}

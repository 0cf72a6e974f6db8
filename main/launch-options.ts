import path from 'node:path';
import type { Result } from '../archive/model/result.ts';
import { fail, ok } from '../archive/model/result.ts';
import { isRuntimeSwitch, runtimeSwitchTakesNext } from './runtime-switches.ts';

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** What the command line of the application asks for. Paths are absolute. */
export interface LaunchOptions {
  /** Take a picture of the window into this file and exit. */
  readonly screenshot: string | null;
  readonly query: string | null;
  readonly open: string | null;
  readonly theme: 'light' | 'dark' | null;
  /** Of the window's content, in device-independent pixels. */
  readonly size: WindowSize | null;
  readonly library: string | null;
  readonly userData: string | null;
  /** Files and folders to import, as a desktop passes them for "open with". */
  readonly files: readonly string[];
  readonly help: boolean;
}

/** The sentences printed for `--help`. */
export const usage = `Usage: cuttings [option …] [file or folder to import …]

  --query TEXT          search for TEXT at the start
  --open ARTICLE        open an article, by its id or by words of its headline
  --theme light|dark    use this theme for this start
  --size WIDTHxHEIGHT   size of the window's content in pixels
  --library FOLDER      the library to open (also: CUTTINGS_LIBRARY)
  --screenshot FILE     write a PNG of the window once its content is there, and exit
  --user-data-dir DIR   where settings are kept (also: CUTTINGS_USER_DATA)
  --help                print this

Switches of Electron and Chromium are accepted too.
`;

type Values = { -readonly [Key in keyof LaunchOptions]: LaunchOptions[Key] } & { files: string[] };
type Setter = (values: Values, text: string, directory: string) => string | null;

const smallestSide = 200;
const largestSide = 8192;

function readSize(text: string): WindowSize | null {
  const match = /^(\d{1,5})[x×](\d{1,5})$/iu.exec(text);
  if (match === null) return null;
  const size = { width: Number(match[1]), height: Number(match[2]) };
  const fits = Object.values(size).every((side) => side >= smallestSide && side <= largestSide);
  return fits ? size : null;
}

function pathSetter(key: 'screenshot' | 'library' | 'userData', option: string): Setter {
  return (values, text, directory) => {
    if (text === '') return `${option} needs a path.`;
    values[key] = path.resolve(directory, text);
    return null;
  };
}

const setters: Readonly<Record<string, Setter>> = {
  '--screenshot': pathSetter('screenshot', '--screenshot'),
  '--library': pathSetter('library', '--library'),
  '--user-data-dir': pathSetter('userData', '--user-data-dir'),
  '--query': (values, text) => {
    values.query = text;
    return null;
  },
  '--open': (values, text) => {
    values.open = text;
    return text.trim() === '' ? '--open needs an article’s id or words of its headline.' : null;
  },
  '--theme': (values, text) => {
    if (text !== 'light' && text !== 'dark') return `--theme is light or dark, not “${text}”.`;
    values.theme = text;
    return null;
  },
  '--size': (values, text) => {
    values.size = readSize(text);
    const bounds = `each from ${smallestSide} to ${largestSide}`;
    return values.size === null ? `--size is WIDTHxHEIGHT, ${bounds}, not “${text}”.` : null;
  },
};

function emptyValues(environment: NodeJS.ProcessEnv, directory: string): Values {
  const fromEnvironment = (name: string): string | null => {
    const value = environment[name];
    return value === undefined || value === '' ? null : path.resolve(directory, value);
  };
  return {
    screenshot: null,
    query: null,
    open: null,
    theme: null,
    size: null,
    library: fromEnvironment('CUTTINGS_LIBRARY'),
    userData: fromEnvironment('CUTTINGS_USER_DATA'),
    files: [],
    help: false,
  };
}

/** Carries out the argument at `index`; answers how many arguments it took, or what is wrong with it. */
function takeOption(
  values: Values,
  args: readonly string[],
  index: number,
  directory: string,
): number | string {
  const argument = args[index] ?? '';
  const equals = argument.indexOf('=');
  const name = equals < 0 ? argument : argument.slice(0, equals);
  if (name === '--help' || name === '-h') {
    values.help = true;
    return 1;
  }
  const setter = Object.hasOwn(setters, name) ? setters[name] : undefined;
  if (setter === undefined) {
    if (runtimeSwitchTakesNext(argument)) return 2;
    return isRuntimeSwitch(argument) ? 1 : `unknown option ${name}.`;
  }
  const text = equals < 0 ? args[index + 1] : argument.slice(equals + 1);
  // What begins with two dashes is the next option: a value that really does is written `--query=--text`.
  if (text === undefined || (equals < 0 && text.startsWith('--'))) return `${name} needs a value.`;
  return setter(values, text, directory) ?? (equals < 0 ? 2 : 1);
}

/**
 * Reads the arguments after the executable (and, in development, after the application's path). `--name TEXT` and
 * `--name=TEXT` both work, the last of several counts, and `--` ends the options. The error is a sentence.
 */
export function readLaunchOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  directory: string,
): Result<LaunchOptions, string> {
  const values = emptyValues(environment, directory);
  let optionsEnded = false;
  for (let index = 0; index < args.length;) {
    const argument = args[index] ?? '';
    if (argument === '--' && !optionsEnded) {
      optionsEnded = true;
      index += 1;
    } else if (optionsEnded || !argument.startsWith('-')) {
      if (argument !== '') values.files.push(path.resolve(directory, argument));
      index += 1;
    } else {
      const taken = takeOption(values, args, index, directory);
      if (typeof taken === 'string') return fail(taken);
      index += taken;
    }
  }
  return ok(values);
}

/**
 * The arguments that are the application's own. A packaged application gets them right after its executable; in
 * development the first plain argument is the application's path, with Electron's own switches before it.
 */
export function applicationArguments(argv: readonly string[], packaged: boolean): readonly string[] {
  const args = argv.slice(1);
  if (packaged) return args;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (runtimeSwitchTakesNext(argument)) index += 1;
    else if (!argument.startsWith('-')) return [...args.slice(0, index), ...args.slice(index + 1)];
  }
  return args;
}

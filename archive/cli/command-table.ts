import type { ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of the command line: what it takes and what its help says. */
export interface CommandDescription {
  readonly usage: string;
  readonly about: string;
  readonly options: Options;
  readonly optionHelp: readonly (readonly [string, string])[];
}

const library = { library: { type: 'string' }, help: { type: 'boolean' } } as const;
const json = { json: { type: 'boolean' } } as const;
const libraryHelp = [
  '--library DIR',
  'the library (else CUTTINGS_LIBRARY, else the data folder of this system)',
] as const;
const jsonHelp = ['--json', 'print JSON'] as const;

/** Every command, once: options are parsed by it and help is made from it. */
export const commandTable = {
  import: {
    usage: 'import PATH… [--collection NAME]',
    about: 'Read files and folders into the library. Exit 1 when an input failed; the rest is in.',
    options: { ...library, ...json, collection: { type: 'string' } },
    optionHelp: [['--collection NAME', 'the collection they go into'], libraryHelp, jsonHelp],
  },
  search: {
    usage: 'search QUERY',
    about:
      'Search every word. +must -not field:term prefix* fuzzy~1 term^4; a query that begins with - goes after --.',
    options: {
      ...library,
      ...json,
      match: { type: 'string', default: 'all' },
      limit: { type: 'string', default: '20' },
      sort: { type: 'string', default: 'relevance' },
      'exact-spelling': { type: 'boolean', default: false },
    },
    optionHelp: [
      ['--match all|any', 'articles with all the words (the default) or with any of them'],
      ['--limit N', 'how many hits to print, 20 by default, 1000 at most'],
      ['--sort ORDER', 'relevance (the default), newest or oldest'],
      ['--exact-spelling', 'compare words as written: no folding, no stems, no name variants'],
      libraryHelp,
      jsonHelp,
    ],
  },
  show: {
    usage: 'show ID [--json|--text|--original]',
    about:
      'Print one article; the first digits of its id are enough. --original prints the bytes as they came.',
    options: { ...library, ...json, text: { type: 'boolean' }, original: { type: 'boolean' } },
    optionHelp: [
      ['--text', 'the article as it reads (the default)'],
      jsonHelp,
      ['--original', 'the exact bytes'],
      libraryHelp,
    ],
  },
  list: {
    usage: 'list',
    about: 'List all archived articles, oldest first.',
    options: { ...library, ...json },
    optionHelp: [libraryHelp, jsonHelp],
  },
  stats: {
    usage: 'stats',
    about: 'What the library holds.',
    options: { ...library, ...json },
    optionHelp: [libraryHelp, jsonHelp],
  },
} as const satisfies Record<string, CommandDescription>;

export type CommandName = keyof typeof commandTable;

/** Whether this is the name of a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandTable, name);
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}

/** The help of everything, or of one command. */
export function helpText(command: CommandName | null): string {
  if (command !== null) {
    const { usage, about, optionHelp }: CommandDescription = commandTable[command];
    return `Usage: cuttings ${usage}\n\n${about}\n\n${columns(optionHelp)}`;
  }
  const rows = Object.values(commandTable).map(
    ({ usage, about }) => [usage, about.split('. ')[0] ?? ''] as const,
  );
  const common = [
    libraryHelp,
    ['--help', 'this help; with a command, that command’s'],
    ['--version', 'the version'],
  ] as const;
  return `Usage: cuttings COMMAND …\n\nThe archive of saved news without a window.\n\n${columns(rows)}\n${columns(common)}
Results go to standard output, everything else to standard error.
Exit code: 0 done, 1 some input failed, 2 wrong usage.\n`;
}

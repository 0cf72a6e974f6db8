import type { ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** One command of the command line: what it takes and what its help says. */
export interface CommandDescription {
  readonly usage: string;
  readonly about: string;
  readonly options: Options;
  /** What its first word may be, and what it then does. */
  readonly actions?: readonly (readonly [string, string])[];
  readonly optionHelp: readonly (readonly [string, string])[];
}

const library = { library: { type: 'string' }, help: { type: 'boolean' } } as const;
const json = { json: { type: 'boolean' } } as const;
export const libraryHelp = [
  '--library DIR',
  'the library (else CUTTINGS_LIBRARY, else the data folder of this system)',
] as const;
const jsonHelp = ['--json', 'print JSON'] as const;

/** Every command, once: options are parsed by it and help is made from it. */
export const commandTable = {
  import: {
    usage: 'import PATH… [--collection NAME] [--map FIELDS] [--preview]',
    about:
      'Read files and folders into the library. Exit 1 when an input failed; the rest is in. Ctrl-C stops it; what was read stays.',
    options: {
      ...library,
      ...json,
      collection: { type: 'string' },
      map: { type: 'string' },
      link: { type: 'boolean' },
      preview: { type: 'boolean' },
    },
    optionHelp: [
      ['--collection NAME', 'the collection they go into'],
      ['--map FIELDS', 'what the fields of JSON or a table hold: headline=title,body=content'],
      ['--link', 'leave large archives and files of records where they are, instead of copying them'],
      ['--preview', 'print the fields of a file of records and its first articles, and import nothing'],
      libraryHelp,
      jsonHelp,
    ],
  },
  search: {
    usage: 'search QUERY | search --queries FILE',
    about: `Search every word. Words alone are enough; also "exact phrase" "two words"~5 OR NOT ( ) +must -not
field:word prefix* fuzzy~1 word^4 date:2007-11..2008-02 lang:sr; a query that begins with - goes after --.`,
    options: {
      ...library,
      ...json,
      match: { type: 'string', default: 'all' },
      limit: { type: 'string', default: '20' },
      offset: { type: 'string', default: '0' },
      sort: { type: 'string', default: 'relevance' },
      'exact-spelling': { type: 'boolean', default: false },
      facets: { type: 'boolean' },
      histogram: { type: 'boolean' },
      explain: { type: 'boolean' },
      queries: { type: 'string' },
    },
    optionHelp: [
      ['--match all|any', 'articles with all the words (the default) or with any of them'],
      ['--limit N', 'how many hits to print, 20 by default, 1000 at most'],
      ['--offset N', 'how many hits to leave out before the first, 0 by default'],
      ['--sort ORDER', 'relevance (the default), newest or oldest'],
      ['--exact-spelling', 'compare words as written: no folding, no stems, no name variants'],
      ['--facets', 'count all that was found by source, year, language, section, collection and tag'],
      ['--histogram', 'show how all that was found is spread over time'],
      ['--explain', 'say under each hit how it got its score'],
      ['--queries FILE', 'answer every line of a file (- for standard input); with --json one object a line'],
      libraryHelp,
      jsonHelp,
    ],
  },
  related: {
    usage: 'related ID',
    about: 'List articles about the same as one, the nearest first; the first digits of its id are enough.',
    options: { ...library, ...json, limit: { type: 'string', default: '10' } },
    optionHelp: [['--limit N', 'how many to list, 10 by default, 50 at most'], libraryHelp, jsonHelp],
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
  duplicates: {
    usage: 'duplicates [--csv]',
    about:
      'List articles that are copies of each other: printed by several papers, corrected, saved twice. All are kept; of each group the best comes first.',
    options: { ...library, ...json, csv: { type: 'boolean' } },
    optionHelp: [
      [
        '--csv',
        'a table: group, place in it, id, headline, source, date, collection, words, likeness to the best',
      ],
      libraryHelp,
      ['--json', 'print JSON, a group on each line'],
    ],
  },
  verify: {
    usage: 'verify',
    about:
      'Look through the whole library: the database, every reference, and every original against its SHA-256. Changes nothing. Exit 1 when anything is missing or damaged.',
    options: { ...library, ...json },
    optionHelp: [libraryHelp, jsonHelp],
  },
  backup: {
    usage: 'backup DIR',
    about:
      'Copy the library into a folder, also while it is in use. The copy is a library itself; a second backup there copies only what is new.',
    options: { ...library, ...json },
    optionHelp: [libraryHelp, jsonHelp],
  },
  export: {
    usage: 'export --wacz FILE',
    about:
      'Write the whole library as a WACZ, an archive that ReplayWeb.page and others open. Imported into another library, every article has the same id.',
    options: { ...library, ...json, wacz: { type: 'string' } },
    optionHelp: [
      ['--wacz FILE', 'the file to write; one that is there is not overwritten'],
      libraryHelp,
      jsonHelp,
    ],
  },
  imports: {
    usage: 'imports [NUMBER] [--csv]',
    about: 'List the imports made until now, or print what became of each input of one.',
    options: { ...library, ...json, csv: { type: 'boolean' } },
    optionHelp: [
      ['--csv', 'a table of the lines of one import: outcome, path, articles, code, sentence'],
      libraryHelp,
      jsonHelp,
    ],
  },
  clip: {
    usage: 'clip --headline TEXT [--source NAME] [--date DATE] [--image FILE] [--text FILE|-] …',
    about:
      'Add a clipping: a picture with what you say about it, or a text of your own. It is kept as a file of its own (Markdown; with a picture, a ZIP that stores both) and read like any other.',
    options: {
      ...library,
      ...json,
      headline: { type: 'string' },
      source: { type: 'string' },
      byline: { type: 'string' },
      date: { type: 'string' },
      language: { type: 'string' },
      collection: { type: 'string' },
      image: { type: 'string' },
      text: { type: 'string' },
    },
    optionHelp: [
      ['--headline TEXT', 'its headline'],
      ['--source NAME', 'who published it'],
      ['--byline NAME', 'who wrote it'],
      ['--date DATE', 'when, as far as it is known: 2007, 2007-11, 2007-11-28, "2007-11-28 11:49 GMT"'],
      ['--language CODE', 'its language: en, sr-Cyrl, sq; else it is found out from the text'],
      ['--collection NAME', 'the collection it goes into; Clippings when none is named'],
      ['--image FILE', 'a picture of it: PNG, JPEG, WebP, GIF or TIFF'],
      ['--text FILE', 'its text, plain or Markdown, in UTF-8; - is standard input'],
      libraryHelp,
      jsonHelp,
    ],
  },
  correct: {
    usage: 'correct ID [--headline TEXT] [--date DATE] [--source NAME] …',
    about:
      'Put an article right. What its source gave is kept and shown beside it; - stands for nothing (--byline -).',
    options: {
      ...library,
      ...json,
      headline: { type: 'string' },
      date: { type: 'string' },
      source: { type: 'string' },
      byline: { type: 'string' },
      language: { type: 'string' },
      revert: { type: 'string' },
    },
    optionHelp: [
      ['--headline TEXT', 'the right headline'],
      [
        '--date DATE',
        'when it was published, as far as it is known: 2007, 2007-11, 2007-11-28, 2007-11-28T11:49Z',
      ],
      ['--source NAME', 'who published it'],
      ['--byline NAME', 'who wrote it'],
      ['--language CODE', 'its language: en, sr-Cyrl, sq'],
      ['--revert FIELDS', 'show again what the source gave: headline,date,source,byline,language or all'],
      libraryHelp,
      jsonHelp,
    ],
  },
  delete: {
    usage: 'delete ID…',
    about:
      'Delete articles for good, with their originals, from the database and the index. Copies and backups elsewhere are not touched.',
    options: { ...library, ...json },
    optionHelp: [libraryHelp, jsonHelp],
  },
  watch: {
    usage: 'watch [add|remove|list|run] …',
    about:
      'Import the files of folders as they arrive, when they are whole. The application does it too while it is open. What is removed from a folder stays in the library.',
    options: { ...library, ...json, collection: { type: 'string' } },
    actions: [
      ['list', 'the folders that are watched (also without a word)'],
      ['add FOLDER', 'watch a folder'],
      ['remove FOLDER', 'watch it no longer'],
      ['run', 'import what arrives, until Ctrl-C'],
    ],
    optionHelp: [['--collection NAME', 'the collection its articles go into'], libraryHelp, jsonHelp],
  },
  collections: {
    usage: 'collections [list|create|rename|merge|move|delete|undo] …',
    about:
      'Look after collections: every article is in one. What is done to them can be taken back; articles that are deleted with a collection cannot.',
    options: { ...library, ...json, into: { type: 'string' }, 'with-articles': { type: 'boolean' } },
    actions: [
      ['list', 'every collection with its articles and days (also without a word)'],
      ['create NAME', 'a collection without articles'],
      ['rename NAME NEW', 'give it another name'],
      ['merge NAME… --into NAME', 'move all their articles into one, and remove the others'],
      ['move ID… --into NAME', 'move articles; the first digits of their ids are enough'],
      ['delete NAME --into OTHER', 'remove it; its articles go into another'],
      ['delete NAME --with-articles', 'delete it and its articles with their originals, for good'],
      ['undo', 'take the last change back; the last ten are remembered'],
    ],
    optionHelp: [
      ['--into NAME', 'the collection that articles go into; it is made when it is new'],
      ['--with-articles', 'with delete: the articles too'],
      libraryHelp,
      jsonHelp,
    ],
  },
  index: {
    usage: 'index stats|verify|rebuild|merge',
    about:
      'Look after the search index. It is made from the library, so that nothing is lost with it. Ctrl-C stops rebuild and merge; what is searched stays whole.',
    options: { ...library, ...json, purge: { type: 'boolean' } },
    actions: [
      ['stats', 'its parts, how large they are, and how far it follows the library'],
      ['verify', 'read every byte of it; exit 1 when anything is damaged'],
      ['rebuild', 'make it anew from the library; what is there is searched meanwhile'],
      ['merge', 'make one part of all, without what was removed'],
    ],
    optionHelp: [
      ['--purge', 'with merge: promise that words of removed articles are gone from the index’s files'],
      libraryHelp,
      jsonHelp,
    ],
  },
} as const satisfies Record<string, CommandDescription>;

export type CommandName = keyof typeof commandTable;

/** Whether this is the name of a command. */
export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commandTable, name);
}

import { fieldSynonyms } from '../../archive/model/query-fields.ts';
import { searchFields } from '../../archive/model/search.ts';
import { commands, type Command, type CommandId, type MenuName } from '../../main/bridge/commands.ts';

/** One line of the query language: what to write, and what it means. */
export interface QueryRule {
  /** Searches that can be tried. */
  readonly examples: readonly string[];
  readonly meaning: string;
}

const fields = searchFields.join(', ');
const synonyms = fieldSynonyms.map(([said, meant]) => `${said} for ${meant}`).join(', ');

/** The query language, one rule a line, with examples that find something in the bundled collection. */
export const queryRules: readonly QueryRule[] = [
  {
    examples: ['kosovo talks'],
    meaning:
      'Articles with all the words. When no article has them all, those with any of them are shown, and the answer says so. The switch beside the box asks for any word from the start.',
  },
  {
    examples: ['"final status"', '"status of Kosovo"'],
    meaning:
      'In quotation marks: exactly these words, one after the other. Spellings and scripts still do not matter, endings do.',
  },
  {
    examples: ['"kosovo talks"~5', '"kosovo talks"~>5'],
    meaning: 'The words near each other, at most five others between, in any order; with > in this order.',
  },
  {
    examples: ['belgrade OR pristina', '(belgrade OR pristina) AND troika', 'kosovo NOT troika'],
    meaning:
      'One of two, both, or not the second. Brackets hold together what belongs together. The signs && || ! say the same as AND OR NOT.',
  },
  {
    examples: ['independence +russia', 'kosovo -troika'],
    meaning: 'A word that must be there, and one that must not.',
  },
  {
    examples: ['date:2007-11', 'date:2007-11..2008-02', 'date:>2007', 'date:none'],
    meaning:
      'The day, month or year of publication; from one to another; after or before one (with = it counts too); no date at all.',
  },
  {
    examples: ['source:"BBC News"', 'lang:sr'],
    meaning: 'The source, and the language by its code: en, sq for Albanian, sr for Serbian in both scripts.',
  },
  {
    examples: ['headline:talks', 'headline:(talks OR status)', 'listed:bubble'],
    meaning: `Words in one field only. The fields are ${fields}; listed are the headlines that a page points to. Other names are understood too: ${synonyms}.`,
  },
  {
    examples: ['independ*', '*ation', 'neg*tion', 'Kosov?'],
    meaning: 'An asterisk stands for any letters, a question mark for exactly one; anywhere in a word.',
  },
  { examples: ['ahtisari~1'], meaning: 'Words that differ by up to so many letters, two at most.' },
  { examples: ['kosovo^4 serbia'], meaning: 'A word that counts so many times as much in the order.' },
  {
    examples: ['Тачи', 'Prishtinë', 'Priština'],
    meaning:
      'Names are found in all their spellings: with and without diacritics, in Latin and in Cyrillic, in Albanian, Serbian and English. The answer says which were matched.',
  },
  {
    examples: ['Thaci'],
    meaning:
      'Exact Spelling, in the Edit menu, turns that off: only the letters as you wrote them count, without other endings of a word.',
  },
];

export interface ShortcutLine {
  readonly id: CommandId;
  readonly label: string;
  readonly accelerator: string;
}

const names: Readonly<Record<MenuName, string>> = {
  file: 'File',
  edit: 'Search',
  view: 'View',
  go: 'Go',
  help: 'Help',
};

/** Every command with a shortcut, by the menu it stands in, in the menus' order. */
export function shortcutGroups(): readonly {
  readonly name: string;
  readonly lines: readonly ShortcutLine[];
}[] {
  const all = Object.entries(commands) as [CommandId, Command][];
  return Object.entries(names).flatMap(([menu, name]) => {
    const lines = all.flatMap(([id, command]) =>
      command.menu === menu && command.shortcut !== undefined
        ? [{ id, label: command.label, accelerator: command.shortcut }]
        : [],
    );
    return lines.length === 0 ? [] : [{ name, lines }];
  });
}

/** Keys that are no commands: they act where the focus is. */
export const placeKeys: readonly { readonly keys: readonly string[]; readonly meaning: string }[] = [
  { keys: ['/'], meaning: 'To the search box' },
  { keys: ['Down'], meaning: 'Through the completions; else from the box into the results' },
  { keys: ['Tab'], meaning: 'Take the chosen completion' },
  { keys: ['Enter'], meaning: 'Read the chosen result' },
  { keys: ['Esc'], meaning: 'Close the completions; back to the search box; clear it' },
];

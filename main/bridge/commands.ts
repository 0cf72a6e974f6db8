/** Where a command stands in the application menu; `null` keeps it out of the menu. */
export type MenuName = 'file' | 'edit' | 'view' | 'go' | 'help';

export interface Command {
  readonly label: string;
  readonly menu: MenuName;
  /** Electron accelerator syntax; the renderer shows it, the menu binds it. */
  readonly shortcut?: string;
  /** Commands with the same group are drawn as radio items, each checked when it is the current one. */
  readonly group?: string;
  /** Drawn with a tick when it is on. */
  readonly toggle?: boolean;
  /** A line is drawn above it. */
  readonly separated?: boolean;
  /** Carried out by the main process, always possible; all others are the renderer's. */
  readonly main?: boolean;
}

/** Every command of the application, once: the menu, the shortcuts and their help are all made from it. */
export const commands = {
  'import-files': { label: 'Import Files…', menu: 'file', shortcut: 'CmdOrCtrl+O', main: true },
  'import-folder': { label: 'Import Folder…', menu: 'file', shortcut: 'CmdOrCtrl+Shift+O', main: true },
  'new-article': { label: 'New Article…', menu: 'file', shortcut: 'CmdOrCtrl+N' },
  'show-imports': { label: 'Import Reports…', menu: 'file' },
  'new-library': { label: 'New Library…', menu: 'file', separated: true, main: true },
  'open-library': { label: 'Open Library…', menu: 'file', main: true },
  'verify-library': { label: 'Verify the Library', menu: 'file', separated: true, main: true },
  'back-up-library': { label: 'Back Up the Library…', menu: 'file', main: true },
  'reveal-library': { label: 'Show Library Folder', menu: 'file', main: true },

  'new-collection': { label: 'New Collection…', menu: 'edit', separated: true },
  'move-to-collection': {
    label: 'Move to Collection…',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Shift+M',
  },
  'undo-collections': { label: 'Undo Collection Change', menu: 'edit' },
  'correct-article': {
    label: 'Correct the Article…',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Shift+E',
    separated: true,
  },
  'undo-correction': { label: 'Undo Correction', menu: 'edit' },
  'delete-article': {
    label: 'Delete Article and Original…',
    menu: 'edit',
    shortcut: 'CmdOrCtrl+Shift+Delete',
  },
  'focus-search': { label: 'Search the Archive', menu: 'edit', shortcut: 'CmdOrCtrl+F', separated: true },
  'next-mark': { label: 'Next Mark', menu: 'edit', shortcut: 'F3' },
  'previous-mark': { label: 'Previous Mark', menu: 'edit', shortcut: 'Shift+F3' },
  'match-all': { label: 'Match All Words', menu: 'edit', group: 'match', separated: true },
  'match-any': { label: 'Match Any Word', menu: 'edit', group: 'match' },
  'exact-spelling': { label: 'Exact Spelling', menu: 'edit', shortcut: 'CmdOrCtrl+E', toggle: true },

  'view-clean': { label: 'Clean', menu: 'view', shortcut: 'CmdOrCtrl+1', group: 'view' },
  'view-side': { label: 'Side by Side', menu: 'view', shortcut: 'CmdOrCtrl+2', group: 'view' },
  'view-original': { label: 'Original', menu: 'view', shortcut: 'CmdOrCtrl+3', group: 'view' },
  'theme-system': { label: 'Theme of the System', menu: 'view', group: 'theme', separated: true },
  'theme-light': { label: 'Light', menu: 'view', group: 'theme' },
  'theme-dark': { label: 'Dark', menu: 'view', group: 'theme' },
  'sort-relevance': { label: 'Sort by Relevance', menu: 'view', group: 'sort', separated: true },
  'sort-newest': { label: 'Newest First', menu: 'view', group: 'sort' },
  'sort-oldest': { label: 'Oldest First', menu: 'view', group: 'sort' },

  back: { label: 'Back', menu: 'go', shortcut: 'Alt+Left' },
  forward: { label: 'Forward', menu: 'go', shortcut: 'Alt+Right' },
  'front-page': { label: 'Front Page', menu: 'go', shortcut: 'CmdOrCtrl+Shift+H', separated: true },
  'all-articles': { label: 'All Articles', menu: 'go', shortcut: 'CmdOrCtrl+Shift+A' },
  'library-page': { label: 'The Library', menu: 'go', shortcut: 'CmdOrCtrl+Shift+L' },
  'next-result': { label: 'Next Result', menu: 'go', shortcut: 'CmdOrCtrl+Down', separated: true },
  'previous-result': { label: 'Previous Result', menu: 'go', shortcut: 'CmdOrCtrl+Up' },

  shortcuts: { label: 'Keyboard and Query Help', menu: 'help', shortcut: 'F1' },
  about: { label: 'About Cuttings', menu: 'help', separated: true },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** What the renderer tells the menu: which commands can act now, and which are on. */
export interface CommandState {
  readonly enabled: readonly CommandId[];
  readonly checked: readonly CommandId[];
}

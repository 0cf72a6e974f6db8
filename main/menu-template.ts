import type { MenuItemConstructorOptions } from 'electron';
import type { Command, CommandId, MenuName } from './bridge/commands.ts';
import { commands } from './bridge/commands.ts';

/** What decides the shape of the menu; what is enabled changes later, in place. */
export interface MenuShape {
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly developerTools: boolean;
  readonly run: (command: CommandId) => void;
  /** The libraries that were open before, the last first. */
  readonly recent?: readonly { readonly label: string; readonly hint: string }[];
  readonly openRecent?: (index: number) => void;
}

type Item = MenuItemConstructorOptions;

const line: Item = { type: 'separator' };

/** All commands in the order of the table, with the table's types widened to what a command may have. */
export function allCommands(): readonly (readonly [CommandId, Command])[] {
  return Object.entries(commands) as [CommandId, Command][];
}

function commandItem(id: CommandId, command: Command, shape: MenuShape): Item {
  return {
    id,
    label: command.label,
    type: command.group === undefined ? (command.toggle === true ? 'checkbox' : 'normal') : 'radio',
    enabled: false,
    click: () => shape.run(id),
    ...(command.shortcut === undefined ? {} : { accelerator: command.shortcut }),
  };
}

function recentLibraries({ recent = [], openRecent }: MenuShape): Item {
  const submenu = recent.map(({ label, hint }, index) => ({
    // Two libraries may have folders of one name.
    label: recent.filter((one) => one.label === label).length > 1 ? `${label} (${hint})` : label,
    toolTip: hint,
    click: () => openRecent?.(index),
  }));
  return { label: 'Open Recent', submenu, enabled: submenu.length > 0 };
}

function commandItems(menu: MenuName, shape: MenuShape): Item[] {
  return allCommands()
    .filter(([id, command]) => command.menu === menu && !(shape.platform === 'darwin' && id === 'about'))
    .flatMap(([id, command]) => {
      const item = commandItem(id, command, shape);
      const items = id === 'open-library' ? [item, recentLibraries(shape)] : [item];
      return command.separated === true ? [line, ...items] : items;
    });
}

function applicationMenu(shape: MenuShape): Item {
  return {
    role: 'appMenu',
    label: 'Cuttings',
    submenu: [
      commandItem('about', commands.about, shape),
      line,
      { role: 'services' },
      line,
      { role: 'hide', label: 'Hide Cuttings' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit', label: 'Quit Cuttings' },
    ],
  };
}

const editing: Item[] = [
  { role: 'undo' },
  { role: 'redo' },
  line,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'delete' },
  { role: 'selectAll' },
];

function viewing(shape: MenuShape): Item[] {
  const development: Item[] = [line, { role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    line,
    { role: 'resetZoom', label: 'Actual Size' },
    { role: 'zoomIn' },
    // The same key without Shift, as every browser has it.
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
    { role: 'zoomOut' },
    line,
    { role: 'togglefullscreen' },
    ...(shape.developerTools ? development : []),
  ];
}

function windowMenu(shape: MenuShape): Item {
  const mac = shape.platform === 'darwin';
  const items: Item[] = mac
    ? [{ role: 'minimize' }, { role: 'zoom' }, line, { role: 'close' }, { role: 'front' }]
    : [{ role: 'minimize' }, { role: 'close' }];
  return { label: 'Window', submenu: items, ...(mac ? { role: 'windowMenu' as const } : {}) };
}

/** The application menu of a platform: every command of the table that has a menu, and the platform's own. */
export function menuTemplate(shape: MenuShape): Item[] {
  const mac = shape.platform === 'darwin';
  const leave: Item[] = mac
    ? [line, { role: 'close' }]
    : [line, { role: 'quit', label: shape.platform === 'win32' ? 'Exit' : 'Quit' }];
  return [
    ...(mac ? [applicationMenu(shape)] : []),
    { label: 'File', submenu: [...commandItems('file', shape), ...leave] },
    { label: 'Edit', submenu: [...editing, ...commandItems('edit', shape)] },
    { label: 'View', submenu: [...commandItems('view', shape), ...viewing(shape)] },
    { label: 'Go', submenu: commandItems('go', shape) },
    windowMenu(shape),
    { label: 'Help', submenu: commandItems('help', shape), ...(mac ? { role: 'help' as const } : {}) },
  ];
}

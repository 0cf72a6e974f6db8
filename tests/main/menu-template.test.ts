import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { commands } from '../../main/bridge/commands.ts';
import { menuTemplate } from '../../main/menu-template.ts';

type Item = MenuItemConstructorOptions;
const run: string[] = [];
const template = (platform: 'linux' | 'darwin' | 'win32', developerTools = false) =>
  menuTemplate({ platform, developerTools, run: (id) => run.push(id) });
const below = (item: Item): Item[] => (Array.isArray(item.submenu) ? item.submenu : []);
const all = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...all(below(item))]);

describe('the application menu', () => {
  test.each(['linux', 'darwin', 'win32'] as const)(
    'has every command once on %s, disabled at first',
    (platform) => {
      const items = all(template(platform)).filter(({ id }) => id !== undefined);
      expect(items.map(({ id }) => id).sort()).toEqual(Object.keys(commands).sort());
      expect(items.every(({ enabled }) => enabled === false)).toBe(true);
    },
  );

  test('binds each shortcut of the table, and no key twice', () => {
    const keys = all(template('linux', true)).flatMap(({ accelerator }) =>
      accelerator ? [accelerator] : [],
    );
    expect(new Set(keys).size).toBe(keys.length);
    const shortcuts = Object.values(commands).flatMap((command) =>
      'shortcut' in command ? [command.shortcut] : [],
    );
    expect(keys).toEqual(expect.arrayContaining(shortcuts));
  });

  test('draws groups as radio items, next to each other, and toggles with a tick', () => {
    const view = below(template('linux')[2] ?? {}).map(({ id, type }) => `${type}:${id ?? ''}`);
    expect(view.slice(0, 8)).toEqual([
      'radio:view-clean',
      'radio:view-side',
      'radio:view-original',
      'separator:',
      'radio:theme-system',
      'radio:theme-light',
      'radio:theme-dark',
      'separator:',
    ]);
    expect(all(template('linux')).find(({ id }) => id === 'exact-spelling')?.type).toBe('checkbox');
  });

  test('has the platform’s own parts where they belong', () => {
    const roles = (platform: 'linux' | 'darwin' | 'win32', tools = false) =>
      all(template(platform, tools)).flatMap(({ role }) => (role ? [role] : []));
    expect(template('darwin').map(({ label, role }) => role ?? label)).toEqual([
      'appMenu',
      'File',
      'Edit',
      'View',
      'Go',
      'windowMenu',
      'help',
    ]);
    expect(roles('linux')).toEqual(
      expect.arrayContaining(['quit', 'copy', 'paste', 'zoomIn', 'togglefullscreen']),
    );
    expect(roles('linux')).not.toContain('services');
    expect(roles('linux')).not.toContain('toggleDevTools');
    expect(roles('linux', true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  });

  test('runs the command that is chosen', () => {
    const item = all(template('win32')).find(({ id }) => id === 'next-mark');
    (item?.click as () => void)();
    expect(run).toEqual(['next-mark']);
  });
});

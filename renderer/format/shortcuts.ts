import type { Bridge } from '../../main/bridge/bridge.ts';

type Platform = Bridge['platform'];

const macKeys: ReadonlyMap<string, string> = new Map([
  ['CmdOrCtrl', '⌘'],
  ['CommandOrControl', '⌘'],
  ['Cmd', '⌘'],
  ['Ctrl', '⌃'],
  ['Alt', '⌥'],
  ['Option', '⌥'],
  ['Shift', '⇧'],
]);
const otherKeys: ReadonlyMap<string, string> = new Map([
  ['CmdOrCtrl', 'Ctrl'],
  ['CommandOrControl', 'Ctrl'],
  ['Cmd', 'Meta'],
]);
const arrows: ReadonlyMap<string, string> = new Map([
  ['Left', '←'],
  ['Right', '→'],
  ['Up', '↑'],
  ['Down', '↓'],
]);

/** The keys of an Electron accelerator as they are named on a platform's keyboards: `Ctrl`, `F`, or `⌘`, `F`. */
export function shortcutKeys(accelerator: string, platform: Platform): readonly string[] {
  const names = platform === 'darwin' ? macKeys : otherKeys;
  return accelerator.split('+').map((key) => names.get(key) ?? arrows.get(key) ?? key);
}

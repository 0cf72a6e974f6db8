import type { Bridge } from '../../main/bridge/bridge.ts';
import { commands, type Command, type CommandId } from '../../main/bridge/commands.ts';

/** The keys of Electron's accelerators whose names are not those of the page. */
const keyNames: Readonly<Record<string, string>> = {
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Plus: '+',
  Space: ' ',
};

/**
 * The command whose shortcut was pressed, or null. The menu binds the same shortcuts; handling them here too makes
 * them work where no menu sees the keys, and a handled key never reaches the menu.
 */
export function commandFor(event: KeyboardEvent, platform: Bridge['platform']): CommandId | null {
  for (const [id, command] of Object.entries(commands) as [CommandId, Command][]) {
    if (command.shortcut !== undefined && isPressed(command.shortcut, event, platform)) return id;
  }
  return null;
}

function isPressed(accelerator: string, event: KeyboardEvent, platform: Bridge['platform']): boolean {
  const parts = accelerator.split('+');
  const name = parts.pop() ?? '';
  const main = parts.includes('CmdOrCtrl');
  const mac = platform === 'darwin';
  const wanted = {
    ctrlKey: parts.includes('Ctrl') || (main && !mac),
    metaKey: parts.includes('Cmd') || (main && mac),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
  const key = keyNames[name] ?? name;
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    event.ctrlKey === wanted.ctrlKey &&
    event.metaKey === wanted.metaKey &&
    event.altKey === wanted.altKey &&
    event.shiftKey === wanted.shiftKey
  );
}

/** Whether keys go into a text under the caret, so that a bare letter or sign is not a shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

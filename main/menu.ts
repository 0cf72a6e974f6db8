import { Menu } from 'electron';
import type { CommandId, CommandState } from './bridge/commands.ts';
import type { MenuShape } from './menu-template.ts';
import { allCommands, menuTemplate } from './menu-template.ts';

/** The application menu, kept in step with what can act. */
export interface ApplicationMenu {
  /** Shows what the window says of its commands and what main says of its own. */
  update(state: CommandState, mainCommands: readonly CommandId[]): void;
}

/** Sets the application menu. All commands are disabled until the first `update`. */
export function setupMenu(shape: MenuShape): ApplicationMenu {
  const menu = Menu.buildFromTemplate(menuTemplate(shape));
  Menu.setApplicationMenu(menu);
  return {
    update: (state, mainCommands) => {
      const enabled = new Set<CommandId>([...state.enabled, ...mainCommands]);
      const checked = new Set(state.checked);
      for (const [id, command] of allCommands()) {
        const item = menu.getMenuItemById(id);
        if (item === null) continue;
        const possible = command.main === true ? mainCommands.includes(id) : enabled.has(id);
        item.enabled = possible;
        if (item.type === 'checkbox') item.checked = checked.has(id);
        // Setting a radio item at all makes it the chosen one, so only that one is set.
        if (item.type === 'radio' && checked.has(id)) item.checked = true;
      }
    },
  };
}

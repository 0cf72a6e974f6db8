import type { ElectronApplication } from 'playwright';
import type { CommandId } from '../../../main/bridge/commands.ts';

/** How a command stands in the application menu. */
export interface MenuItemState {
  readonly label: string;
  readonly enabled: boolean;
  readonly checked: boolean;
}

/** Chooses a command in the application menu, as a person would; one that is disabled cannot be chosen. */
export async function chooseCommand(application: ElectronApplication, id: CommandId): Promise<void> {
  await application.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`There is no ${wanted} in the menu.`);
    if (!item.enabled) throw new Error(`${wanted} is disabled.`);
    item.click();
  }, id);
}

/** How a command stands in the menu now; null when it is not in it. */
export async function commandInMenu(
  application: ElectronApplication,
  id: CommandId,
): Promise<MenuItemState | null> {
  return application.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    return item ? { label: item.label, enabled: item.enabled, checked: item.checked } : null;
  }, id);
}

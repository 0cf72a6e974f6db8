import type { ElectronApplication } from 'playwright';
import type { CommandId } from '../../../main/bridge/commands.ts';

/** How a command stands in the application menu. */
export interface MenuItemState {
  readonly label: string;
  readonly enabled: boolean;
  readonly checked: boolean;
}

const patienceMilliseconds = 15_000;

/**
 * Chooses a command in the application menu, as a person would: as soon as it is enabled, for one that is not cannot be
 * chosen. Throws when it stays disabled.
 */
export async function chooseCommand(application: ElectronApplication, id: CommandId): Promise<void> {
  const limit = Date.now() + patienceMilliseconds;
  while (!(await clickWhenEnabled(application, id))) {
    if (Date.now() > limit) throw new Error(`${id} is disabled.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function clickWhenEnabled(application: ElectronApplication, id: CommandId): Promise<boolean> {
  return application.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`There is no ${wanted} in the menu.`);
    if (item.enabled) (item.click as () => void)();
    return item.enabled;
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

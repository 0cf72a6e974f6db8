import { dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { externalAddress } from './external.ts';
import { note } from './notes.ts';

/** Lets a person choose files or folders to import; empty when they chose none. */
export async function chooseImport(
  window: BrowserWindow,
  what: 'files' | 'folder',
): Promise<readonly string[]> {
  const chosen = await dialog.showOpenDialog(window, {
    title: what === 'files' ? 'Import files' : 'Import a folder',
    buttonLabel: 'Choose',
    properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections'],
  });
  return chosen.canceled ? [] : chosen.filePaths;
}

/** Lets a person choose where the library is copied to; null when they did not. */
export async function chooseBackupFolder(window: BrowserWindow): Promise<string | null> {
  const chosen = await dialog.showOpenDialog(window, {
    title: 'Back up the library',
    buttonLabel: 'Back up here',
    message: 'Choose an empty folder, or one with an earlier backup of this library.',
    properties: ['openDirectory', 'createDirectory'],
  });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

/** Lets a person choose where a file is saved; null when they do not want it. */
export async function chooseSave(
  window: BrowserWindow,
  name: string,
  filter: { readonly name: string; readonly extensions: string[] },
): Promise<string | null> {
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: name,
    filters: [filter],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}

/** Opens an address in the person's own browser or mail program, after showing it and asking. */
export async function openExternal(window: BrowserWindow, address: string): Promise<void> {
  const allowed = externalAddress(address);
  if (allowed === null) {
    note(`refused to open an address: ${address.slice(0, 200)}`);
    return;
  }
  const mail = allowed.startsWith('mailto:');
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: mail ? 'Write a message in your mail program?' : 'Open this page in your browser?',
    detail: `${allowed}\n\nCuttings itself never goes online; your ${mail ? 'mail program' : 'browser'} will.`,
    buttons: ['Cancel', mail ? 'Write' : 'Open'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response !== 1) return;
  try {
    await shell.openExternal(allowed);
  } catch (error) {
    await sayError(window, 'The address could not be opened.', String(error));
  }
}

/** Says that something failed, over the window. */
export async function sayError(window: BrowserWindow, message: string, detail: string): Promise<void> {
  await dialog.showMessageBox(window, { type: 'error', message, detail, buttons: ['OK'] });
}

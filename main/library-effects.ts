import fs from 'node:fs';
import path from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { libraryRisk } from '../archive/library/library-risk.ts';
import { sayError } from './dialogs.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { FolderKind, LibraryEffects } from './library-desk.ts';
import { LibrariesStore } from './libraries-store.ts';
import { note } from './notes.ts';

/** What a folder is. One that cannot be read is `other`: nothing is made in it. */
export function folderKind(folder: string): FolderKind {
  try {
    const names = fs.readdirSync(folder);
    if (names.includes('library.sqlite')) return 'library';
    return names.length === 0 ? 'empty' : 'other';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'absent' : 'other';
  }
}

/** The libraries of this person, kept beside the settings; a picture leaves no trace. */
export function librariesStore({ screenshot }: LaunchOptions): LibrariesStore {
  const file = path.join(app.getPath('userData'), 'libraries.json');
  return new LibrariesStore({
    read: (parse) => readJsonFile(file, parse, note),
    write: (known) => {
      if (screenshot !== null) return;
      try {
        writeJsonFile(file, known);
      } catch (error) {
        note(`The list of libraries could not be kept: ${String(error)}`);
      }
    },
  });
}

/** Why another library cannot be opened while something goes on, or null. */
export function whyBusy(importing: boolean, caring: boolean): string | null {
  if (importing) return 'An import is under way. Wait until it ends, or cancel it; what has come in stays.';
  return caring ? 'This library is being verified or backed up. Wait until that ends, or stop it.' : null;
}

async function chooseLibrary(over: BrowserWindow | null): Promise<string | null> {
  if (over === null) return null;
  const chosen = await dialog.showOpenDialog(over, {
    title: 'Open a library',
    buttonLabel: 'Open',
    message: 'Choose the folder that holds library.sqlite.',
    properties: ['openDirectory'],
  });
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}

async function nameLibrary(over: BrowserWindow | null): Promise<string | null> {
  if (over === null) return null;
  const chosen = await dialog.showSaveDialog(over, {
    title: 'New library',
    buttonLabel: 'Make it',
    nameFieldLabel: 'Name of its folder',
    defaultPath: path.join(app.getPath('documents'), 'Cuttings library'),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return chosen.canceled ? null : (chosen.filePath ?? null);
}

/** The system's dialogs and folders. */
export function libraryEffects(
  window: () => BrowserWindow | null,
): Omit<LibraryEffects, 'busy' | 'switchTo'> {
  return {
    kindOf: folderKind,
    riskOf: libraryRisk,
    chooseFolder: async () => chooseLibrary(window()),
    nameFolder: async () => nameLibrary(window()),
    sayError: async (message, detail) => {
      const over = window();
      if (over !== null) await sayError(over, message, detail);
    },
    askAnyway: async (message, detail) => {
      const over = window();
      if (over === null) return false;
      const buttons = ['Cancel', 'Make it there'];
      const { response } = await dialog.showMessageBox(over, {
        ...{ type: 'warning', message, detail, buttons, defaultId: 0, cancelId: 0, noLink: true },
      });
      return response === 1;
    },
  };
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { runtimeWarning } from './about.ts';
import type { LaunchOptions } from './launch-options.ts';
import { applicationArguments, readLaunchOptions, usage } from './launch-options.ts';
import { note } from './notes.ts';

/** The options of this start. Ends the process at once for `--help` (0) and wrong usage (2). */
export function readLaunch(): LaunchOptions {
  const args = applicationArguments(process.argv, app.isPackaged);
  const read = readLaunchOptions(args, process.env, process.cwd());
  if (!read.ok) {
    process.stderr.write(`cuttings: ${read.error} Try --help.\n`);
    process.exit(2);
  }
  if (read.value.help) {
    process.stdout.write(usage);
    process.exit(0);
  }
  const warning = runtimeWarning(process.versions['electron'] ?? '');
  if (warning !== null) note(warning);
  return read.value;
}

/** Removes a folder into which another process may still be writing its last file; tries a few times. */
function removeFolder(folder: string, tries = 5): void {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  } catch (error) {
    // Chromium writes into it to the very end. It lies where the system cleans up by itself.
    if (tries > 1) removeFolder(folder, tries - 1);
    else note(`${folder} could not be removed: ${String(error)}`);
  }
}

function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-picture-'));
  process.on('exit', () => removeFolder(folder));
  return folder;
}

/** Where settings and Chromium's own files go: a picture leaves no trace in the person's. */
export function setupUserData(launch: LaunchOptions): void {
  const folder = launch.screenshot === null ? launch.userData : temporaryFolder();
  if (folder === null) return;
  fs.mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
  app.setPath('sessionData', folder);
}

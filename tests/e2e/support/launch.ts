import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { applicationFolder, electronExecutable, machineSwitches, screenshotFolder } from './places.ts';

/** What a test wants to be different; everything else is fresh and temporary. */
export interface LaunchOptions {
  /** The library's folder; made by the application when it does not exist. */
  readonly library?: string;
  readonly userData?: string;
  /** Arguments of the application. */
  readonly args?: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The real application, driven by Playwright. */
export interface Launched {
  readonly application: ElectronApplication;
  readonly page: Page;
  readonly library: string;
  readonly userData: string;
  /** What it has written to standard error since its start was complete; Playwright keeps what came before. */
  readonly stderr: () => string;
  /** Ends it in good order and removes the temporary folders. */
  readonly close: () => Promise<void>;
}

/** A temporary folder, and how to remove it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-e2e-'));
  return {
    folder,
    remove: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }),
  };
}

/** The environment of a start: the person's own settings and library stay out of it. */
export function applicationEnvironment(
  library: string,
  userData: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[0] !== 'ELECTRON_RUN_AS_NODE',
  );
  return {
    ...Object.fromEntries(inherited),
    CUTTINGS_LIBRARY: library,
    CUTTINGS_USER_DATA: userData,
    ...more,
  };
}

/** Starts the application and waits for its window. Whoever calls must call `close`. */
export async function launchApplication(options: LaunchOptions = {}): Promise<Launched> {
  const temporary = temporaryFolder();
  const library = options.library ?? path.join(temporary.folder, 'library');
  const userData = options.userData ?? path.join(temporary.folder, 'user-data');
  electronExecutable(); // Says what to do when there is none.
  const application = await _electron.launch({
    // No executablePath: Playwright finds the same Electron through the electron package, and only then makes it wait
    // until it is attached. A window that opens meanwhile can leave it waiting for good.
    args: [...machineSwitches(), applicationFolder, ...(options.args ?? [])],
    env: applicationEnvironment(library, userData, options.env),
    // Playwright would emulate a light scheme otherwise, whatever the application chose.
    colorScheme: null,
  });
  let written = '';
  application.process().stderr?.on('data', (data: Buffer) => {
    written += data.toString();
  });
  const close = async (): Promise<void> => {
    await application.close();
    temporary.remove();
  };
  try {
    const page = await application.firstWindow();
    await page.waitForLoadState('load');
    return { application, page, library, userData, stderr: () => written, close };
  } catch (error) {
    await close();
    throw new Error(`The application opened no window. It wrote:\n${written}`, { cause: error });
  }
}

/** Keeps a picture of the page for people, as `artifacts/screenshots/<name>.png`. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  fs.mkdirSync(screenshotFolder, { recursive: true });
  await page.screenshot({ path: path.join(screenshotFolder, `${name}.png`), animations: 'disabled' });
}

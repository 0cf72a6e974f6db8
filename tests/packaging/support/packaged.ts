import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';

export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/u, '');
export const releaseFolder = path.join(projectRoot, 'release');
export const unpackedFolder = path.join(releaseFolder, 'linux-unpacked');

/** Pictures for people, as the end-to-end tests keep theirs. */
export const screenshotFolder = path.join(projectRoot, 'artifacts', 'screenshots');

const run = promisify(execFile);

/** Runs `npm run package` with these arguments and answers what it wrote to standard error. */
export async function packageApplication(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const script = path.join(projectRoot, 'scripts', 'package.mjs');
  const { stderr } = await run(process.execPath, [script, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stderr;
}

/** How a packaged application is started: by whom, and with what before it. */
export interface Start {
  readonly executable: string;
  /** Run it as the user `nobody`, whose sandbox works, in a virtual display of its own. Needs root. */
  readonly asNobody?: boolean;
}

const nobody = 65534;

/** The command line of a start; root cannot have Chromium's sandbox. */
function commandOf({ executable, asNobody = false }: Start, args: readonly string[]): [string, string[]] {
  const display =
    process.env['DISPLAY'] && !asNobody ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1600x1200x24'];
  const user = asNobody ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : [];
  const sandbox = process.getuid?.() === 0 && !asNobody ? ['--no-sandbox'] : [];
  const [command = '', ...rest] = [...user, ...display, executable, ...sandbox, ...args];
  return [command, rest];
}

/** A folder for everything that one start writes, open to whoever runs it. */
export function temporaryHome(): { readonly folder: string; readonly remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-packaged-'));
  fs.chmodSync(folder, 0o777);
  return {
    folder,
    remove: () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }),
  };
}

/** The environment of a start whose home is this folder. */
function environmentOf(home: string): NodeJS.ProcessEnv {
  const {
    ELECTRON_RUN_AS_NODE: _node,
    ELECTRON_OVERRIDE_DIST_PATH: _dist,
    XDG_CACHE_HOME: _cache,
    ...rest
  } = process.env;
  const more = {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, 'config'),
    XDG_DATA_HOME: path.join(home, 'data'),
  };
  return {
    ...rest,
    ...more,
    CUTTINGS_LIBRARY: path.join(home, 'library'),
    CUTTINGS_USER_DATA: path.join(home, 'settings'),
  };
}

/** Starts it with `--screenshot` and these arguments, waits for its end, and answers the picture. */
export async function screenshot(start: Start, home: string, args: readonly string[]): Promise<Buffer> {
  const file = path.join(home, 'window.png');
  const [command, rest] = commandOf(start, ['--screenshot', file, ...args]);
  await run(command, rest, { cwd: home, env: environmentOf(home), timeout: 60_000 });
  return fs.readFileSync(file);
}

/** The address at which Chromium listens, from what it says. */
async function devToolsAddress(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stream.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /DevTools listening on (ws:\S+)/u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    stream.on('end', () => reject(new Error(`The application ended early:\n${said}`)));
  });
}

/**
 * Starts it with these arguments and hands its window's browser to `use`. The fuses keep Node's inspector shut, so that
 * it is driven over Chromium's protocol.
 */
export async function drive(
  start: Start,
  home: string,
  args: readonly string[],
  use: (browser: Browser) => Promise<void>,
): Promise<void> {
  const [command, rest] = commandOf(start, ['--remote-debugging-port=0', ...args]);
  const child = spawn(command, rest, {
    cwd: home,
    env: environmentOf(home),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    // Electron refuses the browser-wide settings that Playwright would make.
    const address = await devToolsAddress(child.stderr);
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    try {
      await use(browser);
    } finally {
      await browser.close();
    }
  } finally {
    // The whole group: xvfb-run passes no signal on.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

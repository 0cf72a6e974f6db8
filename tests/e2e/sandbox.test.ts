import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationEnvironment, temporaryFolder } from './support/launch.ts';
import { applicationFolder, electronExecutable } from './support/places.ts';
import { pngSize, run } from './support/run.ts';

/** The traditional user and group without any right of its own: nobody, nogroup. */
const nobody = 65_534;
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

let folder: string;
let remove: () => void;

const place = (...names: readonly string[]) => path.join(folder, ...names);

/** A copy that an ordinary user can read, with the sandbox's helper as an installed package has it. */
function installForEverybody(): void {
  const dereference = { recursive: true, dereference: true };
  fs.cpSync(path.dirname(electronExecutable()), place('runtime'), dereference);
  for (const name of ['package.json', 'dist/main', 'dist/renderer', 'dist/collections'])
    fs.cpSync(path.join(applicationFolder, name), place('application', name), dereference);
  for (const name of ['@photostructure/sqlite', 'node-gyp-build']) {
    const from = path.join(applicationFolder, 'node_modules', name);
    if (fs.existsSync(from)) fs.cpSync(from, place('application/node_modules', name), dereference);
  }
  const helper = place('runtime/chrome-sandbox');
  fs.chownSync(helper, 0, 0);
  fs.chmodSync(helper, 0o4755);
  fs.mkdirSync(place('home'));
  fs.chownSync(place('home'), nobody, nobody);
  fs.chmodSync(folder, 0o755);
}

/** The arguments of setpriv that start the application as that user, on a display of its own. */
function asNobody(...args: readonly string[]): readonly string[] {
  const user = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--reset-env', '--no-new-privs'];
  // The setuid helper is one of Chromium's ways to a sandbox, and needs to be able to raise its rights.
  const withHelper = user.filter((argument) => argument !== '--no-new-privs');
  const settings = Object.entries(applicationEnvironment(place('home/library'), place('home/user-data')))
    .filter(([name]) => /^(?:PATH|LANG|CUTTINGS_LIBRARY|CUTTINGS_USER_DATA)$/u.test(name))
    .map(([name, value]) => `${name}=${value}`);
  const display = ['env', `HOME=${place('home')}`, ...settings, 'xvfb-run', '-a'];
  return [
    ...withHelper,
    ...display,
    place('runtime', path.basename(electronExecutable())),
    place('application'),
    ...args,
  ];
}

interface Running {
  readonly id: number;
  readonly commandLine: string;
  readonly status: string;
}

/** Our processes, by the folder of the copy; one that ends meanwhile is left out. */
function processes(): readonly Running[] {
  const ids = fs.readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  return ids.flatMap((name) => {
    try {
      const commandLine = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      if (!commandLine.startsWith(place('runtime'))) return [];
      return [{ id: Number(name), commandLine, status: fs.readFileSync(`/proc/${name}/status`, 'utf8') }];
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ESRCH') return [];
      throw error;
    }
  });
}

async function rendererOf(application: ChildProcess): Promise<Running> {
  const limit = Date.now() + 30_000;
  while (Date.now() < limit && application.exitCode === null) {
    const renderer = processes().find(({ commandLine }) => commandLine.includes('--type=renderer'));
    if (renderer !== undefined && /^Seccomp:\s*2$/mu.test(renderer.status)) return renderer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seen = processes().map(({ commandLine, status }) => [commandLine.slice(0, 300), status]);
  throw new Error(`No renderer came under seccomp. There were: ${JSON.stringify(seen)}`);
}

/** The process that has no `--type`: the first of them. */
const browserProcess = () => processes().find(({ commandLine }) => !commandLine.includes('--type='));

describe.skipIf(!isRoot)('as an ordinary user (skipped unless root, who can become one)', () => {
  beforeAll(() => {
    ({ folder, remove } = temporaryFolder());
    installForEverybody();
  });
  afterAll(() => remove());

  test('the page’s process is in Chromium’s sandbox', async () => {
    const application = spawn('setpriv', asNobody(), { stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => application.once('exit', resolve));
    const { status, commandLine } = await rendererOf(application);
    expect(commandLine).not.toContain('--no-sandbox');
    expect(/^Uid:\s*(.*)$/mu.exec(status)?.[1]).toBe(Array(4).fill(nobody).join('\t'));
    expect(/^CapEff:\s*(\w+)$/mu.exec(status)?.[1]).toMatch(/^0+$/u);
    expect(/^NoNewPrivs:\s*(\d)$/mu.exec(status)?.[1]).toBe('1');
    const browser = browserProcess();
    if (browser !== undefined) process.kill(browser.id, 'SIGTERM');
    expect(await ended).toBe(0);
  });

  test('it does its work', async () => {
    const file = place('home/picture.png');
    const ended = await run(
      'setpriv',
      asNobody('--screenshot', file, '--query', 'troika', '--size', '900x600'),
      {
        PATH: process.env['PATH'] ?? '',
      },
    );
    expect({ code: ended.code, stderr: ended.code === 0 ? '' : ended.stderr }).toEqual({
      code: 0,
      stderr: '',
    });
    expect(pngSize(file)).toEqual({ width: 900, height: 600 });
    expect(fs.statSync(file).uid).toBe(nobody);
  });
});

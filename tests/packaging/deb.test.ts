import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sizeOfPng } from './support/binary-formats.ts';
import {
  drive,
  packageApplication,
  projectRoot,
  releaseFolder,
  screenshot,
  screenshotFolder,
  temporaryHome,
} from './support/packaged.ts';
import { searchFor, windowOf } from './support/reading-room.ts';

const run = promisify(execFile);
const installed = { executable: '/opt/Cuttings/cuttings', asNobody: true };
const bbcHeadline = 'Final Kosovo talks end in failure';

function has(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`]);
    return true;
  } catch {
    // `command -v` fails for what is not there: that is the answer.
    return false;
  }
}

/** Why this machine cannot try a deb, or null. */
function obstacle(): string | null {
  if (process.platform !== 'linux' || !has('dpkg')) return 'needs a system with dpkg';
  if (process.getuid?.() !== 0) return 'needs root, to install a package';
  const missing = ['desktop-file-validate', 'setpriv', 'xvfb-run'].filter((program) => !has(program));
  if (missing.length > 0) return `needs ${missing.join(', ')}`;
  return fs.existsSync('/opt/Cuttings') ? 'would replace the Cuttings that is installed here' : null;
}

async function query(...args: string[]): Promise<string> {
  return (await run('dpkg-query', args)).stdout.trim();
}

/** What dpkg knows about the package, in its own words; `gone` when nothing. */
async function status(): Promise<string> {
  return query('-W', '-f=${db:Status-Status}', 'cuttings').catch(() => 'gone');
}

const why = obstacle();
describe.skipIf(why !== null)(`the deb${why === null ? '' : ` (${why})`}`, () => {
  let file = '';
  let files: string[] = [];
  const home = temporaryHome();

  beforeAll(async () => {
    fs.rmSync(releaseFolder, { recursive: true, force: true });
    // gz instead of xz: the package is thrown away in a moment.
    await packageApplication(['--linux', 'deb', '--x64', '--test-runtime', '-c.deb.compression=gz'], {
      CUSTOM_FPM_PATH: path.join(projectRoot, 'tests/packaging/fpm'),
    });
    const names = fs.readdirSync(releaseFolder).filter((name) => name.endsWith('.deb'));
    expect(names).toHaveLength(1);
    file = path.join(releaseFolder, names[0] ?? '');
    await run('dpkg', ['--install', file]);
    files = (await query('-L', 'cuttings')).split('\n');
  });
  afterAll(async () => {
    if ((await status()) !== 'gone') await run('dpkg', ['--purge', 'cuttings']);
    home.remove();
  });

  it('is what the configuration says', async () => {
    const fields = ['Package', 'Version', 'Architecture', 'Maintainer', 'Section', 'Homepage'];
    const { stdout } = await run('dpkg-deb', ['--field', file, ...fields]);
    const { version } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    expect(stdout).toBe(
      `Package: cuttings\nVersion: ${version}\nArchitecture: amd64\nMaintainer: The Cuttings authors <cuttings@example.org>\n` +
        'Section: text\nHomepage: https://example.org/cuttings\n',
    );
    const { stdout: depends } = await run('dpkg-deb', ['--field', file, 'Depends']);
    expect(depends).toContain('libgtk-3-0 | libgtk-3-0t64');
  });

  it('is installed whole, its dependencies met', async () => {
    expect(await status()).toBe('installed');
    const { stdout } = await run('dpkg', ['--verify', 'cuttings']);
    // The sandbox’s helper gets its mode from the package's script; nothing else differs from what was packed.
    expect(stdout).toBe('');
    const owned = files
      .map((name) => fs.lstatSync(name))
      .filter((found) => found.uid !== 0 || (found.mode & 0o022) !== 0);
    expect(owned.filter((found) => !found.isSymbolicLink())).toEqual([]);
  });

  it('has a place in the menu of applications', async () => {
    const entry = '/usr/share/applications/cuttings.desktop';
    const { stdout } = await run('desktop-file-validate', [entry]);
    expect(stdout).toBe('');
    const lines = fs.readFileSync(entry, 'utf8').split('\n');
    const expected = [
      'Name=Cuttings',
      'Exec=/opt/Cuttings/cuttings %F',
      'Icon=cuttings',
      'StartupWMClass=cuttings',
    ];
    expect(lines).toEqual(
      expect.arrayContaining([...expected, 'MimeType=text/plain;', 'Categories=Office;Database;']),
    );
    const icons = [16, 24, 32, 48, 64, 128, 256, 512].map(
      (side) => `/usr/share/icons/hicolor/${side}x${side}/apps/cuttings.png`,
    );
    expect(files).toEqual(expect.arrayContaining(icons));
    expect(fs.realpathSync('/usr/bin/cuttings')).toBe(installed.executable);
    expect(fs.readFileSync('/usr/share/doc/cuttings/copyright', 'utf8')).toContain('MIT License');
  });

  it('answers a search for an ordinary user, with the sandbox on', async () => {
    await drive(installed, home.folder, ['--query', 'Prishtinë'], async (browser) => {
      const page = await windowOf(browser);
      expect(await searchFor(page, 'unilateral declaration', bbcHeadline)).toContain('BBC News');
    });
  });

  it('takes a picture of itself', async () => {
    const png = await screenshot(installed, home.folder, ['--query', 'independence', '--size', '1200x800']);
    expect(sizeOfPng(png)).toEqual({ width: 1200, height: 800 });
    expect(png.length).toBeGreaterThan(30_000);
    fs.mkdirSync(screenshotFolder, { recursive: true });
    fs.writeFileSync(path.join(screenshotFolder, 'installed.png'), png);
  });

  it('is removed without a trace', async () => {
    await run('dpkg', ['--purge', 'cuttings']);
    expect(await status()).toBe('gone');
    const made = [
      '/usr/bin/cuttings',
      '/etc/alternatives/cuttings',
      '/etc/apparmor.d/cuttings',
      '/opt/Cuttings',
    ];
    const own = files.filter((name) => /cuttings/iu.test(name));
    expect(own.length).toBeGreaterThan(50);
    expect([...own, ...made].filter((name) => fs.existsSync(name))).toEqual([]);
  });
});

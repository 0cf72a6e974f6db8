import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { cacheFolder } from './paths.mjs';
import { capture } from './run.mjs';
import { say } from './say.mjs';

const dayMilliseconds = 24 * 60 * 60 * 1000;
/** A download of about 120 MB over a slow line; a server that cannot be reached fails much sooner by itself. */
const downloadMilliseconds = 15 * 60 * 1000;

/** @param {string} root */
const packageFolder = (root) => path.join(root, 'node_modules', 'electron');

/** @param {string} file */
function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

/** @param {string} root @returns {string} the version that package-lock.json pins */
function wantedVersion(root) {
  return JSON.parse(fs.readFileSync(path.join(packageFolder(root), 'package.json'), 'utf8')).version;
}

/**
 * The official Electron, if it is there already: the files that its own install.js leaves behind.
 * @param {string} root
 * @returns {{ folder: string, executable: string } | null}
 */
export function findOfficialElectron(root) {
  const folder = path.join(packageFolder(root), 'dist');
  const name = readIfThere(path.join(packageFolder(root), 'path.txt'));
  const version = readIfThere(path.join(folder, 'version'))?.replace(/^v/u, '').trim();
  if (name === null || version !== wantedVersion(root)) return null;
  const executable = path.join(folder, name);
  return fs.existsSync(executable) ? { folder, executable } : null;
}

/**
 * Whether a failed download is recent enough not to be tried again: a day, for the same version.
 * @param {{ version: string, at: number } | null} failure `at` in milliseconds since 1970
 * @param {string} version
 * @param {number} now
 */
export function isRecentFailure(failure, version, now) {
  if (failure === null || failure.version !== version) return false;
  return now >= failure.at && now - failure.at < dayMilliseconds;
}

const failureFile = () => path.join(cacheFolder(), 'electron-download-failed.json');

/** @returns {{ version: string, at: number, reason: string } | null} */
function readFailure() {
  const text = readIfThere(failureFile());
  if (text === null) return null;
  try {
    const { version, at, reason } = JSON.parse(text);
    return { version: String(version), at: Number(at), reason: String(reason) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** @param {string} version @param {string} reason */
function rememberFailure(version, reason) {
  fs.mkdirSync(cacheFolder(), { recursive: true });
  const temporary = `${failureFile()}.${process.pid}.tmp`;
  fs.writeFileSync(temporary, JSON.stringify({ version, at: Date.now(), reason }));
  fs.renameSync(temporary, failureFile());
}

/**
 * The first line of what a failed installation printed that says something.
 * @param {string} output
 */
export function reasonOf(output) {
  const lines = output.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /error|fail|timed? ?out|refused|denied|certificate/iu.test(line)) ??
    'no reason given'
  );
}

/**
 * Downloads the official Electron with its own install.js, which checks the archive against the checksums of its
 * package; of several processes one downloads. `null` when it cannot be had; the reason has been said.
 * @param {string} root
 * @param {{ retry?: boolean }} [options]
 */
export async function ensureOfficialElectron(root, { retry = false } = {}) {
  const version = wantedVersion(root);
  if (!retry && failedLately(version)) return null;
  return withLock(path.join(root, 'dist', '.electron.lock'), async () => {
    // Another process may have had its turn meanwhile, with one outcome or the other.
    const found = findOfficialElectron(root);
    if (found !== null || (!retry && failedLately(version))) return found;
    return download(root, version);
  });
}

/** Whether a download failed a short while ago; says so. @param {string} version */
function failedLately(version) {
  const failure = readFailure();
  if (!isRecentFailure(failure, version, Date.now())) return false;
  say(
    `Electron ${version} could not be downloaded earlier (${failure?.reason}); --retry-electron tries again`,
  );
  return true;
}

/** @param {string} root @param {string} version */
async function download(root, version) {
  say(`downloading Electron ${version}`);
  const script = path.join(packageFolder(root), 'install.js');
  const outcome = await capture(process.execPath, [script], { cwd: root, timeout: downloadMilliseconds });
  const found = outcome.code === 0 ? findOfficialElectron(root) : null;
  if (found !== null) {
    fs.rmSync(failureFile(), { force: true });
    return found;
  }
  const reason = reasonOf(`${outcome.stderr}\n${outcome.stdout}`);
  rememberFailure(version, reason);
  say(`Electron ${version} cannot be downloaded here: ${reason}`);
  return null;
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say, SetupError } from './say.mjs';

const heartbeatMilliseconds = 5_000;
const silentMilliseconds = 60_000;
const pollMilliseconds = 100;

/**
 * Runs `action` while no other process holds the same lock file. The holder touches its file every few seconds; a file
 * whose process is gone, or that has been silent for a minute, is taken over. Two set-ups at once therefore do the work
 * one after the other, and the second finds nothing left to do.
 * @template T
 * @param {string} file created and removed; its folder is created
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(file, action) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let said = false;
  while (!tryTake(file)) {
    if (!said) say('another set-up is running; waiting for it');
    said = true;
    await wait(pollMilliseconds);
  }
  const heartbeat = setInterval(() => touch(file), heartbeatMilliseconds);
  heartbeat.unref();
  const release = () => fs.rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await action();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function tryTake(file) {
  const mine = JSON.stringify({ pid: process.pid, host: os.hostname() });
  try {
    fs.writeFileSync(file, mine, { flag: 'wx' });
    return true;
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === 'EACCES' || code === 'EROFS')
      throw new SetupError(
        `${path.dirname(file)} cannot be written (${code}), and the set-up has work to do.`,
      );
    if (code !== 'EEXIST') throw error;
  }
  removeStale(file);
  return false;
}

/**
 * Moves a stale lock away under a name of our own first: of several processes that find it stale only one wins, and
 * what was moved is looked at once more, in case a new holder had come between.
 * @param {string} file
 */
function removeStale(file) {
  if (!isStale(file)) return;
  const aside = `${file}.${process.pid}.stale`;
  try {
    fs.renameSync(file, aside);
    if (!isStale(aside)) fs.linkSync(aside, file);
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
  fs.rmSync(aside, { force: true });
}

/**
 * Whether the holder of a lock file is gone. A file that has vanished is not stale: it was released.
 * @param {string} file
 * @param {number} [now] milliseconds
 */
export function isStale(file, now = Date.now()) {
  try {
    if (now - fs.statSync(file).mtimeMs > silentMilliseconds) return true;
    const { pid, host } = JSON.parse(fs.readFileSync(file, 'utf8'));
    return host === os.hostname() && !isAlive(pid);
  } catch (error) {
    // Gone, or written at this moment and not whole yet: ask again at the next turn.
    if (error instanceof SyntaxError || /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT')
      return false;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH';
  }
}

/** @param {string} file */
function touch(file) {
  const now = new Date();
  try {
    fs.utimesSync(file, now, now);
  } catch (error) {
    // Another process took the lock over while this one was suspended (a laptop's sleep): nothing is left to keep.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
}

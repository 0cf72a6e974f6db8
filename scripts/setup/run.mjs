import { spawn } from 'node:child_process';
import os from 'node:os';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 128 + the signal's number when a signal ended the program; 127 when there is no such program
 * @property {string} stdout
 * @property {string} stderr
 */

/** @param {number | null} code @param {NodeJS.Signals | null} signal */
export function exitCode(code, signal) {
  if (code !== null) return code;
  return 128 + (signal === null ? 0 : (os.constants.signals[signal] ?? 0));
}

/**
 * Runs a program and collects what it prints. Never throws for a program that fails or is absent.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeout?: number }} [options]
 * @returns {Promise<Outcome>}
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), stdout, stderr }));
  });
}

/**
 * Runs a program whose output is for the person: all of it goes to stderr. Answers the exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 2, 2], ...options });
    child.on('error', () => resolve(127));
    child.on('close', (code, signal) => resolve(exitCode(code, signal)));
  });
}

/**
 * Runs the program that this script was started for: same terminal, its exit code, and one end for both. With `group`
 * (POSIX only) it gets a process group of its own and signals go to the whole of it, which a wrapper such as
 * xvfb-run, that passes nothing on, needs.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { group?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function runInForeground(command, args, { group = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', detached: group, ...options });
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      // Without a group a terminal's Ctrl-C has reached the child already; a second SIGINT would be a second request.
      if (group && child.pid !== undefined) signalGroup(child.pid, signal === 'SIGINT' ? 'SIGTERM' : signal);
      else if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve(exitCode(code, signal));
    });
  });
}

/** @param {number} group @param {NodeJS.Signals} signal */
function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch (error) {
    // The group may have ended in this very moment.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Whether a program can be found in PATH.
 * @param {string} name
 */
export async function hasProgram(name) {
  return (await capture('sh', ['-c', `command -v -- "$1"`, 'sh', name])).code === 0;
}

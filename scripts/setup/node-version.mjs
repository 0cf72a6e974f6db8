import { SetupError } from './say.mjs';

/** @param {string} version such as `20.19.0`, with or without a `v` @returns {readonly [number, number]} */
function majorAndMinor(version) {
  const [major = 0, minor = 0] = version.replace(/^v/u, '').split('.').map(Number);
  return [major, minor];
}

/**
 * Whether a version satisfies a minimum written as `>=MAJOR.MINOR`, the one form package.json's `engines` uses here.
 * @param {string} version
 * @param {string} minimum
 */
export function isAtLeast(version, minimum) {
  const [major, minor] = majorAndMinor(version);
  const [neededMajor, neededMinor] = majorAndMinor(minimum.replace(/^>=\s*/u, ''));
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/**
 * @param {string} minimum package.json's `engines.node`
 * @throws {SetupError} when this Node is too old
 */
export function checkNodeVersion(minimum) {
  if (isAtLeast(process.versions.node, minimum)) return;
  throw new SetupError(
    `Node ${minimum.replace('>=', '')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

/**
 * @typedef {object} Skipped
 * @property {string} name of the test, with its groups and file
 * @property {string | null} note why, in the test's own words
 *
 * @typedef {object} Summary
 * @property {number} passed
 * @property {number} failed tests, and besides them files that could not be loaded and errors outside of any test
 * @property {readonly Skipped[]} skipped
 */

/** The last line of a run. @param {Summary} summary */
export function lastLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * Whether a test was left out because the shared corpora are not there: the one reason that CI accepts.
 * @param {Skipped} skipped
 */
export function needsShared({ name, note }) {
  return /\.\.\/shared|CUTTINGS_SHARED/u.test(`${name} ${note ?? ''}`);
}

/**
 * What is said about skipped tests, before the last line.
 * @param {Summary} summary
 * @returns {string[]} lines
 */
export function skippedLines({ skipped }) {
  if (skipped.length === 0) return [];
  const lines = skipped.map(({ name, note }) => `  ${name}${note === null ? '' : `: ${note}`}`);
  return [`${skipped.length} skipped:`, ...lines];
}

/**
 * The skipped tests that CI does not accept: all, but those that need the shared corpora where there are none.
 * @param {Summary} summary
 * @param {{ ci: boolean, sharedThere: boolean }} where
 */
export function unacceptable({ skipped }, { ci, sharedThere }) {
  if (!ci) return [];
  return skipped.filter((one) => sharedThere || !needsShared(one));
}

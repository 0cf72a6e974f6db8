import fs from 'node:fs';

/** @typedef {import('vitest/node').TestModule} TestModule */

/** @param {import('vitest/node').TestCase} test @returns {import('./summary.mjs').Skipped} */
function describeSkipped(test) {
  const result = test.result();
  const note = result.state === 'skipped' ? (result.note ?? null) : null;
  return { name: `${test.module.relativeModuleId} > ${test.fullName}`, note };
}

/** @param {readonly TestModule[]} modules @returns {import('./summary.mjs').Summary} */
function count(modules) {
  let passed = 0;
  let failed = 0;
  const skipped = [];
  for (const module of modules) {
    const before = failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'failed') failed += 1;
      // A test that never came to run belongs to a file or hook that failed; it is neither passed nor left out.
      else if (state === 'skipped' && module.state() !== 'failed') skipped.push(describeSkipped(test));
    }
    // A file that fails without a failed test could not be loaded, or one of its hooks threw.
    if (module.state() === 'failed' && failed === before) failed += 1;
  }
  return { passed, failed, skipped };
}

/**
 * A vitest reporter that leaves the counts of a run in the file CUTTINGS_TEST_SUMMARY names. vitest loads reporters as
 * default exports.
 */
export default class SummaryReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const summary = count(modules);
    const file = process.env.CUTTINGS_TEST_SUMMARY;
    if (!file) throw new Error('CUTTINGS_TEST_SUMMARY names no file');
    fs.writeFileSync(file, JSON.stringify({ ...summary, failed: summary.failed + unhandledErrors.length }));
  }
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findChromium } from './setup/chromium.mjs';
import { ensureDisplay } from './setup/display.mjs';
import { electronEnvironment, ensureElectron } from './setup/electron.mjs';
import { projectRoot } from './setup/paths.mjs';
import { prepareBuild } from './setup/prepare.mjs';
import { runInForeground } from './setup/run.mjs';
import { runMain, say } from './setup/say.mjs';
import { ensureSystemLibraries } from './setup/system-libraries.mjs';
import { ensurePackagingTools } from './setup/packaging-tools.mjs';
import { lastLine, skippedLines, unacceptable } from './testing/summary.mjs';

/** Where tests find the corpora that are not part of the project. @param {NodeJS.ProcessEnv} environment */
function sharedFolder(environment) {
  return path.resolve(environment.CUTTINGS_SHARED || path.join(projectRoot, '..', 'shared'));
}

/**
 * Runs vitest and answers its exit code and counts; no counts when it ended before it had any.
 * @param {readonly string[]} prefix
 * @param {NodeJS.ProcessEnv} environment
 * @param {readonly string[]} args
 */
async function runVitest(prefix, environment, args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-test-'));
  const file = path.join(folder, 'summary.json');
  try {
    const script = path.join(projectRoot, 'node_modules/vitest/vitest.mjs');
    const reporter = path.join(projectRoot, 'scripts/testing/reporter.mjs');
    const reporters = ['--reporter=default', `--reporter=${reporter}`];
    const [command = '', ...rest] = [...prefix, process.execPath, script, 'run', ...reporters, ...args];
    const code = await runInForeground(command, rest, {
      cwd: projectRoot,
      env: { ...environment, CUTTINGS_TEST_SUMMARY: file },
      group: prefix.length > 0,
    });
    /** @type {import('./testing/summary.mjs').Summary | null} */
    const summary = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
    return { code, summary };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Everything tests need on this machine.
 * @returns {Promise<{ prefix: readonly string[], environment: NodeJS.ProcessEnv }>}
 */
async function prepare() {
  await prepareBuild(projectRoot);
  const runtime = await ensureElectron(projectRoot);
  await ensureSystemLibraries(runtime);
  await ensurePackagingTools();
  const chromium = await findChromium();
  const prefix = await ensureDisplay();
  const environment = {
    ...electronEnvironment(runtime),
    CUTTINGS_CHROMIUM: chromium,
    CUTTINGS_SHARED: sharedFolder(process.env),
  };
  return { prefix, environment };
}

/** `npm test -- ARGUMENTS`: what the tests need, then all of them, or what the arguments choose. */
async function main() {
  const args = process.argv.slice(2);
  const { prefix, environment } = await prepare();
  const { code, summary } = await runVitest(prefix, environment, args);
  if (summary === null) {
    say('vitest ended before any result');
    process.stdout.write(`${lastLine({ passed: 0, failed: 1, skipped: [] })}\n`);
    return code || 1;
  }
  // With arguments a person has chosen; what they left out was not skipped.
  const complete = args.length === 0;
  const where = {
    ci: process.env.CI === 'true' && complete,
    sharedThere: fs.existsSync(sharedFolder(process.env)),
  };
  const refused = unacceptable(summary, where);
  const lines = complete ? skippedLines(summary) : [];
  if (refused.length > 0) lines.push(`${refused.length} of them must not be skipped in CI`);
  // vitest may fail for what is no test: a coverage threshold, no test found.
  const failed = Math.max(summary.failed, code === 0 ? 0 : 1) + refused.length;
  process.stdout.write(`${[...lines, lastLine({ ...summary, failed })].join('\n')}\n`);
  return code || (failed > 0 ? 1 : 0);
}

await runMain(main);

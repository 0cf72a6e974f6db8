import fs from 'node:fs';
import path from 'node:path';
import { ensureDisplay } from './setup/display.mjs';
import { electronEnvironment, ensureElectron } from './setup/electron.mjs';
import { projectRoot } from './setup/paths.mjs';
import { prepareBuild, prepareDependencies } from './setup/prepare.mjs';
import { runInForeground } from './setup/run.mjs';
import { runMain, SetupError } from './setup/say.mjs';
import { ensureSystemLibraries } from './setup/system-libraries.mjs';

const folder = path.join(projectRoot, 'tests', 'bench');
const extension = /\.(?:mjs|ts)$/u;

/** @returns {Map<string, string>} the benchmarks by name */
function findBenchmarks() {
  if (!fs.existsSync(folder)) return new Map();
  const files = fs.readdirSync(folder).filter((file) => extension.test(file));
  return new Map(files.map((file) => [file.replace(extension, ''), path.join(folder, file)]));
}

/** How to run a benchmark: TypeScript through vite's own module runner, which is there anyway. @param {string} file */
function commandFor(file) {
  if (file.endsWith('.mjs')) return [process.execPath, file];
  return [process.execPath, path.join(projectRoot, 'scripts/testing/run-typescript.mjs'), file];
}

/** Benchmarks of the application itself; the others are plain Node. */
const withElectron = ['app'];

/** Benchmarks of the built command line. */
const withBuild = ['import'];

/** What the application needs: its build, the real Electron and a display. */
async function prepareApplication() {
  await prepareBuild(projectRoot);
  const runtime = await ensureElectron(projectRoot);
  await ensureSystemLibraries(runtime);
  return { display: await ensureDisplay(), env: electronEnvironment(runtime) };
}

/** The sources are run as they are. */
async function preparePlain() {
  await prepareDependencies(projectRoot);
  return { display: /** @type {readonly string[]} */ ([]), env: process.env };
}

/** `npm run bench -- NAME [ARGUMENTS]`: runs tests/bench/NAME, those of the application with the real Electron. */
async function main() {
  const [name, ...args] = process.argv.slice(2);
  const benchmarks = findBenchmarks();
  const file = name === undefined ? undefined : benchmarks.get(name);
  if (file === undefined)
    throw new SetupError(
      `npm run bench -- NAME, where NAME is one of: ${[...benchmarks.keys()].join(', ') || 'none yet'}`,
    );
  const { display, env } = withElectron.includes(name ?? '')
    ? await prepareApplication()
    : await preparePlain();
  if (withBuild.includes(name ?? '')) await prepareBuild(projectRoot);
  const [command = '', ...rest] = [...display, ...commandFor(file), ...args];
  return runInForeground(command, rest, {
    cwd: projectRoot,
    env,
    group: display.length > 0,
  });
}

await runMain(main);

import fs from 'node:fs';
import path from 'node:path';
import { debounce } from './development/debounce.mjs';
import { RunningApplication } from './development/application.mjs';
import { displaySwitches, hasDisplay } from './setup/display.mjs';
import { electronEnvironment, ensureElectron } from './setup/electron.mjs';
import { projectRoot, startingFolder } from './setup/paths.mjs';
import { prepareDependencies } from './setup/prepare.mjs';
import { runMain, say, SetupError } from './setup/say.mjs';
import { sandboxSwitches } from './setup/sandbox.mjs';
import { ensureSystemLibraries } from './setup/system-libraries.mjs';

/**
 * Watches one build and calls `changed` after each time it was made; an error is said, and the last good build stays.
 * Resolves once it was made for the first time.
 * @param {import('vite').InlineConfig} configuration
 * @param {() => void} changed
 * @returns {Promise<void>}
 */
async function watch(configuration, changed) {
  const { build } = await import('vite');
  const watcher = await build({ ...configuration, build: { ...configuration.build, watch: {} } });
  if (!('on' in watcher)) throw new Error('vite gave no watcher');
  return new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say('the build failed, as said above; the last good build stays');
      if (event.code !== 'BUNDLE_END') return;
      void event.result.close();
      resolve();
      changed();
    });
  });
}

/** @param {import('./setup/electron.mjs').ElectronRuntime} runtime */
async function launchOptions(runtime) {
  if (!hasDisplay())
    throw new SetupError('npm run dev needs a display; xvfb-run -a npm run dev gives it a virtual one.');
  const switches = [...(await sandboxSwitches(runtime)), ...displaySwitches()];
  return {
    executablePath: runtime.executable,
    args: [...switches, projectRoot, ...process.argv.slice(2)],
    cwd: startingFolder(),
    env: /** @type {Record<string, string>} */ (electronEnvironment(runtime)),
  };
}

/**
 * `npm run dev -- ARGUMENTS`: the application, rebuilt on change; restarted or only reloaded, as the change needs.
 * @returns {Promise<number>}
 */
async function main() {
  await prepareDependencies(projectRoot);
  const runtime = await ensureElectron(projectRoot);
  await ensureSystemLibraries(runtime);
  // Loaded only now: they need the dependencies.
  const { mainConfiguration, pageConfiguration, preloadConfiguration } =
    await import('./build/configurations.mjs');
  const { copyFiles } = await import('./build/build-all.mjs');
  const application = new RunningApplication(await launchOptions(runtime));
  const restart = debounce(() => application.restart(), 150);
  const reload = debounce(() => application.reload(), 150);
  const options = { root: projectRoot, development: true, bundled: new Set() };
  // What is built now is not what `npm start` would build.
  fs.rmSync(path.join(projectRoot, 'dist', '.build-stamp'), { force: true });
  copyFiles(projectRoot);
  await Promise.all([
    watch(mainConfiguration(options), restart),
    watch(preloadConfiguration(options), restart),
    watch(pageConfiguration(options), reload),
  ]);
  fs.watch(path.join(projectRoot, 'archive/collections'), { recursive: true }, () => {
    copyFiles(projectRoot);
    restart();
  });
  await application.start();
  say('watching; close the window or press Ctrl-C to end');
  const code = await application.closed;
  // The watchers would keep the process alive.
  process.exit(code);
}

await runMain(main);

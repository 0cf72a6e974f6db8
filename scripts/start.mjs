import { displaySwitches, ensureDisplay } from './setup/display.mjs';
import { electronEnvironment, ensureElectron } from './setup/electron.mjs';
import { projectRoot, startingFolder } from './setup/paths.mjs';
import { prepareBuild } from './setup/prepare.mjs';
import { runInForeground } from './setup/run.mjs';
import { sandboxSwitches } from './setup/sandbox.mjs';
import { runMain } from './setup/say.mjs';
import { ensureSystemLibraries } from './setup/system-libraries.mjs';

/** The set-up's own options; everything else is the application's. @param {readonly string[]} args */
function readArguments(args) {
  return {
    retry: args.includes('--retry-electron'),
    rest: args.filter((argument) => argument !== '--retry-electron'),
  };
}

/** `npm start -- ARGUMENTS`: everything a fresh machine needs, then the application. */
async function main() {
  const { retry, rest } = readArguments(process.argv.slice(2));
  await prepareBuild(projectRoot);
  const runtime = await ensureElectron(projectRoot, { retry });
  await ensureSystemLibraries(runtime);
  const display = await ensureDisplay();
  const switches = [...(await sandboxSwitches(runtime)), ...displaySwitches()];
  const [command = '', ...args] = [...display, runtime.executable, ...switches, projectRoot, ...rest];
  return runInForeground(command, args, {
    cwd: startingFolder(),
    env: electronEnvironment(runtime),
    group: display.length > 0,
  });
}

await runMain(main);

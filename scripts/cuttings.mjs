import path from 'node:path';
import { projectRoot, startingFolder } from './setup/paths.mjs';
import { prepareBuild } from './setup/prepare.mjs';
import { runInForeground } from './setup/run.mjs';
import { runMain } from './setup/say.mjs';

/** `npm run --silent cuttings -- ARGUMENTS`: the command line. Its stdout holds nothing but what it prints itself. */
async function main() {
  await prepareBuild(projectRoot);
  const script = path.join(projectRoot, 'dist/cli/cuttings.mjs');
  return runInForeground(process.execPath, [script, ...process.argv.slice(2)], { cwd: startingFolder() });
}

await runMain(main);

import { ensureBuilt } from './setup/built.mjs';
import { projectRoot } from './setup/paths.mjs';
import { prepareBuild, prepareDependencies } from './setup/prepare.mjs';
import { runMain, say } from './setup/say.mjs';

/** `npm run build`: builds what has changed; `-- --force` builds all of it. */
async function main() {
  if (process.argv.includes('--force')) {
    await prepareDependencies(projectRoot);
    await ensureBuilt(projectRoot, { force: true });
  } else {
    await prepareBuild(projectRoot);
  }
  say('dist/ is up to date');
  return 0;
}

await runMain(main);

/*
 * Bundles one TypeScript file as the application is bundled, and runs it: `node run-built.mjs FILE [ARGUMENTS]`. For
 * benchmarks of what is shipped: module by module, as tests run, calls between modules cost more. The bundling is done by
 * another process, so that its memory is not counted.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const self = fileURLToPath(import.meta.url);
const projectRoot = path.join(path.dirname(self), '..', '..');

/** @param {string} file @param {string} folder */
async function bundle(file, folder) {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: projectRoot,
    publicDir: false,
    ssr: { noExternal: true, external: ['@photostructure/sqlite', 'lunr', 'minisearch'] },
    build: {
      ssr: true,
      target: 'node18.15',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { program: file },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

const [file = '', ...args] = process.argv.slice(2);
if (file === '--bundle') {
  await bundle(args[0] ?? '', args[1] ?? '');
} else {
  // Inside the project, so that packages are found.
  const parent = path.join(projectRoot, 'dist', 'bench');
  fs.mkdirSync(parent, { recursive: true });
  const folder = fs.mkdtempSync(path.join(parent, `${path.basename(file, '.ts')}-${os.hostname()}-`));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const { status } = spawnSync(process.execPath, [self, '--bundle', path.resolve(file), folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
  process.argv.splice(1, process.argv.length - 1, path.resolve(file), ...args);
  await import(pathToFileURL(path.join(folder, 'program.mjs')).href);
}

import path from 'node:path';
import { licenceCollector } from './licences.mjs';

/*
 * The four builds: the main process with the archive's process, the preload script, the page, the command line. What
 * runs in Electron is made for the oldest Electron it must run in (25: Node 18.15, Chromium 114).
 */
const nodeTarget = 'node18.15';
const pageTarget = 'chrome114';

/** Loaded at run time: Electron itself, and SQLite, which is native. */
export const external = ['electron', '@photostructure/sqlite'];

/**
 * @typedef {object} BuildOptions
 * @property {string} root the project
 * @property {boolean} development keep names, add source maps
 * @property {import('./licences.mjs').Bundled} bundled collects what was bundled
 */

/** @param {BuildOptions} options @returns {import('vite').InlineConfig} */
function common({ root, bundled, development }) {
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    mode: development ? 'development' : 'production',
    plugins: [licenceCollector(root, bundled)],
  };
}

/**
 * @param {BuildOptions} options
 * @param {{ input: Record<string, string>, folder: string, format: 'cjs' | 'es', extension: string, whole?: boolean }} entry
 *   `whole`: one file without chunks
 * @returns {import('vite').InlineConfig}
 */
function nodeBuild(options, { input, folder, format, extension, whole = false }) {
  return {
    ...common(options),
    ssr: { noExternal: true, external },
    // pdf.js in plain Node looks for a canvas to draw on, and complains on stdout when there is none. It lets be where it
    // finds NW.js, and we draw nothing. Electron's processes are no plain Node to it.
    define: { 'process.versions.nw': 'true' },
    build: {
      ssr: true,
      target: nodeTarget,
      outDir: path.join(options.root, 'dist', folder),
      // Two builds share dist/main; build-all.mjs empties the folders before the first.
      emptyOutDir: false,
      // Not minified: an error report's stack can be read, and so can what is shipped.
      minify: false,
      sourcemap: options.development,
      rolldownOptions: {
        input,
        external,
        output: {
          format,
          strict: true,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
          ...(whole ? { codeSplitting: false } : {}),
        },
      },
    },
  };
}

/** The main process and the archive's process. @param {BuildOptions} options */
export function mainConfiguration(options) {
  const input = {
    main: 'main/main.ts',
    'archive-host': 'main/archive-host.ts',
    'archive-worker': 'archive/archive-worker.ts',
  };
  return nodeBuild(options, { input, folder: 'main', format: 'cjs', extension: 'cjs' });
}

/** The preload script: one file, because a sandboxed one can require nothing but electron. @param {BuildOptions} options */
export function preloadConfiguration(options) {
  const input = { preload: 'main/preload.ts' };
  return nodeBuild(options, { input, folder: 'main', format: 'cjs', extension: 'cjs', whole: true });
}

/** The command line: an ES module that plain Node runs. @param {BuildOptions} options */
export function commandLineConfiguration(options) {
  const input = { cuttings: 'archive/cli-main.ts', 'archive-worker': 'archive/archive-worker.ts' };
  return nodeBuild(options, { input, folder: 'cli', format: 'es', extension: 'mjs' });
}

/**
 * The page. Nothing inline, so that the content security policy needs no exception: no module preload script, no
 * pictures or fonts as data: addresses.
 * @param {BuildOptions} options
 * @returns {import('vite').InlineConfig}
 */
export function pageConfiguration(options) {
  return {
    ...common(options),
    root: path.join(options.root, 'renderer'),
    base: './',
    build: {
      target: pageTarget,
      outDir: path.join(options.root, 'dist', 'renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      sourcemap: options.development,
      minify: !options.development,
      chunkSizeWarningLimit: 2_000,
    },
  };
}

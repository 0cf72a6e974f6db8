/*
 * Runs one TypeScript file in Node: `node run-typescript.mjs FILE [ARGUMENTS]`. Vite's module runner transforms what the
 * file imports on the way, so that a benchmark can use the sources as tests do.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

const [file = '', ...args] = process.argv.slice(2);
process.argv.splice(1, process.argv.length - 1, path.resolve(file), ...args);
await runnerImport(pathToFileURL(path.resolve(file)).href, { configFile: false, logLevel: 'warn' });

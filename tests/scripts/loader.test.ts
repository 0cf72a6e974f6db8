import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * The loader of the test runtime, in plain Node with a stand-in for the module "electron" that writes down what is
 * asked of it.
 */
const loader = fileURLToPath(new URL('../../scripts/setup/loader/main.cjs', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-loader-'));
  fs.mkdirSync(path.join(folder, 'stand-in/node_modules/electron'), { recursive: true });
  fs.cpSync(loader, path.join(folder, 'stand-in/main.cjs'));
  fs.writeFileSync(
    path.join(folder, 'stand-in/node_modules/electron/index.js'),
    `const calls = [];
    const note = (name) => (...args) => { calls.push([name, ...args]); };
    let name = 'loader';
    exports.app = {
      calls, getPath: (key) => '/' + key, getName: () => name,
      setName: (value) => { name = value; note('setName')(value); },
      ...Object.fromEntries(['setVersion', 'setDesktopName', 'setAppPath', 'setPath'].map((key) => [key, note(key)])),
    };`,
  );
  fs.mkdirSync(path.join(folder, 'application'));
  fs.writeFileSync(
    path.join(folder, 'application/package.json'),
    JSON.stringify({ name: 'house', productName: 'House', version: '1.2.3', main: 'start.cjs' }),
  );
  fs.writeFileSync(
    path.join(folder, 'application/start.cjs'),
    `const { app } = require(${JSON.stringify(path.join(folder, 'stand-in/node_modules/electron'))});
    console.log(JSON.stringify({ calls: app.calls, first: globalThis.first ?? null, main: require.main === module, defaultApp: process.defaultApp }));`,
  );
  fs.writeFileSync(path.join(folder, 'first.cjs'), 'globalThis.first = true;');
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]): unknown {
  // Electron's argv holds no script, Node's does.
  const script = path.join(folder, 'stand-in/main.cjs');
  const code = `require(${JSON.stringify(script)});`;
  return JSON.parse(execFileSync(process.execPath, ['-e', code, '--', ...args], { encoding: 'utf8' }));
}

describe('the loader', () => {
  const expected = (first: boolean | null): unknown => ({
    calls: [
      ['setVersion', '1.2.3'],
      ['setName', 'House'],
      ['setDesktopName', 'House.desktop'],
      ['setAppPath', path.join(folder, 'application')],
      ['setPath', 'userData', path.join('/appData', 'House')],
    ],
    first,
    main: true,
    defaultApp: true,
  });

  it('gives the application its identity and its place', () => {
    expect(start('--no-sandbox', path.join(folder, 'application'), '--query', 'x')).toEqual(expected(null));
  });

  it('loads what -r names first', () => {
    const first = path.join(folder, 'first.cjs');
    expect(start('-r', first, '--inspect=0', path.join(folder, 'application'))).toEqual(expected(true));
  });
});

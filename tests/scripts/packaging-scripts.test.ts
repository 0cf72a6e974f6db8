import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { licenceOf, licenceText, packageFolderOf, shippedFolders } from '../../scripts/build/licences.mjs';
import { readPackageArguments, refusal } from '../../scripts/packaging/arguments.mjs';
import {
  copyWithoutApplication,
  readConfiguration,
  withElectron,
} from '../../scripts/packaging/configuration.mjs';
import { addedBytes, filesOf, inMegabytes } from '../../scripts/packaging/size.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-packaging-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});
function put(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
}

describe('npm run package', () => {
  const other = { version: '25.1.1', wanted: '45.4.1' };
  const same = { version: '45.4.1', wanted: '45.4.1' };
  const why = (args: string[], electron: typeof other): string | null =>
    refusal(readPackageArguments(args), electron);

  it('hands all but its own switch to electron-builder', () => {
    expect(readPackageArguments(['--linux', 'deb', '--test-runtime', '--x64'])).toEqual({
      folderOnly: false,
      testRuntime: true,
      rest: ['--linux', 'deb', '--x64'],
    });
  });

  it('makes no installer with an Electron that users never get, unless that is asked for', () => {
    expect(why(['--linux', 'deb'], same)).toBeNull();
    expect(why(['--dir'], other)).toBeNull();
    expect(why(['--linux', 'deb', '--test-runtime'], other)).toBeNull();
    expect(why(['--linux', 'deb'], other)).toContain('--test-runtime');
    expect(why([], other)).toContain('--test-runtime');
    expect(why(['--win', '--dir'], other)).toContain('for this platform only');
    expect(why(['--linux', 'deb', '--arm64', '--test-runtime'], other)).toContain('for this platform only');
  });

  it('leaves out the fuse that an old Electron does not have', () => {
    const configuration = readConfiguration(root);
    const electron = { folder: '/e', version: '25.1.1' };
    const { grantFileProtocolExtraPrivileges, ...rest } = configuration.electronFuses;
    expect(grantFileProtocolExtraPrivileges).toBe(false);
    expect(withElectron(configuration, electron)).toEqual({
      ...configuration,
      electronDist: '/e',
      electronVersion: '25.1.1',
      electronFuses: rest,
    });
    const newer = withElectron(configuration, { ...electron, version: '29.0.0' });
    expect(newer.electronFuses).toEqual(configuration.electronFuses);
  });

  it('takes Electron without the application in it', () => {
    put('from/electron', 'binary');
    put('from/locales/en-GB.pak', 'words');
    put('from/resources/app/main.cjs', 'loader');
    copyWithoutApplication(path.join(folder, 'from'), path.join(folder, 'to'));
    expect(filesOf(path.join(folder, 'to'))).toEqual(
      new Map([
        ['electron', 6],
        ['locales/en-GB.pak', 5],
      ]),
    );
    expect(fs.readdirSync(path.join(folder, 'to/resources'))).toEqual([]);
  });

  it('counts what the application adds', () => {
    const electron = new Map([
      ['electron', 100],
      ['icudtl.dat', 50],
    ]);
    const packaged = new Map([
      ['cuttings', 104],
      ['icudtl.dat', 50],
      ['resources/app.asar', 7],
    ]);
    expect(addedBytes(packaged, electron, { from: 'electron', to: 'cuttings' })).toBe(11);
    expect(inMegabytes(3_846_000)).toBe('3.8 MB');
  });
});

describe('licences', () => {
  it('belong to the innermost package of a file', () => {
    const found = [
      '/p/node_modules/lit/index.js',
      '\0/p/node_modules/@lit/task/task.js?commonjs',
      '/p/node_modules/a/node_modules/b/c.js',
      'C:\\p\\node_modules\\lunr\\lunr.js',
      '/p/archive/cli.ts',
    ].map(packageFolderOf);
    expect(found).toEqual([
      '/p/node_modules/lit',
      '/p/node_modules/@lit/task',
      '/p/node_modules/a/node_modules/b',
      'C:/p/node_modules/lunr',
      null,
    ]);
  });

  it('are all there, or nothing is built', () => {
    put('lib/package.json', '{"name":"lib","version":"1.0.0","license":"MIT"}');
    expect(() => licenceOf(path.join(folder, 'lib'))).toThrow(
      'lib is bundled but its package holds no licence',
    );
    put('lib/LICENSE.md', 'Permission is hereby granted\n');
    expect(licenceText([path.join(folder, 'lib')])).toContain(
      'lib 1.0.0\nLicence: MIT\n\nPermission is hereby granted\n',
    );
  });

  it('include what a shipped package loads', () => {
    put('node_modules/native/package.json', '{"dependencies":{"loader":"1"}}');
    put('node_modules/loader/package.json', '{"dependencies":{"native":"1"}}');
    const names = shippedFolders(folder, ['native']).map((found) => path.basename(found));
    expect(names.sort()).toEqual(['loader', 'native']);
  });
});

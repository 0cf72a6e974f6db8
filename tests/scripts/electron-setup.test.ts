import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { displaySwitches, hasDisplay } from '../../scripts/setup/display.mjs';
import { electronEnvironment, ensureElectron } from '../../scripts/setup/electron.mjs';
import { findOfficialElectron, isRecentFailure, reasonOf } from '../../scripts/setup/official-electron.mjs';
import { isSetuidHelper } from '../../scripts/setup/sandbox.mjs';

describe('the official Electron', () => {
  let root = '';
  const put = (name: string, text: string): void => {
    const file = path.join(root, 'node_modules/electron', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-electron-'));
    put('package.json', '{"version":"45.4.1"}');
  });
  afterEach(() => {
    fs.rmSync(root, { recursive: true, force: true });
  });

  it('is found when its binary is whole and of the right version', () => {
    expect(findOfficialElectron(root)).toBeNull();
    put('path.txt', 'electron');
    put('dist/version', 'v45.4.0');
    put('dist/electron', '');
    expect(findOfficialElectron(root)).toBeNull();
    put('dist/version', 'v45.4.1\n');
    const folder = path.join(root, 'node_modules/electron/dist');
    expect(findOfficialElectron(root)).toEqual({ folder, executable: path.join(folder, 'electron') });
    fs.rmSync(path.join(folder, 'electron'));
    expect(findOfficialElectron(root)).toBeNull();
  });

  it('is not asked for again for a day, unless the version is another', () => {
    const day = 24 * 60 * 60 * 1000;
    const failure = { version: '45.4.1', at: 1000 };
    expect(isRecentFailure(failure, '45.4.1', 1000 + day - 1)).toBe(true);
    expect(isRecentFailure(failure, '45.4.1', 1000 + day)).toBe(false);
    expect(isRecentFailure(failure, '45.5.0', 2000)).toBe(false);
    // The clock was wrong then.
    expect(isRecentFailure(failure, '45.4.1', 999)).toBe(false);
    expect(isRecentFailure(null, '45.4.1', 1000)).toBe(false);
  });

  it('says why it cannot be had', () => {
    expect(reasonOf('Downloading…\n  TypeError: fetch failed\n    at x')).toBe('TypeError: fetch failed');
    expect(reasonOf('')).toBe('no reason given');
  });

  it('gives way to ELECTRON_OVERRIDE_DIST_PATH, which must hold one', async () => {
    const before = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] = root;
    try {
      await expect(ensureElectron(root)).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH');
    } finally {
      if (before === undefined) delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
      else process.env['ELECTRON_OVERRIDE_DIST_PATH'] = before;
    }
  });
});

describe('the environment of the application', () => {
  const runtime = { folder: '/e', executable: '/e/electron' };

  it('never makes Electron a plain Node, and names a runtime that is not the official one', () => {
    const environment = { ELECTRON_RUN_AS_NODE: '1', HOME: '/h' };
    expect(electronEnvironment({ ...runtime, kind: 'official' }, environment)).toEqual({ HOME: '/h' });
    expect(electronEnvironment({ ...runtime, kind: 'test-runtime' }, environment)).toEqual({
      HOME: '/h',
      ELECTRON_OVERRIDE_DIST_PATH: '/e',
    });
  });

  it('has a display, or has to be given one', () => {
    const seen = [{ DISPLAY: ':0' }, { WAYLAND_DISPLAY: 'wayland-0' }, { DISPLAY: '' }, {}];
    expect(seen.map((environment) => hasDisplay(environment, 'linux'))).toEqual([true, true, false, false]);
    expect(hasDisplay({}, 'darwin')).toBe(true);
    expect(displaySwitches({ WAYLAND_DISPLAY: 'w' }, 'linux')).toEqual(['--ozone-platform-hint=auto']);
    expect(displaySwitches({ WAYLAND_DISPLAY: 'w', DISPLAY: ':0' }, 'linux')).toEqual([]);
  });

  it('knows a sandbox helper that works', () => {
    expect(isSetuidHelper({ uid: 0, mode: 0o104755 })).toBe(true);
    expect(isSetuidHelper({ uid: 0, mode: 0o100755 })).toBe(false);
    expect(isSetuidHelper({ uid: 1000, mode: 0o104755 })).toBe(false);
  });
});

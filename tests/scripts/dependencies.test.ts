import { describe, expect, it } from 'vitest';
import { matchesLock, npmCommand } from '../../scripts/setup/dependencies.mjs';
import { isAtLeast } from '../../scripts/setup/node-version.mjs';

describe('matchesLock', () => {
  const wanted = {
    '': {},
    'node_modules/lit': { version: '3.3.3', integrity: 'sha512-a' },
    'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-b', optional: true },
  };
  const lit = { 'node_modules/lit': { version: '3.3.3', integrity: 'sha512-a' } };

  it.each([
    ['all but what is for another platform', lit, true],
    ['all', { ...lit, 'node_modules/fsevents': wanted['node_modules/fsevents'] }, true],
    ['nothing', {}, false],
    ['another version', { 'node_modules/lit': { version: '3.3.2', integrity: 'sha512-a' } }, false],
    ['another content', { 'node_modules/lit': { version: '3.3.3', integrity: 'sha512-z' } }, false],
    ['one package more', { ...lit, 'node_modules/left-pad': { version: '1.3.0' } }, false],
  ])('with %s installed', (_name, installed, expected) => {
    expect(matchesLock(wanted, installed)).toBe(expected);
  });
});

describe('npmCommand', () => {
  it('is the npm that runs us, or the one in PATH', () => {
    const running = { npm_execpath: '/usr/lib/node_modules/npm/bin/npm-cli.js' };
    expect(npmCommand(running, 'linux')).toEqual({
      command: process.execPath,
      args: ['/usr/lib/node_modules/npm/bin/npm-cli.js'],
      shell: false,
    });
    expect(npmCommand({ npm_execpath: '/opt/yarn/bin/yarn.js' }, 'linux').command).toBe('npm');
    expect(npmCommand({}, 'win32')).toEqual({ command: 'npm.cmd', args: [], shell: true });
  });
});

describe('isAtLeast', () => {
  it.each([
    ['20.19.0', true],
    ['v20.20.2', true],
    ['24.0.0', true],
    ['20.18.3', false],
    ['18.20.4', false],
  ])('%s', (version, expected) => {
    expect(isAtLeast(version, '>=20.19')).toBe(expected);
  });
});

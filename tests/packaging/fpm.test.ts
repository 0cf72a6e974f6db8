import { describe, expect, it } from 'vitest';
import { controlFile, foldDescription } from './deb-control.mjs';
import { readFpmArguments } from './fpm-arguments.mjs';

// As electron-builder 26 calls fpm, with fewer dependencies.
const args = [
  ...['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libasound2 | libasound2t64'],
  ...['--deb-recommends', 'desktop-file-utils', '--deb-compression', 'xz', '--architecture', 'amd64'],
  ...['--after-install', '/t/after-install', '--after-remove', '/t/after-remove'],
  ...[
    '--description',
    'Archive viewer\n Reads.\n\n Searches.',
    '--version',
    '0.1.0',
    '--package',
    '/r/a.deb',
  ],
  ...['--name', 'Cuttings', '--maintainer', 'A <a@example.org>', '--url', 'https://example.org'],
  ...['--category', 'text', '--deb-priority', 'optional', '--license', 'MIT'],
  ...['LICENSE=/usr/share/doc/cuttings/copyright', '/r/linux-unpacked/=/opt/Cuttings'],
];

describe('the stand-in for fpm', () => {
  it('reads what electron-builder says', () => {
    expect(readFpmArguments(args)).toEqual({
      name: 'Cuttings',
      version: '0.1.0',
      architecture: 'amd64',
      maintainer: 'A <a@example.org>',
      vendor: null,
      url: 'https://example.org',
      license: 'MIT',
      description: 'Archive viewer\n Reads.\n\n Searches.',
      category: 'text',
      priority: 'optional',
      compression: 'xz',
      iteration: null,
      depends: ['libnss3', 'libasound2 | libasound2t64'],
      recommends: ['desktop-file-utils'],
      afterInstall: '/t/after-install',
      afterRemove: '/t/after-remove',
      output: '/r/a.deb',
      mappings: [
        { from: 'LICENSE', to: '/usr/share/doc/cuttings/copyright' },
        { from: '/r/linux-unpacked/', to: '/opt/Cuttings' },
      ],
    });
  });

  it.each([
    [[...args, '--deb-systemd', 'x'], 'unknown option --deb-systemd'],
    [[...args, 'somewhere'], 'not a mapping: somewhere'],
    [[...args, '--url'], '--url needs a value'],
    [args.map((argument) => (argument === 'deb' ? 'rpm' : argument)), 'only -s dir -t deb'],
    [args.filter((argument) => argument !== '--name' && argument !== 'Cuttings'), 'name is missing'],
  ])('refuses what it does not understand', (wrong, message) => {
    expect(() => readFpmArguments(wrong)).toThrow(message);
  });

  it('writes a control file', () => {
    expect(controlFile(readFpmArguments([...args, '--iteration', '2']), 3050)).toBe(`Package: cuttings
Version: 0.1.0-2
License: MIT
Architecture: amd64
Maintainer: A <a@example.org>
Installed-Size: 3
Depends: libnss3, libasound2 | libasound2t64
Recommends: desktop-file-utils
Section: text
Priority: optional
Homepage: https://example.org
Description: Archive viewer
 Reads.
 .
 Searches.
`);
  });

  it('folds a description as Debian does', () => {
    expect(foldDescription('One')).toBe('One');
    expect(foldDescription('One\n\n two ')).toBe('One\n .\n two');
  });
});

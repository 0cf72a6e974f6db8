import { describe, expect, it } from 'vitest';
import {
  familyOf,
  hasTime64Names,
  packagesFor,
  readOsRelease,
  resolveNames,
} from '../../scripts/setup/debian-packages.mjs';
import { missingLibraries } from '../../scripts/setup/system-libraries.mjs';
import { aptCommand } from '../../scripts/setup/system-packages.mjs';

const ldd = `\tlinux-vdso.so.1 (0x00007ffd7b5f6000)
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f2d)
\tlibnss3.so => not found
\tlibgtk-3.so.0 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2c)
\tlibgdk-3.so.0 => not found
/opt/electron/libGLESv2.so:
\tlibnss3.so => not found
\tlibhouse.so.7 => not found
\t/lib64/ld-linux-x86-64.so.2 (0x00007f2d)
`;

describe('missing libraries', () => {
  it('are what ldd does not find, once each, as packages where one is known', () => {
    const missing = missingLibraries(ldd);
    expect(missing).toEqual(['libgdk-3.so.0', 'libgtk-3.so.0', 'libhouse.so.7', 'libnss3.so']);
    expect(packagesFor(missing)).toEqual({
      packages: ['libgtk-3-0*', 'libnss3'],
      unknown: ['libhouse.so.7'],
    });
  });

  it('are none for a static program', () => {
    expect(missingLibraries('\tnot a dynamic executable\n')).toEqual([]);
  });

  it('do not take names of objects for libraries', () => {
    expect(packagesFor(['constructor', '__proto__'])).toEqual({
      packages: [],
      unknown: ['constructor', '__proto__'],
    });
  });
});

describe('releases', () => {
  const bookworm =
    'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\nID=debian\n';
  const noble = 'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\nUBUNTU_CODENAME=noble\n';
  const mint = 'ID=linuxmint\nID_LIKE=\'ubuntu debian\'\nVERSION_ID="21.3"\nUBUNTU_CODENAME=jammy\n';
  const fedora = 'NAME="Fedora Linux"\nID=fedora\nVERSION_ID=43\n';
  const tumbleweed = 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n';

  it.each([
    [bookworm, 'debian', false],
    [bookworm.replace('"12"', '"13"'), 'debian', true],
    // Testing and unstable have no version.
    ['ID=debian\nVERSION_CODENAME=forky\n', 'debian', true],
    [noble, 'debian', true],
    [noble.replace('24.04', '22.04'), 'debian', false],
    [mint, 'debian', false],
    [mint.replace('jammy', 'noble'), 'debian', true],
  ])('of Debian’s kind: %j', (text, family, time64) => {
    const release = readOsRelease(text);
    expect([familyOf(release), hasTime64Names(release)]).toEqual([family, time64]);
  });

  it('of other kinds', () => {
    expect([fedora, tumbleweed, 'ID=arch\n', ''].map((text) => familyOf(readOsRelease(text)))).toEqual([
      'rpm',
      'rpm',
      'other',
      'other',
    ]);
  });

  it('name packages with and without t64', () => {
    const names = ['libasound2*', 'libnss3'];
    expect(resolveNames(names, readOsRelease(bookworm))).toEqual(['libasound2', 'libnss3']);
    expect(resolveNames(names, readOsRelease(noble))).toEqual(['libasound2t64', 'libnss3']);
  });

  it('are told to a person as one command', () => {
    expect(aptCommand(['xvfb', 'xauth'])).toBe(
      'sudo apt-get update && sudo apt-get install --no-install-recommends xvfb xauth',
    );
  });
});

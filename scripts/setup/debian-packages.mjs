/**
 * Which Debian package holds which shared library: what Electron's executable and its own libraries link to. Names
 * marked with `*` got the suffix t64 when Debian 13 and Ubuntu 24.04 moved to 64-bit time.
 */
const packageOfLibrary = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libatk-1.0.so.0': 'libatk1.0-0*',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0*',
  'libatspi.so.0': 'libatspi2.0-0*',
  'libcups.so.2': 'libcups2*',
  'libgtk-3.so.0': 'libgtk-3-0*',
  'libgdk-3.so.0': 'libgtk-3-0*',
  'libgdk_pixbuf-2.0.so.0': 'libgdk-pixbuf-2.0-0',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libpangocairo-1.0.so.0': 'libpangocairo-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libglib-2.0.so.0': 'libglib2.0-0*',
  'libgobject-2.0.so.0': 'libglib2.0-0*',
  'libgio-2.0.so.0': 'libglib2.0-0*',
  'libgmodule-2.0.so.0': 'libglib2.0-0*',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libexpat.so.1': 'libexpat1',
  'libasound.so.2': 'libasound2*',
  'libdrm.so.2': 'libdrm2',
  'libgbm.so.1': 'libgbm1',
  'libudev.so.1': 'libudev1',
  'libX11.so.6': 'libx11-6',
  'libX11-xcb.so.1': 'libx11-xcb1',
  'libxcb.so.1': 'libxcb1',
  'libxcb-dri3.so.0': 'libxcb-dri3-0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXcursor.so.1': 'libxcursor1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXi.so.6': 'libxi6',
  'libXrandr.so.2': 'libxrandr2',
  'libXrender.so.1': 'libxrender1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libxshmfence.so.1': 'libxshmfence1',
  'libstdc++.so.6': 'libstdc++6',
  'libgcc_s.so.1': 'libgcc-s1',
};

/**
 * @param {readonly string[]} libraries names as ldd prints them
 * @returns {{ packages: string[], unknown: string[] }} packages sorted and once each, possibly marked with `*`
 */
export function packagesFor(libraries) {
  const packages = new Set();
  const unknown = [];
  for (const library of libraries) {
    const name = Object.hasOwn(packageOfLibrary, library)
      ? packageOfLibrary[/** @type {keyof typeof packageOfLibrary} */ (library)]
      : undefined;
    if (name === undefined) unknown.push(library);
    else packages.add(name);
  }
  return { packages: [...packages].sort(), unknown };
}

/**
 * Reads /etc/os-release (os-release(5)): `NAME=value`, the value possibly quoted.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function readOsRelease(text) {
  const pairs = text.split('\n').map((line) => /^([A-Z_0-9]+)=(.*)$/u.exec(line.trim()));
  return Object.fromEntries(
    pairs.flatMap((pair) =>
      pair === null ? [] : [[pair[1], (pair[2] ?? '').replace(/^(["'])(.*)\1$/u, '$2')]],
    ),
  );
}

/**
 * Which family of package managers a system has.
 * @param {Record<string, string>} release
 * @returns {'debian' | 'rpm' | 'other'}
 */
export function familyOf(release) {
  const names = `${release.ID ?? ''} ${release.ID_LIKE ?? ''}`.split(/\s+/u);
  if (names.includes('debian') || names.includes('ubuntu')) return 'debian';
  if (names.some((name) => ['fedora', 'rhel', 'suse', 'opensuse'].includes(name))) return 'rpm';
  return 'other';
}

/**
 * Whether a release has the names with t64: Debian from 13, Ubuntu from 24.04, and what is derived from either
 * (by the code name that derivatives keep).
 * @param {Record<string, string>} release
 */
export function hasTime64Names(release) {
  const version = Number.parseFloat(release.VERSION_ID ?? '');
  if (release.ID === 'ubuntu') return version >= 24.04;
  if (release.ID === 'debian') return Number.isNaN(version) || version >= 13;
  const older = ['xenial', 'bionic', 'focal', 'jammy', 'buster', 'bullseye', 'bookworm'];
  return !older.includes(
    release.UBUNTU_CODENAME ?? release.DEBIAN_CODENAME ?? release.VERSION_CODENAME ?? '',
  );
}

/**
 * The names of packages on this release.
 * @param {readonly string[]} packages possibly marked with `*`
 * @param {Record<string, string>} release
 */
export function resolveNames(packages, release) {
  const suffix = hasTime64Names(release) ? 't64' : '';
  return packages.map((name) => (name.endsWith('*') ? name.slice(0, -1) + suffix : name));
}

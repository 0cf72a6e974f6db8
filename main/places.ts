import path from 'node:path';

/** Where the build puts what the main process needs; this file's bundle is itself in `dist/main`. */
export const builtFiles = {
  renderer: path.join(__dirname, '..', 'renderer'),
  preload: path.join(__dirname, 'preload.cjs'),
  archiveHost: path.join(__dirname, 'archive-host.cjs'),
  bundledCollection: path.join(__dirname, '..', 'collections', 'kosovo'),
  icon: path.join(__dirname, 'icon.png'),
};

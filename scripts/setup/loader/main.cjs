'use strict';
/*
 * Stands in the test runtime where Electron's own default_app is in a complete distribution: makes
 * `electron [switches] [-r FILE …] PATH …` start the application in the folder PATH. Follows
 * default_app/main.ts of electron/electron (MIT) in what it sets and in which order.
 */
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { app } = require('electron');

/** The application's path and the modules to load before it. Electron's one switch with a value apart is -r. */
function readArguments(argv) {
  const modules = [];
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      if (argv[index] !== undefined) modules.push(argv[index]);
    } else if (argument.startsWith('--require=')) {
      modules.push(argument.slice('--require='.length));
    } else if (!argument.startsWith('-')) {
      return { target: argument, modules };
    }
  }
  return { target: null, modules };
}

/** Gives the application its own identity, in place of this loader's, and answers its main script. */
function adopt(target) {
  const folder = path.resolve(target);
  if (!fs.statSync(folder).isDirectory()) return folder;
  const description = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const name = description.productName ?? description.name;
  if (description.version) app.setVersion(description.version);
  if (name) app.setName(name);
  app.setDesktopName(description.desktopName ?? `${name}.desktop`);
  app.setAppPath(folder);
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  return path.join(folder, description.main ?? 'index.js');
}

function start() {
  const { target, modules } = readArguments(process.argv.slice(1));
  if (modules.length > 0) Module._preloadModules(modules);
  if (target === null) throw new Error('usage: electron [-r FILE] PATH [ARGUMENT …]');
  process.defaultApp = true;
  Module._load(adopt(target), null, true);
}

try {
  start();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}

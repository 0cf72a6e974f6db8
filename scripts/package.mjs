import fs from 'node:fs';
import path from 'node:path';
import { readPackageArguments, refusal } from './packaging/arguments.mjs';
import { copyWithoutApplication, readConfiguration, withElectron } from './packaging/configuration.mjs';
import { addedBytes, addedBytesLimit, filesOf, inMegabytes } from './packaging/size.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { projectRoot } from './setup/paths.mjs';
import { prepareBuild } from './setup/prepare.mjs';
import { runInForeground } from './setup/run.mjs';
import { runMain, say, SetupError } from './setup/say.mjs';

/** @param {string} folder a distribution of Electron */
function versionOf(folder) {
  const file = path.join(folder, 'version');
  if (!fs.existsSync(file))
    throw new SetupError(`${folder} has no file “version”; it is not an Electron that can be packaged.`);
  return fs.readFileSync(file, 'utf8').trim().replace(/^v/u, '');
}

/** @param {import('./packaging/configuration.mjs').BuilderConfiguration} configuration */
function writeConfiguration(configuration) {
  const file = path.join(projectRoot, 'dist', 'electron-builder.json');
  fs.writeFileSync(file, JSON.stringify(configuration, null, 2));
  return file;
}

/**
 * What electron-builder is to use: the official Electron it fetches itself, or the one that is here.
 * @param {{ version: string, wanted: string, folder: string }} electron
 */
function configurationFor({ version, wanted, folder }) {
  const configuration = readConfiguration(projectRoot);
  if (version === wanted) return configuration;
  say(
    `WARNING: packaging with Electron ${version} instead of ${wanted}: for tests only, not to be handed to anybody`,
  );
  const copy = path.join(projectRoot, 'dist', 'electron');
  copyWithoutApplication(folder, copy);
  return withElectron(configuration, { folder: copy, version });
}

/** Says what the unpacked application weighs beyond Electron. @param {string} electron its distribution */
function reportSize(electron) {
  const unpacked = path.join(projectRoot, 'release', 'linux-unpacked');
  if (process.platform !== 'linux' || !fs.existsSync(unpacked)) return true;
  const base = filesOf(electron);
  for (const name of base.keys()) if (name.startsWith('resources/')) base.delete(name);
  const added = addedBytes(filesOf(unpacked), base, { from: 'electron', to: 'cuttings' });
  say(`the application adds ${inMegabytes(added)} to Electron (limit ${inMegabytes(addedBytesLimit)})`);
  return added <= addedBytesLimit;
}

/** `npm run package -- [--dir] [--linux deb …] [--test-runtime]`. */
async function main() {
  const request = readPackageArguments(process.argv.slice(2));
  await prepareBuild(projectRoot);
  const { folder } = await ensureElectron(projectRoot);
  const description = JSON.parse(
    fs.readFileSync(path.join(projectRoot, 'node_modules/electron/package.json'), 'utf8'),
  );
  const electron = { folder, version: versionOf(folder), wanted: description.version };
  const reason = refusal(request, electron);
  if (reason !== null) throw new SetupError(reason);
  const file = writeConfiguration(configurationFor(electron));
  const builder = path.join(projectRoot, 'node_modules/electron-builder/cli.js');
  const args = [builder, '--config', file, '--publish', 'never', ...request.rest];
  const code = await runInForeground(process.execPath, args, { cwd: projectRoot });
  if (code !== 0) return code;
  return reportSize(folder) ? 0 : 1;
}

await runMain(main);

/**
 * @typedef {object} FpmRequest
 * @property {string} name
 * @property {string} version
 * @property {string} architecture Debian's name of it
 * @property {string} maintainer
 * @property {string | null} vendor
 * @property {string | null} url
 * @property {string | null} license
 * @property {string} description first line: the synopsis
 * @property {string | null} category Debian's section
 * @property {string} priority
 * @property {string} compression
 * @property {string | null} iteration
 * @property {string[]} depends
 * @property {string[]} recommends
 * @property {string | null} afterInstall path of a script
 * @property {string | null} afterRemove
 * @property {string} output path of the package
 * @property {{ from: string, to: string }[]} mappings
 */

/** Options with a value, and where the value goes. */
const single = {
  '--name': 'name',
  '--version': 'version',
  '--architecture': 'architecture',
  '--maintainer': 'maintainer',
  '--vendor': 'vendor',
  '--url': 'url',
  '--license': 'license',
  '--description': 'description',
  '--category': 'category',
  '--deb-priority': 'priority',
  '--deb-compression': 'compression',
  '--iteration': 'iteration',
  '--after-install': 'afterInstall',
  '--after-remove': 'afterRemove',
  '--package': 'output',
  '-s': 'source',
  '-t': 'target',
  '--log': 'log',
};
const repeated = { '-d': 'depends', '--depends': 'depends', '--deb-recommends': 'recommends' };
const flags = new Set(['--force', '--debug']);

/** @param {string} argument `from=to` @returns {{ from: string, to: string }} */
function readMapping(argument) {
  const equals = argument.indexOf('=');
  if (equals < 1) throw new Error(`fpm stand-in: not a mapping: ${argument}`);
  return { from: argument.slice(0, equals), to: argument.slice(equals + 1) };
}

/** @param {readonly string[]} args */
function collect(args) {
  /** @type {Record<string, any>} */
  const values = { depends: [], recommends: [], mappings: [] };
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (flags.has(argument)) continue;
    if (!argument.startsWith('-')) {
      values.mappings.push(readMapping(argument));
      continue;
    }
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    const option = equals < 0 ? argument : argument.slice(0, equals);
    const value = equals < 0 ? args[(index += 1)] : argument.slice(equals + 1);
    if (value === undefined) throw new Error(`fpm stand-in: ${option} needs a value`);
    if (Object.hasOwn(repeated, option)) values[repeated[/** @type {'-d'} */ (option)]].push(value);
    else if (Object.hasOwn(single, option)) values[single[/** @type {'-s'} */ (option)]] = value;
    else throw new Error(`fpm stand-in: unknown option ${option}`);
  }
  return values;
}

/**
 * Reads fpm's arguments as electron-builder's FpmTarget writes them for a deb.
 * @param {readonly string[]} args
 * @returns {FpmRequest}
 * @throws {Error} for what is unknown, missing, or not a deb made of folders
 */
export function readFpmArguments(args) {
  const { source, target, log: _log, ...values } = collect(args);
  if (source !== 'dir' || target !== 'deb') throw new Error('fpm stand-in: only -s dir -t deb');
  for (const name of ['name', 'version', 'architecture', 'maintainer', 'description', 'output'])
    if (!values[name]) throw new Error(`fpm stand-in: ${name} is missing`);
  const defaults = { vendor: null, url: null, license: null, category: null, iteration: null };
  const more = { afterInstall: null, afterRemove: null, priority: 'optional', compression: 'xz' };
  return /** @type {FpmRequest} */ ({ ...defaults, ...more, ...values });
}

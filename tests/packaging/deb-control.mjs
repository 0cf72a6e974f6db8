/**
 * The control file of a deb (Debian Policy 5.3), as fpm writes it.
 * @param {import('./fpm-arguments.mjs').FpmRequest} request
 * @param {number} bytes of all files
 */
export function controlFile(request, bytes) {
  const version = request.iteration === null ? request.version : `${request.version}-${request.iteration}`;
  /** @type {[string, string | null][]} */
  const fields = [
    ['Package', request.name.toLowerCase()],
    ['Version', version],
    ['License', request.license],
    ['Vendor', request.vendor],
    ['Architecture', request.architecture],
    ['Maintainer', request.maintainer],
    ['Installed-Size', String(Math.ceil(bytes / 1024))],
    ['Depends', request.depends.join(', ') || null],
    ['Recommends', request.recommends.join(', ') || null],
    ['Section', request.category ?? 'default'],
    ['Priority', request.priority],
    ['Homepage', request.url],
    ['Description', foldDescription(request.description)],
  ];
  return fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\n`])).join('');
}

/**
 * The extended description: each further line is indented by a blank, an empty one is a single full stop.
 * @param {string} text
 */
export function foldDescription(text) {
  const [synopsis = '', ...rest] = text.split('\n').map((line) => line.trim());
  return [synopsis, ...rest.map((line) => ` ${line === '' ? '.' : line}`)].join('\n');
}

/**
 * @typedef {object} PackageRequest
 * @property {boolean} folderOnly no installer: an unpacked application
 * @property {boolean} testRuntime installers may be made with an Electron that users never get
 * @property {readonly string[]} rest electron-builder's own arguments
 */

/**
 * Reads `npm run package -- ARGUMENTS`.
 * @param {readonly string[]} args
 * @returns {PackageRequest}
 */
export function readPackageArguments(args) {
  return {
    folderOnly: args.includes('--dir'),
    testRuntime: args.includes('--test-runtime'),
    rest: args.filter((argument) => argument !== '--test-runtime'),
  };
}

/**
 * Why a package may not be made with the Electron that is here, or null. Nobody is handed a folder by accident, so that
 * an unpacked application may be made with any Electron; an installer with another one than users get has to be asked for.
 * @param {PackageRequest} request
 * @param {{ version: string, wanted: string }} electron the one that is here, and the one of package.json
 * @returns {string | null}
 */
export function refusal({ folderOnly, testRuntime, rest }, { version, wanted }) {
  if (version === wanted) return null;
  const other = rest.find((argument) =>
    /^(?:--(?:win|windows|mac|macos|arm64|armv7l|ia32|universal)|-[wmo])$/u.test(argument),
  );
  if (other !== undefined)
    return `${other}: the Electron that is here (${version}) is for this platform only; Electron ${wanted} is needed.`;
  if (folderOnly || testRuntime) return null;
  return (
    `the Electron that is here is ${version}, not ${wanted}: it must not be handed to anybody. For a package that only` +
    ' tests the packaging, add --test-runtime; for an unpacked application, --dir.'
  );
}

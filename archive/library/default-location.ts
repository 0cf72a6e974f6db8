import { posix, win32 } from 'node:path';

/** What the place of the library depends on. `home` is the person's home folder. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The folder of the library when none was named: `CUTTINGS_LIBRARY`, else `Cuttings/Library` in the platform's folder
 * for data (XDG Base Directory Specification 0.8 on Linux, Application Support on macOS, the roaming folder on Windows).
 * As the XDG specification asks, a relative `XDG_DATA_HOME` is passed over.
 */
export function defaultLibrary({ platform, env, home }: Surroundings): string {
  const named = env['CUTTINGS_LIBRARY'];
  if (named !== undefined && named !== '') return named;
  if (platform === 'win32') {
    const roaming = env['APPDATA'];
    const data = roaming !== undefined && roaming !== '' ? roaming : win32.join(home, 'AppData', 'Roaming');
    return win32.join(data, 'Cuttings', 'Library');
  }
  if (platform === 'darwin') {
    return posix.join(home, 'Library', 'Application Support', 'Cuttings', 'Library');
  }
  const xdg = env['XDG_DATA_HOME'];
  const data = xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share');
  return posix.join(data, 'Cuttings', 'Library');
}

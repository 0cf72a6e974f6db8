import type { AboutInformation } from './bridge/bridge.ts';

/**
 * What a person should know when the runtime is not the one that users get: a sentence, or null.
 *
 * @param version Electron's, such as `25.1.1`
 */
export function runtimeWarning(version: string): string | null {
  return version.startsWith('25.')
    ? `This is Electron ${version}, an old runtime for development and tests only: its browser no longer gets security updates.`
    : null;
}

/** What the About screen shows. */
export function aboutInformation(
  version: string,
  libraryPath: string,
  versions: NodeJS.ProcessVersions,
): AboutInformation {
  const electron = versions['electron'] ?? '';
  return {
    version,
    electron,
    chromium: versions['chrome'] ?? '',
    node: versions.node,
    runtimeWarning: runtimeWarning(electron),
    libraryPath,
  };
}

/** The scheme of the built files. */
export const applicationScheme = 'app';

/** The one host there is under it. */
export const applicationHost = 'cuttings';

/** The page every window shows. */
export const applicationPage = `${applicationScheme}://${applicationHost}/index.html`;

/** Whether an address is one of the application's own; what cannot be parsed is not. */
export function isApplicationAddress(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    // Not an address at all.
    return false;
  }
  const plain = url.username === '' && url.password === '' && url.port === '';
  return plain && url.protocol === `${applicationScheme}:` && url.host === applicationHost;
}

/** What `isTrustedFrame` looks at in Electron's WebFrameMain. */
export interface Frame {
  readonly url: string;
  readonly parent: unknown;
}

/** Whether a message came from the main frame of the application's own page, and from nowhere else. */
export function isTrustedFrame(frame: Frame | null | undefined): boolean {
  return frame !== null && frame !== undefined && frame.parent === null && isApplicationAddress(frame.url);
}

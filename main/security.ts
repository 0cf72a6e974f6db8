import { app } from 'electron';
import type { Session, WebContents, WebPreferences } from 'electron';
import { isApplicationAddress } from './application-address.ts';

/** What every window of the application is made with. */
export function windowPreferences(preload: string, developerTools: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    enableWebSQL: false,
    autoplayPolicy: 'user-gesture-required',
    devTools: developerTools,
  };
}

function note(what: string, address: string): void {
  process.stderr.write(`cuttings: refused ${what}: ${address.slice(0, 200)}\n`);
}

/** Locks one page: it stays where it is, opens nothing and embeds nothing. */
function lock(contents: WebContents): void {
  const stay = (event: Electron.Event, address: string): void => {
    // A reload is a navigation to where the page is already.
    if (isApplicationAddress(address) && address === contents.getURL()) return;
    event.preventDefault();
    note('navigation', address);
  };
  contents.on('will-navigate', (event, address) => stay(event, address));
  contents.on('will-redirect', (event, address) => stay(event, address));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) {
      event.preventDefault();
      note('navigation of a frame', event.url);
    }
  });
  contents.on('will-attach-webview', (event, _preferences, parameters) => {
    event.preventDefault();
    note('a webview', parameters['src'] ?? '');
  });
  contents.setWindowOpenHandler(({ url }) => {
    note('a new window', url);
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Locks every page that is ever made, the first one included. Call before the application is ready. */
export function setupPageLocks(): void {
  app.on('web-contents-created', (_event, contents) => lock(contents));
  app.on('certificate-error', (event, _contents, address, _error, _certificate, answer) => {
    event.preventDefault();
    note('a certificate', address);
    answer(false);
  });
  app.on('select-client-certificate', (event, _contents, address, _list, answer) => {
    event.preventDefault();
    note('a client certificate', address);
    answer();
  });
  app.on('login', (event) => event.preventDefault());
}

/** Denies every permission a page can ask for. The page has no use for any. */
export function setupPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    note('a permission', permission);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer();
  });
}

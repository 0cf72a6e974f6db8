import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { launchApplication } from './support/launch.ts';
import type { Launched } from './support/launch.ts';
import './support/page-bridge.ts';

/** Not in TypeScript's own library of the page (https://www.w3.org/TR/trusted-types/). */
interface WithTrustedTypes {
  readonly trustedTypes: { createPolicy(name: string, rules: object): unknown };
}

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchApplication();
  ({ page } = launched);
  await page.getByRole('combobox', { name: 'Search the archive' }).waitFor();
});

afterAll(() => launched?.close());

/** What a promise in the page came to: its value, or the name of its error. */
async function attempt(action: () => unknown): Promise<unknown> {
  return page.evaluate(async (source) => {
    // The page forbids eval; the test's own channel does not, so the action is made there and run by a timer's turn.
    const run = (0, eval)(`(${source})`) as () => unknown;
    await new Promise((resolve) => setTimeout(resolve, 0));
    try {
      return await run();
    } catch (error) {
      return error instanceof Error || error instanceof DOMException ? error.name : String(error);
    }
  }, action.toString());
}

describe('the page', () => {
  test('has the bridge, exactly as it is agreed, and nothing else of Node or Electron', async () => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys(window.cuttings).sort(),
      frozen: Object.isFrozen(window.cuttings),
      node: [
        'require',
        'process',
        'module',
        'global',
        'Buffer',
        'electron',
        'ipcRenderer',
        '__dirname',
      ].filter((name) => name in globalThis),
    }));
    expect(found).toEqual({
      bridge: [
        'about',
        'beginImport',
        'cancelCare',
        'cancelImport',
        'changeSettings',
        'connectArchive',
        'contentShown',
        'forgetImport',
        'libraries',
        'onArchiveState',
        'onCare',
        'onCommand',
        'onImport',
        'onImportOffer',
        'onSettings',
        'onStartRequest',
        'openExternal',
        'openRecent',
        'platform',
        'rebuildIndex',
        'revealImported',
        'runCommand',
        'saveImportReport',
        'setCommandState',
        'settings',
        'start',
      ],
      frozen: true,
      node: [],
    });
  });

  test('is made with every precaution of Electron’s checklist', async () => {
    const preferences = await launched.application.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
    // What is off is left out of this list by Electron, for some.
    const mustBeOff = [
      'nodeIntegrationInWorker',
      'navigateOnDragDrop',
      'spellcheck',
      'enableBlinkFeatures',
      'plugins',
    ];
    expect(mustBeOff.filter((name) => preferences[name])).toEqual([]);
    expect(
      await launched.application.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled()),
    ).toBe(false);
  });

  test('cannot reach what is not its own', async () => {
    expect({
      http: await attempt(() => fetch('http://192.0.2.1/')),
      file: await attempt(() => fetch('file:///etc/passwd')),
      own: await attempt(() => fetch('app://cuttings/index.html')),
      image: await attempt(
        () =>
          new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve('loaded');
            image.onerror = () => resolve('refused');
            image.src = 'https://192.0.2.1/x.png';
          }),
      ),
    }).toEqual({ http: 'TypeError', file: 'TypeError', own: 'TypeError', image: 'refused' });
  });

  test('cannot run or insert what it is not built of', async () => {
    const inserted = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const script = document.createElement('script');
          const refusals: string[] = [];
          const note = (event: SecurityPolicyViolationEvent): void =>
            void refusals.push(event.effectiveDirective);
          document.addEventListener('securitypolicyviolation', note);
          const tries = [
            () => (script.textContent = 'window.ran = true'),
            () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = true">'),
            () => document.body.setAttribute('onclick', 'window.ran = true'),
            () => document.body.setAttribute('style', 'color: red'),
            () => (window as unknown as WithTrustedTypes).trustedTypes.createPolicy('mine', {}),
          ];
          for (const attempt of tries) {
            try {
              attempt();
            } catch (error) {
              refusals.push((error as Error).name);
            }
          }
          document.body.append(script);
          document.body.click();
          setTimeout(() => resolve({ ran: 'ran' in window, refused: [...new Set(refusals)].sort() }), 50);
        }),
    );
    expect(inserted).toMatchObject({ ran: false });
    expect((inserted as { refused: string[] }).refused).toEqual(
      expect.arrayContaining(['TypeError', 'require-trusted-types-for', 'style-src-attr', 'trusted-types']),
    );
  });

  test('stays where it is', async () => {
    for (const address of [
      'https://192.0.2.1/',
      'file:///etc/passwd',
      'data:text/html,x',
      'app://elsewhere/',
    ]) {
      await page.evaluate((to) => {
        location.href = to;
      }, address);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    }
    expect(page.url()).toBe('app://cuttings/index.html');
    expect(await page.evaluate(() => document.querySelector('ct-app') !== null)).toBe(true);
    await expect.poll(() => launched.stderr()).toContain('refused navigation: https://192.0.2.1/');
  });

  test('opens no window and embeds nothing', async () => {
    const found = await page.evaluate(async () => {
      const opened =
        window.open('https://192.0.2.1/') ?? window.open('app://cuttings/index.html') ?? window.open();
      const webview = document.createElement('webview');
      webview.setAttribute('src', 'https://192.0.2.1/');
      document.body.append(webview);
      const frame = document.createElement('iframe');
      frame.src = 'app://cuttings/index.html';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.append(frame);
      await loaded;
      let inside: string;
      try {
        inside = frame.contentDocument?.URL ?? 'closed to us';
      } catch {
        inside = 'closed to us';
      }
      const plain = webview.constructor === HTMLElement;
      webview.remove();
      frame.remove();
      return { opened, plain, inside };
    });
    expect(found).toEqual({ opened: null, plain: true, inside: 'closed to us' });
    expect(
      await launched.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    ).toBe(1);
    expect(
      await launched.application.evaluate(({ webContents }) => webContents.getAllWebContents().length),
    ).toBe(1);
  });

  test('is granted no permission', async () => {
    const granted = await page.evaluate(async () => {
      const position = new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('denied'),
        ),
      );
      const refused = (error: unknown): string => (error instanceof DOMException ? 'denied' : String(error));
      const media = (options: MediaStreamConstraints): Promise<string> =>
        navigator.mediaDevices.getUserMedia(options).then(() => 'granted', refused);
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'midi',
        'clipboard-read',
        'persistent-storage',
      ];
      const states = names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state, refused),
      );
      return {
        notifications: await Notification.requestPermission(),
        position: await position,
        camera: await media({ video: true }),
        microphone: await media({ audio: true }),
        screen: await navigator.mediaDevices.getDisplayMedia().then(() => 'granted', refused),
        clipboard: await navigator.clipboard.readText().then(() => 'granted', refused),
        states: [...new Set(await Promise.all(states))],
      };
    });
    expect(granted).toEqual({
      notifications: 'denied',
      position: 'denied',
      camera: 'denied',
      microphone: 'denied',
      screen: 'denied',
      clipboard: 'denied',
      states: ['denied'],
    });
  });
});

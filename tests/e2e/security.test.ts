import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { contentSecurityPolicy } from '../../main/response-headers.ts';
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
  await page.getByRole('searchbox').waitFor();
});

afterAll(() => launched?.close());

/** Asks for an address below the page, where its content security policy has no say. */
const ask = (address: string, method = 'GET') =>
  launched.application.evaluate(
    async ({ net }, [url, verb]) => {
      const answer = await net.fetch(url as string, { method: verb as string });
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      };
    },
    [address, method],
  );

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

describe('the application’s own scheme', () => {
  test('answers with the strict policy and the other headers', async () => {
    const { status, headers } = await ask('app://cuttings/index.html');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(contentSecurityPolicy).not.toMatch(/unsafe-|\*|https?:/u);
    expect(contentSecurityPolicy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
  });

  test.each([
    'app://cuttings/../package.json',
    'app://cuttings/%2e%2e/package.json',
    'app://cuttings/..%2fpackage.json',
    'app://cuttings/..%5c..%5cpackage.json',
    'app://cuttings/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
    'app://cuttings/%2e%2e/main/preload.cjs',
    'app://cuttings//etc/passwd',
    'app://cuttings/%2fetc%2fpasswd',
    'app://cuttings/file:///etc/passwd',
    'app://cuttings/assets/',
    'app://elsewhere/index.html',
    'app://cuttings.example/index.html',
  ])('has nothing at %s', async (address) => {
    const { status, headers, body } = await ask(address);
    expect({ status, body, policy: headers['content-security-policy'] }).toEqual({
      status: 404,
      body: 'Not found',
      policy: contentSecurityPolicy,
    });
  });

  test('only lets itself be read', async () => {
    expect((await ask('app://cuttings/index.html', 'POST')).status).toBe(405);
  });
});

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
        'cancelImport',
        'changeSettings',
        'connectArchive',
        'contentShown',
        'onArchiveState',
        'onCommand',
        'onImport',
        'onSettings',
        'onStartRequest',
        'openExternal',
        'platform',
        'runCommand',
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

describe('the door for messages', () => {
  test('refuses what does not fit, and changes nothing', async () => {
    const refusals = await page.evaluate(async () => {
      const { changeSettings } = window.cuttings;
      const changes: unknown[] = [
        { theme: 'sepia' },
        { other: 1 },
        null,
        'dark',
        [],
        { exactSpelling: 'yes' },
      ];
      const outcomes = changes.map((change) =>
        changeSettings(change as object).then(
          () => 'taken',
          () => 'refused',
        ),
      );
      return Promise.all(outcomes);
    });
    expect(refusals).toEqual(Array(6).fill('refused'));
    await page.evaluate(() => {
      window.cuttings.runCommand('rm -rf' as 'about');
      window.cuttings.setCommandState({ enabled: ['nonsense' as 'about'], checked: [] });
      window.cuttings.openExternal('file:///etc/passwd');
    });
    await expect.poll(() => launched.stderr()).toContain('refused to open an address: file:///etc/passwd');
    expect(launched.stderr()).toContain('Message cuttings:run-command refused');
    expect(launched.stderr()).toContain('Message cuttings:command-state refused');
  });

  test('does not open to a frame inside the page, nor to another page', async () => {
    const answers = await launched.application.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const handlers = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> }
      )._invokeHandlers;
      const settings = handlers.get('cuttings:settings');
      if (contents === undefined || settings === undefined) throw new Error('The door was not found.');
      const askAs = async (senderFrame: unknown): Promise<string> => {
        try {
          return JSON.stringify(await settings({ senderFrame, sender: contents }));
        } catch (error) {
          return (error as Error).message;
        }
      };
      const { mainFrame } = contents;
      return {
        page: await askAs(mainFrame),
        frame: await askAs({ url: mainFrame.url, parent: mainFrame }),
        other: await askAs({ url: 'https://cuttings/index.html', parent: null }),
        gone: await askAs(null),
      };
    });
    const refused = 'Message cuttings:settings refused: its sender is not the application’s page.';
    expect(answers).toEqual({
      page: expect.stringContaining('"theme"') as unknown,
      frame: refused,
      other: refused,
      gone: refused,
    });
  });

  test('asks before an address is opened outside, and opens it only then', async () => {
    const { application } = launched;
    const asked = await application.evaluate(async ({ dialog, shell }) => {
      const log: string[] = [];
      const answers = [0, 1];
      dialog.showMessageBox = (async (_window: unknown, options: Electron.MessageBoxOptions) => {
        log.push(`asked: ${(options.detail ?? '').split('\n')[0]}`);
        return { response: answers.shift() ?? 0, checkboxChecked: false };
      }) as unknown as typeof dialog.showMessageBox;
      shell.openExternal = async (address) => void log.push(`opened: ${address}`);
      (globalThis as unknown as { asked: string[] }).asked = log;
      return log;
    });
    expect(asked).toEqual([]);
    const log = () => application.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    await page.evaluate(() => window.cuttings.openExternal('http://news.bbc.co.uk/a'));
    await expect.poll(log).toEqual(['asked: http://news.bbc.co.uk/a']);
    await page.evaluate(() => window.cuttings.openExternal('http://news.bbc.co.uk/b'));
    await expect
      .poll(log)
      .toEqual([
        'asked: http://news.bbc.co.uk/a',
        'asked: http://news.bbc.co.uk/b',
        'opened: http://news.bbc.co.uk/b',
      ]);
  });
});

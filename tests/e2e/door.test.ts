import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { launchApplication } from './support/launch.ts';
import type { Launched } from './support/launch.ts';
import './support/page-bridge.ts';

let launched: Launched;
let page: Page;

beforeAll(async () => {
  launched = await launchApplication();
  ({ page } = launched);
  await page.getByRole('combobox', { name: 'Search the archive' }).waitFor();
});

afterAll(() => launched?.close());

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

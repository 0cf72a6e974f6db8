import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { screenshotMilliseconds, takeScreenshot } from '../../main/screenshot.ts';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-picture-test-'));
});
afterEach(() => {
  vi.useRealTimers();
  fs.rmSync(folder, { recursive: true });
});

/** A window as far as a picture needs one; it notes what is asked of it. */
function windowWith(picture: string): { readonly window: BrowserWindow; readonly log: string[] } {
  const log: string[] = [];
  const webContents = {
    executeJavaScript: async (code: string) => {
      log.push(code.includes('document.fonts.ready') ? 'settled' : code);
    },
    capturePage: async () => {
      log.push('captured');
      return { isEmpty: () => picture === '', toPNG: () => Buffer.from(picture) };
    },
  };
  return { window: { webContents } as unknown as BrowserWindow, log };
}

test('a picture is taken once the content is shown and has settled', async () => {
  const { window, log } = windowWith('a picture');
  const shown = Promise.resolve().then(() => void log.push('shown'));
  await takeScreenshot(window, shown, path.join(folder, 'new', 'a.png'));
  expect(log).toEqual(['shown', 'settled', 'captured']);
  expect(fs.readFileSync(path.join(folder, 'new', 'a.png'), 'utf8')).toBe('a picture');
});

test('content that never comes ends with a reason, and no file', async () => {
  vi.useFakeTimers();
  const { window, log } = windowWith('a picture');
  const taking = takeScreenshot(window, new Promise(() => undefined), path.join(folder, 'a.png'));
  const refused = expect(taking).rejects.toThrow('the content was not there after 30 seconds');
  await vi.advanceTimersByTimeAsync(screenshotMilliseconds);
  await refused;
  expect([log, fs.readdirSync(folder)]).toEqual([[], []]);
});

test('an empty picture is none', async () => {
  const { window } = windowWith('');
  const taking = takeScreenshot(window, Promise.resolve(), path.join(folder, 'a.png'));
  await expect(taking).rejects.toThrow('the window gave an empty picture');
  expect(fs.readdirSync(folder)).toEqual([]);
});

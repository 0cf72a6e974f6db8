import type { BrowserWindow } from 'electron';
import { writeFileWhole } from './json-file.ts';

/** How long the content may take to appear. */
export const screenshotMilliseconds = 30_000;

// Runs in the page once it says that its content is there: type is loaded, and what was drawn has reached the screen.
const settled = `document.fonts.ready.then(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
}))`;

// The caret is inherited by every element, inside shadow roots as well.
const withoutCaret = ':root, :root * { caret-color: transparent !important; }';

/** Prepares a window for a picture. */
export function makeStill(window: BrowserWindow): void {
  window.webContents.on('dom-ready', () => {
    void window.webContents.insertCSS(withoutCaret, { cssOrigin: 'user' });
  });
}

function timeLimit(): { readonly over: Promise<never>; readonly stop: () => void } {
  let timer: NodeJS.Timeout | null = null;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`the content was not there after ${screenshotMilliseconds / 1000} seconds`));
    }, screenshotMilliseconds);
  });
  return {
    over,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
  };
}

async function capture(window: BrowserWindow, contentShown: Promise<void>): Promise<Uint8Array> {
  await contentShown;
  await window.webContents.executeJavaScript(settled);
  const image = await window.webContents.capturePage();
  if (image.isEmpty()) throw new Error('the window gave an empty picture');
  return image.toPNG();
}

/**
 * Writes a PNG of the window's content to `file`, whole or not at all. Rejects with a reason in words when the content
 * does not come within `screenshotMilliseconds` or the file cannot be written.
 */
export async function takeScreenshot(
  window: BrowserWindow,
  contentShown: Promise<void>,
  file: string,
): Promise<void> {
  const limit = timeLimit();
  try {
    writeFileWhole(file, await Promise.race([capture(window, contentShown), limit.over]));
  } finally {
    limit.stop();
  }
}

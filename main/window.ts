import fs from 'node:fs';
import { BrowserWindow, nativeTheme } from 'electron';
import { applicationPage } from './application-address.ts';
import type { WindowSize } from './launch-options.ts';
import { note } from './notes.ts';
import { builtFiles } from './places.ts';
import { windowPreferences } from './security.ts';
import { smallestHeight, smallestWidth } from './window-placement.ts';
import { rememberPlace, restoredPlace } from './window-state.ts';

/** How a window is opened. */
export interface WindowOptions {
  /** Of the content; null opens the window as it was left. A size given is not remembered. */
  readonly size: WindowSize | null;
  /** For a picture: nobody's pointer hovers over it, and where it stood is not remembered. */
  readonly still: boolean;
  readonly developerTools: boolean;
}

/** The colour behind the page until it is drawn: the tokens `--paper` of the two themes. */
function paper(): string {
  return nativeTheme.shouldUseDarkColors ? '#191816' : '#fbf9f4';
}

function placeOf(options: WindowOptions): {
  readonly bounds: Electron.BrowserWindowConstructorOptions;
  readonly maximised: boolean;
} {
  if (options.size !== null) return { bounds: { ...options.size, useContentSize: true }, maximised: false };
  const { bounds, maximised } = restoredPlace();
  return { bounds, maximised };
}

/** Loads the page again when its process dies, once a minute at most: a page that dies at once would never end. */
function reviveWhenGone(window: BrowserWindow): void {
  let last = -Infinity;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || details.reason === 'killed') return;
    note(`The window's process ended unexpectedly (${details.reason}).`);
    const now = performance.now();
    if (now - last > 60_000) window.webContents.reload();
    last = now;
  });
}

/** Opens the application's window and begins to load its page. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const place = placeOf(options);
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: options.size === null ? smallestWidth : Math.min(options.size.width, smallestWidth),
    minHeight: options.size === null ? smallestHeight : Math.min(options.size.height, smallestHeight),
    title: 'Cuttings',
    show: false,
    backgroundColor: paper(),
    webPreferences: windowPreferences(builtFiles.preload, options.developerTools),
    ...(process.platform === 'linux' && fs.existsSync(builtFiles.icon) ? { icon: builtFiles.icon } : {}),
  });
  if (place.maximised) window.maximize();
  if (options.still) window.setIgnoreMouseEvents(true);
  else if (options.size === null) rememberPlace(window);
  window.once('ready-to-show', () => window.show());
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(paper());
  });
  reviveWhenGone(window);
  void window.loadURL(applicationPage).catch((error: unknown) => {
    note(`The page could not be loaded: ${String(error)}`);
  });
  return window;
}

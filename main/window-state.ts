import path from 'node:path';
import { app, screen } from 'electron';
import type { BrowserWindow } from 'electron';
import * as v from 'valibot';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { note } from './notes.ts';
import type { Rectangle, WindowState } from './window-placement.ts';
import { placeWindow } from './window-placement.ts';

const pixels = v.pipe(v.number(), v.safeInteger());
const stateSchema = v.object({
  bounds: v.object({ x: pixels, y: pixels, width: pixels, height: pixels }),
  maximised: v.boolean(),
});

function stateFile(): string {
  return path.join(app.getPath('userData'), 'window.json');
}

function workAreas(): readonly Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

function parseState(value: unknown): WindowState | null {
  const parsed = v.safeParse(stateSchema, value);
  return parsed.success ? parsed.output : null;
}

/** Where the window is to open now, from what was remembered and the displays there are. */
export function restoredPlace(): WindowState {
  return placeWindow(readJsonFile(stateFile(), parseState, note), workAreas());
}

/** Remembers the window's size, place and maximised state from now on. */
export function rememberPlace(window: BrowserWindow): void {
  let waiting: NodeJS.Timeout | null = null;
  const save = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    const state: WindowState = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
    try {
      writeJsonFile(stateFile(), state);
    } catch (error) {
      note(`The window's place could not be kept: ${String(error)}`);
    }
  };
  // A window being dragged changes many times a second; it is kept when it rests, and when it closes.
  const saveSoon = (): void => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = setTimeout(save, 500);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('maximize', saveSoon);
  window.on('unmaximize', saveSoon);
  window.on('close', save);
}

import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { IpcRendererEvent } from 'electron';
import type { Bridge } from './bridge/bridge.ts';
import { archivePortMessage } from './bridge/bridge.ts';
import { channels } from './bridge/channels.ts';

/** Hands what main sends on a channel to listeners; none of them ever sees Electron's event object. */
function subscribe<T>(channel: string): (listener: (value: T) => void) => () => void {
  return (listener) => {
    const receive = (_event: IpcRendererEvent, value: T): void => listener(value);
    ipcRenderer.on(channel, receive);
    return () => {
      ipcRenderer.removeListener(channel, receive);
    };
  };
}

/** The same for a state: a listener that comes late is told the present one at once. */
function subscribeToState<T extends { readonly state: string }>(
  channel: string,
  isOver: (value: T) => boolean,
): (listener: (value: T) => void) => () => void {
  let last: T | null = null;
  ipcRenderer.on(channel, (_event: IpcRendererEvent, value: T) => {
    last = isOver(value) ? null : value;
  });
  const later = subscribe<T>(channel);
  return (listener) => {
    const stop = later(listener);
    if (last !== null) listener(last);
    return stop;
  };
}

function currentPlatform(): Bridge['platform'] {
  const { platform } = process;
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}

ipcRenderer.on(channels.archivePort, (event) => {
  const [port] = event.ports;
  if (port !== undefined) {
    window.postMessage({ type: archivePortMessage }, window.location.origin, [port]);
  }
});

/** Where a dropped file is; empty for one that is on no disk. Electron before 29 had it as a property. */
function pathOf(file: File): string {
  const utilities = webUtils as typeof webUtils | undefined;
  return utilities?.getPathForFile(file) ?? (file as File & { readonly path?: string }).path ?? '';
}

// Here and not in the page: what is dropped is told to main alone, and no page can make a path up.
window.addEventListener('drop', (event) => {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0 || !event.isTrusted) return;
  ipcRenderer.send(
    channels.dropped,
    files.map(pathOf).filter((path) => path !== ''),
  );
});

const bridge: Bridge = {
  platform: currentPlatform(),
  start: () => ipcRenderer.invoke(channels.start),
  onStartRequest: subscribe(channels.startRequest),
  connectArchive: () => ipcRenderer.send(channels.connectArchive),
  onArchiveState: subscribeToState(channels.archiveState, () => false),
  settings: () => ipcRenderer.invoke(channels.settings),
  changeSettings: (change) => ipcRenderer.invoke(channels.changeSettings, change),
  onSettings: subscribe(channels.settingsChanged),
  onCommand: subscribe(channels.command),
  runCommand: (command) => ipcRenderer.send(channels.runCommand, command),
  setCommandState: (state) => ipcRenderer.send(channels.commandState, state),
  onImport: subscribeToState(channels.importState, (value) => value.state !== 'running'),
  cancelImport: () => ipcRenderer.send(channels.cancelImport),
  onImportOffer: subscribeToState(channels.importOffer, (value) => value.state === 'gone'),
  beginImport: (token, collection) => ipcRenderer.send(channels.beginImport, token, collection),
  forgetImport: (token) => ipcRenderer.send(channels.forgetImport, token),
  revealImported: (run, place, what) => ipcRenderer.send(channels.revealImported, run, place, what),
  saveImportReport: (run) => ipcRenderer.invoke(channels.saveImportReport, run),
  rebuildIndex: () => ipcRenderer.send(channels.rebuildIndex),
  libraries: () => ipcRenderer.invoke(channels.libraries),
  openRecent: (index) => ipcRenderer.send(channels.openRecent, index),
  onCare: subscribeToState(channels.careState, () => false),
  cancelCare: () => ipcRenderer.send(channels.cancelCare),
  about: () => ipcRenderer.invoke(channels.about),
  openExternal: (url) => ipcRenderer.send(channels.openExternal, url),
  contentShown: () => ipcRenderer.send(channels.contentShown),
};

contextBridge.exposeInMainWorld('cuttings', bridge);

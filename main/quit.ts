import { app } from 'electron';

let exitCode = 0;

/** Ends the application in good order, with an exit code. */
export function quitWith(code: number): void {
  exitCode = code;
  app.quit();
}

/** Sees to it that the library is closed before the application ends, however it is asked to. */
export function setupQuit(closeArchive: () => Promise<void>): void {
  app.on('will-quit', (event) => {
    event.preventDefault();
    void closeArchive().finally(() => app.exit(exitCode));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => app.quit());
  }
  app.on('window-all-closed', () => {
    // On macOS an application lives on without a window, until it is told to quit.
    if (process.platform !== 'darwin') app.quit();
  });
}

import { app, dialog } from 'electron';
import { note } from './notes.ts';

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Bugs of the main process are written to stderr in full and shown once, in a sentence: a dialog for every one could
 * go on without end. When a picture is being taken nobody could answer a dialog, so the application ends instead.
 */
export function setupErrors(unattended: boolean): void {
  let shown = false;
  const report = (error: unknown): void => {
    note(`an error that was not expected: ${describe(error)}`);
    if (unattended) {
      app.exit(1);
      return;
    }
    if (shown) return;
    shown = true;
    const message = error instanceof Error ? error.message : String(error);
    dialog.showErrorBox(
      'Cuttings has made a mistake',
      `Your library is safe. Something in the application did not go as it should; if it behaves oddly, quit it and start it again.\n\n${message}`,
    );
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

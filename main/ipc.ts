import { ipcMain } from 'electron';
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import * as v from 'valibot';
import { isTrustedFrame } from './application-address.ts';

/** What a handler gets to know of who asks. */
export interface Asker {
  readonly contents: WebContents;
}

type Arguments = v.GenericSchema<unknown, readonly unknown[]>;

/** The arguments, when the message may pass; else why not. */
function examine<S extends Arguments>(
  event: IpcMainEvent | IpcMainInvokeEvent,
  schema: S,
  args: readonly unknown[],
): { readonly args: v.InferOutput<S> } | { readonly refusal: string } {
  if (!isTrustedFrame(event.senderFrame)) return { refusal: 'its sender is not the application’s page' };
  const parsed = v.safeParse(schema, args);
  if (!parsed.success) return { refusal: parsed.issues[0].message };
  return { args: parsed.output };
}

function refuse(channel: string, why: string): string {
  const sentence = `Message ${channel} refused: ${why}.`;
  process.stderr.write(`cuttings: ${sentence}\n`);
  return sentence;
}

/**
 * The one door for messages from pages: a message passes only when the main frame of `app://cuttings` sent it and its
 * arguments fit the schema. What does not pass is noted on stderr and left without effect.
 */
export function listen<S extends Arguments>(
  channel: string,
  schema: S,
  handler: (args: v.InferOutput<S>, asker: Asker) => void,
): void {
  ipcMain.on(channel, (event, ...args: unknown[]) => {
    const examined = examine(event, schema, args);
    if ('refusal' in examined) refuse(channel, examined.refusal);
    else handler(examined.args, { contents: event.sender });
  });
}

/** The same door for questions; what does not pass is answered with an error. */
export function answer<S extends Arguments>(
  channel: string,
  schema: S,
  handler: (args: v.InferOutput<S>, asker: Asker) => unknown,
): void {
  ipcMain.handle(channel, (event, ...args: unknown[]) => {
    const examined = examine(event, schema, args);
    if ('refusal' in examined) throw new Error(refuse(channel, examined.refusal));
    return handler(examined.args, { contents: event.sender });
  });
}

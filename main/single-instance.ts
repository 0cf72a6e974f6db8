import { app } from 'electron';
import * as v from 'valibot';
import type { LaunchOptions } from './launch-options.ts';

/** What a second start hands to the first. */
export interface HandedOver {
  readonly query: string | null;
  readonly open: string | null;
  readonly files: readonly string[];
}

const text = v.pipe(v.string(), v.maxLength(100_000));
const handedOverSchema = v.object({
  query: v.nullable(text),
  open: v.nullable(text),
  files: v.array(v.string()),
});

/**
 * Makes this the only instance for its settings folder. False when another one runs: it has been told what this start
 * asked for, and this one should quit.
 */
export function setupSingleInstance(
  launch: LaunchOptions,
  secondStart: (handedOver: HandedOver) => void,
): boolean {
  const { query, open, files } = launch;
  if (!app.requestSingleInstanceLock({ query, open, files })) return false;
  app.on('second-instance', (_event, _argv, _directory, data) => {
    const parsed = v.safeParse(handedOverSchema, data);
    secondStart(parsed.success ? parsed.output : { query: null, open: null, files: [] });
  });
  return true;
}

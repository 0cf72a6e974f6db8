import type { HostApi, IndexWorkOptions } from '../api/host-api.ts';
import type { ArchiveError } from '../model/errors.ts';
import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { nearest } from './arguments.ts';
import type { ParsedArguments } from './arguments.ts';
import { damageText, indexSummary, indexText } from './index-text.ts';
import { ProgressLine } from './progress-line.ts';
import { amount, counted, duration, percent, size } from './quantities.ts';
import { exitCodes, UsageError } from './streams.ts';
import type { Surroundings } from './streams.ts';

type Outcome = Promise<Result<number, ArchiveError>>;

const actions = ['stats', 'verify', 'rebuild', 'merge'] as const;
type Action = (typeof actions)[number];

function actionOf(args: ParsedArguments): Action {
  const [given, ...more] = args.words;
  const action = actions.find((known) => known === given);
  if (given === undefined || more.length > 0) {
    throw new UsageError(`index needs exactly one of ${actions.join(', ')}.`);
  }
  if (action === undefined) {
    const guess = nearest(given, actions);
    const hint = guess === null ? `It is one of ${actions.join(', ')}.` : `Did you mean ${guess}?`;
    throw new UsageError(`index has no ${given}. ${hint}`);
  }
  if (args.flag('purge') && action !== 'merge') throw new UsageError('--purge goes with index merge only.');
  return action;
}

async function look(
  archive: HostApi,
  action: 'stats' | 'verify',
  args: ParsedArguments,
  { stdout }: Surroundings,
): Outcome {
  const started = performance.now();
  const inspected = await archive.inspectIndex(action === 'verify');
  if (!inspected.ok) return inspected;
  const report = inspected.value;
  const isWhole = report.damaged.length === 0;
  if (args.flag('json')) await stdout.write(`${JSON.stringify(report)}\n`);
  else if (action === 'stats') await stdout.write(indexText(report) + damageText(report));
  else if (isWhole) {
    const what = `${counted(report.parts.length, 'part')}, ${size(report.bytes)}`;
    await stdout.write(`Nothing is damaged: ${what} read in ${duration(performance.now() - started)}.\n`);
  } else await stdout.write(damageText(report));
  return ok(action === 'verify' && !isWhole ? exitCodes.failed : exitCodes.done);
}

/** What was done, or that it was stopped and what that means. */
function doneText(action: 'rebuild' | 'merge', args: ParsedArguments, took: number): string {
  if (action === 'rebuild') return `Made anew in ${duration(took)}.`;
  const promise = ' Words of removed articles are gone from its files.';
  return `Merged in ${duration(took)}.${args.flag('purge') ? promise : ''}`;
}

async function change(
  archive: HostApi,
  action: 'rebuild' | 'merge',
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  const { stdout, stderr } = surroundings;
  const line = new ProgressLine(stderr);
  const signal = surroundings.listenForInterrupt();
  const options: IndexWorkOptions = {
    signal,
    onIndexProgress: ({ done, total }) =>
      line.show(`Indexing: ${percent(done, total)} (${amount(done)} of ${amount(total)})`),
  };
  const started = performance.now();
  line.show(action === 'merge' ? 'Merging …' : 'Indexing …');
  const done = await (action === 'merge' ? archive.mergeIndex(options) : archive.rebuildIndex(options));
  await line.end();
  if (!done.ok) return done;
  const took = performance.now() - started;
  const inspected = await archive.inspectIndex(false);
  if (!inspected.ok) return inspected;
  const report = inspected.value;
  const stopped = signal.aborted;
  if (args.flag('json')) {
    await stdout.write(`${JSON.stringify({ ...report, tookMs: Math.round(took), stopped })}\n`);
  } else {
    const outcome = stopped ? 'Stopped.' : doneText(action, args, took);
    await stdout.write(`${outcome} ${indexSummary(report)}\n${damageText(report)}`);
  }
  return ok(stopped ? exitCodes.failed : exitCodes.done);
}

/** `cuttings index`: looks at the search index or makes it anew. Exit 1 when something is damaged, or it was stopped. */
export async function indexCommand(
  archive: HostApi,
  args: ParsedArguments,
  surroundings: Surroundings,
): Outcome {
  const action = actionOf(args);
  return action === 'stats' || action === 'verify'
    ? look(archive, action, args, surroundings)
    : change(archive, action, args, surroundings);
}

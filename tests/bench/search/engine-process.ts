import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import readline from 'node:readline';
import { projectRoot } from '../../e2e/support/places.ts';
import type { Answers, Order } from './protocol.ts';

const running = new Set<ChildProcess>();

/** Ends the processes of all engines at once, for the end of the benchmark before its time. */
export function endAllProcesses(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** A process that one engine has to itself. */
export class EngineProcess {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;

  constructor(command: readonly string[]) {
    const [program = '', ...args] = command;
    this.child = spawn(program, args, { cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit'] });
    running.add(this.child);
    this.child.once('close', () => running.delete(this.child));
    this.lines = readline.createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  /** Throws when the process ends instead of answering. */
  async tell<What extends Order['do']>(order: Extract<Order, { do: What }>): Promise<Answers[What]> {
    this.child.stdin!.write(`${JSON.stringify(order)}\n`);
    const next: IteratorResult<string, unknown> = await this.lines.next();
    if (next.done === true) throw new Error('The process ended without an answer.');
    return JSON.parse(next.value) as Answers[What];
  }

  /** Lets the process end by itself, and waits for that. */
  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const closed = new Promise((resolve) => this.child.once('close', resolve));
    this.child.stdin!.end();
    await closed;
  }
}

/** Starts a process, uses it, and ends it whatever happens. */
export async function withProcess<Result>(
  command: readonly string[],
  use: (engine: EngineProcess) => Promise<Result>,
): Promise<Result> {
  const engine = new EngineProcess(command);
  try {
    return await use(engine);
  } finally {
    await engine.end();
  }
}

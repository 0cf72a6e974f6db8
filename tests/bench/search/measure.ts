import fs from 'node:fs';
import path from 'node:path';
import type { Questions } from './draw-queries.ts';
import { withProcess } from './engine-process.ts';
import { engineCommand } from './engines.ts';
import type { EngineEntry } from './engines.ts';
import { median, timesBySet } from './figures.ts';
import type { AskedFigures, EngineFigures } from './figures.ts';
import type { Prepared } from './prepared.ts';
import type { Built } from './protocol.ts';

/** Where and with what an engine is measured. */
export interface Setting {
  readonly prepared: Prepared;
  readonly questions: Questions;
  /** Indexes go into folders in it, by the engine's name. */
  readonly folder: string;
  readonly python: string | null;
}

function sizeOf(folder: string): number {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const sizes = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
  return sizes.reduce((sum, file) => sum + fs.statSync(file).size, 0);
}

async function build(entry: EngineEntry, { prepared, python }: Setting, folder: string): Promise<Built> {
  fs.mkdirSync(folder, { recursive: true });
  return withProcess(engineCommand(entry.name, python), (engine) => {
    return engine.tell({ do: 'build', folder, documents: prepared.file, threads: entry.threads });
  });
}

/** Each opening is in a new process, so that nothing of it is there yet but what the system has in its cache of files. */
async function openings(command: readonly string[], { questions }: Setting, folder: string) {
  const opened: number[] = [];
  const first: number[] = [];
  for (const query of questions.first) {
    await withProcess(command, async (engine) => {
      opened.push((await engine.tell<'open'>({ do: 'open', folder })).milliseconds);
      const [answer] = await engine.tell<'ask'>({ do: 'ask', queries: [query] });
      first.push(answer?.milliseconds ?? Number.NaN);
    });
  }
  return { open: median(opened), firstQuery: median(first) };
}

async function emptyProcess(entry: EngineEntry, { python }: Setting): Promise<number> {
  const name = entry.name.startsWith('xapian') ? entry.name : 'nothing';
  const { bytes } = await withProcess(engineCommand(name, python), (engine) => engine.tell({ do: 'memory' }));
  return bytes;
}

async function ask(entry: EngineEntry, setting: Setting, folder: string): Promise<AskedFigures> {
  const { questions, python } = setting;
  const command = engineCommand(entry.name, python);
  const opened = await openings(command, setting, folder);
  const empty = await emptyProcess(entry, setting);
  return withProcess(command, async (engine) => {
    await engine.tell<'open'>({ do: 'open', folder });
    await engine.tell<'ask'>({ do: 'ask', queries: questions.warmingUp });
    const { bytes } = await engine.tell<'memory'>({ do: 'memory' });
    const answers = await engine.tell<'ask'>({ do: 'ask', queries: questions.timed });
    await engine.tell<'close'>({ do: 'close' });
    return { ...opened, resident: bytes - empty, sets: timesBySet(questions.timed, answers), answers };
  });
}

/** Builds, opens and asks one engine, each in a process of its own. Throws when one of them ends before its time. */
export async function measureEngine(entry: EngineEntry, setting: Setting): Promise<EngineFigures> {
  const { name, shown, indexOf, onlyBuild } = entry;
  const folder = path.join(setting.folder, indexOf ?? name);
  const built = indexOf === undefined ? await build(entry, setting, folder) : null;
  const size = sizeOf(folder);
  const asked = onlyBuild === true ? null : await ask(entry, setting, folder);
  return { name, shown, built, size, asked };
}

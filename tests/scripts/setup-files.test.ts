import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale, withLock } from '../../scripts/setup/lock.mjs';
import { cacheFolder } from '../../scripts/setup/paths.mjs';
import { isUpToDate, stampOf, writeStamp } from '../../scripts/setup/stamp.mjs';
import { integrityOf } from '../../scripts/setup/test-runtime.mjs';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-setup-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => path.join(folder, name);

describe('a stamp', () => {
  it('changes with every kind of change, and only then', () => {
    fs.mkdirSync(at('source/inner/node_modules'), { recursive: true });
    fs.writeFileSync(at('source/a.ts'), 'a');
    fs.writeFileSync(at('source/inner/b.ts'), 'b');
    const stamp = (): string => stampOf(folder, ['source', 'later.json']);
    const seen = [stamp()];
    fs.writeFileSync(at('source/inner/node_modules/c.js'), 'not ours');
    fs.writeFileSync(at('source/.swap'), 'an editor’s');
    expect(stamp()).toBe(seen[0]);

    const changes = [
      () => fs.writeFileSync(at('source/a.ts'), 'aa'),
      () => fs.utimesSync(at('source/a.ts'), 1, 1),
      () => fs.renameSync(at('source/a.ts'), at('source/z.ts')),
      () => fs.writeFileSync(at('source/new.ts'), ''),
      () => fs.rmSync(at('source/inner/b.ts')),
      () => fs.writeFileSync(at('later.json'), '{}'),
    ];
    for (const change of changes) {
      change();
      expect(seen).not.toContain(stamp());
      seen.push(stamp());
    }
  });

  it('holds only while all outputs are there', () => {
    const file = at('dist/.stamp');
    fs.writeFileSync(at('output'), '');
    expect(isUpToDate(file, 'one', [])).toBe(false);
    writeStamp(file, 'one');
    expect(isUpToDate(file, 'one', [at('output')])).toBe(true);
    expect(isUpToDate(file, 'two', [at('output')])).toBe(false);
    expect(isUpToDate(file, 'one', [at('output'), at('gone')])).toBe(false);
  });
});

describe('a lock', () => {
  /** Takes the lock in a process of its own, adds a line at the begin and at the end, and holds it in between. */
  const holder = (milliseconds: number): ReturnType<typeof spawn> => {
    const lock = fileURLToPath(new URL('../../scripts/setup/lock.mjs', import.meta.url));
    const script = `
      import fs from 'node:fs';
      import { setTimeout } from 'node:timers/promises';
      import { withLock } from ${JSON.stringify(lock)};
      const note = (word) => fs.appendFileSync(${JSON.stringify(at('log'))}, word + ' ');
      await withLock(${JSON.stringify(at('lock'))}, async () => {
        note('begin'); await setTimeout(${milliseconds}); note('end');
      });`;
    return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  };

  it('lets one process in at a time', async () => {
    await Promise.all([1, 2, 3, 4].map(() => once(holder(40), 'close')));
    expect(fs.readFileSync(at('log'), 'utf8')).toBe('begin end '.repeat(4));
    expect(fs.readdirSync(folder)).toEqual(['log']);
  });

  it('of a killed process is taken over', async () => {
    const killed = holder(60_000);
    while (!fs.existsSync(at('log'))) await new Promise((resolve) => setTimeout(resolve, 10));
    killed.kill('SIGKILL');
    await once(killed, 'close');
    expect(fs.existsSync(at('lock'))).toBe(true);
    expect(await withLock(at('lock'), () => Promise.resolve('mine'))).toBe('mine');
    expect(fs.readdirSync(folder)).toEqual(['log']);
  });

  it('is stale when its process is gone or silent, not when it is young', () => {
    const write = (pid: number, host = os.hostname()): void =>
      fs.writeFileSync(at('lock'), JSON.stringify({ pid, host }));
    write(process.pid);
    expect(isStale(at('lock'))).toBe(false);
    expect(isStale(at('lock'), Date.now() + 61_000)).toBe(true);
    write(2 ** 22 + 1);
    expect(isStale(at('lock'))).toBe(true);
    write(2 ** 22 + 1, 'another-machine');
    expect(isStale(at('lock'))).toBe(false);
    fs.writeFileSync(at('lock'), '');
    expect(isStale(at('lock'))).toBe(false);
    fs.rmSync(at('lock'));
    expect(isStale(at('lock'))).toBe(false);
  });

  it('is released when the work fails', async () => {
    const work = withLock(at('lock'), () => Promise.reject(new Error('no')));
    await expect(work).rejects.toThrow('no');
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe('files', () => {
  it('are hashed in the notation of package-lock.json', async () => {
    fs.writeFileSync(at('abc'), 'abc');
    // SHA-512 of "abc": FIPS 180-2, appendix C.1.
    expect(await integrityOf(at('abc'))).toBe(
      'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
    );
  });

  it('that are kept go into the user’s cache', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe(path.join('/c', 'cuttings-development'));
    const home = path.join(os.homedir(), '.cache', 'cuttings-development');
    expect(cacheFolder({}, 'linux')).toBe(home);
    // The base directory specification: a relative path is invalid and to be ignored.
    expect(cacheFolder({ XDG_CACHE_HOME: 'c' }, 'linux')).toBe(home);
  });
});

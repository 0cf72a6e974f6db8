import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationEnvironment, temporaryFolder } from './support/launch.ts';
import { applicationFolder, electronExecutable, machineSwitches } from './support/places.ts';
import type { Ended } from './support/run.ts';
import { pngSize, run } from './support/run.ts';

let folder: string;
let remove: () => void;

beforeAll(() => {
  ({ folder, remove } = temporaryFolder());
});
afterAll(() => remove());

const place = (name: string) => path.join(folder, name);
const start = (...args: readonly string[]): Promise<Ended> =>
  run(
    electronExecutable(),
    [...machineSwitches(), applicationFolder, ...args],
    applicationEnvironment(place('library'), place('user-data')),
  );

describe('--screenshot', () => {
  test('writes a picture of the content’s size, exits 0, and leaves nothing else behind', async () => {
    const file = place('wide.png');
    const { code, stderr } = await start(
      '--screenshot',
      file,
      '--query',
      'independence',
      '--size',
      '1280x800',
    );
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(pngSize(file)).toEqual({ width: 1280, height: 800 });
    expect(fs.readdirSync(folder).sort()).toEqual(['library', 'wide.png']);
  });

  test('is the same picture twice, in either theme, and the themes differ', async () => {
    const take = async (name: string, theme: string): Promise<string> => {
      const file = place(name);
      await start('--screenshot', file, '--theme', theme, '--size', '480x700');
      expect(pngSize(file)).toEqual({ width: 480, height: 700 });
      return fs.readFileSync(file).toString('base64');
    };
    const light = await take('light.png', 'light');
    const dark = await take('dark.png', 'dark');
    expect(light === dark).toBe(false);
    expect((await take('again.png', 'dark')) === dark).toBe(true);
  });

  test('that cannot be written exits 1 and says why', async () => {
    fs.writeFileSync(place('file'), '');
    const { code, stderr } = await start('--screenshot', place('file/below.png'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/cuttings: No screenshot: .*(?:ENOTDIR|EEXIST)/u);
  });
});

describe('wrong usage', () => {
  test.each([
    [['--frobnicate'], 'cuttings: unknown option --frobnicate. Try --help.\n'],
    [['--theme', 'sepia'], 'cuttings: --theme is light or dark, not “sepia”. Try --help.\n'],
    [['--screenshot'], 'cuttings: --screenshot needs a value. Try --help.\n'],
  ])('of %j exits 2 with a sentence', async (args, sentence) => {
    const { code, stderr } = await start(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  test('is explained by --help', async () => {
    const { code, stdout } = await start('--help');
    expect([code, stdout.includes('--screenshot FILE')]).toEqual([0, true]);
  });
});

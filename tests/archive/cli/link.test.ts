import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, temporaryFolder } from '../support/temporary.ts';
import { run } from './support.ts';

const lines = (count: number): string =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({ title: `Headline ${String(at)}`, body: `Word${String(at)} of it. `.repeat(400) }),
  ).join('\n');

/** A file too large to be held whole, and one that is not. */
const material = (): string => folderWith({ 'news.jsonl': lines(1_200), 'small.jsonl': lines(2) });

function links(library: string): readonly string[] {
  const root = path.join(library, 'originals');
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(root, name))
    .filter((name) => fs.lstatSync(name).isSymbolicLink());
}

const firstId = async (library: string, word: string): Promise<string> => {
  const found = await run(library, 'search', word, '--json');
  return (JSON.parse(found.stdout.toString()) as { hits: { id: string }[] }).hits[0]?.id ?? '';
};

test(
  'a large file of records is left where it is, and all of it is read from there',
  { timeout: 60_000 },
  async () => {
    const [library, folder] = [temporaryFolder(), material()];
    const file = path.join(folder, 'news.jsonl');
    const first = await run(library, 'import', folder, '--link');
    const again = await run(library, 'import', folder, '--link');
    expect([
      /(\d[\d,]*) added/u.exec(first.stderr)?.[1],
      /(\d[\d,]*) added/u.exec(again.stderr)?.[1],
    ]).toEqual(['1,200', '0']);
    expect(links(library).map((link) => fs.readlinkSync(link))).toEqual([fs.realpathSync(file)]);

    const id = await firstId(library, 'Word700');
    const shown = await run(library, 'show', id, '--original');
    expect(JSON.parse(shown.stdout.toString())).toMatchObject({ title: 'Headline 700' });
    expect((await run(library, 'verify')).code).toBe(0);

    const backup = temporaryFolder();
    expect((await run(library, 'backup', backup)).code).toBe(0);
    expect(links(backup)).toEqual([]);
    expect((await run(backup, 'verify')).code).toBe(0);

    // The same number of bytes, so that only their hash can tell.
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file, bytes.toString().replace('Headline 700', 'Headline 999'));
    const changed = await run(library, 'verify');
    expect([changed.code, changed.stdout.toString()]).toEqual([
      1,
      expect.stringContaining(`was left at ${file} and has changed since`),
    ]);
    expect((await run(library, 'show', id, '--original')).stderr).toContain('no longer has the bytes');

    fs.renameSync(file, path.join(folder, 'moved.jsonl'));
    const moved = await run(library, 'verify');
    expect(moved.stdout.toString()).toContain(`was left at ${file} and is no longer there`);

    fs.writeFileSync(path.join(folder, 'moved.jsonl'), bytes);
    const back = await run(library, 'import', path.join(folder, 'moved.jsonl'), '--link');
    expect([/(\d[\d,]*) added/u.exec(back.stderr)?.[1], (await run(library, 'verify')).code]).toEqual([
      '0',
      0,
    ]);
  },
);

test(
  'deleting what was read from a file that was left removes the link, and not the file',
  { timeout: 60_000 },
  async () => {
    const [library, folder] = [
      temporaryFolder(),
      folderWith({
        'one.jsonl': `${JSON.stringify({ title: 'Only', body: 'Words of it.' })}${'\n'.repeat(6_000_000)}`,
      }),
    ];
    await run(library, 'import', folder, '--link');
    expect(links(library)).toHaveLength(1);
    const id = await firstId(library, 'headline:Only');
    await run(library, 'delete', id);
    expect([links(library), fs.existsSync(path.join(folder, 'one.jsonl'))]).toEqual([[], true]);
  },
);

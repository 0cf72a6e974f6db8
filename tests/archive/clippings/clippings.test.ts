import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import type { ArticleId } from '../../../archive/model/article.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { run, runJson } from '../cli/support.ts';

/** The smallest picture there is: one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Kept {
  readonly id: ArticleId;
  readonly isNew: boolean;
}

function files(): { readonly library: string; readonly image: string; readonly text: string } {
  const folder = temporaryFolder();
  const [image, text] = [path.join(folder, 'scan.dat'), path.join(folder, 'text.txt')];
  fs.writeFileSync(image, png);
  fs.writeFileSync(
    text,
    'By Nobody Particular\nPrva rečenica o vombatu.\nDruga: 5 * 3 [i] "navodnici" # kraj\n',
  );
  return { library: path.join(folder, 'library'), image, text };
}
const about = [
  '--headline',
  'Вомбат: "наслов" #1',
  '--source',
  'Политика',
  '--date',
  '1987-04',
  '--language',
  'sr',
];

async function scanIn(library: string, id: ArticleId) {
  const archive = await openArchive({ library, bundled: null });
  if (!archive.ok) throw new Error(archive.error.code);
  const scan = await archive.value.scan(id);
  await archive.value.close();
  return scan;
}

test('a clipping is an article with its picture; the same again says so, another picture is another article', async () => {
  const { library, image, text } = files();
  const clip = ['clip', ...about, '--image', image, '--text', text];
  const first = await runJson<Kept>(library, ...clip);
  expect(first.isNew).toBe(true);
  expect(await runJson(library, 'show', first.id)).toMatchObject({
    headline: 'Вомбат: "наслов" #1',
    ...{ source: 'Политика', language: 'sr', collection: 'Clippings' },
    published: { value: '1987-04', precision: 'month' },
    blocks: [
      { kind: 'image', caption: 'Scan of the clipping' },
      { kind: 'paragraph', text: 'By Nobody Particular' },
      { kind: 'paragraph', text: 'Prva rečenica o vombatu.' },
      { kind: 'paragraph', text: 'Druga: 5 * 3 [i] "navodnici" # kraj' },
    ],
    original: { reader: { name: 'markdown' }, members: [{ reader: 'zip', name: 'article.md' }] },
  });
  expect(await scanIn(library, first.id)).toMatchObject({
    value: { kind: 'image/png', bytes: expect.objectContaining({ length: png.length }) as unknown },
  });
  expect(await runJson(library, ...clip)).toEqual({ id: first.id, isNew: false });
  fs.writeFileSync(image, Buffer.concat([png, Buffer.from('x')]));
  const other = await runJson<Kept>(library, ...clip);
  expect([other.isNew, other.id === first.id]).toEqual([true, false]);
  expect(fs.readdirSync(library).filter((name) => name.startsWith('new-article'))).toEqual([]);
  expect((await run(library, 'verify')).code).toBe(0);
});

test('a clipping exported as WACZ and imported elsewhere is the same, its picture too; deleted, nothing is left', async () => {
  const { library, image } = files();
  const { id } = await runJson<Kept>(library, 'clip', ...about, '--image', image);
  const wacz = path.join(path.dirname(library), 'all.wacz');
  await run(library, 'export', '--wacz', wacz);
  const elsewhere = path.join(path.dirname(library), 'elsewhere');
  await run(elsewhere, 'import', wacz);
  expect(await scanIn(elsewhere, id)).toMatchObject({ value: { kind: 'image/png' } });
  await run(library, 'delete', id);
  const originals = path.join(library, 'originals');
  const kept = fs
    .readdirSync(originals, { recursive: true })
    .map((name) => path.join(originals, String(name)));
  const holding = kept.filter(
    (file) => fs.statSync(file).isFile() && fs.readFileSync(file).includes('scan-'),
  );
  expect(holding).toEqual([]);
});

test('a text of its own is Markdown; what is missing or no picture is told, and nothing is kept', async () => {
  const { library, image, text } = files();
  const { id } = await runJson<Kept>(library, 'clip', ...about, '--text', text);
  expect(await runJson(library, 'show', id)).toMatchObject({
    original: { mediaType: 'text/markdown', members: [] },
  });
  expect(await scanIn(library, id)).toEqual({ ok: true, value: null });
  fs.writeFileSync(image, 'not a picture at all, but long enough to be one');
  const refused = await run(library, 'clip', ...about, '--image', image);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('This is no picture that can be kept with an article.');
  expect((await run(library, 'clip', '--headline', 'Alone')).code).toBe(2);
  expect((await run(library, 'clip', ...about, '--date', '4.1987', '--text', text)).code).toBe(2);
});

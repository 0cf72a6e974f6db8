import { describe, expect, test } from 'vitest';
import { claimant, contentsOf } from './support.ts';
import { tarOf } from './tar-of.ts';

const record = (key: string, value: string): string => {
  const length = Buffer.byteLength(` ${key}=${value}\n`);
  const total = length + String(length + String(length).length).length;
  return `${total} ${key}=${value}\n`;
};

describe('entries', () => {
  test('of ustar, with a prefix, of Version 7, and folders', async () => {
    const bytes = tarOf(
      { name: './news/', type: '5' },
      { name: 'a.txt', text: 'One.' },
      { name: 'b.txt', text: 'Two.', prefix: 'a/long/way' },
      { name: 'c.txt', text: 'Three.', magic: '', type: '\0' },
      { name: 'empty/', magic: '', type: '\0' },
      { name: 'Thumbs.db', text: 'x' },
      { name: 'photo.png', text: 'x' },
    );
    expect(claimant(bytes)?.name).toBe('tar');
    expect(await contentsOf(bytes)).toEqual([
      'a.txt: One.',
      'b.txt: Two.',
      'c.txt: Three.',
      'other-media news › photo.png',
    ]);
  });

  test('with names from pax headers and of GNU', async () => {
    const long = `${'folder/'.repeat(30)}čaj.txt`;
    const bytes = tarOf(
      { name: 'global', type: 'g', text: record('comment', 'made for a test') },
      { name: 'pax', type: 'x', text: record('mtime', '1.5') + record('path', long) },
      { name: 'short', text: 'One.' },
      { name: '././@LongLink', type: 'L', text: `${long}\0` },
      { name: 'cut', text: 'Two.', magic: 'ustar  \0' },
      { name: 'c.txt', text: 'Three.', size: '\x80\0\0\0\0\0\0\0\0\0\0\x06' },
    );
    expect(await contentsOf(bytes)).toEqual(['čaj.txt: One.', 'čaj.txt: Two.', 'c.txt: Three.']);
  });

  test('parts of a saved page, even before the page', async () => {
    const bytes = tarOf({ name: 'p_files/f.html', text: 'x' }, { name: 'p.html', text: 'Page.' });
    expect(await contentsOf(bytes)).toEqual(['other-media news › p_files/f.html', 'p.html: Page.']);
  });
});

test('links, devices, sparse files and names that lead away are refused, the rest is read', async () => {
  const bytes = tarOf(
    { name: 'l1', type: '1' },
    { name: 'l2', type: '2' },
    { name: 'null', type: '3' },
    { name: 'holes', type: 'S' },
    { name: 'pax', type: 'x', text: record('GNU.sparse.major', '1') },
    { name: 'holes2', text: 'x' },
    { name: '../up', text: 'x' },
    { name: '/etc/up', text: 'x' },
    { name: 'ok', text: 'Fine.' },
  );
  expect(await contentsOf(bytes)).toEqual([
    'archive-unsafe news › l1: a link to another file',
    'archive-unsafe news › l2: a link to another file',
    'archive-unsafe news › null: a device, not a file',
    'unsupported news › holes: a file with holes',
    'unsupported news › holes2: a file with holes',
    'archive-unsafe news › ../up: a name that leads out of the archive',
    'archive-unsafe news › /etc/up: a name that begins at the root of a disk',
    'ok: Fine.',
  ]);
});

test('damage costs what it touches', async () => {
  const bytes = tarOf(
    { name: 'a', text: 'One.' },
    { name: 'b', text: 'Two.' },
    { name: 'c', text: 'Three.' },
  );
  const damaged = Buffer.from(bytes);
  damaged.fill(0x41, 1024, 1100);
  expect(await contentsOf(damaged)).toEqual([
    'a: One.',
    'record-broken news › byte 1024: there is no entry where one should be',
    'c: Three.',
  ]);
  expect(await contentsOf(bytes.subarray(0, 1024 + 300))).toEqual([
    'a: One.',
    'file-broken news: its end is missing',
  ]);
  expect(await contentsOf(bytes.subarray(0, 1024 + 512 + 2))).toEqual(['a: One.', 'b: Tw [cut-off]']);
  expect(await contentsOf(bytes.subarray(0, 3072))).toEqual(['a: One.', 'b: Two.', 'c: Three.']);
});

test('a block is claimed by its checksum only', () => {
  expect(claimant(Buffer.alloc(1024))).toBeNull();
  expect(claimant(Buffer.from(`a.txt${' '.repeat(252)}ustar${' '.repeat(300)}`))).toBeNull();
});

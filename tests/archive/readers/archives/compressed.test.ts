import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { claimant, contentsOf } from './support.ts';
import { tarOf } from './tar-of.ts';

const sample = (name: string): Buffer => readFileSync(new URL(`samples/${name}`, import.meta.url));

/** A member of gzip whose header has a name and whatever else it may have. */
function named(name: string, text: string): Buffer {
  const plain = gzipSync(text);
  const header = Buffer.from(plain.subarray(0, 10));
  header[3] = 4 | 8 | 16;
  const extra = Buffer.from([2, 0, 0x61, 0x62]);
  return Buffer.concat([header, extra, Buffer.from(`${name}\0comment\0`), plain.subarray(10)]);
}

describe('gzip', () => {
  test('names its content itself, or is named without its ending', async () => {
    expect(await contentsOf(named('2007.txt', 'One.'))).toEqual(['2007.txt: One.']);
    expect(await contentsOf(gzipSync('One.'), 'folder/news.jsonl.gz')).toEqual(['news.jsonl: One.']);
    expect(await contentsOf(named('../up/2007.txt', 'One.'))).toEqual(['2007.txt: One.']);
    expect(await contentsOf(named('a.png', 'One.'))).toEqual(['other-media news › a.png']);
  });

  test('joins its members', async () => {
    const bytes = Buffer.concat([gzipSync('One. '), gzipSync('Two.'), Buffer.alloc(100)]);
    expect(await contentsOf(bytes)).toEqual(['news: One. Two.']);
  });

  test('leaves web archives to their own reader', () => {
    expect(claimant(gzipSync('WARC/1.0\r\nWARC-Type: warcinfo\r\n'))).toBeNull();
    expect(claimant(gzipSync('filedesc://a.arc 0.0.0.0 20070101000000 text/plain 7\n'))).toBeNull();
    expect(claimant(gzipSync('WARNING: no web archive'))?.name).toBe('gzip');
  });

  test('gives what there is of a file that is cut off or damaged, and says so', async () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `line ${(at * 7919) % 20_011}\n`).join('');
    const bytes = gzipSync(text);
    const [half = ''] = await contentsOf(bytes.subarray(0, bytes.length / 2));
    expect(half.endsWith(' [cut-off]')).toBe(true);
    expect(text.startsWith(half.slice('news: '.length, -' [cut-off]'.length))).toBe(true);
    const summed = Buffer.from(bytes);
    summed.writeUInt32LE(1, bytes.length - 8);
    expect(await contentsOf(summed)).toEqual([`news: ${text} [digest-mismatch]`]);
    expect(await contentsOf(bytes.subarray(0, 12))).toEqual(['file-broken news: its end is missing']);
  });

  test('refuses a bomb', async () => {
    expect(await contentsOf(gzipSync(Buffer.alloc(101 * 1024 * 1024)))).toEqual([
      'archive-unsafe news: it would unpack to far more than it holds',
    ]);
  });

  test('of a tar is its files', async () => {
    const bytes = gzipSync(tarOf({ name: 'a.txt', text: 'One.' }, { name: 'b.txt', text: 'Two.' }));
    expect(await contentsOf(bytes, 'news.tar.gz')).toEqual(['a.txt: One.', 'b.txt: Two.']);
    const cut = gzipSync(tarOf({ name: 'a.txt', text: 'One.' })).subarray(0, -12);
    expect(await contentsOf(cut, 'news.tgz')).toEqual([
      'a.txt: One.',
      'file-broken news.tgz: its end is missing',
    ]);
  });
});

describe('Zstandard', () => {
  const one = Buffer.from('KLUv/SQLWQAAT25lIHN0b3J5LgpTJYJp', 'base64');
  const skipped = Buffer.concat([Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0]), Buffer.from('abc')]);

  test('joins its frames and passes over those that are to be', async () => {
    expect(await contentsOf(one, 'a.txt.zst')).toEqual(['a.txt: One story.\n']);
    expect(await contentsOf(Buffer.concat([skipped, one, skipped, one]), 'a.zst')).toEqual([
      'a: One story.\nOne story.\n',
    ]);
  });

  test('of many blocks, and of a tar', async () => {
    const lines = Array.from({ length: 9_000 }, (_, at) => `line ${at} of a story that goes on\n`).join('');
    expect(await contentsOf(sample('lines.zst'))).toEqual([`news: ${lines}`]);
    const found = await contentsOf(sample('kosovo.tar.zst'));
    expect(found.map((text) => text.slice(0, text.indexOf(':')))).toEqual([
      'pristina.txt',
      'mitrovica.txt',
      'zgjedhjet-e-nentorit-2007-ne-kosove.txt',
    ]);
    expect(createHash('sha256').update(found.join('\n')).digest('hex').slice(0, 16)).toBe('bdcff2b9345819cd');
  });

  test('with a dictionary, or a window larger than is unpacked, is not read', async () => {
    const dictionary = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x01, 0x58, 7, 0x59, 0, 0, ...Buffer.alloc(11)]);
    expect(await contentsOf(dictionary)).toEqual([
      'unsupported news: it was packed with a dictionary that is not in it',
    ]);
    const window = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x98, 0x59, 0, 0, ...Buffer.alloc(11)]);
    expect(await contentsOf(window)).toEqual(['unsupported news: unpacking it takes too much memory']);
  });

  test('cut off or damaged gives what there is', async () => {
    const bytes = sample('lines.zst');
    const [cut = ''] = await contentsOf(bytes.subarray(0, 6_000));
    expect(cut.startsWith('news: line 0 of') && cut.endsWith(' [cut-off]')).toBe(true);
    expect(await contentsOf(one.subarray(0, 12))).toEqual(['file-broken news: its end is missing']);
    const damaged = Buffer.from(one);
    damaged[6] = 0xff;
    expect(await contentsOf(damaged)).toEqual(['file-broken news: its packed bytes are damaged']);
  });

  test('refuses a bomb', async () => {
    // A thousand blocks of one byte each that stand for 128 KB.
    const block = Buffer.from([0x02, 0x00, 0x10, 0x41]);
    const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]);
    const bomb = Buffer.concat([header, ...Array.from({ length: 1_000 }, () => block)]);
    expect(await contentsOf(bomb)).toEqual([
      'archive-unsafe news: it would unpack to far more than it holds',
    ]);
  });
});

test('archives that are not unpacked say what they are', async () => {
  const formats = {
    RAR: 'Rar!\x1a\x07\x01\0',
    '7z': '7z\xbc\xaf\x27\x1c\0\x04',
    XZ: '\xfd7zXZ\0\0\x04',
    bzip2: 'BZh91AY&SY',
  };
  for (const [name, signature] of Object.entries(formats)) {
    expect(await contentsOf(Buffer.from(`${signature}${'\0'.repeat(40)}`, 'latin1'))).toEqual([
      `unsupported news: an archive in the format ${name}; unpack it and import the folder`,
    ]);
  }
  expect(claimant(Buffer.from('BZh is how some words begin, and Rar! too'))).toBeNull();
});

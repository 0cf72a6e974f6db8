import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../../archive/readers/archives/checksum.ts';
import { decodeZipNames } from '../../../../archive/readers/archives/zip-names.ts';
import { claimant, contentsOf, patched, streamedZip, zipOf } from './support.ts';

/** Where the header of the first entry stands in the central directory. */
function directoryAt(zip: Buffer): number {
  return zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
}

function withField(zip: Buffer, offset: number, value: number, bytes: 2 | 4): Buffer {
  const changed = Buffer.from(zip);
  changed.writeUIntLE(value, directoryAt(zip) + offset, bytes);
  return changed;
}

describe('entries', () => {
  test.each([{}, { compress: false }, { forceZip64Format: true }])('with %o', async (options) => {
    const zip = await zipOf({ 'a.txt': 'One story.', '2007/čašćenje.txt': 'Two.' }, options);
    expect(claimant(zip)?.name).toBe('zip');
    expect(await contentsOf(zip)).toEqual(['a.txt: One story.', 'čašćenje.txt: Two.']);
  });

  test('whose sizes stand behind their content', async () => {
    expect(await contentsOf(await streamedZip('a.txt', 'Streamed.'))).toEqual(['a.txt: Streamed.']);
  });

  test('larger than what is unpacked at one go', async () => {
    const text = Array.from({ length: 200_000 }, (_, at) => `line ${at}\n`).join('');
    expect(await contentsOf(await zipOf({ 'a.txt': text }))).toEqual([`a.txt: ${text}`]);
  });

  test('folders, litter, images and the parts of saved pages are no members', async () => {
    const zip = await zipOf({
      '__MACOSX/._a.html': 'x',
      'Thumbs.db': 'x',
      'sub/.DS_Store': 'x',
      'photo.JPG': 'x',
      'Page.html': 'The page.',
      'Page_files/frame.html': 'An advertisement.',
      'Page-Dateien/rahmen.htm': 'Another.',
      'other_files/story.html': 'A story.',
    });
    expect(await contentsOf(zip)).toEqual([
      'other-media news › photo.JPG',
      'Page.html: The page.',
      'other-media news › Page_files/frame.html',
      'other-media news › Page-Dateien/rahmen.htm',
      'story.html: A story.',
    ]);
  });

  test('two of the same name open as what they are', async () => {
    const zip = patched(await zipOf({ 'a.txt': 'One.', 'b.txt': 'Two.' }), 'b.txt', 'a.txt');
    expect(await contentsOf(zip)).toEqual(['a.txt: One.', 'a.txt: Two.']);
  });
});

describe('names that are not marked as UTF-8', () => {
  const decode = (...bytes: number[][]): readonly string[] =>
    decodeZipNames(bytes.map((name) => ({ bytes: Buffer.from(name), isUtf8: false, extra: [] })));
  test('are UTF-8 when they can be', () => {
    expect(decode([...Buffer.from('čaj.txt')])).toEqual(['čaj.txt']);
  });
  test('are of the system they fit: CP437, CP852, CP866, Windows-1251', () => {
    // `crème`, `Čačak`, `Вена.txt`, `Приштина`, as those systems write them.
    expect(decode([0x63, 0x72, 0x8a, 0x6d, 0x65])).toEqual(['crème']);
    expect(decode([0xac, 0x61, 0x9f, 0x61, 0x6b, 0x20, 0xe7, 0x61, 0xa7])).toEqual(['Čačak šaž']);
    expect(decode([0x82, 0xa5, 0xad, 0xa0, 0x2e, 0x74, 0x78, 0x74])).toEqual(['Вена.txt']);
    expect(decode([0xcf, 0xf0, 0xe8, 0xf8, 0xf2, 0xe8, 0xed, 0xe0])).toEqual(['Приштина']);
  });
  test('come from the extra field of Info-ZIP when it belongs to them', () => {
    const bytes = Buffer.from('?aj.txt');
    const field = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from('čaj.txt')]);
    field.writeUInt32LE(crc32(bytes), 1);
    const name = { bytes, isUtf8: false, extra: [{ id: 0x7075, data: field }] };
    expect(decodeZipNames([name])).toEqual(['čaj.txt']);
    expect(decodeZipNames([{ ...name, bytes: Buffer.from('!aj.txt') }])).toEqual(['!aj.txt']);
  });
});

describe('what is not read', () => {
  test('encrypted entries, each when others are not, else the archive', async () => {
    const one = withField(await zipOf({ 'a.txt': 'One.', 'b.txt': 'Two.' }), 8, 0x0801, 2);
    expect(await contentsOf(one)).toEqual(['encrypted news › a.txt', 'b.txt: Two.']);
    const all = withField(await zipOf({ 'a.txt': 'One.' }), 8, 0x0801, 2);
    expect(await contentsOf(all)).toEqual(['encrypted news']);
  });

  test('other methods', async () => {
    const zip = await zipOf({ 'a.txt': 'One.', 'b.txt': 'Two.' });
    expect((await contentsOf(withField(zip, 10, 14, 2)))[0]).toBe(
      'unsupported news › a.txt: it is packed with LZMA',
    );
    expect((await contentsOf(withField(zip, 10, 99, 2)))[0]).toBe('encrypted news › a.txt');
  });

  test('documents in the form of a ZIP are not claimed', async () => {
    expect(claimant(await zipOf({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }))).toBeNull();
    expect(claimant(await zipOf({ mimetype: 'application/epub+zip', 'a.xhtml': 'x' }))).toBeNull();
    expect(claimant(await zipOf({ 'a.txt': 'x', 'META-INF/MANIFEST.MF': 'x' }))).toBeNull();
    expect(claimant(await zipOf({ 'a/mimetype': 'x', 'letters/[Content_Types].txt': 'x' }))?.name).toBe(
      'zip',
    );
  });
});

describe('what is not safe', () => {
  test('names that lead out of the archive; the rest is read', async () => {
    const zip = await zipOf({
      'aa/one.txt': '1',
      'bb/two.txt': '2',
      'cc/three.tx': '3',
      'dd/four': '4',
      'ok.txt': '5',
    });
    const bad = [
      ['aa/one', '../one'],
      ['bb/two', '/b/two'],
      ['cc/three', 'C:/three'],
      ['dd/four', 'd\\..\\ur'],
    ].reduce((bytes, [from = '', to = '']) => patched(bytes, from, to), zip);
    expect(await contentsOf(bad)).toEqual([
      'archive-unsafe news › ../one.txt: a name that leads out of the archive',
      'archive-unsafe news › /b/two.txt: a name that begins at the root of a disk',
      'archive-unsafe news › C:/three.tx: a name that begins at the root of a disk',
      'archive-unsafe news › d/../ur: a name that leads out of the archive',
      'ok.txt: 5',
    ]);
    expect(await contentsOf(patched(zip, 'aa/one', 'a\0/one'))).toContain(
      'archive-unsafe news › a␀/one.txt: a name with a NUL in it',
    );
  });

  test('links', async () => {
    expect(await contentsOf(await zipOf({ a: '/etc/passwd' }, { mode: 0o120777 }))).toEqual([
      'archive-unsafe news › a: a link to another file',
    ]);
  });

  test('an entry that unpacks to far more than it holds; the rest is read', async () => {
    const zip = await zipOf({ zeros: '0'.repeat(101 * 1024 * 1024), 'a.txt': 'One.' });
    expect(await contentsOf(zip)).toEqual([
      'archive-unsafe news › zeros: it would unpack to far more than it holds',
      'a.txt: One.',
    ]);
  });

  test('many entries that together unpack to far more than they hold', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3 }, (_, at) => [`${at}`, '0'.repeat(40 * 1024 * 1024)]),
    );
    expect(await contentsOf(await zipOf(files))).toEqual([
      'archive-unsafe news: it would unpack to far more than it holds',
    ]);
  });

  test('entries that share bytes', async () => {
    const zip = await zipOf({ 'a.txt': 'One.', 'b.txt': 'Two.' });
    const second = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'), directoryAt(zip) + 4);
    const shared = Buffer.from(zip);
    shared.writeUInt32LE(0, second + 42);
    expect(await contentsOf(shared)).toEqual(['archive-unsafe news: its entries share the same bytes']);
  });
});

describe('damage', () => {
  test('a size or a checksum that is not that of the content', async () => {
    const zip = await zipOf({ 'a.txt': 'One story.', 'b.txt': 'Two.' });
    const says = async (bytes: Buffer): Promise<string | undefined> => (await contentsOf(bytes))[0];
    expect(await says(withField(zip, 24, 9, 4))).toBe(
      'record-broken news › a.txt: it unpacks to more than the archive says',
    );
    expect(await says(withField(zip, 24, 11, 4))).toBe(
      'record-broken news › a.txt: it unpacks to less than the archive says',
    );
    expect(await says(withField(zip, 16, 1, 4))).toBe('a.txt: One story. [digest-mismatch]');
    expect(await says(patched(zip, 'PK\x03\x04', 'PK\x03\x05'))).toBe('not claimed');
  });

  test('a directory that is not there, cut off or of several parts', async () => {
    const zip = await zipOf({ 'a.txt': 'One story.', 'b.txt': 'Two.' });
    expect(await contentsOf(zip.subarray(0, 60))).toEqual([
      'file-broken news: the end of the ZIP archive is missing',
    ]);
    expect(await contentsOf(patched(zip, 'PK\x01\x02', 'PK\x01\x03'))).toEqual([
      'file-broken news: its table of contents cannot be read',
    ]);
    const parts = Buffer.from(zip);
    parts.writeUInt16LE(1, zip.length - 18);
    expect(await contentsOf(parts)).toEqual(['unsupported news: a ZIP archive in several parts']);
  });
});

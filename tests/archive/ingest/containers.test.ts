import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import yazl from 'yazl';
import { run, runJson } from '../cli/support.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

interface Report {
  readonly added: number;
  readonly duplicates: number;
  readonly lines: readonly { readonly outcome: string; readonly path: string; readonly code?: string }[];
}

const article = (name: string): string =>
  `${name} sinks\n3 March 2008\nIts text has one sentence about the ${name}.\n\nAnd a second sentence of it.\n`;

async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

async function originalOf(library: string, query: string): Promise<string> {
  const { hits } = await runJson<{ hits: { id: string }[] }>(library, 'search', query);
  return (await run(library, 'show', hits[0]?.id ?? '', '--original')).stdout.toString();
}

function letter(subject: string, boundary: string): string {
  const attached = Buffer.from(article(`Attachment of ${subject}`)).toString('base64');
  return `From: Desk <desk@news.example>\r\nTo: me@example.org\r\nSubject: ${subject}\r\nDate: Mon, 3 Mar 2008 10:00:00 +0100\r\nMessage-ID: <${boundary}@news.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe letter says that ${subject} was seen in the harbour on Sunday night.\r\n\r\n--${boundary}\r\nContent-Type: text/plain; name="note.txt"\r\nContent-Disposition: attachment; filename="note.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n${attached}\r\n--${boundary}--\r\n`;
}

test('three levels are looked into; each article comes back byte for byte; a fourth is said to be too deep', async () => {
  const library = temporaryFolder();
  const packed = gzipSync(article('Gannet'));
  const inner = await zipOf({ 'deep/gannet.txt.gz': packed, 'deep/fulmar.txt': article('Fulmar') });
  const deepest = await zipOf({
    'x.zip': await zipOf({ 'y.zip': await zipOf({ 'z.zip': await zipOf({ 'w.txt': 'w' }) }) }),
  });
  const folder = folderWith({
    'outer.zip': await zipOf({
      'inner.zip': inner,
      'list.jsonl': `${JSON.stringify({ headline: 'Skua', body: 'A skua.' })}\n`,
      'a.png': '\x89PNG',
    }),
    'deep.zip': deepest,
  });
  const report = await runJson<Report>(library, 'import', folder);
  expect(report.added).toBe(3);
  expect(report.lines.find(({ code }) => code === 'nested-too-deep')?.path).toMatch(/z\.zip$/u);
  expect(await originalOf(library, 'gannet')).toBe(article('Gannet'));
  expect(await originalOf(library, 'fulmar')).toBe(article('Fulmar'));
  expect(JSON.parse(await originalOf(library, 'skua'))).toEqual({ headline: 'Skua', body: 'A skua.' });
  const again = await runJson<Report>(library, 'import', folder);
  // The file without an article counts as one that was there.
  expect([again.added, again.duplicates]).toEqual([0, 4]);
});

test('letters, loose and in a box, with what is attached to them', async () => {
  const library = temporaryFolder();
  const box = ['Puffin', 'Razorbill'].map(
    (name) => `From desk@news.example Mon Mar  3 10:00:00 2008\r\n${letter(name, name)}\r\n`,
  );
  const folder = folderWith({ 'one.eml': letter('Guillemot', 'G'), 'box.mbox': box.join('') });
  const report = await runJson<Report>(library, 'import', folder);
  expect([report.added, report.lines.filter(({ outcome }) => outcome !== 'added')]).toEqual([6, []]);
  for (const name of ['Guillemot', 'Puffin', 'Razorbill']) {
    expect(await originalOf(library, `title:"attachment of ${name}"`)).toBe(article(`Attachment of ${name}`));
  }
});

test('the same material in another container has the same ids for what containers do not name', async () => {
  const [loose, packed] = [temporaryFolder(), temporaryFolder()];
  const lines = `${JSON.stringify({ headline: 'Skua', body: 'A skua.' })}\n`;
  await run(loose, 'import', folderWith({ 'skua.jsonl': lines }));
  await run(packed, 'import', folderWith({ 'skua.jsonl.gz': gzipSync(lines) }));
  const ids = async (library: string) =>
    (await runJson<{ hits: { id: string }[] }>(library, 'search', 'skua')).hits.map(({ id }) => id);
  expect(await ids(packed)).toEqual(await ids(loose));
  expect(await ids(loose)).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/u)]);
  expect(
    createHash('sha256')
      .update((await originalOf(packed, 'skua')).trim())
      .digest('hex'),
  ).toHaveLength(64);
});

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import { articleId, recordId } from '../../../archive/library/article-id.ts';
import type { Sha256 } from '../../../archive/model/article.ts';
import { bundledFolder, folderWith, temporaryFolder } from '../support/temporary.ts';

/** The built command line: a process of its own that can be killed. `npm test` builds it first. */
const commandLine = fileURLToPath(new URL('../../../dist/cli/cuttings.mjs', import.meta.url));

const isLong = process.env['CUTTINGS_LONG_TESTS'] === '1';
/** A limit ends what hangs, it measures nothing. */
const limit = isLong ? 3_600_000 : 180_000;
const files = 400;
const kills = isLong ? 200 : 8;
/** So many of a library's articles are looked at. */
const looked = 500;

/** Starts an import and kills it after so many milliseconds; answers its exit code (null when it was killed) and words. */
async function killedImport(library: string, folder: string, afterMs: number) {
  const child = spawn(process.execPath, [commandLine, 'import', folder, '--library', library], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.on('data', (data: Buffer) => (words += data.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return { code, lastWords: words.trim().split('\n').at(-1) };
}

/** Opens the library and checks that every article it names has its original, byte for byte. Answers their number. */
async function wholeArticles(library: string): Promise<number> {
  const opened = await openArchive({ library, bundled: bundledFolder });
  if (!opened.ok) throw new Error(`${opened.error.code} ${JSON.stringify(opened.error.params)}`);
  try {
    const listed = await opened.value.list({ offset: 0, limit: looked });
    if (!listed.ok) throw new Error(listed.error.code);
    for (const { id } of listed.value.articles) {
      const [article, bytes] = [await opened.value.read(id, null), await opened.value.originalBytes(id)];
      if (!article.ok || !bytes.ok) throw new Error(`${id} is not whole`);
      const sha256 = createHash('sha256').update(bytes.value).digest('hex') as Sha256;
      const { original } = article.value.article;
      const member = original.members.at(-1);
      // An id is made of what the container says too: with the right bytes it comes out again.
      if (member !== undefined) {
        const { captured } = original;
        expect(articleId({ payload: sha256, member: member.name, captured, ordinal: 0 })).toBe(id);
      } else if (original.span === null) expect(sha256).toBe(original.sha256);
      else expect(recordId(sha256)).toBe(id);
    }
    return listed.value.total;
  } finally {
    await opened.value.close();
  }
}

/** Kills an import again and again, then lets it finish; answers how many articles the library ends with. */
async function finishedAfterKills(folder: string, longestMs: number): Promise<number> {
  const library = path.join(temporaryFolder(), 'library');
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  let before = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const { code } = await killedImport(library, folder, 40 + Math.random() * longestMs);
    const now = await wholeArticles(library);
    expect(now).toBeGreaterThanOrEqual(before);
    before = now;
    if (code !== null) break;
  }
  expect(await killedImport(library, folder, 60_000)).toEqual({
    code: 0,
    lastWords: expect.any(String) as string,
  });
  return wholeArticles(library);
}

// 32 of them are the bundled collection, whose filling was killed and completed as well.
test(
  `killed ${String(kills)} times at random moments, a library opens whole and the import can be finished`,
  async () => {
    const folder = folderWith(
      Object.fromEntries(
        Array.from({ length: files }, (_, index) => [
          `${String(index)}.txt`,
          `Headline number ${String(index)}\n28 November 2007\nA first paragraph of article ${String(index)}.\n\nAnd a second one.\n`,
        ]),
      ),
    );
    expect(await finishedAfterKills(folder, 500)).toBe(files + 32);
  },
  limit,
);

test(
  'the same with one file of many articles',
  async () => {
    const records = Array.from({ length: 6_000 }, (_, index) =>
      JSON.stringify({
        title: `Headline number ${String(index)}`,
        body: `Word ${String(index)}. `.repeat(200),
      }),
    );
    expect(await finishedAfterKills(folderWith({ 'news.jsonl': records.join('\n') }), 3_000)).toBe(6_032);
  },
  limit,
);

/** A web archive of so many pages, each packed by itself, and pictures between them. */
function webArchive(pages: number): Buffer {
  const record = (url: string, type: string, body: Buffer): Buffer => {
    const http = Buffer.concat([
      Buffer.from(
        `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${String(body.length)}\r\n\r\n`,
      ),
      body,
    ]);
    const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2007-11-28T10:00:00Z\r\nWARC-Record-ID: <${url}>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${String(http.length)}\r\n\r\n`;
    return gzipSync(Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]));
  };
  const sentence =
    'The ministers met in Vienna on Monday and spoke for hours about the status of the province.';
  return Buffer.concat(
    Array.from({ length: pages }, (_, at) => {
      const name = `Talks number ${String(at)}`;
      const html = `<!doctype html><html><head><title>${name}</title></head><body><article><h1>${name}</h1>${`<p>${sentence} ${String(at)}</p>`.repeat(8)}</article></body></html>`;
      return Buffer.concat([
        record(`https://news.example/${String(at)}.html`, 'text/html', Buffer.from(html)),
        record(
          `https://news.example/${String(at)}.png`,
          'image/png',
          Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
        ),
      ]);
    }),
  );
}

test(
  'the same with a web archive',
  async () => {
    expect(await finishedAfterKills(folderWith({ 'crawl.warc.gz': webArchive(600) }), 2_000)).toBe(632);
  },
  limit,
);

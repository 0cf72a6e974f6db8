import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Random } from '../search/random.ts';

/** Something to import, and what its size is counted in. */
export interface Material {
  readonly name: string;
  readonly source: string;
  /** Bytes of the files. */
  readonly bytes: number;
  /** Bytes of article text in it, where that is what the goal is about; else null. */
  readonly text: number | null;
  readonly files: number;
}

function sizeOf(folder: string): { readonly bytes: number; readonly files: number } {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sizes = names.map((name) => fs.statSync(path.join(folder, name))).filter((stats) => stats.isFile());
  return { bytes: sizes.reduce((sum, { size }) => sum + size, 0), files: sizes.length };
}

/** The first part of news-98k as it is. */
export function jsonLines(corpora: string): Material {
  const source = path.join(corpora, 'news-98k', 'part-00.jsonl');
  const lines = fs.readFileSync(source, 'utf8').trimEnd().split('\n');
  const text = lines.reduce((sum, line) => {
    const { title = '', body = '' } = JSON.parse(line) as { title?: string; body?: string };
    return sum + Buffer.byteLength(title) + Buffer.byteLength(body);
  }, 0);
  return { name: 'JSON Lines', source, bytes: fs.statSync(source).size, text, files: 1 };
}

/** Articles of the same, each a text file: headline, blank line, paragraphs. */
export function textFiles(corpora: string, folder: string, count: number): Material {
  const source = path.join(folder, 'texts');
  fs.mkdirSync(source);
  const lines = fs.readFileSync(path.join(corpora, 'news-98k', 'part-01.jsonl'), 'utf8').split('\n', count);
  lines.forEach((line, at) => {
    const { title = '', body = '' } = JSON.parse(line) as { title?: string; body?: string };
    fs.writeFileSync(
      path.join(source, `${String(at)}.txt`),
      `${title}\n\n${body.replaceAll('\n', '\n\n')}\n`,
    );
  });
  const { bytes, files } = sizeOf(source);
  return { name: 'text files', source, bytes, text: bytes, files };
}

/** The pages of the page sets, copied side by side. */
export function pages(corpora: string, folder: string): Material {
  const source = path.join(folder, 'pages');
  fs.mkdirSync(source);
  const from = path.join(corpora, 'html');
  const names = fs
    .readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.html(?:\.gz)?$/u.test(name) && !/expected|README/u.test(name));
  for (const [at, name] of names.entries()) {
    const ending = name.endsWith('.gz') ? '.html.gz' : '.html';
    fs.copyFileSync(path.join(from, name), path.join(source, `${String(at)}${ending}`));
  }
  return { name: 'HTML pages', source, ...sizeOf(source), text: null };
}

function record(url: string, mediaType: string, body: Buffer): Buffer {
  const http = Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Type: ${mediaType}\r\nContent-Length: ${String(body.length)}\r\n\r\n`,
  );
  const head = Buffer.from(
    `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2007-11-28T10:00:00Z\r\nWARC-Record-ID: <${url}>\r\n` +
      `Content-Type: application/http; msgtype=response\r\nContent-Length: ${String(http.length + body.length)}\r\n\r\n`,
  );
  return gzipSync(Buffer.concat([head, http, body, Buffer.from('\r\n\r\n')]), { level: 1 });
}

/** A crawl of so many megabytes: pictures that cannot be packed, and a page to every fifty of them. */
export function webArchive(folder: string, megabytes: number): Material {
  const source = path.join(folder, 'crawl.warc.gz');
  const random = new Random(1);
  const picture = Buffer.alloc(100_000);
  for (let at = 0; at < picture.length; at += 1) picture[at] = random.below(256);
  picture.set([0xff, 0xd8, 0xff, 0xe0]);
  const file = fs.openSync(source, 'w');
  let bytes = 0;
  for (let number = 0; bytes < megabytes * 1_000_000; number += 1) {
    picture.writeUInt32LE(number, 100);
    const isPage = number % 50 === 0;
    const words = `The ministers of group ${String(number)} met in Vienna and spoke about the status of the province.`;
    const page = `<html><head><title>Talks ${String(number)}</title></head><body><h1>Talks ${String(number)}</h1>${`<p>${words}</p>`.repeat(12)}</body></html>`;
    const url = `http://news.example/${String(number)}`;
    const written = isPage
      ? record(`${url}.html`, 'text/html', Buffer.from(page))
      : record(`${url}.jpg`, 'image/jpeg', picture);
    bytes += fs.writeSync(file, written);
  }
  fs.closeSync(file);
  return { name: 'WARC, mostly pictures', source, bytes, text: null, files: 1 };
}

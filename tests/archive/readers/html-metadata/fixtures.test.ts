import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parsePage } from '../../../../archive/readers/html/page/parse-page.ts';
import { pageMetadata } from '../../../../archive/readers/html/metadata/page-metadata.ts';

// A case is a folder with source.html and expected.json: adding one needs no code.
const root = fileURLToPath(new URL('../../../fixtures/html-metadata', import.meta.url));
const cases = fs.readdirSync(root).filter((name) => !name.endsWith('.txt'));

test.each(cases)('reads what %s says', (name) => {
  const html = fs.readFileSync(path.join(root, name, 'source.html'), 'utf8');
  const expected: unknown = JSON.parse(fs.readFileSync(path.join(root, name, 'expected.json'), 'utf8'));
  expect(pageMetadata(parsePage(html), { url: null })).toEqual(expected);
});

test('a date after the capture is not that of the article', () => {
  const html =
    '<html><head><meta name="date" content="2011-05-09"></head><body><h1>Old news</h1></body></html>';
  const read = (captured: string): string | null =>
    pageMetadata(parsePage(html), { url: null, captured }).published?.value ?? null;
  expect([read('2008-01-02T00:00:00Z'), read('2011-05-09T10:00:00Z')]).toEqual([null, '2011-05-09']);
});

test('addresses lose the Wayback Machine, and the front page is no article', () => {
  const read = (canonical: string, url: string): string | null => {
    const html = `<html><head><link rel="canonical" href="${canonical}"></head><body></body></html>`;
    return pageMetadata(parsePage(html), { url }).url;
  };
  const wayback = 'https://web.archive.org/web/20071128114900/http://news.example/a.html';
  expect(read(wayback, wayback)).toBe('http://news.example/a.html');
  expect(read('http://news.example/', 'http://news.example/a.html')).toBe('http://news.example/a.html');
  expect(read('/b.html', 'http://news.example/a.html')).toBe('http://news.example/b.html');
  expect(read('javascript:alert(1)', 'file:///C:/a.html')).toBeNull();
});

test('a title of which nothing is left without sites and sections is no headline', () => {
  const read = (body: string): string | null =>
    pageMetadata(parsePage(`<title>2007|News|</title>${body}`), { url: null }).headline;
  expect([read('<p>x'), read('<h1>Ferry sinks in harbour</h1>')]).toEqual([null, 'Ferry sinks in harbour']);
});

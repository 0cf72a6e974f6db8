import fs from 'node:fs';
import path from 'node:path';
import type { BenchDocument } from './document.ts';

/*
 * Reuters-21578 in its SGML, as its README describes it: articles of 1987 between <REUTERS> and </REUTERS>, characters
 * of ISO 8859-1, entities for `<`, `>` and `&` and for control characters.
 */

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

function plainText(sgml: string): string {
  return sgml
    .replace(/&#\d+;/gu, ' ')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
    .replace(/\s*\bReuter\s*$/u, '');
}

function between(record: string, tag: string): string {
  const start = record.indexOf(`<${tag}>`);
  const end = record.indexOf(`</${tag}>`, start);
  return start < 0 || end < 0 ? '' : plainText(record.slice(start + tag.length + 2, end)).trim();
}

function isoDate(text: string): string | null {
  const found = /(\d{1,2})-([A-Z]{3})-(\d{4})/u.exec(text);
  const month = months.indexOf(found?.[2] ?? '') + 1;
  if (found === null || month === 0) return null;
  return `${found[3]}-${String(month).padStart(2, '0')}-${found[1]?.padStart(2, '0')}`;
}

/** The text of an article that is not marked up within: `<TEXT TYPE="UNPROC">` has neither title nor body. */
function isWithoutText(title: string, body: string): boolean {
  return title === '' && body === '';
}

/** The 20,841 articles with a title or a body, in the order of the files. `folder` is the one with `reut2-*.sgm`. */
export function* readReuters(folder: string): Generator<BenchDocument> {
  let id = 0;
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.sgm'));
  for (const file of files.sort()) {
    const text = fs.readFileSync(path.join(folder, file), 'latin1');
    for (const record of text.split('</REUTERS>')) {
      if (!record.includes('<REUTERS')) continue;
      const title = between(record, 'TITLE').replace(/\s+/gu, ' ');
      // A new paragraph is indented; a line that goes on is not.
      const body = between(record, 'BODY').replace(/\n {2,}/gu, '\n\n');
      if (isWithoutText(title, body)) continue;
      const source = /<D>([^<]*)<\/D>/u.exec(between(record, 'PLACES'))?.[1] ?? 'reuters';
      yield { id, title, body, date: isoDate(between(record, 'DATE')), source, language: 'en' };
      id += 1;
    }
  }
}

import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { WARCParser } from 'warcio';
import type { Material } from './material.ts';

/*
 * What the same material takes with nothing but the library that reads it: no library on disk, no index, no report. How much
 * of an import is our own.
 */

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Every line through `JSON.parse`. */
export function parsedLines({ source }: Material): Promise<number> {
  return timed(async () => {
    for await (const line of createInterface({ input: fs.createReadStream(source) })) JSON.parse(line);
  });
}

/** Every page through `@mozilla/readability` over linkedom. */
export function readablePages({ source }: Material): Promise<number> {
  return timed(async () => {
    for (const name of fs.readdirSync(source)) {
      const bytes = fs.readFileSync(path.join(source, name));
      const html = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
      const { document } = parseHTML(html) as { document: unknown };
      try {
        new Readability(document as ConstructorParameters<typeof Readability>[0]).parse();
      } catch {
        // It throws over some pages; that is its business here.
      }
    }
  });
}

/** The file unpacked, and nothing done with it. */
export function gunzipped({ source }: Material): Promise<number> {
  return timed(async () => {
    const stream = fs.createReadStream(source).pipe(createGunzip());
    for await (const piece of stream) void piece;
  });
}

/** Every record through warcio, its payload read. */
export function warcioRecords({ source }: Material): Promise<number> {
  return timed(async () => {
    for await (const record of new WARCParser(fs.createReadStream(source))) await record.skipFully();
  });
}

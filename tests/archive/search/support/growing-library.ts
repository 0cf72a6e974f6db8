import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { ingest } from '../../../../archive/ingest/ingest.ts';
import { openLibrary } from '../../../../archive/library/library.ts';
import type { Library } from '../../../../archive/library/library.ts';
import { chooseReader } from '../../../../archive/readers/registry.ts';
import { temporaryFolder } from '../../support/temporary.ts';

/** A library without articles, closed at the end of the test. */
export async function emptyLibrary(): Promise<Library> {
  const opened = await openLibrary(path.join(temporaryFolder(), 'library'), {});
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** Imports articles of which each has `status talks`. */
export async function addArticles(library: Library, from: number, count: number): Promise<void> {
  const file = path.join(temporaryFolder(), 'news.jsonl');
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      title: `Talks number ${String(from + index)}`,
      body: `The status of ${String(from + index)}. `.repeat(20),
    }),
  );
  fs.writeFileSync(file, lines.join('\n'));
  const report = await ingest(library, [file], { collection: null, chooseReader });
  expect(report).toMatchObject({ ok: true, value: { added: count, failed: 0 } });
}

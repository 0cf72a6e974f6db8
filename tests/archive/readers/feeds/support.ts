import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ArchiveError } from '../../../../archive/model/errors.ts';
import type { Result } from '../../../../archive/model/result.ts';
import { feed } from '../../../../archive/readers/feeds/feed.ts';
import { wordpress } from '../../../../archive/readers/feeds/wordpress.ts';
import type { Draft, Reader, SourceFile } from '../../../../archive/readers/reader.ts';

export type Results = readonly Result<Draft, ArchiveError>[];

export function sourceOf(content: Uint8Array | string): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name: 'file', path: 'file', bytes };
}

export async function collect(results: AsyncIterable<Result<Draft, ArchiveError>>): Promise<Results> {
  const all: Result<Draft, ArchiveError>[] = [];
  for await (const result of results) all.push(result);
  return all;
}

/** The reader of this group that claims a file. */
export function claimant(content: Uint8Array | string): Reader | null {
  return [wordpress, feed].find((reader) => reader.claims(sourceOf(content))) ?? null;
}

/** What the reader that claims a file makes of it; nothing when none does. */
export async function readFeed(content: Uint8Array | string): Promise<Results> {
  const reader = claimant(content);
  return reader === null ? [] : collect(reader.read(sourceOf(content)));
}

/** The drafts among results. */
export function draftsOf(results: Results): readonly Draft[] {
  return results.flatMap((result) => (result.ok ? [result.value] : []));
}

/** An RSS 2.0 feed with these items. */
export function rss(items: string): string {
  return `<rss version="2.0"><channel><title>Gazette</title><link>https://gazette.example/</link>${items}</channel></rss>`;
}

/** The sources of this group's fixtures. */
export function fixtureSources(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const root = fileURLToPath(new URL('../../../fixtures/readers', import.meta.url));
  return ['feed', 'wordpress'].flatMap((reader) =>
    readdirSync(join(root, reader)).map((name) => {
      const folder = join(root, reader, name);
      const file = readdirSync(folder).find((entry) => entry.startsWith('source.')) ?? '';
      return { name: `${reader}/${name}`, bytes: readFileSync(join(folder, file)) };
    }),
  );
}

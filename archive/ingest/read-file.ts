import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { OriginalStore } from '../library/originals.ts';
import { sha256Of } from '../library/originals.ts';
import { systemCode } from '../library/system-errors.ts';
import type { NewOriginal } from '../library/recorder.ts';
import type { Cancellation } from '../model/cancellation.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { chooseReader } from '../readers/registry.ts';
import type { Draft, Reader, SourceFile } from '../readers/reader.ts';
import { decodeText } from '../text/decode.ts';
import type { Met } from './walk.ts';

/** Larger texts are kept but not read, in bytes. */
export const largestText = 5_000_000;

/** How much of a large file is looked at before it is kept: enough to tell text from anything else. */
const sampleBytes = 65_536;

export type FileMet = Extract<Met, { kind: 'file' }>;

/** What a file turned out to be, its original kept durably wherever there is something to keep. */
export type FileRead =
  | {
      readonly kind: 'read';
      readonly original: NewOriginal;
      readonly reader: Reader;
      readonly drafts: readonly Draft[];
    }
  | { readonly kind: 'kept'; readonly original: NewOriginal; readonly error: ArchiveError }
  | { readonly kind: 'failed'; readonly error: ArchiveError };

function failed(error: ArchiveError): FileRead {
  return { kind: 'failed', error };
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const buffer = new Uint8Array(sampleBytes);
    const { bytesRead } = await handle.read(buffer, 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function keepLarge({ path, name, bytes }: FileMet, originals: OriginalStore): Promise<FileRead> {
  const sample = await firstBytes(path);
  const sampled = decodeText(sample);
  if (!sampled.ok && sampled.error === 'binary') return failed(archiveError('binary', { path }));
  const kept = await originals.putPieces(createReadStream(path));
  const error = archiveError('too-large', { path, bytes, limit: largestText });
  return { kind: 'kept', original: { ...kept, name }, error };
}

function unclaimed({ bytes, path }: SourceFile): ArchiveError {
  const decoded = decodeText(bytes);
  return decoded.ok ? archiveError('no-article', { path }) : archiveError(decoded.error, { path });
}

async function readSmall(
  { path, name }: FileMet,
  originals: OriginalStore,
  signal: Cancellation | undefined,
): Promise<FileRead> {
  const bytes = new Uint8Array(await readFile(path));
  const source: SourceFile = { name, path, bytes };
  const reader = chooseReader(source);
  if (reader === null) return failed(unclaimed(source));
  const drafts: Draft[] = [];
  let error = archiveError('no-article', { path });
  for await (const outcome of reader.read(source, signal)) {
    if (outcome.ok) drafts.push(outcome.value);
    else error = outcome.error;
  }
  const original: NewOriginal = { sha256: sha256Of(bytes), bytes: bytes.byteLength, name };
  if (drafts.length === 0 && error.code !== 'no-article') return failed(error);
  await originals.put(bytes);
  return drafts.length === 0 ? { kind: 'kept', original, error } : { kind: 'read', original, reader, drafts };
}

/**
 * Reads one file and keeps its bytes. A file that changed or went away since it was met is reported as what it is now.
 * Throws what the store of originals throws, such as a full disk.
 */
export async function readSourceFile(
  file: FileMet,
  originals: OriginalStore,
  signal: Cancellation | undefined,
): Promise<FileRead> {
  try {
    if (file.bytes > largestText) return await keepLarge(file, originals);
    return await readSmall(file, originals, signal);
  } catch (error) {
    const { path } = file;
    const { code, path: where } = error as NodeJS.ErrnoException;
    // An error of the store itself (a full disk) is not the file's.
    if (systemCode(error) === null || code === undefined || where !== path) throw error;
    return failed(
      code === 'ENOENT'
        ? archiveError('not-found', { path })
        : archiveError('unreadable', { path, detail: code }),
    );
  }
}

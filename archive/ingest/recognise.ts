import { describeError } from '../model/error-sentences.ts';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import type { Cancellation } from '../model/cancellation.ts';
import type { Recognised } from '../model/import-runs.ts';
import { unreadArchives } from '../readers/archives/unread-archives.ts';
import type { SourceFile } from '../readers/reader.ts';
import { refusals } from '../readers/refusals.ts';
import { chooseContainer, chooseReader } from '../readers/registry.ts';
import { collectionOf } from './collection-of.ts';
import { attempt } from './prepare-support.ts';
import { isAppleDouble } from './litter.ts';
import { headSize, readSource } from './source-bytes.ts';
import { walk } from './walk.ts';
import type { Entry } from './walk.ts';

/** So many files are looked at before an import: a folder of a million is not waited for. */
const mostFiles = 20_000;
/** So many of those that nobody reads are named. */
const mostNamed = 100;

interface Format {
  readonly reader: string;
  files: number;
  bytes: number;
}

/** Why nothing is read of a file whose format is known: some are known only to be refused in a sentence. */
async function refusalOf(reader: string, head: SourceFile): Promise<ArchiveError | null> {
  if (reader === refusals.name) {
    for await (const read of refusals.read(head)) if (!read.ok) return read.error;
  }
  if (reader !== unreadArchives.name) return null;
  const detail = 'an archive that is not unpacked here; unpack it and import the folder';
  return archiveError('unsupported', { path: head.path, detail });
}

class Recognition {
  readonly formats = new Map<string, Format>();
  readonly others: { readonly path: string; readonly reason: string }[] = [];
  readonly collections = new Set<string>();
  otherFiles = 0;
  systemFiles = 0;
  files = 0;

  async look(entry: Entry): Promise<void> {
    // What the operating system left there is no file of the person's.
    if (entry.kind === 'skipped') {
      if (entry.error.code === 'system-file') this.systemFiles += 1;
      return;
    }
    this.files += 1;
    if (entry.kind !== 'file') {
      this.refuse(entry.path, describeError(entry.error));
      return;
    }
    const { path, name } = entry;
    const read = await attempt(path, () => readSource(entry.location, headSize));
    if (!('kind' in read)) this.refuse(path, describeError(read.error));
    else if (read.kind === 'special') this.refuse(path, describeError(archiveError('not-a-file', { path })));
    else {
      const [bytes, size] = read.kind === 'whole' ? [read.bytes, read.bytes.length] : [read.head, read.size];
      if (isAppleDouble(name, bytes)) {
        this.systemFiles += 1;
        return;
      }
      const head = { name, path, bytes };
      const reader = size === 0 ? null : (chooseContainer(head) ?? chooseReader(head));
      const refused =
        reader === null
          ? archiveError(size === 0 ? 'empty' : 'binary', { path })
          : await refusalOf(reader.name, head);
      if (refused !== null) this.refuse(path, describeError(refused));
      else if (reader !== null) this.count(reader.name, size, collectionOf(entry));
    }
  }

  private count(reader: string, size: number, collection: string): void {
    this.collections.add(collection);
    const format = this.formats.get(reader) ?? { reader, files: 0, bytes: 0 };
    this.formats.set(reader, format);
    format.files += 1;
    format.bytes += size;
  }

  private refuse(path: string, reason: string): void {
    this.otherFiles += 1;
    if (this.others.length < mostNamed) this.others.push({ path, reason });
  }
}

/**
 * Says what files and folders are by the content of their beginnings, so that a person sees what an import would read. Of
 * very many files the first 20,000. Never throws for what the disk holds. `excluded` are folders to pass over. `onProgress` is
 * told how many files were looked at.
 */
export async function recognise(
  paths: readonly string[],
  excluded: readonly string[],
  signal?: Cancellation,
  onProgress?: (files: number) => void,
): Promise<Recognised> {
  const recognition = new Recognition();
  let complete = true;
  for await (const entry of walk(paths, excluded)) {
    if (signal?.aborted === true || recognition.files >= mostFiles) {
      complete = false;
      break;
    }
    await recognition.look(entry);
    onProgress?.(recognition.files);
  }
  const formats = [...recognition.formats.values()].sort((a, b) => b.files - a.files);
  const { others, otherFiles, systemFiles } = recognition;
  return { formats, others, otherFiles, systemFiles, collections: [...recognition.collections], complete };
}

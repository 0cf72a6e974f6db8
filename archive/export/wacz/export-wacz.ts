import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { syncFolder } from '../../library/durable-files.ts';
import type { Library } from '../../library/library.ts';
import { sha256OfFile } from '../../library/originals.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import type { ExportReport } from '../../model/library-report.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { KeepingOptions } from '../../api/keeping-api.ts';
import { exportUnits } from './export-units.ts';
import type { ExportUnit } from './export-units.ts';
import { pageText } from './page-text.ts';
import { PayloadReader } from './payloads.ts';
import { cdxjLine, dataPackage, pagesHeader, sortedIndex } from './wacz-files.ts';
import type { PackedFile, WaczPage } from './wacz-files.ts';
import { WarcWriter } from './warc-writer.ts';

const warcName = 'data.warc.gz';

/** What an export is called and by whom it is made. */
export interface ExportAbout {
  readonly title: string;
  /** Name and version. */
  readonly software: string;
}

/** The files of a WACZ while they are made, in a folder beside it. */
class WaczDraft {
  private readonly library: Library;
  private readonly folder: string;
  private readonly index: string[] = [];
  private readonly faults: ExportReport['faults'][number][] = [];
  private pages = 0;

  constructor(library: Library, folder: string) {
    this.library = library;
    this.folder = folder;
  }

  /** Writes records and pages; false when it was cancelled. */
  async fill(units: readonly ExportUnit[], about: ExportAbout, options: KeepingOptions): Promise<boolean> {
    const warc = await open(join(this.folder, warcName), 'wx');
    const list = await open(join(this.folder, 'pages.jsonl'), 'wx');
    const payloads = new PayloadReader(this.library);
    try {
      const writer = new WarcWriter(warc);
      await writer.begin(about.software, new Date().toISOString().replace(/\.\d+/u, ''));
      await list.writeFile(pagesHeader);
      for (const [done, unit] of units.entries()) {
        if (options.signal?.aborted === true) return false;
        if (await this.record(unit, writer, payloads)) await this.list(unit, list);
        options.onProgress?.({ done: done + 1, total: units.length, bytes: writer.length });
      }
      await Promise.all([warc.sync(), list.sync()]);
      return true;
    } finally {
      await payloads.close();
      await Promise.all([warc.close(), list.close()]);
    }
  }

  /** Packs what was written into a file. */
  async pack(file: string, about: ExportAbout): Promise<ExportReport> {
    const index = await this.write('index.cdxj', sortedIndex(this.index));
    const files = [
      await this.packed(`archive/${warcName}`, warcName),
      await this.packed('indexes/index.cdxj', index),
      await this.packed('pages/pages.jsonl', 'pages.jsonl'),
    ];
    const created = new Date().toISOString();
    const description = Buffer.from(dataPackage(files, { ...about, created }));
    const hash = `sha256:${createHash('sha256').update(description).digest('hex')}`;
    const digest = `${JSON.stringify({ path: 'datapackage.json', hash })}\n`;
    const zip = new yazl.ZipFile();
    // Readers take records out of the middle: what is packed already is stored as it is.
    zip.addFile(join(this.folder, warcName), `archive/${warcName}`, { compress: false });
    zip.addFile(join(this.folder, index), 'indexes/index.cdxj', { compress: false });
    zip.addFile(join(this.folder, 'pages.jsonl'), 'pages/pages.jsonl');
    zip.addBuffer(description, 'datapackage.json', { compress: false });
    zip.addBuffer(Buffer.from(digest), 'datapackage-digest.json', { compress: false });
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(file, { flags: 'wx' }));
    const { size } = await stat(file);
    return { records: this.index.length, pages: this.pages, bytes: size, faults: this.faults };
  }

  private async record(unit: ExportUnit, writer: WarcWriter, payloads: PayloadReader): Promise<boolean> {
    const payload = await payloads.open(unit);
    if (payload === null) {
      this.faults.push(payloads.faultOf(unit, 'missing'));
      return false;
    }
    const { targetUri, date, mediaType, sha256, name } = unit;
    const record = { targetUri, date, mediaType, sha256, name, bytes: payload.size };
    const written = await payloads.write(writer, record, payload);
    if (written === null) this.faults.push(payloads.faultOf(unit, 'damaged'));
    else this.index.push(cdxjLine(written, warcName));
    return written !== null;
  }

  private async list({ articles, targetUri, date }: ExportUnit, list: FileHandle): Promise<void> {
    for (const article of this.library.catalogue.articlesByIds(articles)) {
      if (article === null) continue;
      const page: WaczPage = {
        id: article.id,
        url: targetUri,
        title: article.headline,
        ts: date,
        text: pageText(article),
      };
      await list.writeFile(`${JSON.stringify(page)}\n`);
      this.pages += 1;
    }
  }

  private async write(name: string, content: string): Promise<string> {
    const handle = await open(join(this.folder, name), 'wx');
    try {
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
    return name;
  }

  private async packed(path: string, name: string): Promise<PackedFile> {
    const file = join(this.folder, name);
    const sha256 = await sha256OfFile(file);
    if (sha256 === null) throw new Error(`${name} of the export is gone.`);
    return { path, sha256, bytes: (await stat(file)).size };
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Writes the whole library as a WACZ (https://specs.webrecorder.net/wacz/1.1.1/): pages that web archives captured under
 * their addresses, every other original as the file it came in under `urn:sha256:…`. Imported elsewhere, every article has
 * the id it has here. Null when it was cancelled. Errors: `backup-refused`; throws what the disk throws.
 */
export async function exportWacz(
  library: Library,
  file: string,
  about: ExportAbout,
  options: KeepingOptions = {},
): Promise<Result<ExportReport | null, ArchiveError>> {
  const target = resolve(file);
  if (await exists(target))
    return fail(archiveError('backup-refused', { path: target, detail: 'there is a file of that name' }));
  const folder = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const draft = new WaczDraft(library, folder);
    if (!(await draft.fill(exportUnits(library.database), about, options))) return ok(null);
    const partial = join(folder, 'whole.wacz');
    const report = await draft.pack(partial, about);
    const handle = await open(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, target);
    await syncFolder(dirname(target));
    return ok(report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

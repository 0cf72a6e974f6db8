import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import { bundledNames, mergeNames, parseNames } from '../text/names.ts';
import type { NameList } from '../text/names.ts';
import { systemCode } from './system-errors.ts';

/** The bundled names together with the person's own, from `names.txt` (UTF-8) in the library's folder when it is there. */
export async function libraryNames(folder: string): Promise<Result<NameList, ArchiveError>> {
  const path = join(folder, 'names.txt');
  try {
    const own = new TextDecoder('utf-8').decode(await readFile(path));
    return ok(mergeNames(bundledNames(), parseNames(own)));
  } catch (error) {
    const detail = systemCode(error);
    if (detail === null) throw error;
    return detail === 'ENOENT' ? ok(bundledNames()) : fail(archiveError('unreadable', { path, detail }));
  }
}

/** A value that changes when the person edits `names.txt`; empty when there is none. */
export async function namesStamp(folder: string): Promise<string> {
  try {
    const { mtimeMs, size } = await stat(join(folder, 'names.txt'));
    return `${mtimeMs} ${size}`;
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return '';
  }
}

import fs from 'node:fs';
import path from 'node:path';

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** Moves a file that cannot be read out of the way, under a name that is free: what it held may matter to its owner. */
function setAside(file: string): string {
  const { dir, name, ext } = path.parse(file);
  for (let number = 1; ; number += 1) {
    const kept = path.join(dir, `${name}.broken${number === 1 ? '' : `-${number}`}${ext}`);
    if (!fs.existsSync(kept)) {
      fs.renameSync(file, kept);
      return kept;
    }
  }
}

/**
 * Reads a small JSON file. `parse` answers null for what does not fit. A missing file gives null; a file that cannot be
 * used is kept aside, reported through `warn`, and gives null as well.
 */
export function readJsonFile<T>(
  file: string,
  parse: (value: unknown) => T | null,
  warn: (sentence: string) => void,
): T | null {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') warn(`${file} cannot be read (${String(error)}); defaults are used.`);
    return null;
  }
  const parsed = parseText(text, parse);
  if (parsed !== null) return parsed;
  try {
    warn(`${file} was damaged; defaults are used, and what it held is kept in ${setAside(file)}.`);
  } catch (error) {
    warn(`${file} is damaged and could not be set aside (${String(error)}); defaults are used.`);
  }
  return null;
}

function parseText<T>(text: string, parse: (value: unknown) => T | null): T | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON is one of the ways to be damaged; the caller reports it.
    return null;
  }
  return parse(value);
}

/**
 * Writes a file so that at any moment, a crash included, it holds either what it held before or all of `bytes`.
 * Makes its folder. Throws what the file system throws, and leaves no temporary file then.
 */
export function writeFileWhole(file: string, bytes: Uint8Array | string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const descriptor = fs.openSync(temporary, 'w');
    try {
      fs.writeFileSync(descriptor, bytes);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a value as JSON, with `writeFileWhole`'s promise. */
export function writeJsonFile(file: string, value: unknown): void {
  writeFileWhole(file, `${JSON.stringify(value, null, 2)}\n`);
}

import * as v from 'valibot';
import { crc32 } from '../segment/checksum.ts';
import type { Files } from './files.ts';

/** A segment as the manifest lists it. */
export interface ManifestSegment {
  /** The name of its file. */
  readonly name: string;
  readonly documents: number;
  /** Of the file, in bytes. */
  readonly length: number;
  /** The file that says which documents were removed since, or null. */
  readonly removed: string | null;
  /** How many they are. */
  readonly removedCount: number;
}

/** The state of the index at one commit. */
export interface Manifest {
  readonly number: number;
  /** The id of the library it is made from. */
  readonly library: string;
  /** The last change of the library that it covers, and the token that the library keeps with it. */
  readonly change: number;
  readonly token: string;
  /** Of the analysis; terms made by another one are of no use. */
  readonly fingerprint: string;
  readonly segments: readonly ManifestSegment[];
}

/** Raised with the format of segments too: an index of before then counts as none, and is made anew. */
const version = 2;
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const fileName = v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/u));
const shape = v.object({
  version: v.literal(version),
  number: whole,
  library: v.string(),
  change: whole,
  token: v.string(),
  fingerprint: v.string(),
  segments: v.array(
    v.object({
      name: fileName,
      documents: whole,
      length: whole,
      removed: v.nullable(fileName),
      removedCount: whole,
    }),
  ),
});

const pattern = /^manifest-(\d{12})\.json$/u;

/** The file of a manifest. */
export function manifestName(number: number): string {
  return `manifest-${String(number).padStart(12, '0')}.json`;
}

/** The number of a manifest's file, or null for any other file. */
export function manifestNumber(name: string): number | null {
  const digits = pattern.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Two lines: the JSON, and its CRC-32 in eight hexadecimal digits. */
function encode(manifest: Manifest): Uint8Array {
  const json = JSON.stringify({ version, ...manifest });
  const crc = crc32(new TextEncoder().encode(json)).toString(16).padStart(8, '0');
  return new TextEncoder().encode(`${json}\n${crc}\n`);
}

function decode(bytes: Uint8Array): Manifest | null {
  const [json = '', crc] = new TextDecoder().decode(bytes).split('\n');
  if (crc !== crc32(new TextEncoder().encode(json)).toString(16).padStart(8, '0')) return null;
  try {
    const parsed = v.safeParse(shape, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Reads a manifest; null when it is torn, of another version, or none. Throws what the system throws. */
export function readManifest(files: Files, name: string): Manifest | null {
  const file = files.open(name);
  try {
    const bytes = new Uint8Array(file.size);
    return file.read(bytes, bytes.length, 0) === bytes.length ? decode(bytes) : null;
  } finally {
    file.close();
  }
}

/** Writes a new manifest, durably; the files that it names must be durable. An older one is never overwritten. */
export function writeManifest(files: Files, manifest: Manifest): void {
  const file = files.create(manifestName(manifest.number));
  try {
    file.write(encode(manifest));
    file.sync();
  } finally {
    file.close();
  }
  files.syncFolder();
}

/** The numbers of all manifests that are there, the newest first, whole or not. */
export function manifestNumbers(files: Files): readonly number[] {
  const numbers = files.names().map(manifestNumber);
  return numbers.filter((number) => number !== null).sort((a, b) => b - a);
}

/** The newest whole manifest, or null. */
export function newestManifest(files: Files): Manifest | null {
  for (const number of manifestNumbers(files)) {
    const manifest = readManifest(files, manifestName(number));
    if (manifest !== null) return manifest;
  }
  return null;
}

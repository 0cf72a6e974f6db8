import { createHash } from 'node:crypto';
import type { ArticleWarning } from '../../model/article.ts';
import { piecesOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import { readDigest } from '../warc/digests.ts';
import type { StatedDigest } from '../warc/digests.ts';

/** A file that a package lists. */
export interface PackageResource {
  /** Its path in the ZIP; in a package of packages it may be an address. */
  readonly path: string;
  /** Null when none is given that we know. */
  readonly digest: StatedDigest | null;
}

/** What `datapackage.json` says (WACZ 1.1.1, 5.2.1; Frictionless Data Package). */
export interface WaczPackage {
  readonly profile: string;
  readonly resources: readonly PackageResource[];
}

const mostResources = 100_000;

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a value of JSON; of what is no object there are none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A field that is text; null when it is not. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** JSON, or null for what is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(bytes)) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** In 1.1.1 `hash` is `sha256:…`; in 1.0.0 it stood among `stats`, and `hashing` named the algorithm. */
function resourceOf(value: unknown): PackageResource | null {
  const fields = fieldsOf(value);
  const path = textOf(fields['path']) ?? textOf(fields['url']) ?? textOf(fields['name']);
  if (path === null) return null;
  const old = textOf(fieldsOf(fields['stats'])['hash']);
  const stated =
    textOf(fields['hash']) ?? (old === null ? null : `${textOf(fields['hashing']) ?? 'sha256'}:${old}`);
  return { path, digest: readDigest(stated) };
}

/** Reads `datapackage.json`; null when it is no package. */
export function readPackage(bytes: Uint8Array): WaczPackage | null {
  const fields = fieldsOf(parseJson(bytes));
  const listed = fields['resources'];
  if (!Array.isArray(listed)) return null;
  const resources = listed.slice(0, mostResources).flatMap((each) => resourceOf(each) ?? []);
  return { profile: textOf(fields['profile']) ?? '', resources };
}

/** Warns when a file does not have the digest that the package gives. */
export async function digestWarnings(
  content: ByteSource,
  digest: StatedDigest | null,
): Promise<readonly ArticleWarning[]> {
  if (digest === null) return [];
  const hash = createHash(digest.algorithm);
  for await (const piece of piecesOf(content)) hash.update(piece);
  if (hash.digest('hex') === digest.value) return [];
  return [{ code: 'digest-mismatch', algorithm: digest.algorithm }];
}

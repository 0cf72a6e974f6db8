import type { Library } from '../library/library.ts';
import { analysisFingerprint } from '../search/analysis/fingerprint.ts';
import { copiesVersion } from './text-sketch.ts';

let fingerprint: string | undefined;

/** What the copies of this library are made from and by: of another identity they are found anew. */
export function copiesIdentity(library: Library): string {
  fingerprint ??= analysisFingerprint();
  return `${String(copiesVersion)} ${fingerprint} ${library.meta('library') ?? ''}`;
}

import type { DecodedText } from '../text/decode.ts';
import { splitLines, unwrapLines } from './lines.ts';
import type { Line } from './lines.ts';
import { isSectionHeading } from './page-foot.ts';

const known = new WeakMap<DecodedText, readonly Line[]>();

/** The lines of a text that are not blank, wrapped paragraphs joined; made once for all readers that ask. */
export function textLines(decoded: DecodedText): readonly Line[] {
  const old = known.get(decoded);
  if (old !== undefined) return old;
  const lines = unwrapLines(splitLines(decoded.text), isSectionHeading);
  known.set(decoded, lines);
  return lines;
}

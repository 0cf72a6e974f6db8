import { html, nothing, type TemplateResult } from 'lit';
import type { Mark } from '../../archive/model/search.ts';

/** What one drawing of a marked text needs besides text and marks. */
export interface MarkedTextOptions {
  /** The index, among the usable marks, of the one the reader stands on; it gets the class `now`. */
  readonly current?: number;
}

/**
 * The marks that can be drawn on a text: whole numbers, inside it, not empty, ascending and not overlapping.
 * Counting and drawing both use this list, so that "5 of 14" is always the fifth mark on the screen.
 */
export function usableMarks(text: string, marks: readonly Mark[]): readonly Mark[] {
  const usable: Mark[] = [];
  let reached = 0;
  for (const [start, end] of marks) {
    const first = Math.max(start, reached);
    const last = Math.min(end, text.length);
    if (!Number.isInteger(start) || !Number.isInteger(end) || first >= last) continue;
    usable.push([first, last]);
    reached = last;
  }
  return usable;
}

/**
 * A text with its marks as `<mark>` elements. Safe for any text and any marks: only text bindings are used, and
 * marks that do not fit are left out. The text content of the result is exactly `text`.
 */
export function markedText(
  text: string,
  marks: readonly Mark[] = [],
  { current = -1 }: MarkedTextOptions = {},
): TemplateResult {
  const usable = usableMarks(text, marks);
  if (usable.length === 0) return html`${text}`;
  const pieces: unknown[] = [];
  let reached = 0;
  usable.forEach(([start, end], index) => {
    if (start > reached) pieces.push(text.slice(reached, start));
    // prettier-ignore
    pieces.push(html`<mark class=${index === current ? 'now' : nothing}>${text.slice(start, end)}</mark>`);
    reached = end;
  });
  if (reached < text.length) pieces.push(text.slice(reached));
  return html`${pieces}`;
}

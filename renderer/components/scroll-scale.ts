/**
 * The tallest element that is scrolled, in pixels. Chromium cuts elements at 2^25 pixels, and well before that the
 * single-precision offsets of its compositor leave text between pixels; at 2^22 they are still exact to a quarter.
 */
export const tallest = 4_000_000;

/** How much of both ends is never scaled, in pixels: nobody scrolls so far without a rest. */
const trueEnd = 400_000;

/** How far a list reaches, and how far the element that stands for it does: the greatest offset of each. */
export interface ScrollRange {
  /** In the list. */
  readonly list: number;
  /** Of the element: `scrollTop` at its end. At most `list`. */
  readonly element: number;
}

/** The height of the element for a list of this height. */
export function elementHeight(listHeight: number): number {
  return Math.min(listHeight, tallest);
}

/** Where `scrollTop` stands for an offset in the list: the same at both ends, in proportion between them. */
export function toScroll(offset: number, { list, element }: ScrollRange): number {
  if (element >= list || offset <= trueEnd) return offset;
  if (list - offset <= trueEnd) return element - (list - offset);
  return trueEnd + ((offset - trueEnd) * (element - 2 * trueEnd)) / (list - 2 * trueEnd);
}

/** The offset in the list that `scrollTop` stands for: the inverse of `toScroll`. */
export function toOffset(scroll: number, { list, element }: ScrollRange): number {
  if (element >= list || scroll <= trueEnd) return scroll;
  if (element - scroll <= trueEnd) return list - (element - scroll);
  return trueEnd + ((scroll - trueEnd) * (list - 2 * trueEnd)) / (element - 2 * trueEnd);
}

/** Whether a pixel of scrolling is a pixel of the list at this offset. */
export function isTrue(offset: number, { list, element }: ScrollRange): boolean {
  return element >= list || offset <= trueEnd || list - offset <= trueEnd;
}

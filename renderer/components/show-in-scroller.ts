/** Whether movement is to be left out. */
export function stillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Brings an element into sight inside its scrolling ancestor, a third down, unless it is comfortably there already.
 * Only that ancestor moves; far ways are jumped, since a long glide explains nothing.
 */
export function showInScroller(element: HTMLElement, scroller: HTMLElement): void {
  const box = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const margin = Math.min(64, frame.height / 6);
  if (box.top >= frame.top + margin && box.bottom <= frame.bottom - margin) return;
  const distance = box.top - frame.top - frame.height / 3;
  const far = Math.abs(distance) > frame.height * 2;
  scroller.scrollBy({ top: distance, behavior: far || stillness() ? 'instant' : 'smooth' });
}

/** The DOM range over characters `start` to `end` of an element's text content; null when they cover nothing. */
export function domRange(element: Element, start: number, end: number): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let reached = 0;
  let begun = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    const next = reached + length;
    if (!begun && next > start) {
      range.setStart(node, Math.max(0, start - reached));
      begun = true;
    }
    if (begun) {
      if (next >= end) {
        range.setEnd(node, Math.max(0, end - reached));
        break;
      }
      range.setEnd(node, length);
    }
    reached = next;
  }
  return begun && !range.collapsed ? range : null;
}

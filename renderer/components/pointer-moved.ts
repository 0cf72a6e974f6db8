let lastX = Number.NaN;
let lastY = Number.NaN;

/**
 * Whether a pointer event comes from a hand: there is one pointer, and it is elsewhere than at the event before.
 * Chromium also sends some when the page moves under a pointer at rest, and those must not take away what the
 * keyboard has just pointed at. (They cannot be told by `movementX`, which is not set for every real one.)
 */
export function pointerMoved(event: PointerEvent): boolean {
  const moved = event.screenX !== lastX || event.screenY !== lastY;
  lastX = event.screenX;
  lastY = event.screenY;
  return moved;
}

/** In device-independent pixels; x and y may be negative on a display left of or above the first. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is remembered of the window between starts. */
export interface WindowState {
  /** When it is not maximised. */
  readonly bounds: Rectangle;
  readonly maximised: boolean;
}

export const defaultWidth = 1440;
export const defaultHeight = 900;
/** Below this the layout has nothing more to give up. */
export const smallestWidth = 480;
export const smallestHeight = 360;

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function centred(width: number, height: number, area: Rectangle): Rectangle {
  const fitted = { width: Math.min(width, area.width), height: Math.min(height, area.height) };
  return {
    x: area.x + Math.round((area.width - fitted.width) / 2),
    y: area.y + Math.round((area.height - fitted.height) / 2),
    ...fitted,
  };
}

/**
 * Where the window opens: where it was, moved and shrunk so that all of it is inside the work area of the display that
 * held most of it; in the middle of the first display when no display holds any of it, or when nothing is remembered.
 *
 * @param areas the displays' areas without task bars and the like, the primary display's first; at least one
 */
export function placeWindow(saved: WindowState | null, areas: readonly Rectangle[]): WindowState {
  const primary = areas[0] ?? { x: 0, y: 0, width: defaultWidth, height: defaultHeight };
  if (saved === null) return { bounds: centred(defaultWidth, defaultHeight, primary), maximised: false };

  const width = Math.max(saved.bounds.width, smallestWidth);
  const height = Math.max(saved.bounds.height, smallestHeight);
  const wanted = { ...saved.bounds, width, height };
  const best = areas.reduce((a, b) => (overlap(wanted, b) > overlap(wanted, a) ? b : a), primary);
  if (overlap(wanted, best) === 0) {
    return { bounds: centred(width, height, primary), maximised: saved.maximised };
  }
  const fitted = { width: Math.min(width, best.width), height: Math.min(height, best.height) };
  return {
    bounds: {
      x: clamp(wanted.x, best.x, best.x + best.width - fitted.width),
      y: clamp(wanted.y, best.y, best.y + best.height - fitted.height),
      ...fitted,
    },
    maximised: saved.maximised,
  };
}

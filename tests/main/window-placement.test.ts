import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rectangle } from '../../main/window-placement.ts';
import { placeWindow } from '../../main/window-placement.ts';

const laptop = { x: 0, y: 25, width: 1440, height: 875 };
const right = { x: 1440, y: 0, width: 2560, height: 1400 };

describe('where the window opens', () => {
  test('the first time in the middle of the first display, no larger than it', () => {
    expect(placeWindow(null, [right])).toEqual({
      bounds: { x: 2000, y: 250, width: 1440, height: 900 },
      maximised: false,
    });
    expect(placeWindow(null, [laptop]).bounds).toEqual(laptop);
  });

  test('where it was, when all of it is on a display', () => {
    const saved = { bounds: { x: 1500, y: 40, width: 900, height: 700 }, maximised: true };
    expect(placeWindow(saved, [laptop, right])).toEqual(saved);
  });

  test('in the middle of the first display, when its display is gone', () => {
    const saved = { bounds: { x: 1500, y: 40, width: 900, height: 700 }, maximised: true };
    expect(placeWindow(saved, [laptop])).toEqual({
      bounds: { x: 270, y: 113, width: 900, height: 700 },
      maximised: true,
    });
  });

  test('moved in and shrunk, when it hangs over the edge of the display that held most of it', () => {
    const saved = { bounds: { x: 1000, y: -200, width: 3600, height: 700 }, maximised: false };
    expect(placeWindow(saved, [laptop, right]).bounds).toEqual({ x: 1440, y: 0, width: 2560, height: 700 });
  });

  test('is inside one of the displays, whatever was remembered', () => {
    const side = fc.integer({ min: -20_000, max: 20_000 });
    const saved = fc.record({
      bounds: fc.record({ x: side, y: side, width: side, height: side }),
      maximised: fc.boolean(),
    });
    const area = fc.record({
      x: side,
      y: side,
      width: fc.integer({ min: 320, max: 8000 }),
      height: fc.integer({ min: 240, max: 5000 }),
    });
    const isInside = (a: Rectangle, b: Rectangle) =>
      a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
    fc.assert(
      fc.property(fc.option(saved), fc.array(area, { minLength: 1, maxLength: 4 }), (state, areas) => {
        const { bounds } = placeWindow(state, areas);
        expect(areas.some((display) => isInside(bounds, display))).toBe(true);
        expect(Math.min(bounds.width, bounds.height)).toBeGreaterThanOrEqual(240);
      }),
    );
  });
});

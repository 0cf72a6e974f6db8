import { afterEach, expect, test } from 'vitest';
import '../../../renderer/styles/document.css';

type Colour = readonly [number, number, number];

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function token(name: string): Colour {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/\d+/g) ?? []).map(Number);
  probe.remove();
  return [red, green, blue];
}

/** Every colour of words with every ground it stands on, and the ring with what it stands on. */
const pairs: readonly (readonly [string, readonly string[], number])[] = [
  ['ink', ['paper', 'paper-2', 'rail'], 4.5],
  ['ink-2', ['paper', 'paper-2', 'rail'], 4.5],
  ['ink-3', ['paper', 'paper-2', 'rail'], 4.5],
  ['accent', ['paper', 'paper-2'], 4.5],
  ['accent-ink', ['accent'], 4.5],
  ['mark-ink', ['mark', 'mark-now'], 4.5],
  ['focus', ['paper', 'paper-2', 'rail'], 3],
];

afterEach(() => {
  delete document.documentElement.dataset['theme'];
});

test.each(['light', 'dark'])('words can be read in the %s theme', (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const poor = pairs.flatMap(([words, grounds, least]) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(token(words), token(ground));
      return ratio < least ? [`${words} on ${ground}: ${ratio.toFixed(2)}`] : [];
    }),
  );
  expect(poor).toEqual([]);
});

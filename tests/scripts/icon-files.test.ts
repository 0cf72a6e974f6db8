import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeIcns, makeIco } from '../../scripts/icon-files.mjs';

const icons = fileURLToPath(new URL('../../assets/icon/', import.meta.url));
const read = (name: string): Buffer => fs.readFileSync(`${icons}${name}`);

/** Width and height in the header of a PNG (RFC 2083, 3.2 and 4.1.1). */
function sizeOfPng(png: Buffer): [number, number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** What an ICO's directory says, and what is where it points. */
function readIco(ico: Buffer): { said: number; found: number }[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
    const [found] = sizeOfPng(ico.subarray(offset, offset + length));
    return { said: ico.readUInt8(entry) || 256, found };
  });
}

function readIcns(icns: Buffer): Record<string, number> {
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  const found: Record<string, number> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    found[icns.toString('latin1', at, at + 4)] = sizeOfPng(icns.subarray(at + 8))[0];
  return found;
}

describe('the icon', () => {
  it('has every size of the theme, as large as its name says', () => {
    const names = fs.readdirSync(`${icons}png`);
    const sizes = Object.fromEntries(names.map((name) => [name, sizeOfPng(read(`png/${name}`))]));
    const sides = [16, 24, 32, 48, 64, 128, 256, 512];
    expect(sizes).toEqual(Object.fromEntries(sides.map((side) => [`${side}x${side}.png`, [side, side]])));
    expect(sizeOfPng(read('icon.png'))).toEqual([1024, 1024]);
  });

  it('is a whole ICO and a whole ICNS', () => {
    const sides = [16, 24, 32, 48, 64, 128, 256];
    expect(readIco(read('icon.ico'))).toEqual(sides.map((side) => ({ said: side, found: side })));
    expect(readIcns(read('icon.icns'))).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    });
  });

  it('is not written with a size missing or too large', () => {
    const png = read('icon.png');
    expect(() => makeIco([{ size: 512, png }])).toThrow(RangeError);
    expect(() => makeIcns([{ size: 32, png }])).toThrow('64 pixels');
  });
});

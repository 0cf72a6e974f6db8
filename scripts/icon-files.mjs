import { Buffer } from 'node:buffer';

/**
 * A picture of an icon: its side in pixels, and its PNG file.
 * @typedef {{ readonly size: number, readonly png: Uint8Array }} Picture
 */

/**
 * A Windows icon with PNG entries (Microsoft, "The ICO file format": ICONDIR of 6 bytes, an ICONDIRENTRY of 16 bytes
 * each; PNG entries are read since Windows Vista). A side of 256 is written as 0.
 * @param {readonly Picture[]} pictures sides of at most 256
 */
export function makeIco(pictures) {
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  pictures.forEach(({ size, png }, index) => {
    if (size > 256) throw new RangeError(`an ICO holds at most 256 pixels a side, not ${size}`);
    const entry = 6 + 16 * index;
    directory.writeUInt8(size % 256, entry);
    directory.writeUInt8(size % 256, entry + 1);
    directory.writeUInt16LE(1, entry + 4);
    directory.writeUInt16LE(32, entry + 6);
    directory.writeUInt32LE(png.length, entry + 8);
    directory.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([directory, ...pictures.map(({ png }) => png)]);
}

/**
 * The types of an ICNS file that hold PNG data, by the side of their picture in pixels (macOS icns format as documented
 * by libicns and in Wikipedia's "Apple Icon Image format"). A side of two types is stored for both: as itself, and as
 * the picture of half that size for dense screens. The two smallest undoubled types are left out: macOS scales there.
 */
const icnsTypes = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/**
 * A macOS icon: the magic word and the length of the file, then per picture a type, a length with its own 8 bytes, and
 * the PNG; numbers are big-endian.
 * @param {readonly Picture[]} pictures with every side the types name
 */
export function makeIcns(pictures) {
  const parts = icnsTypes.flatMap(([type, side]) => {
    const picture = pictures.find(({ size }) => size === side);
    if (picture === undefined) throw new RangeError(`an ICNS needs a picture of ${side} pixels`);
    return [header(type, picture.png.length + 8), picture.png];
  });
  const length = parts.reduce((sum, part) => sum + part.length, 8);
  return Buffer.concat([header('icns', length), ...parts]);
}

/** @param {string} type four letters @param {number} length */
function header(type, length) {
  const bytes = Buffer.alloc(8);
  bytes.write(type, 'ascii');
  bytes.writeUInt32BE(length, 4);
  return bytes;
}

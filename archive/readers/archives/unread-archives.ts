import { archiveError } from '../../model/errors.ts';
import { fail } from '../../model/result.ts';
import type { ContainerReader } from '../member.ts';

/** First bytes, in Latin-1, of archives that Cuttings does not unpack, and what people call them. */
const formats: readonly (readonly [RegExp, string])[] = [
  [/^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/u, 'bzip2'],
  [/^\xfd7zXZ\0/u, 'XZ'],
  [/^7z\xbc\xaf'\x1c/u, '7z'],
  [/^Rar!\x1a\x07(?:\0|\x01\0)/u, 'RAR'],
  [/^\x04"M\x18/u, 'LZ4'],
  [/^LZIP\x01/u, 'lzip'],
  [/^MSCF\0{4}/u, 'Cabinet'],
  [/^(?:SIT!|StuffIt \(c\))/u, 'StuffIt'],
  [/^.{2}-lh[0-9a-z]-/su, 'LHA'],
];

function formatOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return formats.find(([signature]) => signature.test(head))?.[1] ?? null;
}

/** Archives in formats that are not unpacked: each is the error `unsupported` with the format's name. */
export const unreadArchives: ContainerReader = {
  name: 'unread-archive',
  version: 1,
  claims: ({ bytes }) => formatOf(bytes) !== null,
  async *members(content, { path }) {
    const format = formatOf(await content.read(0, 16)) ?? 'unknown';
    const detail = `an archive in the format ${format}; unpack it and import the folder`;
    yield fail(archiveError('unsupported', { path, detail }));
  },
  async open(_content, place, { path }) {
    return fail(archiveError('file-broken', { path, detail: `nothing of it was unpacked: ${place.name}` }));
  },
};

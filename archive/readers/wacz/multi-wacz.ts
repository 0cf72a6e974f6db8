import { archiveError } from '../../model/errors.ts';
import { fail } from '../../model/result.ts';
import { wholeOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { ContainerReader } from '../member.ts';
import { readPackage } from './wacz-package.ts';

const mostNamed = 5;
const longest = 64 * 1024 * 1024;
const profile = /"profile"\s*:\s*"(?:multi-wacz-package|wacz-package)"/u;

/** The names for a sentence: a few of them. */
function named(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${shown} and ${names.length - mostNamed} more` : shown;
}

async function namesIn(content: ByteSource): Promise<readonly string[]> {
  if (content.size > longest) return [];
  return readPackage(await wholeOf(content))?.resources.map(({ path }) => path) ?? [];
}

/**
 * A list of WACZ files (the profile `multi-wacz-package`) that stands for itself, as JSON. It holds nothing of them, and says
 * so: they are to be imported themselves.
 */
export const multiWacz: ContainerReader = {
  name: 'multi-wacz',
  version: 1,
  claims({ bytes }) {
    if (bytes[0] !== 0x7b) return false;
    const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
    return profile.test(head) && head.includes('"resources"');
  },
  async *members(content, { path }) {
    const names = await namesIn(content);
    const of = names.length === 0 ? '' : ` (${named(names)})`;
    const detail = `it only lists WACZ files${of}; import those instead`;
    yield fail(archiveError('unsupported', { path, detail }));
  },
  open: async (_content, { name }, { path }) =>
    fail(archiveError('file-broken', { path: `${path} › ${name}`, detail: 'a list holds no files' })),
};

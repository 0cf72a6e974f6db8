/** An entry of a tar to make. */
export interface Header {
  readonly name: string;
  readonly type?: string;
  readonly text?: string;
  readonly size?: string;
  readonly magic?: string;
  readonly prefix?: string;
}

/** An entry as POSIX.1-1988 says; a magic of NULs is that of Version 7. */
function entry({ name, type = '0', text = '', size, magic = 'ustar\x0000', prefix = '' }: Header): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100, 'utf8');
  block.write('0000644\0', 100);
  const content = Buffer.from(text);
  block.write(size ?? `${content.length.toString(8).padStart(11, '0')} `, 124, 'latin1');
  block.write('00000000000 ', 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write(magic, 257, 'latin1');
  block.write(prefix, 345, 155, 'utf8');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([block, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

/** The blocks that end a tar. */
const end = Buffer.alloc(1024);

/** A tar of these entries. */
export function tarOf(...entries: readonly Header[]): Buffer {
  return Buffer.concat([...entries.map(entry), end]);
}

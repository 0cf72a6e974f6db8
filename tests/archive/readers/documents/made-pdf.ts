/** An object of a PDF made by hand: its dictionary or value, and the data of a stream. */
export interface MadeObject {
  readonly value: string;
  readonly stream?: Uint8Array | string;
}

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly MadeObject[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (text: string | Buffer): void => {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach(({ value, stream }, at) => {
    offsets.push(length);
    add(`${at + 1} 0 obj\n`);
    if (stream === undefined) add(`${value}\nendobj\n`);
    else {
      const data = typeof stream === 'string' ? Buffer.from(stream, 'latin1') : Buffer.from(stream);
      add(`${value.replace(/>>$/u, `/Length ${data.length} >>`)}\nstream\n`);
      add(data);
      add('\nendstream\nendobj\n');
    }
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

const font: MadeObject = {
  value: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
};

/** A PDF whose pages have these commands. Object 3 is the font `F1`. */
export function pagesOf(contents: readonly string[], resources = ''): Uint8Array {
  const kids = contents.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  const pages = contents.flatMap((stream, at): MadeObject[] => [
    {
      value: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> ${resources} >> >>`,
    },
    { value: '<< >>', stream },
  ]);
  return pdfOf([
    { value: '<< /Type /Catalog /Pages 2 0 R >>' },
    { value: `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>` },
    font,
    ...pages,
  ]);
}

/** Commands that print lines under each other. */
export function linesOfText(lines: readonly string[], size = 10): string {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/gu, '\\$&')}) Tj 0 -${size * 1.2} Td`);
  return `BT /F1 ${size} Tf 50 780 Td ${shown.join(' ')} ET`;
}

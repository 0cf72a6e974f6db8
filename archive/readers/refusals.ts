import { archiveError } from '../model/errors.ts';
import type { ArchiveError } from '../model/errors.ts';
import { fail } from '../model/result.ts';
import type { Reader, SourceFile } from './reader.ts';

/** A format that is known and not read: what its bytes have, in Latin-1, and what to say of it. */
interface RefusedFormat {
  readonly signature: RegExp;
  readonly detail: string;
}

const picture = (name: string): string => `a picture (${name})`;
const sound = (name: string): string => `a recording (${name})`;

/** By the first bytes. The sources are the specifications of the formats, and the tables of file(1). */
const formats: readonly RefusedFormat[] = [
  { signature: /^\x89PNG\r\n\x1a\n/u, detail: picture('PNG') },
  { signature: /^\xff\xd8\xff/u, detail: picture('JPEG') },
  { signature: /^GIF8[79]a/u, detail: picture('GIF') },
  { signature: /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/u, detail: picture('TIFF') },
  { signature: /^BM.{4}\0{4}/su, detail: picture('BMP') },
  { signature: /^RIFF.{4}WEBP/su, detail: picture('WebP') },
  { signature: /^.{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/su, detail: picture('HEIF') },
  { signature: /^.{4}ftypavi[fs]/su, detail: picture('AVIF') },
  { signature: /^(?:\0{3}\x0cjP {2}|\xff\x4f\xff\x51)/u, detail: picture('JPEG 2000') },
  { signature: /^8BPS\0\x01/u, detail: picture('Photoshop') },
  { signature: /^AT&TFORM.{4}DJV/su, detail: 'a scan in the format DjVu: save it as a PDF with text' },
  { signature: /^(?:ID3[\x02-\x04]|\xff[\xfb\xf3\xf2])/u, detail: sound('MP3') },
  { signature: /^OggS\0/u, detail: sound('Ogg') },
  { signature: /^fLaC\0/u, detail: sound('FLAC') },
  { signature: /^RIFF.{4}(?:WAVE|AVI )/su, detail: sound('RIFF') },
  { signature: /^.{4}ftyp/su, detail: sound('MPEG-4') },
  { signature: /^\x1aE\xdf\xa3/u, detail: sound('Matroska') },
  { signature: /^%!PS-Adobe/u, detail: 'a PostScript file: save it as PDF' },
  { signature: /^\xffWPC/u, detail: 'a WordPerfect document: save it as DOCX' },
  {
    signature: /^(?:\xfe7\0\x1c|\xfe7\0#|1\xbe\0\0\0\xab|\xdb\xa5-\0)/u,
    detail: 'old Word document (.doc): save it as DOCX',
  },
  {
    signature: /^\x06\x06\xed\xf5\xd8\x1dF\xe5\xbd1\xef\xe7\xfet\xb7\x1d/u,
    detail: 'an InDesign layout: export it as PDF',
  },
  { signature: /^[^]{60}(?:BOOKMOBI|TEXtREAd)/u, detail: 'an e-book (Mobipocket): save it as EPUB or HTML' },
];

/** By names inside old Office files ([MS-CFB] 2.6.1: UTF-16), the more particular first. */
const compound: readonly (readonly [string, string])[] = [
  ['WordDocument', 'old Word document (.doc): save it as DOCX'],
  ['Workbook', 'old Excel workbook (.xls): save it as CSV'],
  ['Book', 'old Excel workbook (.xls): save it as CSV'],
  ['PowerPoint Document', 'old PowerPoint presentation (.ppt): save it as PDF'],
  ['__substg1.0_', 'an Outlook message (.msg): save it as EML'],
  ['PageMaker', 'a PageMaker layout: export it as PDF'],
];

/** By names of entries in documents that are ZIPs. */
const zipped: readonly RefusedFormat[] = [
  { signature: /xl\/(?:workbook|sharedStrings)\./u, detail: 'an Excel workbook (.xlsx): save it as CSV' },
  { signature: /ppt\/presentation\.xml/u, detail: 'a PowerPoint presentation (.pptx): save it as PDF' },
  {
    signature: /^[^]{30}mimetypeapplication\/epub\+zip/u,
    detail: 'an e-book (EPUB): save its text as HTML or DOCX',
  },
  { signature: /opendocument\.spreadsheet/u, detail: 'a spreadsheet (.ods): save it as CSV' },
  { signature: /opendocument\.presentation/u, detail: 'a presentation (.odp): save it as PDF' },
  { signature: /opendocument\.graphics/u, detail: 'a drawing (.odg): save it as PDF' },
  {
    signature: /Index\/Document\.iwa|Index\.zip/u,
    detail: 'a Pages, Numbers or Keynote document: export it as DOCX or PDF',
  },
];

const compoundSignature = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const edge = 64 * 1024;

function hasName(file: Buffer, name: string): boolean {
  return file.includes(Buffer.from(name, 'utf16le'));
}

function whyNot({ bytes, path }: SourceFile): ArchiveError | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString('latin1', 0, 96);
  const refuse = (detail: string): ArchiveError => archiveError('unsupported', { path, detail });
  if (head.startsWith(compoundSignature)) {
    if (hasName(file, 'EncryptedPackage')) return archiveError('encrypted', { path });
    const known = compound.find(([name]) => hasName(file, name));
    return refuse(known?.[1] ?? 'an old Office file');
  }
  if (head.startsWith('PK\x03\x04')) {
    const names = file.toString('latin1', 0, edge) + file.toString('latin1', Math.max(0, file.length - edge));
    const known = zipped.find(({ signature }) => signature.test(names));
    return known === undefined ? null : refuse(known.detail);
  }
  const known = formats.find(({ signature }) => signature.test(head));
  return known === undefined ? null : refuse(known.detail);
}

/** The last of all: files in formats that are known and not read, so that people hear which, and what to do. */
export const refusals: Reader = {
  name: 'refusals',
  version: 1,
  claims: (source: SourceFile) => whyNot(source) !== null,
  async *read(source: SourceFile) {
    const reason = whyNot(source);
    if (reason !== null) yield fail(reason);
  },
};

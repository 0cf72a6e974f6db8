import { pageOfPartsFolder } from '../readers/archives/entry-kinds.ts';

/*
 * Browsers save a page “complete” as `Page.html` with its pictures, styles, scripts and frames in a folder beside it, whose name
 * is that of the page and a word of their language: `Page_files`, `Page-Dateien`, `Page_datoteke`.
 */

/** Any word will do for a candidate: nobody has a list of all languages. */
const folderName = /^(?<stem>.+)[-_. ][\p{L}\p{M}]{2,24}$/u;
const pageEndings = ['html', 'htm', 'xhtml', 'shtml', 'HTML', 'HTM'];
/** The parts of a page in frames are the page. */
const frameset = /<frameset[\s>]/iu;

/** The names that the page beside a folder would have, if the folder holds the parts of one; empty when its name is not such. */
export function pagesOfFolder(folder: string): readonly string[] {
  const stem = folderName.exec(folder)?.groups?.['stem'];
  return stem === undefined ? [] : pageEndings.map((ending) => `${stem}.${ending}`);
}

/**
 * Whether a page takes its parts from a folder, by what it says: a folder that only has such a name, and holds articles, is walked
 * like any other. Of a word that is listed the page must name the ending only: the rest may be in any encoding.
 */
export function takesPartsFrom(folder: string, page: Uint8Array): boolean {
  const text = Buffer.from(page.buffer, page.byteOffset, page.byteLength).toString('utf8');
  if (frameset.test(text)) return false;
  const stem = pageOfPartsFolder(folder);
  const ending = stem === null ? '' : folder.slice(stem.length);
  const written = [folder, encodeURI(folder), ...(/^[\x20-\x7e]+$/u.test(ending) ? [ending] : [])];
  return written.some((name) => text.includes(`${name}/`) || text.includes(`${name}\\`));
}

/**
 * Every failure a person can meet, with the parameters its sentence needs. The sentences themselves are made at
 * the edge (`error-sentences.ts`), where the reader's language is known.
 */
export interface ArchiveErrorParameters {
  /** A path named for import does not exist. */
  'not-found': { path: string };
  /** The system refused to read a file or folder. `detail` is its own code, such as EACCES. */
  unreadable: { path: string; detail: string };
  /** A symbolic link whose target does not exist. */
  'dangling-link': { path: string };
  /** A symbolic link that leads back to a folder being walked already. */
  'link-loop': { path: string };
  /** A socket, device or pipe: nothing that can be kept. */
  'not-a-file': { path: string };
  /** A file of zero bytes, or of blanks only. */
  empty: { path: string };
  /** NULs or other control bytes: not text in any encoding we read. */
  binary: { path: string };
  /** No encoding decodes these bytes without damage. */
  undecodable: { path: string };
  /** Text above the limit: the original is kept, but it is neither read nor indexed. Sizes in bytes. */
  'too-large': { path: string; bytes: number; limit: number };
  /** Text in which no reader finds a headline and a body. */
  'no-article': { path: string };
  /** JSON Lines in an encoding that is not UTF-8 (RFC 8259, 8.1): nothing of it is kept. */
  'json-lines-encoding': { path: string; encoding: string };
  /** A line that is no JSON. Here and below `path` is the file and the line, counted from 1: `news.jsonl:17`. */
  'line-not-json': { path: string; detail: string };
  /** A line of JSON that is no object: a number, a list. */
  'line-not-object': { path: string };
  /** A line without headline and without text. */
  'line-no-text': { path: string };
  /** A line longer than the limit, in bytes. */
  'line-too-long': { path: string; limit: number };
  /** A line with bytes that are not UTF-8. */
  'line-not-utf-8': { path: string };
  /** Stands for so many further failures in one file, which have no lines of their own in the report. */
  'more-failures': { path: string; count: number };
  /** Stands for so many entries of an archive that are no articles by their kind. */
  'other-entries': { path: string; count: number };
  /** Stands for so many further entries without an article. */
  'more-without-article': { path: string; count: number };
  /** A record, an entry or an element of a known format that cannot be read; the others of its file are. */
  'record-broken': { path: string; detail: string };
  /** A file of a known format that cannot be read at all. */
  'file-broken': { path: string; detail: string };
  /** A known format in a variant that is not read. */
  unsupported: { path: string; detail: string };
  /** Encrypted, or locked by a password. */
  encrypted: { path: string };
  /** An archive that would unpack to far more than it holds, or out of its place: nothing of it is unpacked. */
  'archive-unsafe': { path: string; detail: string };
  /** Archives in archives, deeper than is looked into. */
  'nested-too-deep': { path: string; limit: number };
  /** Reading it took longer than is waited for; `seconds` is that limit. The original is kept. */
  'too-slow': { path: string; seconds: number };
  /** An entry of an archive that is no article by its kind: an image, a style sheet. Passed over. */
  'other-media': { path: string; mediaType: string };
  /** Pages without a layer of text: a scan. Kept, but there are no words to find. */
  'no-text-layer': { path: string; pages: number };
  /** A file the operating system leaves in folders (.DS_Store, Thumbs.db, desktop.ini): passed over. */
  'system-file': { path: string };
  /** The folder in which a browser saved the parts of a page: pictures, styles, scripts, frames. Passed over as a whole. */
  'page-parts': { path: string; page: string; files: number };
  /** Pages of text, and pictures of them, that belong to the METS file at `path`. */
  'issue-parts': { path: string; files: number };

  /** No import of this number was made into the library. */
  'import-not-found': { run: number };
  /** The id names nothing in this library. */
  'article-not-found': { id: string };
  /** The id names an item that a page only lists; there is no text and no original. */
  'article-not-archived': { id: string; headline: string };
  /** The library's record names an original whose file is gone or has other bytes. */
  'original-damaged': { sha256: string; path: string };

  /** No collection has this name. */
  'collection-not-found': { name: string };
  /** Another collection has this name. */
  'collection-exists': { name: string };
  /** A name that is empty, too long, or holds control characters. */
  'collection-name': { name: string };
  /** A collection was to be removed without saying what becomes of its articles. */
  'collection-not-empty': { name: string };
  /** A change that can no longer be taken back: it was taken back already, or too many came after it. */
  'undo-gone': { step: number };

  /** A library that was there before is not: moved, renamed, or on a disk that is not connected. */
  'library-missing': { path: string };
  /** The library was made by a newer version of Cuttings. */
  'library-newer': { path: string; version: number; supported: number };
  /** The library cannot be opened; `detail` is the database's own message. */
  'library-broken': { path: string; detail: string };
  /** The folder of the library cannot be created or written. */
  'library-unwritable': { path: string; detail: string };
  /** A new article that lacks what it must have, or whose date cannot be read. */
  'article-incomplete': { missing: 'headline' | 'text' | 'date' };
  /** What was given as a picture is none that can be kept with an article. */
  'not-an-image': Record<string, never>;
  /** A picture of more bytes than are taken. */
  'image-too-large': { bytes: number; limit: number };
  /** A file that a person wanted written could not be; `detail` is the system's code. */
  'not-saved': { path: string; detail: string };
  /** A folder that is not watched, or not to be; `detail` says why. */
  'watch-refused': { path: string; detail: string };
  /** A folder that a backup or an export is not written into; `detail` says why. */
  'backup-refused': { path: string; detail: string };
  /** Another process is importing into this library. */
  'import-running': { path: string };
  /** Another process is writing the search index of this library. */
  'indexing-running': { path: string };
  /** The disk is full; what was committed is safe. */
  'disk-full': { path: string };

  /** A message that does not fit the interface: a bug of the caller, or an attack. */
  'bad-request': { method: string; detail: string };
  /** The archive process stopped while this was under way. Reads were asked again once; writes never are. */
  'archive-stopped': { method: string };
  /** A bug of ours, in words for the report. */
  internal: { detail: string };
}

export type ArchiveErrorCode = keyof ArchiveErrorParameters;

/** A plain cloneable value, so that it crosses process boundaries whole. */
export type ArchiveError = {
  [Code in ArchiveErrorCode]: { readonly code: Code; readonly params: ArchiveErrorParameters[Code] };
}[ArchiveErrorCode];

/** Builds an error; the parameters are checked against the code. */
export function archiveError<Code extends ArchiveErrorCode>(
  code: Code,
  params: ArchiveErrorParameters[Code],
): ArchiveError {
  return { code, params } as ArchiveError;
}

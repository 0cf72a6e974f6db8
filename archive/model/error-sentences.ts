import type { ArchiveError, ArchiveErrorCode, ArchiveErrorParameters } from './errors.ts';

type Sentences = { readonly [Code in ArchiveErrorCode]: (params: ArchiveErrorParameters[Code]) => string };

const number = new Intl.NumberFormat('en-GB');

function megabytes(bytes: number): string {
  return `${number.format(Math.round(bytes / 100_000) / 10)} MB`;
}

const incomplete: Readonly<Record<ArchiveErrorParameters['article-incomplete']['missing'], string>> = {
  headline: 'An article needs a headline.',
  text: 'An article needs a text or a picture.',
  date: 'The date cannot be read. Write 2007, 2007-11, 2007-11-28, or with a time 2007-11-28 11:49 GMT.',
};

const sentences: Sentences = {
  'not-found': ({ path }) => `There is nothing at ${path}. Check the name and whether the disk is connected.`,
  unreadable: ({ path, detail }) =>
    `${path} could not be read (${detail}). Check its permissions and try again.`,
  'dangling-link': ({ path }) =>
    `${path} is a link to something that no longer exists. There is nothing to import.`,
  'link-loop': ({ path }) =>
    `${path} is a link back to a folder that is being imported already. It was not followed.`,
  'not-a-file': ({ path }) => `${path} is neither a file nor a folder. There is nothing to import.`,
  empty: ({ path }) => `${path} is empty.`,
  binary: ({ path }) => `${path} is not text. Cuttings reads articles saved as text so far.`,
  undecodable: ({ path }) =>
    `${path} is text in no encoding that Cuttings knows. Save it as UTF-8 and import it again.`,
  'too-large': ({ path, bytes, limit }) =>
    `${path} has ${megabytes(bytes)} of text; the limit is ${megabytes(limit)}. The original is kept, but it cannot be searched yet.`,
  'no-article': ({ path }) => `No headline and text could be found in ${path}.`,
  'json-lines-encoding': ({ path, encoding }) =>
    `${path} is JSON Lines in ${encoding.toUpperCase()}. Convert it to UTF-8 and import it again.`,
  'line-not-json': ({ path, detail }) => `${path} is no JSON (${detail}).`,
  'line-not-object': ({ path }) => `${path} is JSON, but no object with a headline and a text.`,
  'line-no-text': ({ path }) => `${path} has neither a headline nor a text.`,
  'line-too-long': ({ path, limit }) => `${path} is longer than ${megabytes(limit)} and was passed over.`,
  'line-not-utf-8': ({ path }) => `${path} has bytes that are not UTF-8.`,
  'more-failures': ({ path, count }) =>
    `${number.format(count)} more parts of ${path} could not be read. Only the first failures are listed.`,
  'other-entries': ({ path, count }) =>
    count === 1
      ? `One entry of ${path} is no article by its kind (an image, a style sheet, a script) and was passed over.`
      : `${number.format(count)} entries of ${path} are no articles by their kind (images, style sheets, scripts) and were passed over.`,
  'more-without-article': ({ path, count }) =>
    `${number.format(count)} more entries of ${path} have no headline and text. Only the first are listed.`,
  'record-broken': ({ path, detail }) => `${path} could not be read (${detail}). What follows it was read.`,
  'file-broken': ({ path, detail }) => `${path} is damaged or incomplete (${detail}).`,
  unsupported: ({ path, detail }) => `${path} is of a kind that Cuttings does not read (${detail}).`,
  encrypted: ({ path }) => `${path} is encrypted. Remove the password and import it again.`,
  'archive-unsafe': ({ path, detail }) => `${path} was not unpacked, because it is not safe (${detail}).`,
  'nested-too-deep': ({ path, limit }) =>
    `${path} lies deeper than ${number.format(limit)} archives within each other and was not unpacked.`,
  'other-media': ({ path, mediaType }) => `${path} is no article by its kind (${mediaType}).`,
  'too-slow': ({ path, seconds }) =>
    `${path}: reading it took longer than ${seconds} seconds and was given up; the file itself is kept.`,
  'no-text-layer': ({ path, pages }) =>
    `${path} is a scan: its ${number.format(pages)} ${pages === 1 ? 'page has' : 'pages have'} no text. The original is kept, but it has no words to search.`,
  'watch-refused': ({ path, detail }) => `${path}: ${detail}.`,
  'page-parts': ({ path, page, files }) =>
    `${path} holds the pictures, styles, scripts and frames of ${page} (${number.format(files)} ${files === 1 ? 'file' : 'files'}) and was passed over.`,
  'issue-parts': ({ path, files }) =>
    `${path} is an issue of a newspaper: ${number.format(files)} ${files === 1 ? 'file' : 'files'} of text and pictures beside it ${files === 1 ? 'is a part' : 'are parts'} of it.`,
  'system-file': ({ path }) => `${path} was left there by the operating system and was passed over.`,
  'import-not-found': ({ run }) => `This library has no import number ${String(run)}.`,
  'article-not-found': ({ id }) => `This library has no article ${id}.`,
  'article-not-archived': ({ headline }) =>
    `“${headline}” is only listed on a page; its own text is not in the archive.`,
  'original-damaged': ({ sha256, path }) =>
    `The original at ${path} is missing or no longer has the bytes it was kept with (SHA-256 ${sha256}). Restore that file from a backup.`,
  'collection-not-found': ({ name }) => `There is no collection “${name}” in this library.`,
  'collection-exists': ({ name }) =>
    `There is a collection “${name}” already. Merge the two, or choose another name.`,
  'collection-name': ({ name }) =>
    name.trim() === ''
      ? 'A collection needs a name.'
      : `“${name.slice(0, 60)}” cannot be the name of a collection: it is too long, or holds signs that cannot be shown.`,
  'collection-not-empty': ({ name }) =>
    `“${name}” still has articles. Say which collection they go into, or delete them with it.`,
  'undo-gone': () => 'This cannot be undone any more: it was undone already, or too much came after it.',
  'library-missing': ({ path }) =>
    `There is no library at ${path} any more. It may have been moved or renamed, or its disk is not connected. Nothing was changed, and no new one was made.`,
  'library-newer': ({ path, version, supported }) =>
    `The library at ${path} was made by a newer Cuttings (format ${version}; this one knows up to ${supported}). Nothing was changed. Install the newer version to open it.`,
  'library-broken': ({ path, detail }) =>
    `The library at ${path} cannot be opened (${detail}). Nothing was changed. Restore library.sqlite from a backup, or move the folder away to start a new library; the files under originals are as they came.`,
  'library-unwritable': ({ path, detail }) =>
    `The library at ${path} cannot be created or written (${detail}). Check the permissions of the folder, or name another one.`,
  'article-incomplete': ({ missing }) => incomplete[missing],
  'not-an-image': () =>
    'This is no picture that can be kept with an article. Take a PNG, JPEG, WebP, GIF or TIFF.',
  'image-too-large': ({ bytes, limit }) =>
    `The picture has ${megabytes(bytes)}; the limit is ${megabytes(limit)}. Save it smaller and try again.`,
  'not-saved': ({ path, detail }) =>
    `${path} could not be written (${detail}). Choose another place, or see that there is room and that you may write there.`,
  'backup-refused': ({ path, detail }) =>
    `Nothing was written to ${path}: ${detail}. Name an empty folder, or one with an earlier backup of this library.`,
  'indexing-running': ({ path }) =>
    `The search index of ${path} is being written by another window or command. Try again when it has finished.`,
  'import-running': ({ path }) =>
    `Another import into ${path} is running. Wait until it ends, then try again.`,
  'disk-full': ({ path }) =>
    `The disk that holds ${path} is full. What was imported until now is safe. Free some space and import the rest again.`,
  'bad-request': ({ method, detail }) => `The archive refused a request (${method}: ${detail}).`,
  'archive-stopped': () => `The archive stopped while this was under way. Try again.`,
  internal: ({ detail }) => `Something in Cuttings itself went wrong: ${detail}`,
};

/** The error as English sentences: what happened, where, and what to do. */
export function describeError(error: ArchiveError): string {
  const describe = sentences[error.code] as (params: ArchiveError['params']) => string;
  return describe(error.params);
}

import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { imageEndings, imageKind } from '../model/image-kind.ts';
import type { NewArticle } from '../model/new-article.ts';

/** A file of its own, as it is kept. */
export interface ClippingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A name for people who meet the file later: the headline, as far as every file system takes it. */
function nameOf(headline: string): string {
  const words = headline.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let name = '';
  for (const word of words) {
    if (Buffer.byteLength(`${name}-${word}`) > 80) break;
    name = name === '' ? word : `${name}-${word}`;
  }
  // A name that begins with a day would date the article.
  return /^\p{L}/u.test(name) ? name : `Article-${name}`;
}

/** A pair of front matter; JSON's strings are YAML's. */
function pair(key: string, value: string | null): string {
  return value === null || value === '' ? '' : `${key}: ${JSON.stringify(value)}\n`;
}

/** Paragraphs stand apart in Markdown; where no line is blank, each line is one. */
function paragraphs(text: string): string {
  const plain = text.replace(/\r\n?/gu, '\n').trim();
  return /\n[^\S\n]*\n/u.test(plain) || /^(?:[-*+>]|\d+[.)])\s/mu.test(plain)
    ? plain
    : plain.replaceAll('\n', '\n\n');
}

function markdownOf(article: NewArticle, image: string | null): string {
  const { headline, source, byline, date, language, text } = article;
  const fields = [
    pair('title', headline),
    pair('source', source),
    pair('author', byline),
    pair('date', date),
    pair('language', language),
  ];
  const scan = image === null ? '' : `![Scan of the clipping](${image})\n\n`;
  return `---\n${fields.join('')}---\n\n${scan}${paragraphs(text)}\n`;
}

/** Stored as they are, with a day of no meaning: the same article always makes the same bytes. */
async function zipOf(files: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  const mtime = new Date(1980, 0, 1);
  for (const [name, bytes] of files) {
    zip.addBuffer(Buffer.from(bytes), name, { mtime, compress: false, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/**
 * The original of an article that a person wrote: Markdown with front matter; with a picture, a ZIP that stores both as they
 * are. The Markdown names its picture, whose name is made of its hash, so that another picture makes another article. Null when
 * the picture is none.
 */
export async function clippingFile(article: NewArticle): Promise<ClippingFile | null> {
  const name = nameOf(article.headline);
  const { image } = article;
  if (image === null) return { name: `${name}.md`, bytes: Buffer.from(markdownOf(article, null)) };
  const kind = imageKind(image);
  if (kind === null) return null;
  const hash = createHash('sha256').update(image).digest('hex').slice(0, 16);
  const scan = `scan-${hash}.${imageEndings[kind]}`;
  const text = Buffer.from(markdownOf(article, scan));
  const bytes = await zipOf([
    ['article.md', text],
    [scan, image],
  ]);
  return { name: `${name}.zip`, bytes };
}

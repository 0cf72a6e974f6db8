import type { ByteSpan } from '../../model/article.ts';
import { piecesOf } from '../access/byte-source.ts';
import type { ByteSource } from '../access/byte-source.ts';
import { linesOfPieces } from '../json-lines/record-lines.ts';
import type { PageList } from '../warc/page-list.ts';
import { isoInstant } from '../warc/capture-date.ts';
import { fieldsOf, parseJson, textOf } from './wacz-package.ts';

/** A page as a list of pages gives it (WACZ 1.1.1, 5.2.2). */
export interface ListedPage {
  readonly url: string;
  readonly captured: string | null;
  /** The list, and the line in it. */
  readonly file: string;
  readonly span: ByteSpan;
  readonly hasText: boolean;
}

/** No more pages of an archive are remembered: some hundred megabytes. */
const mostPages = 500_000;
const mostFollowed = 500_000;
const longestLine = 32 * 1024 * 1024;

/** An address by which the forms it is listed and saved in meet: without scheme, `www.`, fragment and last slash. */
function keyOf(url: string): string {
  return url
    .slice(0, 8_192)
    .replace(/#[^]*$/u, '')
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/\/$/u, '');
}

function resolved(url: string, base: string): string | null {
  try {
    return new URL(url, base).href;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The lists of pages of an archive, and which of them were found in it. */
export class WaczPages implements PageList {
  private readonly pages = new Map<string, ListedPage>();
  private readonly found = new Set<string>();
  /** Addresses that pages led to, with those of the pages. */
  private readonly followed = new Map<string, string>();

  get isEmpty(): boolean {
    return this.pages.size === 0;
  }

  /** Reads a list of pages; lines that are no page are passed over: the first one says what the list is. */
  async read(list: ByteSource, file: string): Promise<void> {
    for await (const lines of linesOfPieces(piecesOf(list), longestLine)) {
      for (const { bytes, start, end } of lines) {
        if (bytes === null || this.pages.size >= mostPages) continue;
        const fields = fieldsOf(parseJson(bytes));
        const url = textOf(fields['url']);
        if (url === null) continue;
        const page: ListedPage = {
          url,
          captured: isoInstant(textOf(fields['ts']) ?? ''),
          file,
          span: { start, end },
          hasText: (textOf(fields['text']) ?? '').trim() !== '',
        };
        const key = keyOf(url);
        if (this.pages.get(key)?.hasText !== true) this.pages.set(key, page);
      }
    }
  }

  take(url: string): boolean {
    const key = this.pageKey(url);
    if (key !== null) this.found.add(key);
    return key !== null;
  }

  follow(url: string, to: string): void {
    const key = this.pageKey(url);
    const target = key === null ? null : resolved(to, url);
    if (key === null || target === null || this.followed.size >= mostFollowed) return;
    this.followed.set(keyOf(target), key);
  }

  /** The pages that were not found, as far as the lists hold their text. */
  missing(): readonly ListedPage[] {
    return [...this.pages]
      .filter(([key, { hasText }]) => hasText && !this.found.has(key))
      .map(([, page]) => page);
  }

  private pageKey(url: string): string | null {
    const key = keyOf(url);
    return this.pages.has(key) ? key : (this.followed.get(key) ?? null);
  }
}

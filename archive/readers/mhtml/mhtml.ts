import type { ArticleWarning } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import type { Cancellation } from '../../model/cancellation.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import { htmlPage } from '../html/html-page.ts';
import { readJsonDate } from '../records/record-date.ts';
import { readMime } from '../mime/mime-parts.ts';
import type { MimePart } from '../mime/mime-parts.ts';
import type { Capture, Draft, Reader, SourceFile } from '../reader.ts';
import { archiveStart, looksLikeMhtml } from './claims-mhtml.ts';
import { pagesOf } from './root-part.ts';

/** Frames that are tried where the root has no article: of its own site, for others hold advertisements. */
const frameLimit = 10;

function webAddress(values: readonly (string | undefined)[]): string | null {
  const found = values
    .map((value) => value?.replace(/\s+/gu, ''))
    .find((value) => /^https?:\/\/\S+$/iu.test(value ?? ''));
  return found ?? null;
}

/** The `Date` of the archive, when the page was saved: in UTC, with seconds. It says nothing of publication. */
function savedAt(value: string | undefined): string | null {
  const { date } = readJsonDate(value?.trim() ?? null);
  return date?.value.endsWith('Z') === true ? date.value : null;
}

function hostOf(page: MimePart): string | null {
  return (
    /^https?:\/\/([^/?#]+)/iu.exec(page.headers.get('content-location') ?? '')?.[1]?.toLowerCase() ?? null
  );
}

/** The root, and the frames of its own site. */
function ownPages(whole: MimePart): readonly MimePart[] {
  const [root, ...frames] = pagesOf(whole);
  if (root === undefined) return [];
  return [root, ...frames.filter((frame) => hostOf(frame) === hostOf(root)).slice(0, frameLimit)];
}

function captureOf(whole: MimePart, page: MimePart, outer: Capture | undefined): Capture {
  const { headers } = whole;
  const own = [
    page.headers.get('content-location'),
    headers.get('snapshot-content-location'),
    headers.get('content-location'),
  ];
  return {
    url:
      webAddress([...own, page.headers.get('content-base'), headers.get('content-base')]) ??
      outer?.url ??
      null,
    captured: savedAt(headers.get('date')) ?? outer?.captured ?? null,
    mediaType: 'text/html',
    charset: page.mediaType?.parameters.get('charset') ?? null,
  };
}

/** A page of the archive as the reader of pages gives it. */
async function readPage(
  page: MimePart,
  source: SourceFile,
  whole: MimePart,
  signal: Cancellation | undefined,
): Promise<Result<Draft, ArchiveError> | null> {
  const capture = captureOf(whole, page, source.capture);
  const file: SourceFile = { name: source.name, path: source.path, bytes: page.content(), capture };
  const cut: ArticleWarning[] = page.isWhole ? [] : [{ code: 'cut-off' }];
  for await (const result of htmlPage.read(file, signal)) {
    if (!result.ok) return result;
    const { value } = result;
    return ok({ ...value, mediaType: 'multipart/related', warnings: [...value.warnings, ...cut] });
  }
  return null;
}

/**
 * Web archives in one file (MHTML, RFC 2557), as Chromium, Internet Explorer, Word, Opera and others save pages: the
 * article of the root page, or of a frame where the root has none.
 */
export const mhtml: Reader = {
  name: 'mhtml',
  version: 1,
  limit: 256 * 1024 * 1024,
  claims({ bytes }): boolean {
    return looksLikeMhtml(bytes);
  },
  async *read(source, signal) {
    const whole = readMime(source.bytes.subarray(archiveStart(source.bytes)));
    let failure: ArchiveError = archiveError('no-article', { path: source.path });
    for (const [at, page] of ownPages(whole).entries()) {
      if (signal?.aborted === true) return;
      const result = await readPage(page, source, whole, signal);
      if (result?.ok === true) {
        yield result;
        return;
      }
      if (result !== null && at === 0) failure = result.error;
    }
    yield fail(failure);
  },
};

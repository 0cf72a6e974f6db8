import type { MemberPlace } from '../../model/article.ts';
import { archiveError } from '../../model/errors.ts';
import type { ArchiveError } from '../../model/errors.ts';
import { fail, ok } from '../../model/result.ts';
import type { Result } from '../../model/result.ts';
import type { ByteSource } from '../access/byte-source.ts';
import type { ContainerReader, ContainerVisit, Member } from '../member.ts';
import type { SourceFile } from '../reader.ts';
import { openRecordFile } from './packed-records.ts';
import { readingAhead } from './read-ahead.ts';
import { RecordMembers } from './record-members.ts';
import { arcGrammar, gzipOpening, warcGrammar } from './record-scan.ts';
import type { RecordGrammar } from './record-scan.ts';
import { BrokenBytes, UnsafeBytes } from './web-record.ts';
import { isZstandard, isZstandardDictionary, needsDictionary, zstandardOpening } from './zstd-frame.ts';

type Outcome = Result<Member, ArchiveError>;

/** The first unpacked bytes of a file, in Latin-1. */
function openingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0x1f) return gzipOpening(bytes);
  if (isZstandard(bytes)) return zstandardOpening(bytes);
  return Buffer.from(bytes.subarray(0, 8_192)).toString('latin1');
}

async function needsMore(content: ByteSource): Promise<boolean> {
  return needsDictionary(await content.read(0, 32));
}

function errorOf(error: unknown, path: string): ArchiveError {
  if (error instanceof UnsafeBytes) return archiveError('archive-unsafe', { path, detail: error.message });
  if (error instanceof BrokenBytes) return archiveError('file-broken', { path, detail: error.message });
  throw error;
}

async function membersOf(
  content: ByteSource,
  visit: ContainerVisit,
  grammar: RecordGrammar,
  reader: string,
): Promise<RecordMembers> {
  const file = await openRecordFile(readingAhead(content), grammar);
  return new RecordMembers(content, file, visit, reader);
}

const dictionary = 'Zstandard with a dictionary; unpack it with the zstd command first';

function readerOf(name: string, grammar: RecordGrammar, claimsDictionary: boolean): ContainerReader {
  return {
    name,
    version: 1,
    claims: ({ bytes }: SourceFile) =>
      (claimsDictionary && isZstandardDictionary(bytes)) || grammar.opens(openingOf(bytes)),
    async *members(content: ByteSource, visit: ContainerVisit): AsyncGenerator<Outcome> {
      const { path } = visit;
      if (await needsMore(content)) {
        yield fail(archiveError('unsupported', { path, detail: dictionary }));
        return;
      }
      try {
        yield* (await membersOf(content, visit, grammar, name)).all();
      } catch (error) {
        yield fail(errorOf(error, path));
      }
    },
    async open(
      content: ByteSource,
      place: MemberPlace,
      visit: ContainerVisit,
    ): Promise<Result<ByteSource, ArchiveError>> {
      const path = `${visit.path} › ${place.name}`;
      const missing = archiveError('file-broken', { path, detail: 'there is no such record' });
      if (place.span === null) return fail(missing);
      try {
        const members = await membersOf(content, visit, grammar, name);
        const found = await members.contentAt(place.span, place.name);
        return found === null ? fail(missing) : ok(found);
      } catch (error) {
        return fail(errorOf(error, path));
      }
    },
  };
}

/**
 * Web archives (WARC 0.17 to 1.1, ISO 28500:2017), as they are, packed by gzip or Zstandard record by record, or packed
 * as one. Members are the documents that may be articles, as the server meant them: without transfer and content codings.
 */
export const warc = readerOf('warc', warcGrammar, true);

/** The Internet Archive's ARC files, versions 1 and 2, as they are or packed by gzip. */
export const arc = readerOf('arc', arcGrammar, false);

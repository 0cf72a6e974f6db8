import { integer, json, text, textOrNull } from '../../library/columns.ts';
import type { Database, Row } from '../../library/sqlite.ts';
import { partAddress } from '../../readers/newspapers/mets-href.ts';
import type { ArticleId, MemberPlace, Sha256 } from '../../model/article.ts';

/** What becomes one record: an original, or what a web archive captured. */
export interface ExportUnit {
  readonly original: Sha256;
  /** The way into the original; empty for all of it. */
  readonly members: readonly MemberPlace[];
  readonly targetUri: string;
  readonly date: string;
  readonly mediaType: string;
  readonly sha256: Sha256;
  /** Null when it is known only once it is read. */
  readonly bytes: number | null;
  readonly name: string | null;
  readonly articles: readonly ArticleId[];
}

const rows = `
  SELECT articles.id, articles.original, articles.members, articles.member, articles.captured, articles.payload,
    articles.media_type, originals.name AS original_name, originals.bytes, originals.added
  FROM articles JOIN originals ON originals.sha256 = articles.original
  ORDER BY articles.original, articles.ordinal, articles.id`;

/** To the second, as `WARC-Date` and lists of pages have it. */
function toSecond(date: string): string {
  return `${date.slice(0, 19)}Z`;
}

/** A page of a web archive is found by its address and time; everything else is carried as the file it came in. */
function isCaptured(row: Row): boolean {
  const member = textOrNull(row, 'member');
  return member !== null && /^https?:\/\//iu.test(member) && textOrNull(row, 'captured') !== null;
}

function capturedUnit(row: Row): ExportUnit {
  return {
    original: text(row, 'original') as Sha256,
    members: json<readonly MemberPlace[]>(row, 'members'),
    targetUri: text(row, 'member'),
    date: toSecond(text(row, 'captured')),
    mediaType: text(row, 'media_type'),
    sha256: text(row, 'payload') as Sha256,
    bytes: null,
    name: null,
    articles: [],
  };
}

function originalUnit(row: Row): ExportUnit {
  const sha256 = text(row, 'original') as Sha256;
  const isContainer = row['members'] !== null;
  return {
    original: sha256,
    members: [],
    targetUri: `urn:sha256:${sha256}`,
    date: toSecond(text(row, 'added')),
    mediaType: isContainer ? 'application/octet-stream' : text(row, 'media_type'),
    sha256,
    bytes: integer(row, 'bytes'),
    name: text(row, 'original_name'),
    articles: [],
  };
}

const partRows = `
  SELECT parts.original, parts.name, parts.part, originals.name AS part_name, originals.bytes, originals.added
  FROM parts JOIN originals ON originals.sha256 = parts.part
  WHERE EXISTS (SELECT 1 FROM articles WHERE articles.original = parts.original)
  ORDER BY parts.original, parts.name`;

/** A part stands under the address of what it is a part of, so that an import puts them together again. */
function partUnit(row: Row): ExportUnit {
  const sha256 = text(row, 'part') as Sha256;
  return {
    original: sha256,
    members: [],
    targetUri: partAddress(`urn:sha256:${text(row, 'original')}`, text(row, 'name')),
    date: toSecond(text(row, 'added')),
    mediaType: 'application/octet-stream',
    sha256,
    bytes: integer(row, 'bytes'),
    name: text(row, 'part_name'),
    articles: [],
  };
}

/** Everything that articles were read from, each once, with its articles. */
export function exportUnits(database: Database): readonly ExportUnit[] {
  const units = new Map<string, { readonly unit: ExportUnit; readonly articles: ArticleId[] }>();
  for (const row of database.iterate(rows)) {
    const unit = isCaptured(row) ? capturedUnit(row) : originalUnit(row);
    const key = JSON.stringify([unit.sha256, unit.targetUri, unit.date]);
    const known = units.get(key) ?? { unit, articles: [] };
    known.articles.push(text(row, 'id') as ArticleId);
    units.set(key, known);
  }
  const whole = [...units.values()].map(({ unit, articles }) => ({ ...unit, articles }));
  return [...whole, ...database.all(partRows).map(partUnit)];
}

import type { ArticleWarning, Block } from '../../model/article.ts';
import type { DraftLink } from '../reader.ts';
import { noArticle } from './agency-draft.ts';
import type { AgencyArticle } from './agency-draft.ts';
import { escapedInline, plainInline } from './inline-text.ts';
import type { InlineText } from './inline-text.ts';
import { imageBlock } from './markup-images.ts';
import { tidy } from './markup-text.ts';
import { firstString, isObject, namesOf, objectsOf, textsOf } from './ninjs-values.ts';
import type { NinjsObject, NinjsText } from './ninjs-values.ts';

/** A ninjs object: its article, null when it has no words, and the texts that it holds beside its own. */
export interface NinjsItem {
  readonly article: AgencyArticle | null;
  readonly inner: readonly NinjsObject[];
}

const shown: ReadonlySet<string> = new Set(['picture', 'graphic']);
const played: ReadonlySet<string> = new Set(['video', 'audio']);
const mediaTypes: ReadonlySet<string> = new Set([...shown, ...played]);
const htmlRoles: ReadonlySet<string> = new Set(['xhtml', 'html', 'html5', 'richtext']);
const summaries: ReadonlySet<string> = new Set([
  '',
  'text',
  'summary',
  'abstract',
  'lead',
  'main',
  'xhtml',
  'html',
  'teaser',
  'standfirst',
]);
/** Beside pictures these are who made them, or notes for those who work with them. */
const captionless: ReadonlySet<string> = new Set(['writer', 'creditline', 'keywords']);

const tag = /<\/?[a-z][\w.-]*(?:\s[^<>]{0,2000})?\/?>/iu;

function isHtml({ role, type, value }: NinjsText): boolean {
  if (/html|nitf|xml/u.test(type)) return true;
  if (/plain/u.test(type)) return false;
  return (htmlRoles.has(role) || role === 'nitf') && tag.test(value.slice(0, 20_000));
}

function inlineOf(text: NinjsText): InlineText | null {
  if (/json|base64|^(?:image|audio|video)\//u.test(text.type)) return null;
  // Agencies' own markup in XML has no elements that could be told here.
  if (
    /xml/u.test(text.type) &&
    !/html|nitf/u.test(text.type) &&
    !/<(?:p|nitf|html|body)[\s>]/u.test(text.value)
  )
    return null;
  if (isHtml(text)) return escapedInline(text.value);
  return text.type === '' &&
    tag.test(text.value.slice(0, 20_000)) &&
    /<(?:p|br|div|h\d|ul|ol)[\s/>]/iu.test(text.value)
    ? escapedInline(text.value)
    : plainInline(text.value);
}

/** Of several renditions of the text the one that keeps most of it: NITF and HTML before plain text. */
function bodyOf(object: NinjsObject): {
  readonly text: InlineText | null;
  readonly missing: readonly ArticleWarning[];
} {
  const texts = textsOf(object, 'body', 'bodies');
  let best: InlineText | null = null;
  for (const text of texts) {
    const inline = inlineOf(text);
    if (inline !== null && inline.blocks.length > 0 && (best === null || inline.rank < best.rank))
      best = inline;
  }
  const unread = best === null ? texts.map(({ type, role }) => type || role || 'body') : [];
  return { text: best, missing: unread.map((part) => ({ code: 'part-missing', part })) };
}

function plain(text: NinjsText): string {
  const inline = tag.test(text.value.slice(0, 20_000)) ? escapedInline(text.value) : null;
  if (inline === null) return tidy(text.value);
  return inline.blocks
    .map((block) => ('text' in block ? block.text : ''))
    .join(' ')
    .trim();
}

/** The headline of the role `main` or without one before others. */
function headlineOf(object: NinjsObject): string | null {
  const texts = textsOf(object, 'headline', 'headlines');
  const main =
    texts.find(({ role }) => role === '' || role === 'main') ??
    texts.find(({ role }) => !/sub|short/u.test(role));
  return main === undefined ? null : plain(main);
}

function descriptionsOf(object: NinjsObject): readonly NinjsText[] {
  const all = textsOf(object, 'description', 'descriptions').filter(({ role }) => !captionless.has(role));
  // Plain and marked up they say the same.
  const seen = new Set<string>();
  return all.filter((text) => {
    const words = plain(text).toLowerCase().replace(/\W+/gu, ' ');
    if (words === '' || seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function captionOf(object: NinjsObject): Block | null {
  const [description] = descriptionsOf(object);
  const caption = description === undefined ? headlineOf(object) : plain(description);
  const credit = firstString(
    object,
    'byline',
    'by',
    'creditline',
    'creditLine',
    'copyrightholder',
    'copyrightHolder',
  );
  return caption === null || caption === '' ? null : imageBlock([caption, credit ?? '']);
}

/** The captions of pictures and films that come with a text, but for those the text shows itself. */
function picturesOf(object: NinjsObject, blocks: readonly Block[]): readonly Block[] {
  const known = new Set(
    blocks.flatMap((block) => (block.kind === 'image' ? [block.caption, block.legend] : [])),
  );
  return objectsOf(object['associations']).flatMap((association) => {
    if (!mediaTypes.has(firstString(association, 'type') ?? '')) return [];
    const block = captionOf(association);
    if (block?.kind !== 'image' || known.has(block.caption)) return [];
    known.add(block.caption);
    return [block];
  });
}

function isText(object: NinjsObject): boolean {
  return !mediaTypes.has(firstString(object, 'type') ?? '') && textsOf(object, 'body', 'bodies').length > 0;
}

function linksOf(object: NinjsObject): readonly DraftLink[] {
  return objectsOf(object['associations']).flatMap((association) => {
    const headline = headlineOf(association) ?? firstString(association, 'title');
    if (headline === null || headline === '' || mediaTypes.has(firstString(association, 'type') ?? ''))
      return [];
    const uri = firstString(association, 'uri');
    return [{ headline, url: uri !== null && /^https?:\/\/[^\s/]/iu.test(uri) ? uri : null, heading: null }];
  });
}

/** The people of the roles that write, where there is no line with their names. */
function authorsOf(object: NinjsObject): string | null {
  const bylines = objectsOf(object['bylines']).map((byline) => firstString(byline, 'by', 'name'));
  const creators = [...objectsOf(object['people']), ...objectsOf(object['person'])]
    .filter((person) => /creator|author|writer/iu.test(firstString(person, 'rel') ?? ''))
    .map((person) => firstString(person, 'name'));
  const authors = objectsOf(object['authors']).map((author) => firstString(author, 'name'));
  const names = [bylines, authors, creators]
    .map((list) => list.filter((name) => name !== null))
    .find((list) => list.length > 0);
  return names === undefined ? null : names.join(', ');
}

const sources = ['copyrightholder', 'copyrightHolder', 'source'] as const;

function sourceOf(object: NinjsObject): string | null {
  const holder = firstString(object, ...sources);
  return holder ?? namesOf(object, ['infosources', 'infoSources', 'infosource'])[0] ?? null;
}

const concepts: readonly string[] = [
  ...[
    'subject',
    'subjects',
    'genre',
    'genres',
    'person',
    'people',
    'organisation',
    'organisations',
    'place',
    'places',
  ],
  ...['event', 'events', 'object', 'objects', 'keywords', 'located', 'slugline'],
];

/** Names of all that the object is about, the slug line, and the status when it is no longer to be used. */
function keywordsOf(object: NinjsObject): readonly string[] {
  const status = firstString(object, 'pubstatus', 'pubStatus');
  return [...namesOf(object, concepts), status === null || status === 'usable' ? '' : status];
}

function blocksOf(
  object: NinjsObject,
  text: InlineText | null,
  others: readonly NinjsText[],
): readonly Block[] {
  const type = firstString(object, 'type') ?? '';
  const caption = shown.has(type) ? captionOf(object) : null;
  const own = caption === null ? [] : [caption];
  const rest: readonly Block[] = others.map((other) => ({
    kind: 'paragraph',
    text: plain(other),
    place: null,
  }));
  const known = caption?.kind === 'image' ? caption.caption : null;
  const blocks = [...own, ...(text?.blocks ?? []), ...rest].filter(
    (block) => !(block.kind === 'paragraph' && block.text === known),
  );
  return [...blocks, ...picturesOf(object, blocks)];
}

/** Reads an object of ninjs 1.0 to 3.1 (https://iptc.org/std/ninjs/), and what Superdesk adds to it. */
export function readNinjs(object: NinjsObject): NinjsItem {
  const { text, missing } = bodyOf(object);
  const descriptions = shown.has(firstString(object, 'type') ?? '') ? [] : descriptionsOf(object);
  // Without a body the description is all the text there is.
  const summary = text === null ? undefined : descriptions.find(({ role }) => summaries.has(role));
  const blocks = blocksOf(
    object,
    text,
    descriptions.filter(
      (description) => description !== summary && (text === null || !summaries.has(description.role)),
    ),
  );
  const headlines = [headlineOf(object), firstString(object, 'title'), text?.headline ?? null];
  const inner = objectsOf(object['associations']).filter(isText);
  if (blocks.length === 0 && headlines.every((headline) => headline === null || headline === ''))
    return { article: null, inner };
  const nitf = text?.nitf ?? noArticle;
  const section = objectsOf(object['service']).map((service) => firstString(service, 'name'))[0] ?? null;
  const article: AgencyArticle = {
    headlines,
    standfirst: summary === undefined ? nitf.standfirst : plain(summary),
    blocks,
    dateline: nitf.dateline,
    byline: firstString(object, 'byline', 'by') ?? authorsOf(object) ?? nitf.byline,
    source: sourceOf(object) ?? nitf.source,
    section: section ?? nitf.section,
    languages: [firstString(object, 'language'), text?.language ?? null],
    dates: [
      firstString(object, 'versioncreated', 'versionCreated'),
      firstString(object, 'firstcreated', 'firstCreated'),
      firstString(object, 'contentcreated', 'contentCreated'),
      ...nitf.dates,
    ],
    urls: [firstString(object, 'uri'), ...nitf.urls],
    keywords: [...keywordsOf(object), ...nitf.keywords],
    listed: linksOf(object),
    warnings: missing,
  };
  return { article, inner };
}

/** The address of an object, to name it by. */
export function ninjsName(value: unknown): string | null {
  return isObject(value) ? firstString(value, 'uri', 'guid') : null;
}

import { recordParts } from '../../model/field-map.ts';
import type { RecordPart } from '../../model/field-map.ts';

/** What a field's name says: which part it holds, and how sure that is. */
export interface FieldRole {
  readonly part: RecordPart;
  /** Of several fields for one part, the one with the lowest rank that has a value counts. */
  readonly rank: number;
  /** The name has other meanings too (`name`): alone it makes nothing an article. */
  readonly weak: boolean;
}

/** The names that docs/json-lines.md promises: written exactly so they come before all others, in this order. */
const exact: Readonly<Partial<Record<RecordPart, string>>> = {
  headline: 'headline title',
  body: 'body text content',
  standfirst: 'standfirst description summary',
  date: 'date published',
  source: 'source',
  section: 'section',
  byline: 'byline author',
  url: 'url',
  language: 'lang language',
};

/**
 * Names folded by `foldName`, the likeliest first, of exports and interfaces of news services, data sets, content systems and
 * schema.org; then the words of German, French, the South Slavic languages and Albanian. A name with `?` is a weak one.
 */
const synonyms: Readonly<Record<RecordPart, string>> = {
  headline:
    'headline title webtitle headlines hed titletext headlinetext headlinemain pagetitle titlepage titleplain ' +
    'titel uberschrift schlagzeile titre naslov наслов titulli titull titulo titolo head? heading? header? name?',
  body:
    'body text content articlebody fulltext bodytext maintext article story contentencoded encoded contenthtml ' +
    'contenttext contentplain bodyhtml bodyplain plaintext cleantext rawtext textcontent textplain htmlbody contentelements ' +
    'paragraphs document transcript ctext ' +
    'texte inhalt artikel artikeltext volltext contenu corps tekst текст sadrzaj садржај clanak чланак teksti permbajtja ' +
    'artikulli contenido cuerpo testo',
  standfirst:
    'standfirst description summary subtitle subheadline subhead subheading deck dek abstract lead lede leadparagraph ' +
    'excerpt shortdescription teaser trailtext snippet intro introduction synopsis strapline blurb metadescription ' +
    'shorttext highlights vorspann zusammenfassung untertitel chapo chapeau resume soustitre sazetak сажетак podnaslov поднаслов ' +
    'nentitulli nentitull permbledhje',
  date:
    'date published pubdate publishedat datepublished publicationdate publisheddate publishdate datepublish datetime ' +
    'publishedtime publishtime publishedon dateofpublication dateissued issued issuedate displaydate firstpublished ' +
    'firstpublicationdate firstpublishedat webpublicationdate datepub seendate posted postedat posteddate postedon created ' +
    'createdat datecreated creationdate createddate createdon timestamp datum датум veroffentlicht veroffentlichungsdatum ' +
    'erscheinungsdatum datedepublication dateparution datumi datumobjave objavljeno објављено publikuar dataepublikimit fecha ' +
    'data updated updatedat time day year',
  source:
    'source publisher outlet publication newspaper sitename sourcename publishername publicationname newsagency agency ' +
    'publicationtitle provider paper journal magazine site website sourcetitle medium domain sourcedomain cleanurl quelle zeitung izvor извор ' +
    'burimi gazeta fuente testata',
  section:
    'section category sectionname rubric articlesection categories newsdesk desk department channel topic ressort rubrik ' +
    'rubrique rubrika рубрика kategorie categorie kategorija категорија kategoria seccion sezione',
  byline:
    'byline author authors creator writer reporter journalist authorname authornames writtenby autor autoren verfasser auteur ' +
    'auteurs аутор autori autorja gazetari',
  url: 'url link permalink weburl canonicalurl canonical href sourceurl originalurl pageurl shareurl urltext documenturl lien lidhja veza',
  language:
    'lang language inlanguage languagecode langcode locale sprache langue jezik језик gjuha idioma lingua',
  keywords:
    'keywords tags subjects keyword tag subject topics hashtags schlagworte schlagworter stichworte stichworter motscles ' +
    'kljucnereci кључнеречи kljucnerijeci fjalekyce',
};

/** Words before a name that add nothing: `article_title`, `dc:date`, `post_content`. */
const prefix = /^(?:article|news|post|story|item|doc|dcterms|dc|og|web|schema)(?=\p{L})/u;

const longestName = 100;

/** A name without case, accents and separators: `pub_date`, `PubDate` and `Pub Date` are `pubdate`. */
export function foldName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function table(): ReadonlyMap<string, FieldRole> {
  const roles = new Map<string, FieldRole>();
  for (const part of recordParts) {
    synonyms[part].split(' ').forEach((name, at) => {
      const weak = name.endsWith('?');
      roles.set(foldName(name), { part, rank: 100 + at, weak });
    });
  }
  return roles;
}

const folded = table();
const exactRoles = new Map(
  recordParts.flatMap((part) =>
    (exact[part]?.split(' ') ?? []).map((name, rank): [string, FieldRole] => [
      name,
      { part, rank, weak: false },
    ]),
  ),
);

/** The same few names come with every record. */
const known = new Map<string, FieldRole | null>();
const knownLimit = 5_000;

function look(name: string): FieldRole | null {
  const promised = exactRoles.get(name);
  if (promised !== undefined) return promised;
  // What a database adds itself: `_id`, `_source`.
  if (name.startsWith('_')) return null;
  const plain = foldName(name);
  const role = folded.get(plain) ?? folded.get(plain.replace(prefix, ''));
  if (role === undefined) return null;
  // Of `pub_date` and `pubdate` the one written as expected.
  return folded.has(name) ? role : { ...role, rank: role.rank + 0.5 };
}

/** Which part of an article a field of this name holds; null when it is none that is known. */
export function roleOf(name: string): FieldRole | null {
  if (name.length > longestName) return null;
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const role = look(name);
  if (known.size < knownLimit) known.set(name, role);
  return role;
}

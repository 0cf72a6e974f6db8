import { findDates } from '../../../text/dates.ts';
import { isByline } from '../../byline.ts';
import type { PageLine } from './page-lines.ts';
import { squeeze } from './site-name.ts';
import type { SiteNames } from './site-name.ts';

const lead =
  /^(?:(?:written |reported |posted |words |photos? |story |text |edited |article |published |analysis |review )?by|author(?:s)?|autor(?:i|ka|es|en)?|пише|пишу|аутор(?:и|ка)?|автор(?:ы|и)?|piše|pišu|nga|shkruan|(?:shkruar|përgatiti|raporton) nga|submitted by|von|par|por|di|da|door|av|af|przez|od|текст|text|tekst|testo|texte|texto)(?:\s*:\s*|\s+)/iu;
/** Words that stand where a name should. */
const nobody =
  /^(?:admin|administrator|administrador|webmaster|root|user|username|guest|anonymous|anonim|unknown|none|null|undefined|n\/?a|false|true|default|editor|superuser|site ?admin|wp-?admin|staff|author|redakcija|редакција|super ?admin|web ?editor|test|follow|share|print|email|view all posts|about the author|more by this author)$/iu;
const tail =
  /\s*(?:[|•·–—]|,?\s(?:updated|published|posted|last updated)\b|\s(?:on|at)\s(?=\d|\p{Lu}\p{Ll}{2,8}\s\d)|\d{1,2}:\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?=.*\d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\b|\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).*$/iu;
const joiners = /\s*[;\n]\s*/u;
const links = /\s+(?:and|und|et|y|e|i|и|dhe|og|och|en|with|&)\s+|,\s+(?:and|und|et|dhe)\s+/u;
const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|@\w{2,}/giu;
/** What leads from a name to a date. */
const datePrefix = /\s+\p{Ll}+(?:\s+(?:am|on|at|le|il|el|em|på|me|më))?\s*$/u;
/** Where a correspondent wrote from. */
const place = /\s(?:in|u|у|në)\s\p{Lu}[\p{L}\p{M}\s'’-]{1,40}$/u;
const longest = 120;
const most = 20;

/** `Smith, John` of library catalogues (Dublin Core, Highwire) stays; `Ann Lee, Bob Ray` are two. */
function byCommas(text: string): string[] {
  const parts = text.split(/\s*,\s*/u);
  const names = parts.every((part) => /^\p{L}[\p{L}\p{M}.'’-]*(?:\s[\p{L}\p{M}.'’-]+){1,4}$/u.test(part));
  return names ? parts : [text];
}

const oneName = /^[^\s,()]+(?:\s[^\s,()]+){1,4}(?:,\s.{1,80})?$/u;

/** `Ann Lee and Bob Ray`: only where each side can be a whole name, and not inside parentheses. */
function byLinks(text: string): string[] {
  const parts = text.split(links);
  return parts.length > 1 &&
    parts.every((part) => part.split(/,\s+/u).every((one) => oneName.test(tidyName(one))))
    ? parts
    : [text];
}

function tidyName(name: string): string {
  let plain = name.replace(address, ' ').replace(/\s+/gu, ' ').trim();
  for (let count = 0; count < 2; count += 1) plain = plain.replace(lead, '').trim();
  const date = /\d/u.test(plain) ? findDates(plain)[0] : undefined;
  if (date !== undefined) plain = plain.slice(0, date.start).replace(datePrefix, '');
  return plain
    .replace(tail, '')
    .replace(place, '')
    .replace(/\s*\(\s*\)|\s*\(\s*$/gu, '')
    .replace(/^[\s,;:|/–—-]+|[\s,;:|/–—-]+$/gu, '')
    .trim();
}

function isName(name: string): boolean {
  // A name of small letters without a blank is what somebody logs in by.
  const isLogin = /^[a-z][a-z\d._-]*$/u.test(name);
  return (
    !isLogin &&
    /\p{L}/u.test(name) &&
    name.length <= longest &&
    !nobody.test(name) &&
    name.split(' ').length <= 12 &&
    !/[{}<>=]/u.test(name)
  );
}

/** The names in values that give authors: cut where several stand in one, without `By`, addresses, dates and nobodies. */
export function authorNames(values: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const value of values.slice(0, most)) {
    for (const part of value.slice(0, 1_000).split(joiners)) {
      for (const name of byLinks(part)
        .flatMap((one) => byCommas(tidyName(one)))
        .map(tidyName)) {
        if (isName(name) && !names.has(squeeze(name)) && names.size < most) names.set(squeeze(name), name);
      }
    }
  }
  const all = [...names.entries()];
  // `Hawton` beside `Nick Hawton` is the same man.
  return all
    .filter(
      ([key]) => !all.some(([other]) => other !== key && other.endsWith(key) && other.length > key.length),
    )
    .map(([, name]) => name);
}

/** A line under or over the headline that begins with `By`. */
export function printedAuthor(lines: readonly PageLine[], headline: number): string | null {
  const from = headline === -1 ? 0 : Math.max(0, headline - 4);
  const region = lines[headline]?.region ?? 0;
  const near = lines.slice(from, (headline === -1 ? 0 : headline) + 15);
  const line = near.find(
    (one) =>
      (one.region === 0 || one.region === region) &&
      one.heading !== 1 &&
      one.text.length <= 150 &&
      isByline(one.text),
  );
  return line?.text ?? null;
}

/** The byline of the first of several lists of values that names a person; the publisher itself is none. */
export function chooseByline(sources: readonly (readonly string[])[], names: SiteNames): string | null {
  for (const values of sources) {
    const authors = authorNames(values).filter((name) => !names.isPublisher(name));
    if (authors.length > 0) return authors.join(', ');
  }
  return null;
}

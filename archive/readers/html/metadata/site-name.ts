import { looksLikeSource } from '../../page-banner.ts';

/** Letters and digits only, in lower case, without accents: `The BBC-News` and `theBBCnews` are one. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The host of an address in lower case, without `www.` and its like; null when it is no web address. */
export function hostOf(address: string | null): string | null {
  const host = /^https?:\/\/(?:[^/?#@\s]*@)?([^/?#:\s]{1,253})/iu.exec(address ?? '')?.[1]?.toLowerCase();
  return host === undefined ? null : host.replace(/^(?:www\d?|m|mobile|amp)\./u, '');
}

const secondLevel = /\.(?:co|com|org|net|gov|ac|edu|in)\.[a-z]{2}$/u;

/** The part of a host that names the site: `bbc` of `news.bbc.co.uk`. */
function labelOf(host: string): string {
  const bare = secondLevel.test(host) ? host.replace(secondLevel, '') : host.replace(/\.[a-z\d-]+$/u, '');
  return bare.split('.').at(-1) ?? bare;
}

/** Tells the name of the page's site from other words. */
export class SiteNames {
  private readonly names: readonly string[];
  private readonly label: string | null;
  private readonly host: string | null;

  constructor(names: readonly string[], address: string | null) {
    this.names = names.map(squeeze).filter((name) => name.length > 1);
    this.host = hostOf(address);
    this.label = this.host === null ? null : squeeze(labelOf(this.host));
  }

  /** Whether a part of a title is the site's name: one that it gives itself, or one that its host is made of. */
  isSite(part: string): boolean {
    const words = squeeze(part.replace(/^(?:the|from|on|by)\s/iu, ''));
    const full = squeeze(part);
    if (words.length < 2 || part.length > 80) return false;
    if (
      this.names.some(
        (name) => name === full || name === words || (words.length > 3 && name.startsWith(words)),
      )
    )
      return true;
    if (this.names.some((name) => name.length > 3 && full.startsWith(name) && full.length < name.length + 30))
      return true;
    return this.isHost(part, words, full);
  }

  /** Whether a text is the name exactly, as an author who is the publisher has it. */
  isExactly(text: string): boolean {
    const full = squeeze(text);
    return (
      this.names.some((name) => name === full || `the${name}` === full || name === `the${full}`) ||
      full === this.label
    );
  }

  /** Whether an author is nobody but the publisher: its name, unless that is the name of a person, who keeps a site. */
  isPublisher(author: string): boolean {
    if (!this.isExactly(author)) return false;
    return (
      looksLikeSource(author) ||
      author.trim().split(/\s+/u).length < 2 ||
      !/^\p{Lu}[\p{L}\p{M}.'’-]+(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){1,2}$/u.test(author)
    );
  }

  private isHost(part: string, words: string, full: string): boolean {
    const { host, label } = this;
    if (host === null || label === null) return false;
    if (full === label || words === label || squeeze(host) === full || full === squeeze(`www${host}`))
      return true;
    if (label.length >= 5 && words.length >= 5 && (label.startsWith(words) || words.startsWith(label)))
      return true;
    const initials = part
      .split(/\s+/u)
      .map((word) => word.slice(0, 1))
      .join('')
      .toLowerCase();
    if (label.length >= 3 && (initials === label || initials.endsWith(label)) && /\p{Lu}/u.test(part))
      return true;
    return label.length >= 3 && words.startsWith(label) && looksLikeSource(part);
  }
}

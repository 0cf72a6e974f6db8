import { rssText, textIn } from './feed-constructs.ts';
import type { FeedCaption, FeedText } from './feed-document.ts';
import { wordsOfText } from './feed-markup.ts';
import { allOf, feedChildren } from './feed-names.ts';
import type { FeedChildren } from './feed-names.ts';

const mostCaptions = 200;
/** `media:content` stands in `media:group`, which stands in the entry (Media RSS 1.5.1). */
const deepest = 3;

/** What Media RSS says of an entry's pictures, and of the entry itself. */
export interface FeedMedia {
  readonly captions: readonly FeedCaption[];
  /** Descriptions that stand for the whole: a video service has no other text. */
  readonly descriptions: readonly FeedText[];
  readonly title: FeedText | null;
}

function firstText(children: FeedChildren, ...names: readonly string[]): FeedText | null {
  const [element] = allOf(children, ...names);
  return element === undefined ? null : rssText(element);
}

function creditsIn(children: FeedChildren): string | null {
  const named = allOf(children, 'media:credit')
    .map(textIn)
    .filter((name) => name !== null);
  return named.length === 0 ? null : [...new Set(named)].slice(0, 10).join(', ');
}

function captionOf(children: FeedChildren, credit: string | null): FeedCaption | null {
  const text = firstText(children, 'media:description', 'media:title', 'media:text');
  if (text === null) return null;
  const words = wordsOfText(text);
  return words === '' ? null : { text: words, credit };
}

class MediaCollector {
  readonly captions: FeedCaption[] = [];
  readonly descriptions: FeedText[] = [];
  readonly credits: string[] = [];

  visit(children: FeedChildren, outerCredit: string | null, depth: number): void {
    const credit = creditsIn(children) ?? outerCredit;
    if (credit !== null) this.credits.push(credit);
    const description = firstText(children, 'media:description');
    if (description !== null) this.descriptions.push(description);
    for (const content of allOf(children, 'media:content')) this.content(feedChildren(content), credit);
    if (depth >= deepest) return;
    for (const group of allOf(children, 'media:group')) this.visit(feedChildren(group), credit, depth + 1);
  }

  private content(children: FeedChildren, outerCredit: string | null): void {
    const own = creditsIn(children);
    if (own !== null) this.credits.push(own);
    const caption = captionOf(children, own ?? outerCredit);
    if (caption !== null) this.captions.push(caption);
  }

  /** Each caption once: a picture is listed in several sizes. A credit that no caption has stands for itself. */
  finish(): readonly FeedCaption[] {
    const distinct = new Map(this.captions.map((caption) => [caption.text, caption]));
    const [credit] = this.credits;
    if (distinct.size === 0 && credit !== undefined) return [{ text: credit, credit: null }];
    return [...distinct.values()].slice(0, mostCaptions);
  }
}

/** Reads Media RSS (https://www.rssboard.org/media-rss) in an entry. */
export function mediaIn(children: FeedChildren): FeedMedia {
  const collector = new MediaCollector();
  collector.visit(children, null, 0);
  const groups = allOf(children, 'media:group').map(feedChildren);
  const title =
    firstText(children, 'media:title') ?? groups.map((group) => firstText(group, 'media:title'))[0] ?? null;
  return {
    captions: collector.finish(),
    descriptions: collector.descriptions,
    title,
  };
}

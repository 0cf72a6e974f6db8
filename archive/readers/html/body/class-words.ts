import { attribute } from '../page/page-tree.ts';
import type { PageElement } from '../page/page-tree.ts';

/** The words in the classes and the id of an element: `relatedLinks story-body` gives `related`, `links`, `story`, `body`. */
export function classWords(element: PageElement): readonly string[] {
  const known = knownWords.get(element);
  if (known !== undefined) return known;
  const words = readClassWords(element);
  knownWords.set(element, words);
  return words;
}

const knownWords = new WeakMap<PageElement, readonly string[]>();

function readClassWords(element: PageElement): readonly string[] {
  const id = wordsOf(attribute(element, 'id'));
  // A longer one is made of a title: `sharing-with-many-readers`.
  return [...wordsOf(attribute(element, 'class')), ...(id.length > longestId ? [] : id)];
}

const longestId = 3;

function wordsOf(written: string): readonly string[] {
  if (written === '') return [];
  return written
    .slice(0, 1_000)
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((word) => word !== '');
}

/** Words of classes that name what is not the article's own text. */
export const furnitureWords: ReadonlySet<string> = new Set([
  ...['share', 'shares', 'sharing', 'sharebar', 'sharetools', 'social', 'socials', 'addthis', 'sharethis'],
  ...[
    'newsletter',
    'newsletters',
    'subscribe',
    'subscription',
    'subscriptions',
    'signup',
    'signin',
    'login',
    'register',
  ],
  ...[
    'related',
    'relateds',
    'relatedlinks',
    'relatedstories',
    'recommended',
    'recommendation',
    'recommendations',
  ],
  ...[
    'recirc',
    'recirculation',
    'readmore',
    'morelinks',
    'seealso',
    'promo',
    'promos',
    'promotion',
    'promoted',
  ],
  ...[
    'advert',
    'adverts',
    'advertisement',
    'advertising',
    'advertise',
    'ad',
    'ads',
    'adslot',
    'adbox',
    'adunit',
    'dfp',
  ],
  ...['sponsor', 'sponsored', 'outbrain', 'taboola', 'affiliate', 'commercial'],
  ...['comments', 'comment', 'commentlist', 'disqus', 'respond', 'reactions', 'livefyre'],
  ...['cookie', 'cookies', 'consent', 'gdpr', 'paywall', 'breadcrumb', 'breadcrumbs', 'crumbs'],
  ...['nav', 'navbar', 'navigation', 'subnav', 'menu', 'menus', 'footer', 'sidebar', 'widget', 'widgets'],
  ...['popup', 'modal', 'overlay', 'toolbar', 'toolbox', 'tools', 'tags', 'taglist', 'tagcloud'],
  ...[
    'byline',
    'bylines',
    'timestamp',
    'pubdate',
    'trending',
    'popular',
    'mostread',
    'mostpopular',
    'pagination',
  ],
  ...[
    'pager',
    'prevnext',
    'rating',
    'ratings',
    'poll',
    'bio',
    'copyright',
    'masthead',
    'rollover',
    'tooltip',
  ],
  ...[
    'carousel',
    'skip',
    'syndication',
    'credits',
    'jump',
    'ticker',
    'weather',
    'outbound',
    'print',
    'printer',
    'vjs',
    'jwplayer',
  ],
  ...['author', 'authors', 'contributor', 'contributors', 'storylinks', 'morestories'],
]);

/** Pairs of words of which only both together name furniture. */
export const furniturePairs: ReadonlySet<string> = new Set([
  ...[
    'read more',
    'more from',
    'more stories',
    'more news',
    'more on',
    'see also',
    'most read',
    'most viewed',
  ],
  ...['most popular', 'about author', 'author bio', 'author box', 'author info', 'author card', 'post meta'],
  ...[
    'entry meta',
    'article meta',
    'story meta',
    'meta data',
    'up next',
    'next article',
    'next post',
    'prev post',
  ],
  ...[
    'previous post',
    'post nav',
    'follow us',
    'back top',
    'list related',
    'entry footer',
    'post footer',
    'author block',
  ],
]);

/** Words of classes for the lines under pictures. */
export const captionWords: ReadonlySet<string> = new Set([
  ...[
    'caption',
    'captions',
    'imagecaption',
    'figcaption',
    'credit',
    'photocredit',
    'legend',
    'cutline',
    'leyenda',
  ],
]);

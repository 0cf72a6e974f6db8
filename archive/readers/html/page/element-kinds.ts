/** Elements that have no content. */
export const voids: ReadonlySet<string> = new Set([
  ...['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'command', 'embed', 'frame', 'hr', 'img', 'input'],
  ...['keygen', 'link', 'meta', 'param', 'source', 'spacer', 'track', 'wbr'],
]);

/** Elements that end an open paragraph where they begin (HTML, 13.2.6.4.7). */
export const paragraphEnders: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'center',
    'details',
    'dialog',
    'dir',
    'div',
    'dl',
    'dd',
    'dt',
  ],
  ...[
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hgroup',
  ],
  ...[
    'hr',
    'li',
    'listing',
    'main',
    'menu',
    'nav',
    'ol',
    'p',
    'plaintext',
    'pre',
    'search',
    'section',
    'summary',
  ],
  ...['table', 'ul', 'xmp'],
]);

/** Elements that a browser sets apart from the text around them. */
export const blocks: ReadonlySet<string> = new Set([
  ...paragraphEnders,
  ...['body', 'caption', 'html', 'optgroup', 'option', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'legend'],
  ...['amp-img', 'noscript', 'template', 'video', 'audio', 'picture', 'iframe', 'object', 'form', 'select'],
]);

/** Elements that only dress text: those that an end tag may close out of order. */
export const formatting: ReadonlySet<string> = new Set([
  ...[
    'a',
    'b',
    'big',
    'code',
    'em',
    'font',
    'i',
    'nobr',
    's',
    'small',
    'strike',
    'strong',
    'tt',
    'u',
    'span',
  ],
]);

/** Elements whose inside no tag from outside reaches into. */
export const fences: ReadonlySet<string> = new Set([
  ...['table', 'td', 'th', 'caption', 'html', 'body', 'head', 'template', 'object', 'marquee', 'applet'],
]);

export const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Elements of a document's head. */
export const headOnly: ReadonlySet<string> = new Set([
  'base',
  'link',
  'meta',
  'title',
  'style',
  'script',
  'noscript',
]);

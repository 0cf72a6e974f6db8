import type { Block } from '../../model/article.ts';
import { childOf, childrenOf, descendantsOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { attributeOf, lineOf } from './markup-text.ts';

const fileName = /^\S+\.(?:jpe?g|png|gif|tiff?|webp|mp4|eps)$/iu;

/** What a picture shows and the lines under it, each once; null when there is not a word. */
export function imageBlock(lines: readonly string[]): Block | null {
  const distinct = lines.filter((line, at) => line !== '' && lines.indexOf(line) === at);
  const [caption, ...legend] = distinct;
  if (caption === undefined) return null;
  return { kind: 'image', caption, legend: legend.length === 0 ? null : legend.join(' '), place: null };
}

/**
 * `media` of NITF: its captions, and who made it as the line below. What stands in place of the picture
 * (`alternate-text`) comes first when it says something else. A maker alone is no picture to show.
 */
export function mediaOf(media: XmlElement): Block | null {
  const alternative = childrenOf(media, 'media-reference')
    .map((reference) => attributeOf(reference, 'alternate-text'))
    .find((text) => text !== '' && !fileName.test(text));
  const captions = childrenOf(media, 'media-caption').map(lineOf);
  const shown = [alternative ?? '', ...captions];
  if (shown.every((line) => line === '')) return null;
  return imageBlock([...shown, ...childrenOf(media, 'media-producer').map(lineOf)]);
}

/** `figure` of HTML: the alternative text, and the caption as the line below. */
export function imageOf(figure: XmlElement): Block | null {
  const images = [...descendantsOf(figure, 'img')].map((image) => attributeOf(image, 'alt'));
  return imageBlock([...images, lineOf(childOf(figure, 'figcaption'))]);
}

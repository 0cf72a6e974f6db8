import { attribute, elementsIn } from '../page/page-tree.ts';
import type { PageElement } from '../page/page-tree.ts';

const spacer =
  /(?:spacer|blank|pixel|clear|dot|shim|transparent|quote|bullet|arrow|icon|\/o)\w*\.(?:gif|png)/iu;

/** Whether an image is there to be looked at, by its size and name. */
export function isPicture(image: PageElement): boolean {
  const size = Math.max(Number(attribute(image, 'width')) || 0, Number(attribute(image, 'height')) || 0);
  return (size === 0 || size > 60) && !spacer.test(attribute(image, 'src'));
}

/** Whether an image draws the marks of a quotation. */
export function isQuoteMark(image: PageElement): boolean {
  return /quot/iu.test(`${attribute(image, 'src')} ${attribute(image, 'alt')}`);
}

/** Whether an element has such an image in it. */
export function holdsImage(box: PageElement, fits: (image: PageElement) => boolean): boolean {
  for (const element of elementsIn(box)) if (element.name === 'img' && fits(element)) return true;
  return false;
}

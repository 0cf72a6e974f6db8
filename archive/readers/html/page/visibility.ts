import { attribute } from './page-tree.ts';
import type { PageElement } from './page-tree.ts';

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;
const forScreenReaders =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screen-reader|offscreen|off-screen|hidden-text|u-hidden|is-hidden)(?:$|\s)/iu;

/** Whether an element says itself that it is not shown; style sheets are not read. */
export function isHidden(element: PageElement): boolean {
  const { attributes } = element;
  if (attributes.size === 0) return false;
  if (attributes.has('hidden') && attribute(element, 'hidden') !== 'until-found') return true;
  if (hiddenStyle.test(attribute(element, 'style'))) return true;
  if (attribute(element, 'aria-hidden') === 'true' && !attribute(element, 'class').includes('fallback-image'))
    return true;
  return forScreenReaders.test(attribute(element, 'class'));
}

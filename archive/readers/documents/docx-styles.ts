import { childOf, childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { kindOfStyle } from './paragraph-parts.ts';
import type { ParagraphKind } from './paragraph-parts.ts';

/** An attribute whatever its prefix: `w:val`, `val`. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
  if (element === null) return null;
  for (const [key, value] of Object.entries(element.attributes)) {
    if (key === name || key.endsWith(`:${name}`)) return value;
  }
  return null;
}

/** Whether an on-off property is on (ISO/IEC 29500-1, 17.17.4): it is when nothing else is said. */
export function isOn(property: XmlElement | null): boolean {
  return property !== null && !/^(?:0|false|off|none)$/iu.test(attributeOf(property, 'val') ?? 'on');
}

interface WordStyle {
  readonly name: string;
  readonly basedOn: string | null;
  readonly outline: number | null;
  readonly isListed: boolean;
  readonly isBold: boolean;
}

/** The paragraph styles of a Word document. */
export interface WordStyles {
  kindOf(id: string | null): ParagraphKind | null;
  isBold(id: string | null): boolean;
}

/** The outline level of paragraph properties: 0 to 8 for headings, null for text. */
export function outlineOf(properties: XmlElement | null): number | null {
  const level = properties === null ? null : childOf(properties, 'outlineLvl');
  const value = Number(attributeOf(level, 'val') ?? 9);
  return value >= 0 && value < 9 ? value : null;
}

/** Whether paragraph properties make an item of a list. */
export function isListed(properties: XmlElement | null): boolean {
  const numbering = properties === null ? null : childOf(properties, 'numPr');
  const id = numbering === null ? null : childOf(numbering, 'numId');
  return numbering !== null && (id === null || attributeOf(id, 'val') !== '0');
}

/** Styles are based on one another; a circle ends here. */
const deepest = 12;

/** Reads `word/styles.xml` (17.7). */
export function readWordStyles(root: XmlElement | null): WordStyles {
  const styles = new Map<string, WordStyle>();
  for (const style of root === null ? [] : childrenOf(root, 'style')) {
    const properties = childOf(style, 'pPr');
    const runs = childOf(style, 'rPr');
    styles.set(attributeOf(style, 'styleId') ?? '', {
      name: attributeOf(childOf(style, 'name'), 'val') ?? '',
      basedOn: attributeOf(childOf(style, 'basedOn'), 'val'),
      outline: outlineOf(properties),
      isListed: isListed(properties),
      isBold: runs !== null && isOn(childOf(runs, 'b')),
    });
  }
  function* chain(id: string | null): Generator<WordStyle> {
    let at = id;
    for (let depth = 0; at !== null && depth < deepest; depth += 1) {
      const style = styles.get(at);
      if (style === undefined) return;
      yield style;
      at = style.basedOn;
    }
  }
  const kindOf = (id: string | null): ParagraphKind | null => {
    for (const style of chain(id)) {
      const kind = kindOfStyle(style.name);
      if (kind !== null) return kind;
      if (style.outline !== null) return 'heading';
      if (style.isListed) return 'item';
    }
    // A file without its table of styles still names them.
    return id === null ? null : kindOfStyle(id);
  };
  return { kindOf, isBold: (id) => [...chain(id)].some((style) => style.isBold) };
}

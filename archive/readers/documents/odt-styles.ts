import { childOf, childrenOf } from '../xml/xml-tree.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { attributeOf } from './docx-styles.ts';
import { kindOfStyle } from './paragraph-parts.ts';
import type { ParagraphKind } from './paragraph-parts.ts';

interface OpenStyle {
  readonly parent: string | null;
  readonly isHeading: boolean;
  /** Null when it says nothing. */
  readonly isBold: boolean | null;
}

/** The styles of an OpenDocument text. */
export interface OpenStyles {
  kindOf(name: string | null): ParagraphKind | null;
  isBold(name: string | null): boolean | null;
}

const deepest = 12;

function* stylesIn(root: XmlElement | null): Generator<XmlElement> {
  if (root === null) return;
  for (const group of ['styles', 'automatic-styles']) {
    for (const styles of childrenOf(root, group)) yield* childrenOf(styles, 'style');
  }
}

function boldOf(style: XmlElement): boolean | null {
  const properties = childOf(style, 'text-properties') ?? childOf(style, 'properties');
  const weight = attributeOf(properties, 'font-weight');
  return weight === null ? null : weight === 'bold' || Number(weight) >= 600;
}

/** Reads the styles of `content.xml` and `styles.xml` (OpenDocument 1.3, part 3, 16.2), automatic ones too. */
export function readOpenStyles(roots: readonly (XmlElement | null)[]): OpenStyles {
  const styles = new Map<string, OpenStyle>();
  for (const root of roots) {
    for (const style of stylesIn(root)) {
      styles.set(attributeOf(style, 'name') ?? '', {
        parent: attributeOf(style, 'parent-style-name'),
        isHeading: /^[1-9]/u.test(attributeOf(style, 'default-outline-level') ?? ''),
        isBold: boldOf(style),
      });
    }
  }
  function* chain(
    name: string | null,
  ): Generator<{ readonly name: string; readonly style: OpenStyle | undefined }> {
    let at = name;
    for (let depth = 0; at !== null && depth < deepest; depth += 1) {
      const style = styles.get(at);
      yield { name: at, style };
      at = style?.parent ?? null;
    }
  }
  return {
    kindOf: (name) => {
      for (const link of chain(name)) {
        const kind = kindOfStyle(link.name);
        if (kind !== null) return kind;
        if (link.style?.isHeading === true) return 'heading';
      }
      return null;
    },
    isBold: (name) => {
      for (const { style } of chain(name))
        if (style !== undefined && style.isBold !== null) return style.isBold;
      return null;
    },
  };
}

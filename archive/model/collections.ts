/** The longest name of a collection, in UTF-16 code units. */
export const longestCollectionName = 200;

/** What was done to collections. */
export interface CollectionChange {
  readonly kind: 'created' | 'renamed' | 'merged' | 'moved' | 'removed';
  /** The collections that were renamed, merged or removed, or that articles were taken from. */
  readonly from: readonly string[];
  /** Its name afterwards: the one made, the new name, or where the articles are now; null for one removed empty. */
  readonly into: string | null;
  /** Articles that are in another collection now, or in one of another name. */
  readonly articles: number;
  /** The number by which it can be taken back, or null when nothing had to be changed. */
  readonly undo: number | null;
}

/** What was taken back. */
export interface CollectionUndone {
  readonly change: Omit<CollectionChange, 'undo'>;
  /** Articles that are where they were; one that was moved or deleted since then is left as it is. */
  readonly articles: number;
}

/**
 * A collection's name as it is kept: composed (NFC), blanks at its ends cut and those within it made one. Null when
 * nothing is left, it is too long, or it holds control characters.
 */
export function readCollectionName(typed: string): string | null {
  const name = typed.normalize('NFC').trim().replace(/\s+/gu, ' ');
  const usable = name !== '' && name.length <= longestCollectionName && !/\p{Cc}/u.test(name);
  return usable ? name : null;
}

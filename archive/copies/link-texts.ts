import type { CopyTables } from './copy-tables.ts';
import type { FeatureLists, FeatureTable } from './feature-table.ts';
import { GroupLinks } from './group-links.ts';
import { guessedLikeness, isCopy, isVersion, likenessOf, mayBeCopy } from './likeness.ts';
import type { PrintSource } from './print-source.ts';
import { featuresOf } from './text-sketch.ts';
import type { TextSketch } from './text-sketch.ts';

/** What decides which texts are compared. */
export interface LinkLimits {
  /** A text that has so many features of another is compared with it. */
  readonly sharedFeatures: number;
  /** A feature of more texts than this is a phrase that a publisher prints under everything, and says nothing. */
  readonly textsOfFeature: number;
  /** An address of more texts than this is that of a whole paper. */
  readonly textsAtAddress: number;
}

export const linkLimits: LinkLimits = { sharedFeatures: 4, textsOfFeature: 1_000, textsAtAddress: 100 };

/** What changed in one transaction. */
export interface TextChanges {
  /** Texts whose links are not known: new ones, those at a new address, those whose group was taken apart. */
  readonly unlinked: ReadonlySet<number>;
  /** The sketches of those that are new, by their numbers, which begin with `firstNew`. */
  readonly newTexts: ReadonlyMap<number, Sketch>;
  readonly firstNew: number;
  /** By feature: how many texts that had it are gone. */
  readonly lostFeatures: ReadonlyMap<number, number>;
  /** By address: how many texts are there now and were not, less those that were. */
  readonly addresses: ReadonlyMap<number, number>;
}

export interface LinkTools {
  readonly tables: CopyTables;
  readonly features: FeatureTable;
  readonly prints: PrintSource;
  readonly limits: LinkLimits;
}

type Sketch = Pick<TextSketch, 'words' | 'smallest'>;

/**
 * Finds what the changed texts are copies of, and makes groups. A link is a pair of texts that have features or an address
 * in common and are found alike when they are compared as a whole; a group is what links hold together. Both depend only on
 * the texts and addresses that are there, never on the order in which they came: a feature or an address that becomes too
 * common, or is so no longer, has the groups that it may have made taken apart and linked anew.
 */
class TextLinks {
  private readonly tools: LinkTools;
  private readonly changes: TextChanges;
  private readonly unlinked: Set<number>;
  /** The sketches of texts that are linked anew, and of those that they are compared with. */
  private readonly sketches: Map<number, Sketch>;
  /** How many features each text has in common with the one that is looked at, by its number; zeros between. */
  private readonly shared: Uint8Array;
  private readonly addressLists = new Map<number, readonly number[]>();
  private readonly hasAddresses: boolean;
  private lists: FeatureLists = new Map();
  /** The lists of features that the changes did not touch. */
  private otherLists: FeatureLists = new Map();

  constructor(tools: LinkTools, changes: TextChanges) {
    this.tools = tools;
    this.changes = changes;
    this.unlinked = new Set(changes.unlinked);
    this.sketches = new Map(changes.newTexts);
    this.shared = new Uint8Array(changes.firstNew + changes.newTexts.size);
    this.hasAddresses = tools.tables.hasAddresses();
  }

  /** Takes apart or marks what a feature or an address that crossed its bound may have linked. */
  settle(): void {
    const { features, tables, limits } = this.tools;
    const { newTexts, firstNew, lostFeatures } = this.changes;
    const changed = [...lostFeatures.keys()];
    for (const { smallest } of newTexts.values()) for (const one of featuresOf(smallest)) changed.push(one);
    this.lists = features.lists(Uint32Array.from(changed));
    for (const [feature, texts] of this.lists) {
      // Texts stand in the order of their numbers: the new ones at the end.
      let come = 0;
      while (come < texts.length && texts[texts.length - 1 - come]! >= firstNew) come += 1;
      this.crossed(texts, come - (lostFeatures.get(feature) ?? 0), limits.textsOfFeature);
    }
    for (const [address, change] of this.changes.addresses) {
      this.crossed(tables.textsAt(address), change, limits.textsAtAddress);
    }
  }

  link(): void {
    this.gather();
    const groups = new GroupLinks(this.tools.tables, this.changes.firstNew);
    for (const text of this.unlinked) this.linkText(text, groups);
    groups.finish();
  }

  private crossed(texts: ArrayLike<number>, change: number, bound: number): void {
    const { tables } = this.tools;
    const isCommon = texts.length > bound;
    const wasCommon = texts.length - change > bound;
    if (isCommon === wasCommon) return;
    for (const text of Array.from(texts)) {
      const members = wasCommon ? [text] : tables.dissolve(tables.groupOf(text));
      for (const member of members) this.unlinked.add(member);
    }
  }

  /** Reads who else has the features of what is to be linked. A short text has none: it is only ever the same as another. */
  private gather(): void {
    const { features } = this.tools;
    const wanted: number[] = [];
    for (const text of this.unlinked) {
      if (this.changes.newTexts.has(text)) continue;
      for (const feature of featuresOf(this.sketch(text).smallest)) wanted.push(feature);
    }
    this.otherLists = features.lists(Uint32Array.from(wanted));
  }

  private linkText(text: number, groups: GroupLinks): void {
    if (this.sketch(text).smallest.length === 0) return;
    const near = this.near(text);
    const here = this.atOneAddress(text);
    for (const other of new Set([...near, ...here])) {
      if (groups.of(text) === groups.of(other)) continue;
      if (this.isLink(text, other, here.has(other))) groups.join(text, other);
    }
  }

  /** The texts that have enough of these features, the likeliest first: those of one group need not be compared. */
  private near(text: number): readonly number[] {
    const { sharedFeatures, textsOfFeature } = this.tools.limits;
    const { shared } = this;
    const met: number[] = [];
    for (const feature of featuresOf(this.sketch(text).smallest)) {
      const list = this.lists.get(feature) ?? this.otherLists.get(feature);
      if (list === undefined || list.length > textsOfFeature) continue;
      for (const other of list) {
        if (shared[other] === 0) met.push(other);
        shared[other]! += 1;
      }
    }
    const near = met.filter((other) => other !== text && shared[other]! >= sharedFeatures);
    near.sort((a, b) => shared[b]! - shared[a]! || a - b);
    for (const other of met) shared[other] = 0;
    return near;
  }

  /** The other texts, short ones left out, at the addresses of a text. */
  private atOneAddress(text: number): ReadonlySet<number> {
    const { tables } = this.tools;
    const found = new Set<number>();
    if (!this.hasAddresses) return found;
    for (const address of tables.addressesOf(text)) {
      for (const other of this.textsAt(address)) if (other !== text) found.add(other);
    }
    return found;
  }

  private textsAt(address: number): readonly number[] {
    const { tables, limits } = this.tools;
    let texts = this.addressLists.get(address);
    if (texts === undefined) {
      const all = tables.textsAt(address);
      const isCommon = all.length > limits.textsAtAddress;
      texts = isCommon || all.length < 2 ? [] : all.filter((one) => this.sketch(one).smallest.length > 0);
      this.addressLists.set(address, texts);
    }
    return texts;
  }

  private sketch(text: number): Sketch {
    let sketch = this.sketches.get(text);
    if (sketch === undefined) {
      sketch = this.tools.tables.sketchOf(text);
      this.sketches.set(text, sketch);
    }
    return sketch;
  }

  private isLink(a: number, b: number, oneAddress: boolean): boolean {
    const { prints } = this.tools;
    if (!oneAddress && !mayBeCopy(guessedLikeness(this.sketch(a), this.sketch(b)))) return false;
    const [left, right] = [prints.print(a), prints.print(b)];
    if (left === null || right === null) return false;
    const likeness = likenessOf(left, right);
    return isCopy(left, right, likeness) || (oneAddress && isVersion(likeness));
  }
}

/** Links the changed texts, inside the transaction that changed them. Throws what SQLite throws. */
export function linkTexts(tools: LinkTools, changes: TextChanges): void {
  const links = new TextLinks(tools, changes);
  links.settle();
  links.link();
}

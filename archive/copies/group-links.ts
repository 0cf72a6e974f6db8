import type { CopyTables } from './copy-tables.ts';

/** The groups of texts while links are made: what was joined is written at the end, at one go (union and find). */
export class GroupLinks {
  private readonly tables: CopyTables;
  private readonly firstNew: number;
  /** The group of each text that was asked for, as the table had it. */
  private readonly labels = new Map<number, number>();
  private readonly parents = new Map<number, number>();

  /** Texts from `firstNew` on are new, and so in no group yet. */
  constructor(tables: CopyTables, firstNew: number) {
    this.tables = tables;
    this.firstNew = firstNew;
  }

  /** The group that a text belongs to now: the lowest number in it. */
  of(text: number): number {
    let label = this.labels.get(text);
    if (label === undefined) {
      label = text >= this.firstNew ? text : this.tables.groupOf(text);
      this.labels.set(text, label);
    }
    return this.root(label);
  }

  /** Makes one group of those of two texts. */
  join(a: number, b: number): void {
    const [left, right] = [this.of(a), this.of(b)];
    if (left !== right) this.parents.set(Math.max(left, right), Math.min(left, right));
  }

  /** Writes what was joined. */
  finish(): void {
    for (const label of [...this.parents.keys()].sort((a, b) => b - a)) {
      this.tables.join(label, this.root(label));
    }
    this.parents.clear();
    this.labels.clear();
  }

  private root(label: number): number {
    let root = label;
    for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) root = next;
    for (let at = label; at !== root;) {
      const next = this.parents.get(at)!;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }
}

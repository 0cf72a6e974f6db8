interface Form {
  readonly dictionary: string;
  /** The names of what its commands print: `/X Do`. */
  readonly names: readonly string[];
}

const mostNames = 200;
const deepest = 100;
/** So many objects with resources of several forms are looked for; each takes a walk through the file. */
const mostShared = 100;
const sharedResources = /\/(?:Resources|XObject)\s+(\d{1,9})\s+\d{1,5}\s+R/gu;
const call = /\/([^\s/<>[\](){}%]{1,100})\s+Do\b/gu;

/**
 * Which forms of a PDF print which (ISO 32000-1, 8.10). One that prints itself would be followed without end: pdf.js goes
 * down until its stack is full, and cannot be interrupted meanwhile.
 */
export class FormCalls {
  private readonly forms = new Map<number, Form>();
  private readonly shared = new Map<string, string>();

  /** A form by the number of its object; `data` are its commands. */
  add(number: number, dictionary: string, data: Buffer): void {
    if (!data.includes(' Do') && !data.includes('\nDo')) return;
    const names = new Set<string>();
    for (const [, name = ''] of data.toString('latin1').matchAll(call)) {
      names.add(name);
      if (names.size === mostNames) break;
    }
    this.forms.set(number, { dictionary, names: [...names] });
  }

  /** Whether a form leads back to itself. `file` is where resources of several forms stand. */
  haveCircle(file: Buffer): boolean {
    const done = new Set<number>();
    const open = new Set<number>();
    const visit = (number: number): boolean => {
      const form = this.forms.get(number);
      if (form === undefined || done.has(number)) return false;
      // Nobody puts so many into each other; and each level costs pdf.js more than the one before.
      if (open.has(number) || open.size > deepest) return true;
      open.add(number);
      const isCircle = this.calledBy(form, file).some(visit);
      open.delete(number);
      done.add(number);
      return isCircle;
    };
    return [...this.forms.keys()].some(visit);
  }

  /** The numbers of the objects that a form prints, as far as they can be told without reading the file's tables. */
  private calledBy({ dictionary, names }: Form, file: Buffer): readonly number[] {
    let where = dictionary;
    for (const [, number = ''] of dictionary.matchAll(sharedResources)) where += this.resources(number, file);
    return names.flatMap((name) => {
      const at = where.indexOf(`/${name} `);
      const number =
        at === -1 ? null : /^\s+(\d{1,9})\s+\d{1,5}\s+R/u.exec(where.slice(at + name.length + 1));
      return number === null ? [] : [Number(number[1])];
    });
  }

  private resources(number: string, file: Buffer): string {
    const known = this.shared.get(number);
    if (known !== undefined) return known;
    const text = this.shared.size < mostShared ? objectIn(file, number) : '';
    this.shared.set(number, text);
    return text;
  }
}

/** The beginning of an object's text. */
function objectIn(file: Buffer, number: string): string {
  const at = file.indexOf(`\n${number} 0 obj`, 0, 'latin1');
  return at === -1 ? '' : file.toString('latin1', at, at + 2_000);
}

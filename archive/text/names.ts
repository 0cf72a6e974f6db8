import { caseFold, foldings } from './fold.ts';
import { bundledNamesText } from './names-bundled.ts';
import { withoutPossessive, words } from './tokens.ts';

/**
 * One written form of a name, cut into units (what blanks separate) and those into words (what hyphens separate):
 * `Alexander Botsan-Kharchenko` has two units, the second of two words.
 */
export interface NameForm {
  readonly written: string;
  readonly units: readonly (readonly string[])[];
}

/** Names and their written forms. Each entry is one name: all its forms mean the same. */
export interface NameList {
  readonly names: readonly (readonly NameForm[])[];
}

function readForm(written: string): NameForm {
  const units = written
    .split(/\s+/u)
    .map((unit) => words(unit).map((word) => withoutPossessive(word.text)))
    .filter((unit) => unit.length > 0);
  return { written, units };
}

/**
 * Reads a list of names. One name a line, its written forms separated by `|`, in any script:
 *
 *     # people
 *     Hashim Thaçi | Hashim Thaci | Hašim Tači | Хашим Тачи
 *     Mitrovica | Mitrovicë | Kosovska Mitrovica
 *
 * `#` begins a comment, at the start of a line or after a blank; blank lines, empty forms and lines with a single form
 * mean nothing. Never fails: a line is either a name or passed over.
 */
export function parseNames(text: string): NameList {
  const names: (readonly NameForm[])[] = [];
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const bare = line.replace(/(^|\s)#.*$/u, '');
    const forms = new Map<string, NameForm>();
    for (const part of bare.normalize('NFC').split('|')) {
      const form = readForm(part.trim());
      if (form.units.length > 0 && !forms.has(caseFold(form.written))) {
        forms.set(caseFold(form.written), form);
      }
    }
    if (forms.size > 1) {
      names.push([...forms.values()]);
    }
  }
  return { names };
}

/** Both lists as one. A form that stands in several names connects them where it is a single word. */
export function mergeNames(a: NameList, b: NameList): NameList {
  return { names: [...a.names, ...b.names] };
}

let bundled: NameList | undefined;

/** The names that come with the product: people and places of the bundled collection. */
export function bundledNames(): NameList {
  bundled ??= parseNames(bundledNamesText);
  return bundled;
}

/** The plain spellings under which a word of a name is compared with the words of articles. */
export function nameKeys(word: string): readonly string[] {
  return foldings(caseFold(word));
}

import type { FieldMap } from '../../model/field-map.ts';
import { roleOf } from '../records/field-names.ts';
import { isSurelyArticle } from '../records/record-draft.ts';
import { fieldsOf } from '../records/record-fields.ts';
import type { RecordObject } from '../records/record-fields.ts';
import { parseJson } from './parse-json.ts';
import { JsonScanner } from './json-scanner.ts';
import type { JsonObjectSpan } from './json-scanner.ts';

/** Of each container so many elements are looked at. */
const enoughElements = 20;
/** Containers beyond these are not looked at: a file of many has its articles in none. */
const mostContainers = 200;
/** A longer object is no article but what holds them. */
const longestElement = 4_000_000;

/** How sure it is that a container holds articles: 2 with headline and text, 1 with some of it, 0 not. */
type Certainty = 0 | 1 | 2;

function certaintyOf(value: unknown, map: FieldMap | null): Certainty {
  if (!isSurelyArticle(value, map)) return 0;
  const { values } = fieldsOf(value as RecordObject, map);
  return values.body !== undefined && values.headline !== undefined ? 2 : 1;
}

/** By the names seen so far of an object that goes on beyond what is known of the file. */
function certaintyOfNames(names: readonly string[], map: FieldMap | null): Certainty {
  const parts = names.map(roleOf).filter((role) => role !== null && !role.weak);
  const has = (part: 'headline' | 'body'): boolean =>
    parts.some((role) => role?.part === part) || names.includes(map?.[part] ?? '\0');
  if (has('headline') && has('body')) return 2;
  return has('headline') || has('body') ? 1 : 0;
}

class Survey {
  readonly certainty = new Map<string, Certainty>();
  private readonly looked = new Map<string, number>();
  private readonly head: Buffer;
  private readonly map: FieldMap | null;

  constructor(head: Buffer, map: FieldMap | null) {
    this.head = head;
    this.map = map;
  }

  look({ container, start, end }: JsonObjectSpan): void {
    const looked = this.looked.get(container) ?? 0;
    if (looked >= enoughElements || (looked === 0 && this.looked.size >= mostContainers)) return;
    this.looked.set(container, looked + 1);
    if (end - start > longestElement) return;
    const parsed = parseJson(this.head.subarray(start, end));
    if (!(parsed instanceof Error)) this.note(container, certaintyOf(parsed, this.map));
  }

  note(container: string, certainty: Certainty): void {
    if (certainty > (this.certainty.get(container) ?? 0)) this.certainty.set(container, certainty);
  }

  /** The surest containers, without those that lie in others. */
  chosen(): ReadonlySet<string> {
    const best = Math.max(0, ...this.certainty.values());
    const all = [...this.certainty].filter(([, certainty]) => best > 0 && certainty === best);
    const paths = all.map(([path]) => path);
    return new Set(paths.filter((path) => !paths.some((other) => other !== path && isWithin(path, other))));
  }
}

function isWithin(path: string, outer: string): boolean {
  return outer === '^' || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[]`);
}

/**
 * The lists and objects whose elements are articles, by the beginning of a JSON document: `$.response.docs`, `$` for a
 * document that is a list, `^` when the document (or each of several) is an article itself. Empty when there are none.
 */
export function articleContainers(
  head: Buffer,
  complete: boolean,
  map: FieldMap | null,
): ReadonlySet<string> {
  const survey = new Survey(head, map);
  const scanner = new JsonScanner(null);
  for (const span of scanner.take(head)) survey.look(span);
  if (!complete) {
    for (const { container, names } of scanner.openNames()) {
      survey.note(container, certaintyOfNames(names, map));
    }
  }
  return survey.chosen();
}

import * as v from 'valibot';

/** The libraries that this person has opened. */
export interface KnownLibraries {
  /** The one to open at the next start; null for the one that the application makes by itself. */
  readonly current: string | null;
  /** Those that were open, the last first. */
  readonly recent: readonly string[];
}

/** So many are remembered. */
const mostRecent = 10;

const path = v.pipe(v.string(), v.minLength(1), v.maxLength(32_767));
const schema = v.object({ current: v.nullable(path), recent: v.array(path) });

/** Where they are kept between starts. */
export interface LibrariesFile {
  read(parse: (value: unknown) => KnownLibraries | null): KnownLibraries | null;
  write(known: KnownLibraries): void;
}

function parse(value: unknown): KnownLibraries | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}

/** Remembers the libraries of a person. */
export class LibrariesStore {
  private readonly file: LibrariesFile;
  private known: KnownLibraries;

  constructor(file: LibrariesFile) {
    this.file = file;
    this.known = file.read(parse) ?? { current: null, recent: [] };
  }

  get current(): string | null {
    return this.known.current;
  }

  get recent(): readonly string[] {
    return this.known.recent;
  }

  /** A library was opened; with `keep` it is the one to open at the next start too (null: the application's own). */
  opened(library: string, keep?: { readonly current: string | null }): void {
    const recent = [library, ...this.known.recent.filter((one) => one !== library)].slice(0, mostRecent);
    this.known = { current: keep === undefined ? this.known.current : keep.current, recent };
    this.file.write(this.known);
  }
}

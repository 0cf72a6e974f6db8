import type { ArchiveError } from '../../archive/model/errors.ts';
import type { Result } from '../../archive/model/result.ts';
import type { FacetRequest, Facets } from '../../archive/model/search.ts';

/** The part of the archive that counts what a result consists of. */
export interface FacetSource {
  facets(request: FacetRequest, signal?: AbortSignal): Promise<Result<Facets, ArchiveError>>;
}

/**
 * How long typing must rest before a result is counted, in milliseconds: counting a million articles takes the
 * archive as long as several searches, and the next key must not wait for it.
 */
const rest = 120;

/**
 * What the present result consists of. It comes after the answer, and the former counts stay until it is there, so
 * that nothing on the screen blinks.
 */
export class LatestFacets {
  current: Facets | null = null;
  private flight: AbortController | null = null;
  private timer = 0;

  private readonly source: FacetSource;
  private readonly changed: () => void;

  constructor(source: FacetSource, changed: () => void) {
    this.source = source;
    this.changed = changed;
  }

  /** Counts the result of this question, after what its answer asks for itself; an earlier count is given up. */
  follow(request: FacetRequest): void {
    this.stop();
    this.timer = window.setTimeout(() => void this.ask(request), request.typing ? rest : 0);
  }

  /** Gives up the count that is waited for. */
  stop(): void {
    clearTimeout(this.timer);
    this.flight?.abort();
    this.flight = null;
  }

  /** There are no counts that are true of the present result. */
  forget(): void {
    this.stop();
    this.current = null;
  }

  private async ask({ text, match, exactSpelling, typing, filter }: FacetRequest): Promise<void> {
    const flight = new AbortController();
    this.flight = flight;
    const request = { text, match, exactSpelling, typing, filter };
    const result = await this.source.facets(request, flight.signal);
    if (this.flight !== flight) return;
    this.flight = null;
    // Counts that cannot be had are left out: wrong ones would be worse. The search itself says what is the matter.
    this.current = result.ok ? result.value : null;
    this.changed();
  }
}

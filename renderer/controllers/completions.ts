import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ArchiveError } from '../../archive/model/errors.ts';
import type { Result } from '../../archive/model/result.ts';
import type { Completion } from '../../archive/model/search.ts';

/** The part of the archive that knows how to go on with what is typed. */
export interface CompletionSource {
  complete(
    text: string,
    limit: number,
    signal?: AbortSignal,
  ): Promise<Result<readonly Completion[], ArchiveError>>;
}

/** How many ways to go on are offered. */
const most = 8;

/** How long the keys must rest, in milliseconds: the search for what is typed goes first. */
const rest = 60;

/** What ends with one of these has no last word that could be completed. */
const operator = /(?:[\s+\-!():^~*?"“”„\\&|<>[\]{}]|[\^~]>?\d+|(?:^|[\s(])(?:AND|OR|NOT))$/u;

/** Whether the text ends with a word, so that there is something to complete. */
export function isCompletable(text: string): boolean {
  return text !== '' && !operator.test(text);
}

/** The ways to go on that are offered under a text box, and the one that the keys stand on. */
export class Completions implements ReactiveController {
  /** What is offered; nothing is when they are closed. */
  shown: readonly Completion[] = [];
  /** The place of the one the keys stand on, or -1 for the text itself. */
  active = -1;
  private flight: AbortController | null = null;
  private timer = 0;

  private readonly host: ReactiveControllerHost;
  private readonly source: () => CompletionSource | null;

  constructor(host: ReactiveControllerHost, source: () => CompletionSource | null) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get open(): boolean {
    return this.shown.length > 0;
  }

  /** The text was changed by a person: asks when the keys have rested. Until then what is offered stays. */
  follow(text: string): void {
    this.giveUp();
    this.active = -1;
    const source = this.source();
    if (!source || !isCompletable(text)) this.close();
    else this.timer = window.setTimeout(() => void this.ask(source, text), rest);
  }

  /** Offers nothing, and nothing that is still to come either. */
  close(): void {
    this.giveUp();
    this.active = -1;
    this.shown = [];
    this.host.requestUpdate();
  }

  /** Moves through what is offered; after the last and before the first comes the text itself. */
  step(by: 1 | -1): void {
    const places = this.shown.length + 1;
    this.active = ((this.active + 1 + by + places) % places) - 1;
    this.host.requestUpdate();
  }

  private async ask(source: CompletionSource, text: string): Promise<void> {
    const flight = new AbortController();
    this.flight = flight;
    const result = await source.complete(text, most, flight.signal);
    if (this.flight !== flight) return;
    // Without an answer nothing is offered: that takes nothing away from anybody.
    const found = result.ok ? result.value : [];
    this.active = -1;
    this.shown = found.filter((completion) => completion.text !== text).slice(0, most);
    this.host.requestUpdate();
  }

  private giveUp(): void {
    clearTimeout(this.timer);
    this.flight?.abort();
    this.flight = null;
  }
}

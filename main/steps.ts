/** No step is told sooner after the one before, in milliseconds: ten in a second look like motion. */
export const stepMilliseconds = 100;

/** Passes steps of long work on, the newest at a time: an import of small files has hundreds in a second. */
export class Steps<T> {
  private readonly say: (step: T) => void;
  private next: { readonly step: T } | null = null;
  private timer: NodeJS.Timeout | null = null;

  constructor(say: (step: T) => void) {
    this.say = say;
  }

  /** Tells a step at once, or when the time has come and no newer one is there. */
  tell(step: T): void {
    if (this.timer !== null) {
      this.next = { step };
      return;
    }
    this.say(step);
    this.timer = setTimeout(() => {
      this.timer = null;
      const { next } = this;
      this.next = null;
      if (next !== null) this.tell(next.step);
    }, stepMilliseconds);
  }

  /** Nothing more is told: the work has ended. */
  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    [this.timer, this.next] = [null, null];
  }
}

/** The part of an AbortSignal that long work looks at; the universal layer has neither Node's nor the page's types. */
export interface Cancellation {
  readonly aborted: boolean;
  /** True while the work should wait. What it has done so far it commits first. */
  readonly paused?: boolean;
}

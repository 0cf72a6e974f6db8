/** The part of an AbortSignal that long work looks at; the universal layer has neither Node's nor the page's types. */
export interface Cancellation {
  readonly aborted: boolean;
}

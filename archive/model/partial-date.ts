export type DatePrecision = 'year' | 'month' | 'day' | 'minute' | 'second';

/**
 * A date as well as it is known. News is dated to the minute, to the day, or only to a month or a year; a reader
 * must not invent the rest.
 */
export interface PartialDate {
  /**
   * ISO 8601 cut to the precision: `2007`, `2007-11`, `2007-11-28`, or with a time always with seconds:
   * `2007-11-28T11:49:00Z` when the zone is known (converted to UTC), `2007-11-28T11:49:00` when it is not.
   */
  readonly value: string;
  readonly precision: DatePrecision;
  /** The words it was read from, exactly as printed: `Last Updated: Wednesday, 28 November 2007, 11:49 GMT`. */
  readonly printed: string;
  /** The zone as printed (`GMT`, `CET`, `+01:00`), or null when none was. */
  readonly zone: string | null;
}

/** A folder whose files are imported as they arrive. */
export interface WatchedFolder {
  /** Absolute. */
  readonly path: string;
  /** The collection that its articles go into; null for one named after the folder. */
  readonly collection: string | null;
  /** When it was named: ISO 8601 in UTC. */
  readonly since: string;
  /** How many of its files were imported. */
  readonly files: number;
  /** False while it is not there: a drive that is not connected, a folder that was renamed. */
  readonly isThere: boolean;
}

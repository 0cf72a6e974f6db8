/** Thrown when a segment's bytes are not what its writer wrote. The search leaves the segment out and says so. */
export class DamagedSegment extends Error {
  /** The segment's file, once it is known. */
  file: string | null = null;
}

/** Does work on one segment, and names the segment's file in the error when its bytes turn out to be damaged. */
export function inSegment<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DamagedSegment) error.file ??= file;
    throw error;
  }
}

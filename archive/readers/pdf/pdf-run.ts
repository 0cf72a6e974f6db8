/** Text that a page sets at one place, in one size. Units are points; `x` grows to the right, `y` downwards. */
export interface PdfRun {
  readonly text: string;
  /** The left end of its base line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the font, as printed. */
  readonly size: number;
  /** Tells fonts of one file apart, and says nothing else. */
  readonly font: string;
  /** The file itself says that it is no part of the text: a running head, a page number (ISO 32000-1, 14.8.2.2). */
  readonly isArtifact: boolean;
}

/** A page as text at places, upright. */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly PdfRun[];
  /** Characters that are set sideways, and left out. */
  readonly sideways: number;
}

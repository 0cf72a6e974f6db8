import type { ArchiveError, ArchiveErrorCode } from '../../archive/model/errors.ts';

const advice: Partial<Readonly<Record<ArchiveErrorCode, readonly string[]>>> = {
  'library-missing': [
    'If it is on a disk that is not connected, connect it, then start Cuttings again.',
    'If it was moved or renamed, open it where it is now.',
    'Or go on with another library, or a new one.',
  ],
  'library-newer': [
    'Open it with the version of Cuttings that made it, or a newer one.',
    'Nothing in it was changed.',
  ],
  'library-broken': [
    'Keep a copy of the library’s folder before anything else is tried.',
    'The originals are ordinary files in its folder “originals”; they can be read without Cuttings.',
    'Put back a copy of the folder if you have one, then start Cuttings again.',
  ],
  'library-unwritable': [
    'See that the folder exists, and that you may write to it.',
    'If it is on a disk that is not connected, connect it, then start Cuttings again.',
  ],
  'disk-full': ['Make room on the disk, then start Cuttings again.', 'What was saved before is safe.'],
  'archive-stopped': [
    'Start Cuttings again. What was saved is safe.',
    'If it stops again, keep a copy of the library’s folder and report it.',
  ],
};

/** What a person can do about a failure that leaves them without the library. */
export function failureAdvice({ code }: ArchiveError): readonly string[] {
  return (
    advice[code] ?? [
      'Start Cuttings again. If it fails again, keep a copy of the library’s folder and report it.',
    ]
  );
}

/** The path and the system's own words that belong to a failure, for a report. */
export function failureDetails({ params }: ArchiveError): readonly string[] {
  const known: Readonly<Record<string, unknown>> = { ...params };
  return ['path', 'detail'].flatMap((name) => {
    const value = known[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}

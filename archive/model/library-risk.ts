/** Why a library's folder is a danger to it: its write-ahead log needs a disk of this machine that nothing else writes to. */
export type LibraryRisk =
  /** `system` is the kind of the file system, such as `nfs4`, or `UNC`. */
  | { readonly kind: 'network'; readonly system: string }
  /** `service` is the name of what synchronises the folder, such as `Dropbox`. */
  | { readonly kind: 'synchronised'; readonly service: string };

/** The danger and what to do, in sentences. https://www.sqlite.org/wal.html: all processes must be on one machine. */
export function describeRisk(risk: LibraryRisk, path: string): string {
  const where =
    risk.kind === 'network'
      ? `The library at ${path} is on a network drive (${risk.system}).`
      : `The library at ${path} is in a folder that ${risk.service} synchronises.`;
  const why =
    risk.kind === 'network'
      ? 'When two machines open it, or the connection breaks while something is written, it can be damaged.'
      : 'It may be copied or replaced in the middle of a change, which can damage it.';
  return `${where} ${why} Keep the library on a disk of this machine, and back it up to that place instead.`;
}

/**
 * Names at the root of a ZIP by which it is one document, not an archive of several: Office Open XML (ECMA-376-2), Open
 * Document and EPUB (a first entry `mimetype`), programs of Java and Android, Apple's iWork.
 */
const marks =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|META-INF\/(?:container\.xml|MANIFEST\.MF|manifest\.xml)|AndroidManifest\.xml|Index\/Document\.iwa|Index\.zip)$/u;

const localHeader = 30;
/** An entry's bytes, of which the header does not say how many, end where a descriptor and the next header stand. */
const nextHeader = Buffer.from('PK\x03\x04', 'latin1');

/** The names in the local headers at the beginning of a ZIP, as far as they can be followed. */
function* leadingNames(head: Uint8Array): Generator<{ readonly name: string; readonly first: boolean }> {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  for (let at = 0; at + localHeader <= bytes.length && bytes.readUInt32LE(at) === 0x04034b50;) {
    const flags = bytes.readUInt16LE(at + 6);
    const size = bytes.readUInt32LE(at + 18);
    const nameLength = bytes.readUInt16LE(at + 26);
    const data = at + localHeader + nameLength + bytes.readUInt16LE(at + 28);
    yield { name: bytes.toString('utf8', at + localHeader, at + localHeader + nameLength), first: at === 0 };
    if ((flags & 8) === 0 || size > 0) at = data + size;
    else at = bytes.indexOf(nextHeader, data);
    if (at === -1) return;
  }
}

/** Whether entries of these names make a ZIP one document. */
export function isDocument(names: Iterable<string>): boolean {
  for (const name of names) if (marks.test(name)) return true;
  return false;
}

/** Whether the beginning of a ZIP shows that it is one document: DOCX, XLSX, ODT, EPUB. */
export function beginsLikeDocument(head: Uint8Array): boolean {
  for (const { name, first } of leadingNames(head)) {
    if (marks.test(name) || (first && name === 'mimetype')) return true;
  }
  return false;
}

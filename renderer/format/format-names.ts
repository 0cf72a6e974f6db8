/** What a reader reads, in words a person knows, by the reader's name. */
const names: Readonly<Record<string, string>> = {
  arc: 'Web archive (ARC)',
  csv: 'Table (CSV)',
  docx: 'Word document',
  feed: 'News feed (RSS, Atom, JSON Feed)',
  gzip: 'Compressed file (gzip)',
  html: 'Web page',
  json: 'Articles as JSON',
  'json-lines': 'Articles as JSON Lines',
  mail: 'E-mail message',
  markdown: 'Text with front matter (Markdown)',
  mbox: 'Mailbox (mbox)',
  mhtml: 'Web page in one file (MHTML)',
  'multi-wacz': 'Set of web archives (Multi-WACZ)',
  newsml: 'Agency package (NewsML 1)',
  'newsml-g2': 'Agency package (NewsML-G2)',
  ninjs: 'Agency article (ninjs)',
  'ninjs-lines': 'Agency articles (ninjs, JSON Lines)',
  nitf: 'Agency article (NITF)',
  odt: 'OpenDocument text',
  'page-text': 'Text copied from a news page',
  pdf: 'PDF document',
  'plain-text': 'Plain text',
  'reuters-sgml': 'Reuters collection (SGML)',
  rtf: 'Rich text (RTF)',
  tar: 'Archive (tar)',
  wacz: 'Web archive (WACZ)',
  warc: 'Web archive (WARC)',
  'wire-text': 'Agency wire (IPTC 7901, ANPA 1312)',
  wordpress: 'WordPress export',
  zip: 'Archive (ZIP)',
  zstandard: 'Compressed file (Zstandard)',
};

/** The name of a format for people; a reader that is not known here is named as it is. */
export function formatName(reader: string): string {
  return (Object.hasOwn(names, reader) ? names[reader] : undefined) ?? reader;
}

/** Which part of the file a group is. */
export type RtfDestination =
  'text' | 'skipped' | 'fonts' | 'styles' | 'info' | 'title' | 'author' | 'keywords';

/** What a group inherits from the one around it, and may change for itself. */
export interface RtfState {
  destination: RtfDestination;
  codePage: number;
  /** How many characters after `\u` stand for it in older readers. */
  unicodeSkip: number;
  isHidden: boolean;
  isBold: boolean;
}

/** Groups that hold no running text: pictures, objects, tables of fonts and colours, running heads, notes, lists' labels. */
const skipped = new Set(
  (
    'colortbl pict object objdata header headerl headerr headerf footer footerl footerr footerf footnote annotation ' +
    'atnid atnauthor atndate atnref atnparent atntime fldinst datafield listtext pntext pntxta pntxtb themedata ' +
    'colorschememapping datastore latentstyles listtable listoverridetable revtbl rsidtbl xmlnstbl generator private ' +
    'bkmkstart bkmkend xe tc rxe tcn nonshppict shpinst sp sn sv filetbl subject operator category comment doccomm ' +
    'hlinkbase creatim revtim printim buptim company manager wgrffmtfilter mmathPr background pgptbl userprops nonesttables'
  ).split(' '),
);
// A map, since a word may be one that every object has: `constructor`.
const others = new Map<string, RtfDestination>([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['info', 'info'],
  ['title', 'title'],
  ['author', 'author'],
  ['keywords', 'keywords'],
]);
/** Text inside groups that are else unknown to older readers. */
const known = new Set(['shppict', 'shptxt', 'docvar', 'ud']);

/** The destination that a control word opens; null when it opens none. */
export function destinationOf(word: string): RtfDestination | null {
  return skipped.has(word) ? 'skipped' : (others.get(word) ?? null);
}

/** Whether a group that begins with `\*` and this word is passed over. */
export function isUnknownGroup(word: string): boolean {
  return !known.has(word) && destinationOf(word) === null;
}

/** Characters that control words and symbols stand for. */
export const rtfCharacters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ tab: ' ', line: '\n', lbr: '\n', emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’' },
    ...{ ldblquote: '“', rdblquote: '”', emspace: ' ', enspace: ' ', qmspace: ' ' },
    ...{ '~': '\u00a0', '-': '', _: '-' },
  }),
);

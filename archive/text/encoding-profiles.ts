/** The eight-bit encodings that are told apart, by their WHATWG labels. */
export const singleByteEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'iso-8859-2',
  'iso-8859-5',
] as const;
export type SingleByteEncoding = (typeof singleByteEncodings)[number];

/** What a language's text looks like above ASCII. */
export interface LanguageProfile {
  /** The encodings it is met in, the usual one first. */
  readonly encodings: readonly SingleByteEncoding[];
  /** Its letters beyond A to Z, lower case, in groups from common to rare. */
  readonly letters: readonly string[];
  /** A few of its commonest words that ASCII can write; null where it has none. */
  readonly words: string | null;
  /** Added to its score: below zero for a reading that needs more evidence than others. */
  readonly prior: number;
}

const central = ['windows-1250', 'iso-8859-2'] as const;
const western = ['windows-1252'] as const;
const cyrillic = ['windows-1251', 'iso-8859-5'] as const;

/**
 * One line a language. Frequencies are only groups: they decide between encodings, not between languages. English
 * stands twice, because English about the Balkans holds Balkan names.
 */
export const languageProfiles: readonly LanguageProfile[] = [
  {
    encodings: western,
    letters: ['éçë', 'èüöáíóñ', 'äàêôïâåøæãú'],
    words: 'the of and to in that was for is with he said from',
    prior: 0,
  },
  {
    encodings: central,
    letters: ['ćčš', 'žđ'],
    words: 'the of and to in that was for is with he said from',
    prior: -2,
  },
  {
    encodings: western,
    letters: ['ë', 'ç', 'é'],
    words: 'dhe me nga se i e ka si do nuk kanë ky por edhe',
    prior: 0,
  },
  {
    encodings: western,
    letters: ['äü', 'öß', 'éàè'],
    words: 'der die und das den von zu mit des auf ist dem nicht ein eine',
    prior: 0,
  },
  {
    encodings: western,
    letters: ['é', 'èàê', 'çôùûîâïœ'],
    words: 'la les des du et en un une que qui est dans pour par sur',
    prior: 0,
  },
  {
    encodings: western,
    letters: ['óáé', 'íñ', 'úü¿¡'],
    words: 'el la los las del en un una que por con para se es',
    prior: 0,
  },
  {
    encodings: western,
    letters: ['àèé', 'ìòù'],
    words: 'il la di che in un una per con del della non si le',
    prior: 0,
  },
  {
    encodings: western,
    letters: ['ãçá', 'éóí', 'êõâúàô'],
    words: 'o a os as de do da em um uma que para com se',
    prior: 0,
  },
  {
    encodings: western,
    letters: ['äåö', 'øæ', 'éü'],
    words: 'och att det som en av er og til den ikke ja on',
    prior: -1,
  },
  {
    encodings: central,
    letters: ['šč', 'žć', 'đ'],
    words: 'je i u na da se za su od koji koja koje kao nije ili po ali kako',
    prior: 0,
  },
  {
    encodings: central,
    letters: ['ąłę', 'óż', 'ćńśź'],
    words: 'w i na z do nie to jest o od za po jak przez',
    prior: -1,
  },
  {
    encodings: central,
    letters: ['áíěé', 'čřšž', 'ýůúďťňó'],
    words: 'v a na je se do za o z po to jako pro',
    prior: -1,
  },
  {
    encodings: central,
    letters: ['áéö', 'őíóü', 'úű'],
    words: 'a az hogy nem is egy meg ez de volt',
    prior: -1,
  },
  { encodings: central, letters: ['ăţ', 'îâş'], words: 'de la cu din pe nu care este un o mai', prior: -1 },
  { encodings: cyrillic, letters: ['аеиорнт', 'сјукпдвлмз', 'гбчшцжхљњћђџф'], words: null, prior: 0 },
  { encodings: cyrillic, letters: ['аеиотн', 'рскдвлмпуј', 'гзбчцшќжфхљњѓџѕ'], words: null, prior: -1 },
  { encodings: cyrillic, letters: ['оеаинтс', 'рвлкмдпуя', 'ыьгзбчйхжшюцщэфъё'], words: null, prior: 0 },
  { encodings: cyrillic, letters: ['аеиотн', 'рсвдлпкмз', 'ъугябчйщцжхшюфь'], words: null, prior: -1 },
];

/** How likely a letter of each group is, summed over the group; what is left goes to signs and strangers. */
export const groupShares: readonly (readonly number[])[] = [[0.88], [0.66, 0.22], [0.6, 0.23, 0.05]];

/** Signs that any of these languages prints. */
export const commonSigns = '“”‘’„‚–—…•«»\u00a0°§©®™€£½¼·‹›\u00ad№';

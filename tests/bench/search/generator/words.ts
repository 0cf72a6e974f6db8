/*
 * Words for ranks. The commonest are English, so that stop words are what they are in news; the rest is made of
 * syllables, by threes with one stem and endings that every English stemmer takes off. No two ranks have the same word.
 */

const english = `the to and of in a for on that is with by as this will are from be has it at an said have our more their we
new or which not its all these also can they about was one year who been through than over help but other support would
state million federal time into need years make first work only program up president national now public people those them
most so important both do well such many when while his there out make could some what where how during under between after
before last local community health government country plan business million market company report percent week day today`;

const common = [...new Set(english.split(/\s+/u))];
const commonSet = new Set(common);

const onsets = 'b c d f g h j k l m n p r s t v w z br cr dr fr gr pl pr st tr ch sh th'.split(' ');
const vowels = 'a e i o u ea ai ou'.split(' ');
const codas = 'm n t k l p b r'.split(' ');
const endings = ['', 's', 'ed', 'ing'];

const syllables = onsets.length * vowels.length;
/**
 * Of the stems with one, two and three syllables so many are used: a tenth or a fifth, so that words are no nearer to each
 * other than in a language.
 */
const used = [400, 46_000, 11_000_000];
const sizes = used.map((_, index) => syllables ** (index + 1) * codas.length);

function spell(place: number, length: number): string {
  let rest = place;
  let stem = '';
  for (let syllable = 0; syllable < length; syllable += 1) {
    stem += onsets[rest % onsets.length] ?? '';
    rest = Math.floor(rest / onsets.length);
    stem += vowels[rest % vowels.length] ?? '';
    rest = Math.floor(rest / vowels.length);
  }
  return stem + (codas[rest % codas.length] ?? '');
}

/** The stem of a number. A syllable is a consonant and a vowel, and only the end has another consonant: unambiguous. */
function stemOf(number: number): string {
  let rest = number;
  for (const [index, count] of used.entries()) {
    const size = sizes[index] ?? 1;
    // Odd, not a multiple of 3 or 5: it has no divisor in common with the size, so that no place comes twice.
    const step = Math.floor((size * 0.618) / 30) * 30 + 7;
    if (rest < count) return spell((rest * step) % size, index + 1);
    rest -= count;
  }
  const length = rest < syllables ** 4 * codas.length ? 4 : 5;
  return spell(rest, length);
}

function makeWord(rank: number): string {
  const english = common[rank];
  if (english !== undefined) return english;
  const number = (rank - common.length) % 1e13;
  const stem = stemOf(Math.floor(number / 3));
  const form = number % 3 === 2 ? 2 + (Math.floor(number / 3) % 2) : number % 3;
  const word = stem + (endings[form] ?? '');
  // A made word may happen to be English; no stem ends in a vowel.
  return commonSet.has(word) ? `${word}o` : word;
}

const kept = 1 << 18;
const words: string[] = [];

/** The word of a rank, from 0. */
export function wordOf(rank: number): string {
  if (rank >= kept) return makeWord(rank);
  const known = words[rank];
  if (known !== undefined) return known;
  // Filled from the beginning, so that the list stays one of the quick kind.
  for (let next = words.length; next <= rank; next += 1) words.push(makeWord(next));
  return words[rank] ?? '';
}

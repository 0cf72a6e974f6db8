import { Random } from '../random.ts';
import { Followers } from './followers.ts';
import { FrequencyLine } from './frequency-line.ts';

/** What `WordModel` is made of; `model-parameters.ts` has the values. */
export interface ModelParameters {
  /** How often words come, by rank: [rank from 1, relative frequency]. Between two a power law, after the last `tail`. */
  readonly frequencies: readonly (readonly [rank: number, frequency: number])[];
  /** The exponent of the frequencies beyond the last rank; over 1. */
  readonly tail: number;
  /** The chance that a place repeats an earlier one of the article: at the first word, at the thousandth. */
  readonly repeat: readonly [first: number, thousandth: number];
  /** The share of words that an article may repeat so: those that it is about. */
  readonly topical: number;
  /** The chance that what followed a repeated word follows again. */
  readonly goOn: number;
  /** The chance that an article ends with a stock passage, and how many of these there are. */
  readonly stock: readonly [chance: number, passages: number];
  /** The chance that the word before decides on the next, by how many words may follow one in effect: see `Followers`. */
  readonly follow: readonly (readonly [spread: number, chance: number])[];
  readonly growth: number;
}

const wholeRange = 4_294_967_296;
/** Words of a stock passage. */
const passageLength = 250;
/** The share of an article that a stock passage may make. */
const mostStock = 0.4;

/**
 * Draws the words of articles as ranks, 0 for the commonest. Each place is a point of a line on which every word has a
 * stretch as long as it is frequent. A point is drawn afresh, or is one that follows the word before, or is that of an
 * earlier place of the article. None of this changes how frequent a word is, so that each part of the model can be fitted
 * by itself. Many articles end with one of some passages that stay the same, as press releases do: this is why pairs of words
 * grow ever fewer in a large archive. The vocabulary has no end.
 */
export class WordModel {
  private readonly random: Random;
  private readonly parameters: ModelParameters;
  private readonly line: FrequencyLine;
  private readonly levels: readonly { readonly limit: number; readonly followers: Followers }[];
  private readonly passages: readonly Float64Array[];
  private points = new Float64Array(1 << 12);

  constructor(parameters: ModelParameters, seed: number) {
    this.random = new Random(seed);
    this.parameters = parameters;
    this.line = new FrequencyLine(parameters.frequencies, parameters.tail);
    let limit = 0;
    this.levels = parameters.follow.map(([spread, chance]) => {
      limit += chance;
      return { limit, followers: new Followers(this.line, { spread, growth: parameters.growth }) };
    });
    this.passages = Array.from({ length: parameters.stock[1] }, () => {
      const passage = new Float64Array(passageLength);
      this.write(passageLength, passage);
      return passage;
    });
  }

  /** The ranks of `length` words, written to the beginning of `ranks`. */
  article(length: number, ranks: Float64Array): void {
    const [chance, passages] = this.parameters.stock;
    const fromStock =
      this.random.share() < chance ? Math.min(passageLength, Math.floor(length * mostStock)) : 0;
    this.write(length - fromStock, ranks);
    if (fromStock === 0) return;
    // Some passages are far more common than others.
    const passage = this.passages[Math.floor(this.random.share() ** 2 * passages)];
    if (passage !== undefined) ranks.set(passage.subarray(0, fromStock), length - fromStock);
  }

  private write(length: number, ranks: Float64Array): void {
    if (this.points.length < length) this.points = new Float64Array(length);
    const { points, random, line } = this;
    const topic = random.bits();
    let source = -1;
    let point = random.share();
    for (let place = 0; place < length; place += 1) {
      const goesOn = source >= 0 && source + 1 < place && random.share() < this.parameters.goOn;
      source = goesOn ? source + 1 : this.repeatedPlace(place, ranks, topic);
      if (source >= 0) {
        ranks[place] = ranks[source] ?? 0;
        point = line.within(ranks[place] ?? 0, points[source] ?? 0, random);
      } else {
        if (place > 0) point = this.pointAfter(ranks[place - 1] ?? 0, point);
        ranks[place] = line.rankAt(point);
        point = line.within(ranks[place] ?? 0, point, random);
      }
      points[place] = point;
    }
  }

  /** An earlier place whose word comes again here, or -1. */
  private repeatedPlace(place: number, ranks: Float64Array, topic: number): number {
    const { repeat, topical } = this.parameters;
    const [first, thousandth] = repeat;
    if (place === 0 || this.random.share() >= first + (thousandth - first) * Math.min(1, place / 1000))
      return -1;
    const source = this.random.below(place);
    const isTopical = Math.imul((ranks[source] ?? 0) ^ topic, 0x9e3779b1) >>> 0 < topical * wholeRange;
    // Hardly ever does a word follow itself.
    return isTopical && ranks[source] !== ranks[place - 1] ? source : -1;
  }

  private pointAfter(rank: number, point: number): number {
    const chance = this.random.share();
    for (const { limit, followers } of this.levels) {
      if (chance < limit) return followers.after(rank, point, this.random);
    }
    return this.random.share();
  }
}

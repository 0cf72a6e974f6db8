import { json, textOrNull } from '../library/columns.ts';
import type { Library } from '../library/library.ts';
import type { ArticleId, Block } from '../model/article.ts';
import { sayingParts } from '../search/fields.ts';
import type { TextPart } from '../search/index-document.ts';
import { DocumentWords } from '../search/segment/document-words.ts';
import { Vocabulary } from '../search/segment/vocabulary.ts';
import { printOf, sketchOf } from './text-sketch.ts';
import type { TextPrint, TextSketch } from './text-sketch.ts';

/** The whole texts that are compared. */
export interface PrintSource {
  /** The print of a text, or null when no article of the library has it just now. */
  print(text: number): TextPrint | null;
}

/** Where the articles of a text are named. */
export interface ArticlesOfTexts {
  articlesOf(text: number, limit: number): readonly ArticleId[];
  keyOf(text: number): number | null;
}

/** So many articles of one text are asked for it. */
const mostWitnesses = 1_000;
/** About so many bytes of prints are remembered. */
const mostHeld = 64_000_000;
/** The same of words at hand. */
const mostOffered = 32_000_000;

/** The words of articles, from the library. */
export class ArticleReader {
  private readonly library: Library;
  private readonly vocabulary = new Vocabulary();
  private readonly words = new DocumentWords();

  constructor(library: Library) {
    this.library = library;
    this.vocabulary.nextBuilder();
  }

  /** The words of these parts, good until the next call; see `DocumentWords`. */
  wordsOf(parts: readonly TextPart[]): DocumentWords {
    this.words.read(parts, this.vocabulary);
    return this.words;
  }

  /** What an article says, or null when it is not there. */
  article(id: ArticleId): DocumentWords | null {
    const sql = 'SELECT headline, standfirst, blocks FROM articles WHERE id = ?';
    const row = this.library.database.first(sql, id);
    if (row === null) return null;
    const headline = textOrNull(row, 'headline') ?? '';
    const blocks = json<readonly Block[]>(row, 'blocks');
    return this.wordsOf(sayingParts({ headline, standfirst: textOrNull(row, 'standfirst'), blocks }));
  }

  /** The sketch of an article; null when it is not there or says nothing. */
  sketch(id: ArticleId): TextSketch | null {
    const words = this.article(id);
    return words === null ? null : sketchOf(words);
  }

  /** Lets words be forgotten when there are too many of them. */
  forget(): void {
    this.vocabulary.nextBuilder();
  }
}

/** Prints made from the library, the last ones remembered: texts that are alike are met again and again. */
export class LibraryPrints implements PrintSource {
  private readonly reader: ArticleReader;
  private readonly texts: ArticlesOfTexts;
  private readonly remembered = new Map<number, TextPrint>();
  private held = 0;
  /** The words of texts that were read just now, by their keys: they need not be read again. */
  private readonly offered = new Map<number, Int32Array>();
  private offeredBytes = 0;

  constructor(reader: ArticleReader, texts: ArticlesOfTexts) {
    this.reader = reader;
    this.texts = texts;
  }

  /** Has the words of a text at hand until `taken`, if there is room for them. */
  offer(key: number, body: Int32Array): void {
    if (this.offeredBytes > mostOffered || this.offered.has(key)) return;
    this.offered.set(key, body.slice());
    this.offeredBytes += body.byteLength;
  }

  /** What was offered is written, or will not be. */
  taken(): void {
    this.offered.clear();
    this.offeredBytes = 0;
  }

  print(text: number): TextPrint | null {
    const known = this.remembered.get(text);
    if (known !== undefined) {
      // A map keeps the order in which its keys came: the first is the one that was not asked for longest.
      this.remembered.delete(text);
      this.remembered.set(text, known);
      return known;
    }
    const made = this.make(text);
    if (made !== null) this.remember(text, made);
    return made;
  }

  /** Numbers may be given to other texts after a transaction was rolled back. */
  clear(): void {
    this.remembered.clear();
    this.held = 0;
    this.reader.forget();
  }

  private make(text: number): TextPrint | null {
    const key = this.texts.keyOf(text);
    const offered = key === null ? undefined : this.offered.get(key);
    if (offered !== undefined) return printOf(offered);
    // The library may be further than what is covered: an article that says something else by now is no witness.
    for (const id of this.texts.articlesOf(text, mostWitnesses)) {
      const words = this.reader.article(id);
      if (words !== null && sketchOf(words)?.key === key) return printOf(words.body.view());
    }
    return null;
  }

  private remember(text: number, print: TextPrint): void {
    this.remembered.set(text, print);
    this.held += sizeOf(print);
    for (const [oldest, other] of this.remembered) {
      if (this.held <= mostHeld) break;
      this.remembered.delete(oldest);
      this.held -= sizeOf(other);
    }
  }
}

function sizeOf({ shingles, words, numbers }: TextPrint): number {
  return shingles.byteLength + words.byteLength + numbers.byteLength + 300;
}

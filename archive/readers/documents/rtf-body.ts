import type { DocumentPart } from './document-part.ts';
import { isBoldHeading, kindOfStyle, partsOfParagraph, partsOfTable } from './paragraph-parts.ts';
import type { ParagraphKind } from './paragraph-parts.ts';

const bullet = /^[•·▪■\uf0b7]\s*/u;

/** Gathers the paragraphs and tables of an RTF file as its control words end them. */
export class RtfBody {
  /** Names of styles by their numbers. */
  readonly styles = new Map<number, string>();
  private readonly parts: DocumentPart[] = [];
  private text = '';
  private bold = 0;
  private style = -1;
  private outline = 9;
  private isItem = false;
  private inTable = false;
  private rows: (readonly DocumentPart[])[][] = [];
  private row: (readonly DocumentPart[])[] = [];
  private cell: DocumentPart[] = [];

  write(text: string, isBold: boolean): void {
    this.text += text;
    if (isBold) this.bold += text.replace(/\s/gu, '').length;
  }

  /** A list writes the bullet or number of an item into a group that is passed over. */
  noteDestination(word: string): void {
    if (word === 'listtext' || word === 'pntext') this.isItem = true;
  }

  control(word: string, value: number | null): void {
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        this.paragraph();
        break;
      case 'pard':
        this.style = -1;
        this.outline = 9;
        this.isItem = this.inTable = false;
        break;
      case 's':
        this.style = value ?? -1;
        break;
      case 'outlinelevel':
        this.outline = value ?? 9;
        break;
      case 'intbl':
        this.inTable = true;
        break;
      case 'cell':
      case 'nestcell':
        this.inTable = true;
        this.paragraph();
        this.row.push(this.cell);
        this.cell = [];
        break;
      case 'row':
      case 'nestrow':
        this.rows.push(this.row);
        this.row = [];
        this.inTable = false;
    }
  }

  end(): readonly DocumentPart[] {
    this.inTable = false;
    this.paragraph();
    this.endTable();
    return this.parts;
  }

  private kind(): ParagraphKind {
    const kind = kindOfStyle(this.styles.get(this.style) ?? '');
    if (kind !== null && kind !== 'item') return kind;
    if (this.outline >= 0 && this.outline < 9) return 'heading';
    if (this.isItem || bullet.test(this.text)) return 'item';
    const isBold = this.bold > 0 && this.bold >= this.text.replace(/\s/gu, '').length * 0.9;
    return isBoldHeading(this.text, isBold) ? 'heading' : 'paragraph';
  }

  private paragraph(): void {
    const kind = this.kind();
    const text = kind === 'item' ? this.text.trim().replace(bullet, '') : this.text;
    const parts = partsOfParagraph(kind, text);
    this.text = '';
    this.bold = 0;
    if (this.inTable) {
      this.cell.push(...parts);
      return;
    }
    if (parts.length === 0) return;
    this.endTable();
    this.parts.push(...parts);
  }

  private endTable(): void {
    if (this.cell.length > 0) this.row.push(this.cell);
    if (this.row.length > 0) this.rows.push(this.row);
    this.parts.push(...partsOfTable(this.rows));
    this.rows = [];
    this.row = [];
    this.cell = [];
  }
}

import type { Article, ArticleSummary, Block } from '../model/article.ts';
import { correctedFields } from '../model/correction.ts';
import { describeWarning } from '../model/warning-sentences.ts';

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'crosshead':
      return `## ${block.text}`;
    case 'image':
      return `[Picture: ${[block.legend, block.caption].filter((line) => line !== null).join(' — ')}]`;
    case 'quote':
      return block.attribution === null ? `> ${block.text}` : `> ${block.text}\n> — ${block.attribution}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
  }
}

function listedText({ listed }: Article): readonly string[] {
  if (listed.length === 0) return [];
  const lines = listed.map(
    ({ headline, article }) => `- ${headline}${article === null ? ' (not in the archive)' : ` [${article}]`}`,
  );
  return [`Listed on this page:\n${lines.join('\n')}`];
}

/** Source and date, as far as they are known. */
export function factsLine({ source, published }: Pick<ArticleSummary, 'source' | 'published'>): string {
  return [source, published?.value ?? 'undated'].filter((fact) => fact !== null).join(' · ');
}

const fieldNames = {
  headline: 'Headline',
  byline: 'Byline',
  source: 'Source',
  language: 'Language',
  published: 'Date',
} as const;

/** What was put right, and what the source itself gave. */
function correctionLines({ asRead }: Article): readonly string[] {
  return correctedFields.flatMap((field) => {
    if (!(field in asRead)) return [];
    const value = asRead[field] ?? null;
    const given = value === null ? 'none' : typeof value === 'string' ? `“${value}”` : `“${value.printed}”`;
    return [`${fieldNames[field]} corrected; the source gave ${given}.`];
  });
}

/** Where the article's own bytes are: in its file, and in what it holds. */
function originalLine({ original }: Article): string {
  const way = [original.name, ...original.members.map(({ name }) => name)].join(' › ');
  const captured = original.captured === null ? '' : `, captured ${original.captured}`;
  return `Original: ${way}, ${String(original.bytes)} bytes, SHA-256 ${original.sha256}${captured}`;
}

/** The article as plain text, for reading in a terminal; `remarks` stand between its notes and its original. */
export function articleText(article: Article, remarks: readonly string[] = []): string {
  const parts = [
    article.headline,
    factsLine(article),
    ...(article.byline === null ? [] : [article.byline]),
    ...(article.standfirst === null ? [] : [article.standfirst]),
    ...article.blocks.map(blockText),
    ...listedText(article),
    ...article.warnings.map((warning) => `Note: ${describeWarning(warning)}`),
    ...correctionLines(article),
    ...remarks,
    originalLine(article),
  ];
  return `${parts.join('\n\n')}\n`;
}

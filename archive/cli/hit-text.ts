import type { Explanation } from '../model/explanation.ts';
import type { Hit, MarkedText } from '../model/search.ts';
import { factsLine } from './article-text.ts';
import { explanationLines } from './explanation-text.ts';
import type { Output } from './streams.ts';

const indent = '    ';

/** A hit as the keys that programs may rely on, in their order. */
export function hitAsJson({ id, headline, source, published, url, score, snippet, archived }: Hit): unknown {
  const { text, marks } = snippet;
  return {
    id,
    headline,
    source,
    published: published?.value ?? null,
    url,
    score,
    snippet: { text, marks },
    archived,
  };
}

/** Marks in bold where a terminal shows it (ECMA-48 SGR 1 and 22). */
function emphasised({ text, marks }: MarkedText, output: Output): string {
  if (!output.isTerminal) return text;
  let end = 0;
  const parts = marks.map(([from, to]) => {
    const part = `${text.slice(end, from)}\u001b[1m${text.slice(from, to)}\u001b[22m`;
    end = to;
    return part;
  });
  return parts.join('') + text.slice(end);
}

/** A hit for people: headline, facts, passage, and why it is there when that was asked; then a blank line. */
export function hitAsText(hit: Hit, explanation: Explanation | undefined, output: Output): string {
  const facts = hit.archived
    ? factsLine(hit)
    : `listed on “${hit.listedOn?.headline ?? 'a page'}”, not in the archive`;
  const lines = [
    emphasised({ text: hit.headline, marks: hit.headlineMarks }, output),
    `${indent}${hit.id.slice(0, 12)} · ${facts}`,
    ...(hit.snippet.text === '' ? [] : [indent + emphasised(hit.snippet, output)]),
    ...(explanation === undefined ? [] : explanationLines(explanation).map((line) => indent + line)),
    '',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

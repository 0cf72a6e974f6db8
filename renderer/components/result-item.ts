import { css, html, nothing, type TemplateResult } from 'lit';
import type { Hit } from '../../archive/model/search.ts';
import { factsOf, listedSentence } from '../format/article-facts.ts';
import { languageTag } from '../format/languages.ts';
import { markedText } from './marked-text.ts';

/** What stands inside one option of the result list; drawn at once, so that its height can be measured at once. */
export function resultItem(hit: Hit): TemplateResult {
  const language = languageTag(hit.language) ?? nothing;
  const headline = html`<div class="headline" lang=${language}>
    ${markedText(hit.headline, hit.headlineMarks)}
  </div>`;
  if (!hit.archived)
    return html`${headline}
      <div class="meta">${listedSentence(hit)}</div>`;
  return html`${headline}
    <div class="meta">${hit.source ? html`<b>${hit.source}</b> · ` : nothing}${factsOf(hit).join(' · ')}</div>
    ${
      hit.snippet.text === ''
        ? nothing
        : html`<div class="snippet" lang=${language}>${markedText(hit.snippet.text, hit.snippet.marks)}</div>`
    }`;
}

export const resultItemStyles = css`
  .headline {
    margin-bottom: 3px;
    font: 600 17px/1.28 var(--serif);
    letter-spacing: -0.005em;
    overflow-wrap: anywhere;
  }

  .meta {
    color: var(--ink-3);
    font-size: 12px;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  .meta b {
    color: var(--ink-2);
    font-weight: 560;
  }

  .snippet {
    margin-top: 4px;
    color: var(--ink-2);
    font: 400 14.5px/1.45 var(--serif);
    overflow-wrap: anywhere;
  }

  .listed .headline {
    color: var(--ink-2);
    font-weight: 450;
    font-style: italic;
  }
`;

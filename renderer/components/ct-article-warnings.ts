import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ArticleWarning } from '../../archive/model/article.ts';
import { describeWarning } from '../../archive/model/warning-sentences.ts';
import { sharedStyles } from '../styles/shared-styles.ts';

/** What a careful person should know about the reading of an article: quiet, but not to be overlooked. */
@customElement('ct-article-warnings')
export class CtArticleWarnings extends LitElement {
  @property({ attribute: false }) warnings: readonly ArticleWarning[] = [];

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        font: 13px/1.5 var(--sans);
      }

      div {
        padding: 2px 0 2px var(--s3);
        border-inline-start: 2px solid var(--accent);
        color: var(--ink-2);
      }

      b {
        color: var(--accent);
        font-weight: 600;
      }

      p,
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li + li {
        margin-top: 4px;
      }
    `,
  ];

  protected override render() {
    return html`<div role="note" aria-labelledby="title">
      <b id="title">Read with care</b>
      <ul>
        ${this.warnings.map((warning) => html`<li>${describeWarning(warning)}</li>`)}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-article-warnings': CtArticleWarnings;
  }
}

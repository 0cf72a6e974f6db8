import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Article } from '../../archive/model/article.ts';
import { askedFields, fieldNames, valueWords } from '../format/correction-words.ts';
import { sharedStyles } from '../styles/shared-styles.ts';

/** Says quietly that what is shown was corrected, and what the source says instead. Nothing when nothing was. */
@customElement('ct-article-corrections')
export class CtArticleCorrections extends LitElement {
  @property({ attribute: false }) article: Article | null = null;

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        font: 12.5px/1.5 var(--sans);
      }

      p {
        margin: 0 0 var(--s4);
        color: var(--ink-3);
        overflow-wrap: anywhere;
      }
    `,
  ];

  protected override render() {
    const { article } = this;
    const fields = article === null ? [] : askedFields.filter((field) => field in article.asRead);
    if (article === null || fields.length === 0) return nothing;
    const said = fields.map((field) => {
      const value = article.asRead[field] ?? null;
      const words = valueWords(field, value);
      return value === null
        ? html`<bdi>${words}</bdi>`
        : html`${fieldNames[field].toLowerCase()} “<bdi>${words}</bdi>”`;
    });
    return html`<p>
      Corrected by you; the source says ${said.map((one, at) => (at === 0 ? one : html`, ${one}`))}.
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-article-corrections': CtArticleCorrections;
  }
}

import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Deletion } from '../../archive/model/deletion.ts';
import { formatBytes, formatCount } from '../format/numbers.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import './ct-dialog.ts';
import { dialogFormStyles } from './dialog-form-styles.ts';
import { EditingWishEvent } from './editing-events.ts';
import { readingStyles, scrollBarStyles } from './reading-styles.ts';

/**
 * Asks whether an article is to be deleted for good, and says exactly what goes and what stays. The focus is on Cancel.
 *
 * @fires ct-editing-wish - it is to be deleted; the dialog closes itself before
 * @fires close - after it was closed, either way
 */
@customElement('ct-delete-dialog')
export class CtDeleteDialog extends LitElement {
  /** Null closes it. */
  @property({ attribute: false }) deletion: Deletion | null = null;

  static override styles = [
    sharedStyles,
    readingStyles,
    scrollBarStyles,
    dialogFormStyles,
    css`
      ul {
        margin: var(--s3) 0;
        padding-inline-start: 1.2em;
        color: var(--ink-2);
      }

      li {
        margin: var(--s1) 0;
        overflow-wrap: anywhere;
      }

      .final {
        color: var(--ink);
        font-weight: 560;
      }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('deletion') || this.deletion === null) return;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.cancel')?.focus());
  }

  protected override render() {
    const { deletion } = this;
    const label = deletion?.original.others === 0 ? 'Delete article and original' : 'Delete the article';
    return html`<ct-dialog
      heading="Delete the article"
      bare
      ?open=${deletion !== null}
      @close=${this.onClose}
    >
      ${
        deletion === null
          ? nothing
          : html`${this.body(deletion)}
              <button slot="foot" class="button cancel" type="button" @click=${this.onClose}>Cancel</button>
              <button slot="foot" class="button primary" type="button" @click=${this.onDelete}>
                ${label}
              </button>`
      }
    </ct-dialog>`;
  }

  private body({ headline, original }: Deletion): TemplateResult {
    return html`<p>
        <b><bdi>${headline}</bdi></b>
      </p>
      <ul>
        <li>The article goes from the library, with its corrections and its line in import reports.</li>
        <li>${this.original(original)}</li>
        <li>Its words go from the search index.</li>
        <li>Backups, exports and copies elsewhere are not touched: they still have it.</li>
      </ul>
      <p class="final">This cannot be undone.</p>`;
  }

  private original({ name, bytes, others, linked }: Deletion['original']): TemplateResult {
    const file = html`<bdi>${name}</bdi> (${formatBytes(bytes)})`;
    if (others > 0)
      return html`Its original, ${file}, stays: ${formatCount(others, 'other article')}
      ${others === 1 ? 'was' : 'were'} read from the same file. The words of this one are still in that file.`;
    if (linked)
      return html`Its original, ${file}, was left where it is, outside of the library, and stays there.`;
    return html`Its original, ${file}, goes from the library’s folder.`;
  }

  private readonly onDelete = (): void => {
    const { deletion } = this;
    if (deletion === null) return;
    this.onClose();
    const { id, headline } = deletion;
    this.dispatchEvent(new EditingWishEvent({ kind: 'delete', id, headline }));
  };

  private readonly onClose = (): void => {
    if (this.deletion === null) return;
    this.deletion = null;
    this.dispatchEvent(new Event('close'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-delete-dialog': CtDeleteDialog;
  }
}

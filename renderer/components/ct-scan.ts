import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { imageKind } from '../../archive/model/image-kind.ts';
import { sharedStyles } from '../styles/shared-styles.ts';

/** The longest side of what is drawn, in pixels. */
const longest = 4_096;

/** A picture by its bytes, drawn: never an address, and no markup of it. What cannot be drawn is said. */
@customElement('ct-scan')
export class CtScan extends LitElement {
  @property({ attribute: false }) bytes: Uint8Array | null = null;
  @property() label = 'The scan';

  @state() private failed = false;
  @query('canvas') private readonly canvas!: HTMLCanvasElement | null;

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: auto;
      }

      canvas {
        display: block;
        max-width: 100%;
        margin: 0 auto;
      }

      p {
        margin: 0;
        padding: var(--s4) var(--s5);
        color: var(--ink-2);
        font: 13px/1.5 var(--sans);
      }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('bytes')) this.failed = false;
  }

  protected override render() {
    const { bytes } = this;
    if (bytes === null) return nothing;
    if (!this.failed) return html`<canvas role="img" aria-label=${this.label}></canvas>`;
    return html`<p>
      ${
        imageKind(bytes) === 'image/tiff'
          ? 'A TIFF cannot be shown here. It is kept as it is in the original.'
          : 'This picture is damaged or of a form that cannot be shown. It is kept as it is in the original.'
      }
    </p>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('bytes') && this.bytes !== null) void this.draw(this.bytes);
  }

  private async draw(bytes: Uint8Array): Promise<void> {
    let bitmap: ImageBitmap;
    try {
      bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: imageKind(bytes) ?? '' }));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      if (this.bytes === bytes) this.failed = true;
      return;
    }
    const { canvas } = this;
    if (canvas !== null && this.bytes === bytes) {
      const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
      canvas.width = Math.max(1, Math.round(bitmap.width * scale));
      canvas.height = Math.max(1, Math.round(bitmap.height * scale));
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    }
    bitmap.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-scan': CtScan;
  }
}

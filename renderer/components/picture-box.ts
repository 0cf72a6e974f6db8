import { html, nothing, type TemplateResult } from 'lit';
import { archiveError, type ArchiveError } from '../../archive/model/errors.ts';
import { imageKind, mostImageBytes } from '../../archive/model/image-kind.ts';
import { fail, ok, type Result } from '../../archive/model/result.ts';
import { formatBytes } from '../format/numbers.ts';
import './ct-scan.ts';

/** The bytes of a picture that was dropped, pasted or chosen. Errors: `image-too-large`, `not-an-image`. */
export async function readPicture(file: Blob): Promise<Result<Uint8Array, ArchiveError>> {
  const { size } = file;
  if (size > mostImageBytes)
    return fail(archiveError('image-too-large', { bytes: size, limit: mostImageBytes }));
  const image = new Uint8Array(await file.arrayBuffer());
  return imageKind(image) === null ? fail(archiveError('not-an-image', {})) : ok(image);
}

/** What the place for a picture is drawn from. */
export interface PictureBox {
  readonly image: Uint8Array | null;
  /** Something is held over the form. */
  readonly over: boolean;
  readonly onChosen: (file: File) => void;
  readonly onRemove: () => void;
}

/** The place for the picture of a clipping. */
export function pictureBox({ image, over, onChosen, onRemove }: PictureBox): TemplateResult {
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) onChosen(file);
    input.value = '';
  };
  const choose = (event: Event): void => {
    const input = (event.currentTarget as HTMLElement).previousElementSibling;
    if (input instanceof HTMLInputElement) input.click();
  };
  return html`<div class="picture ${over ? 'over' : ''}">
    ${image === null ? nothing : html`<ct-scan .bytes=${image} label="The picture of the clipping"></ct-scan>`}
    <span>
      ${image === null ? 'Drop or paste a picture of the clipping here' : `Picture: ${formatBytes(image.length)}`}
    </span>
    <input
      type="file"
      hidden
      aria-label="Picture"
      accept="image/png,image/jpeg,image/webp,image/gif,image/tiff"
      @change=${chosen}
    />
    <button class="button" type="button" @click=${choose}>Choose a picture…</button>
    ${
      image === null
        ? nothing
        : html`<button class="button" type="button" @click=${onRemove}>Remove it</button>`
    }
  </div>`;
}

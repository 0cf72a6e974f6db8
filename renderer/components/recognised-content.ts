import { html, nothing, type TemplateResult } from 'lit';
import type { Recognised } from '../../archive/model/import-runs.ts';
import { formatName } from '../format/format-names.ts';
import { pathParts } from '../format/import-words.ts';
import { formatBytes, formatCount } from '../format/numbers.ts';

/** All that readers know, in one sentence. */
function sum({ formats }: Recognised): TemplateResult {
  const files = formats.reduce((all, format) => all + format.files, 0);
  const bytes = formats.reduce((all, format) => all + format.bytes, 0);
  return html`<p class="sum" role="status">
    <b>${formatCount(files, 'file')}</b> can be read, ${formatBytes(bytes)} in all.
  </p>`;
}

function more({ complete, formats, otherFiles }: Recognised): TemplateResult | typeof nothing {
  if (complete) return nothing;
  const looked = formats.reduce((all, format) => all + format.files, otherFiles);
  return html`<p>
    There are more than ${formatCount(looked, 'file')}: the others were not looked at
    yet.${formats.length === 0 ? nothing : ' All of them are imported.'}
  </p>`;
}

function table({ formats }: Recognised): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Format</th>
        <th scope="col">Files</th>
        <th scope="col">Size</th>
      </tr>
    </thead>
    <tbody>
      ${formats.map(
        ({ reader, files, bytes }) =>
          html`<tr>
            <th scope="row">${formatName(reader)}</th>
            <td>${formatCount(files)}</td>
            <td>${formatBytes(bytes)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** One of those that cannot be read. Its path stands above the reason, which need not say it again. */
function refused({ path, reason }: Recognised['others'][number]): TemplateResult {
  const { name, folder } = pathParts(path);
  const why = reason.startsWith(`${path} `) ? `It${reason.slice(path.length)}` : reason;
  return html`<li>
    <bdi>${name}</bdi>
    ${folder === '' ? nothing : html`<bdi class="folder">${folder}</bdi>`}
    <span class="why">${why}</span>
  </li>`;
}

/** What is not imported, and why. */
function others({ others: named, otherFiles }: Recognised, open: boolean): TemplateResult | typeof nothing {
  if (otherFiles === 0) return nothing;
  const left = otherFiles - named.length;
  return html`<details ?open=${open}>
    <summary>
      ${formatCount(otherFiles, 'file')} cannot be read${open ? '' : '; the report will name them'}
    </summary>
    <ul class="others" aria-label="Files that cannot be read">
      ${named.map((other) => refused(other))}
      ${left > 0 ? html`<li>and ${formatCount(left)} more</li>` : nothing}
    </ul>
  </details>`;
}

function system({ systemFiles }: Recognised): TemplateResult | typeof nothing {
  if (systemFiles === 0) return nothing;
  return html`<p>
    ${formatCount(systemFiles, 'file')} of the operating system (such as .DS_Store or Thumbs.db)
    ${systemFiles === 1 ? 'is' : 'are'} passed over.
  </p>`;
}

/** What was recognised of files that can be imported. */
export function recognisedContent(recognised: Recognised): TemplateResult {
  return html`${sum(recognised)} ${more(recognised)} ${table(recognised)} ${others(recognised, false)}
  ${system(recognised)}`;
}

/** Why nothing of the files can be imported. */
export function nothingRecognised(recognised: Recognised): TemplateResult {
  const { otherFiles } = recognised;
  return html`<p class="sum" role="status">
      ${
        otherFiles === 0
          ? 'There are no files in it.'
          : html`<b>Nothing here can be imported.</b> No reader knows
              ${otherFiles === 1 ? 'this file' : `any of these ${formatCount(otherFiles, 'file')}`}.`
      }
    </p>
    ${more(recognised)} ${others(recognised, true)} ${system(recognised)}`;
}

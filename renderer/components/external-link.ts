import { html, type TemplateResult } from 'lit';
import { OpenExternalEvent } from './events.ts';

/** The address when it is a well-formed http or https one, otherwise null: nothing else is ever offered to be opened. */
export function webAddress(url: string): URL | null {
  try {
    const address = new URL(url);
    return address.protocol === 'https:' || address.protocol === 'http:' ? address : null;
  } catch (error) {
    // The constructor's only complaint: not an address at all. (URL.canParse came with Chromium 120.)
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * An address from the archive. It is shown as it stands; when it is a web address it can be pressed, which only
 * asks, with OpenExternalEvent from `host`. It is a button, not a link: nothing in the window can navigate by it.
 */
export function externalLink(host: HTMLElement, url: string, words = url): TemplateResult {
  if (webAddress(url) === null) return html`<bdi>${url}</bdi>`;
  return html`<button
    class="link"
    type="button"
    title="Open in the browser: ${url}"
    @click=${() => host.dispatchEvent(new OpenExternalEvent(url))}
  >
    <bdi>${words}</bdi>
  </button>`;
}

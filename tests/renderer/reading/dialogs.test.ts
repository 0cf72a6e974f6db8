import { html } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../renderer/components/ct-about.ts';
import '../../../renderer/components/ct-help.ts';
import type { CtHelp } from '../../../renderer/components/ct-help.ts';
import { SearchForEvent } from '../../../renderer/components/events.ts';
import { deep, deepAll, next, show, until, violations, words } from './support/page.ts';

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

test('Escape and the button close a dialog, and the focus goes back', async () => {
  const host = show(html`<button>before</button><ct-help></ct-help>`);
  const help = document.querySelector('ct-help') as CtHelp;
  host.focus();
  for (const close of [() => userEvent.keyboard('{Escape}'), () => userEvent.click(deep(help, '.close'))]) {
    help.open = true;
    await until(() => deepAll<HTMLDialogElement>(help, 'dialog')[0]?.open === true);
    const closed = new Promise((resolve) => help.addEventListener('close', resolve, { once: true }));
    await close();
    await closed;
    expect(help.open).toBe(false);
    expect(document.activeElement).toBe(host);
  }
});

test('the help has every key of the platform, and its examples search', async () => {
  const element = show<CtHelp>(html`<ct-help open platform="darwin"></ct-help>`);
  await until(() => deepAll(element, '.keys tr').length > 10);
  const keys = deepAll(element, '.keys tr').map(words);
  expect(keys).toContain('Search the Archive ⌘ F');
  expect(keys).toContain('Previous Mark ⇧ F3');
  element.platform = 'linux';
  await until(() => deepAll(element, '.keys tr').map(words).includes('Search the Archive Ctrl F'));
  const searched = next(SearchForEvent);
  deepAll(element, '.example')
    .find((example) => example.textContent?.trim() === 'headline:talks')
    ?.click();
  expect((await searched).text).toBe('headline:talks');
  expect(element.open).toBe(false);
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing in the dialogs, ${theme}`, async () => {
    document.documentElement.dataset['theme'] = theme;
    const information = {
      version: '0.1.0',
      electron: '25.1.1',
      chromium: '114',
      node: '18.15.0',
      runtimeWarning: 'An old runtime.',
      libraryPath: '/a/library',
    };
    for (const template of [
      html`<ct-help open></ct-help>`,
      html`<ct-about open .information=${information}></ct-about>`,
    ]) {
      const element = show(template);
      await until(() => deepAll<HTMLDialogElement>(element, 'dialog')[0]?.open === true);
      expect(await violations()).toEqual([]);
    }
  });
}

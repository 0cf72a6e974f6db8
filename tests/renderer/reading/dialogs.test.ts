import { html } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { archiveError } from '../../../archive/model/errors.ts';
import type { ImportLine, ImportReport } from '../../../archive/model/import-report.ts';
import '../../../renderer/components/ct-about.ts';
import '../../../renderer/components/ct-help.ts';
import type { CtHelp } from '../../../renderer/components/ct-help.ts';
import '../../../renderer/components/ct-import-report.ts';
import type { CtImportReport } from '../../../renderer/components/ct-import-report.ts';
import { OpenArticleEvent, SearchForEvent } from '../../../renderer/components/events.ts';
import { deep, deepAll, next, show, until, violations, words } from './support/page.ts';
import { bbcId } from './support/sample-articles.ts';

const lines: readonly ImportLine[] = [
  { outcome: 'added', path: 'press/one.txt', articles: [bbcId] },
  { outcome: 'duplicate', path: 'press/copy.txt', articles: [bbcId] },
  {
    outcome: 'kept',
    path: 'press/big.txt',
    error: archiveError('too-large', { path: 'press/big.txt', bytes: 52_428_800, limit: 5_242_880 }),
  },
  { outcome: 'failed', path: '<img src=x>', error: archiveError('binary', { path: '<img src=x>' }) },
  { outcome: 'failed', path: 'press/none.txt', error: archiveError('empty', { path: 'press/none.txt' }) },
];

function reportOf(all: readonly ImportLine[]): ImportReport {
  const count = (outcome: ImportLine['outcome']): number =>
    all.filter((line) => line.outcome === outcome).length;
  return {
    added: count('added'),
    duplicates: count('duplicate'),
    kept: count('kept'),
    failed: count('failed'),
    skipped: count('skipped'),
    tookMs: 1423,
    cancelled: false,
    lines: all,
  };
}

function paths(element: HTMLElement): readonly (string | null)[] {
  return deepAll(element, '.path').map((path) => path.textContent);
}

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

test('the report has a line for each file, and can be narrowed to an outcome', async () => {
  const element = show<CtImportReport>(
    html`<ct-import-report open .report=${reportOf(lines)}></ct-import-report>`,
  );
  await until(() => deepAll(element, 'li').length === 5);
  expect(words(deep(element, '.totals'))).toBe(
    '1 article added, 1 already in the library, 1 kept but not read, 2 failed, in 1.4 s.',
  );
  expect(paths(element)).toEqual(lines.map((line) => line.path));
  expect(deepAll(element, '.why').every((why) => (why.textContent ?? '').trim().length > 5)).toBe(true);
  const segments = deepAll(element, '[role=radio]');
  expect(segments.map((segment) => segment.textContent?.trim())).toEqual([
    'All 5',
    'Added 1',
    'Already there 1',
    'Kept, not read 1',
    'Failed 2',
  ]);
  segments[0]?.focus();
  await userEvent.keyboard('{End}');
  await until(() => deepAll(element, 'li').length === 2);
  expect(paths(element)).toEqual(['<img src=x>', 'press/none.txt']);
});

test('a report of thousands of lines is drawn by and by', async () => {
  const many = Array.from({ length: 3000 }, (_, at): ImportLine => {
    return { outcome: 'added', path: `press/${String(at)}.txt`, articles: [] };
  });
  const element = show<CtImportReport>(
    html`<ct-import-report open .report=${reportOf(many)}></ct-import-report>`,
  );
  await until(() => deepAll(element, 'li').length === 200);
  const more = deep(element, '.button');
  expect(more.textContent?.trim()).toBe('Show more of the 2,800 left');
  more.click();
  await until(() => deepAll(element, 'li').length === 400);
});

test('an article of the report is opened, and the report closes', async () => {
  const element = show<CtImportReport>(
    html`<ct-import-report open .report=${reportOf(lines)}></ct-import-report>`,
  );
  let closed = 0;
  element.addEventListener('close', () => (closed += 1));
  await until(() => deepAll(element, 'li .link').length === 2);
  const opened = next(OpenArticleEvent);
  deep(element, 'li .link').click();
  expect((await opened).articleId).toBe(bbcId);
  await until(() => !deep<HTMLDialogElement>(element, 'dialog').open);
  await new Promise(requestAnimationFrame);
  expect(closed).toBe(1);
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
      html`<ct-import-report open .report=${reportOf(lines)}></ct-import-report>`,
      html`<ct-help open></ct-help>`,
      html`<ct-about open .information=${information}></ct-about>`,
    ]) {
      const element = show(template);
      await until(() => deepAll<HTMLDialogElement>(element, 'dialog')[0]?.open === true);
      expect(await violations()).toEqual([]);
    }
  });
}

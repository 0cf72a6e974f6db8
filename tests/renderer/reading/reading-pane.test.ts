import { html } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ArticleId } from '../../../archive/model/article.ts';
import { archiveError } from '../../../archive/model/errors.ts';
import '../../../renderer/components/ct-reading-pane.ts';
import type { CtReadingPane } from '../../../renderer/components/ct-reading-pane.ts';
import {
  BackToResultsEvent,
  OpenArticleEvent,
  OpenExternalEvent,
  ReadingShownEvent,
  ViewChangeEvent,
  type ArticleView,
} from '../../../renderer/components/events.ts';
import { FakeArchive, marking } from './support/fake-archive.ts';
import { bbc, every } from './support/more-articles.ts';
import { deep, deepAll, next, show, until, violations, words } from './support/page.ts';
import { articleId, bbcId, bubbleId } from './support/sample-articles.ts';

interface Given {
  readonly id?: ArticleId | null;
  readonly query?: string;
  readonly view?: ArticleView;
}

const archives: FakeArchive[] = [];

function pane(archive: FakeArchive, { id = bbcId, query = '', view = 'clean' }: Given = {}): CtReadingPane {
  archives.push(archive);
  const element = show<CtReadingPane>(
    html`<ct-reading-pane
      .archive=${archive}
      .articleId=${id}
      .markRequest=${query === '' ? null : marking(query)}
      .view=${view}
      .resultPlace=${{ index: 0, total: 12, exact: true }}
    ></ct-reading-pane>`,
  );
  element.style.height = '700px';
  element.style.width = '800px';
  return element;
}

async function shown(given: Given = {}, archive = new FakeArchive([bbc, every])): Promise<CtReadingPane> {
  const ready = next(ReadingShownEvent);
  const element = pane(archive, given);
  await ready;
  return element;
}

function article(element: CtReadingPane): HTMLElement {
  return deep(element, 'ct-article');
}

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

describe('an article', () => {
  test('the BBC page is drawn whole, in reading order', async () => {
    const element = await shown();
    const text = words(article(element));
    const body = bbc.article.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(body).toHaveLength(15);
    expect(text).toBe(
      [
        'BBC News · Wednesday, 28 November 2007, 11:49 GMT',
        'Final Kosovo talks end in failure',
        bbc.article.standfirst,
        'picture not in the saved page',
        "Kosovo's Albanian leaders want nothing less than independence",
        'Kosovo Albanian leaders Hashim Thaci and Fatmir Sejdiu',
        ...bbc.article.blocks.slice(1).map((block) => ('text' in block ? block.text : '')),
        'Date printed as Last Updated: Wednesday, 28 November 2007, 11:49 GMT',
        'Language English Collection Kosovo, 2007–2008 Move…',
        'Listed on this page FEATURES, VIEWS, ANALYSIS',
        "Has China's housing bubble burst? not in the archive",
        "How the world's oldest clove tree defied an empire not in the archive",
        'Why Royal Ballet principal Sergei Polunin quit not in the archive',
      ].join(' '),
    );
    expect(words(deep(element, '.foot'))).toContain(
      'Original kept: text, 2,617 bytes SHA-256 51af7ebc16cd…3f57',
    );
    expect(deep(element, 'article').lang).toBe('en');
  });

  test('every kind of block, with hostile words as words', async () => {
    const element = await shown({ id: every.article.id });
    const root = article(element);
    const kinds = deepAll(root, '[data-part]').map((part) => `${part.tagName} ${part.dataset['part'] ?? ''}`);
    expect(kinds).toEqual([
      'P published',
      'H1 headline',
      'P standfirst',
      'P 0',
      'P 1',
      'H2 2',
      'FIGURE 3',
      'BLOCKQUOTE 4',
      'UL 5',
    ]);
    expect(deep(root, '[data-part="0"]').textContent?.trim()).toBe(
      'A plain paragraph with <b>no markup</b> & entities like &amp; in it.',
    );
    expect(deepAll(root, 'script,.body>b')).toEqual([]);
    expect(deep(root, 'article').lang).toBe('sr-Latn');
    expect(words(deep(root, 'ct-article-warnings'))).toMatch(/^Read with care .*Tuesday.*Wednesday.*3/);
    expect(deepAll(root, 'ct-article-list').map(words).join(' ')).toBe(
      [
        'Listed on this page SEE ALSO Final Kosovo talks end in failure',
        'An elsewhere page on Kosovo not in the archive · elsewhere.example.org',
        'A trap not in the archive Referred to by Final Kosovo talks end in failure',
        'BBC News · 28 November 2007, 11:49 GMT',
      ].join(' '),
    );
  });

  test('what it points to is opened by asking', async () => {
    const element = await shown({ id: every.article.id });
    const [held, elsewhere] = deepAll(element, 'ct-article-list button');
    const opened = next(OpenArticleEvent);
    held?.click();
    expect((await opened).articleId).toBe(bbcId);
    const outside = next(OpenExternalEvent);
    elsewhere?.click();
    expect((await outside).url).toBe('http://elsewhere.example.org/page');
  });

  test('an unchanged request made anew is not read again', async () => {
    const archive = new FakeArchive([bbc]);
    const element = await shown({ query: 'Kosovo' }, archive);
    element.markRequest = marking('Kosovo');
    await element.updateComplete;
    const changed = next(ReadingShownEvent);
    element.markRequest = marking('Vienna');
    await changed;
    expect(archive.calls).toEqual(['read bbc0 Kosovo', 'read bbc0 Vienna']);
    expect(words(deep(element, 'ct-mark-navigator'))).toContain('1 mark ');
  });
});

describe('marks', () => {
  function position(element: CtReadingPane): string {
    return words(deep(element, 'ct-mark-navigator .count'));
  }

  test('are visited in the order they are read, round and round', async () => {
    const element = await shown({ query: 'Kosovo Thaci' });
    const marks = deepAll(article(element), 'mark');
    expect(position(element)).toBe('17 marks');
    const visited: (number | string)[] = [];
    for (let step = 0; step < 18; step += 1) {
      element.nextMark();
      await element.updateComplete;
      await until(() => deepAll(article(element), 'mark.now').length === 1);
      await until(() => position(element).startsWith(`${String((step % 17) + 1)} of`));
      visited.push(marks.findIndex((mark) => mark.classList.contains('now')));
    }
    expect(visited).toEqual([...marks.keys(), 0]);
    element.previousMark();
    await until(() => position(element) === '17 of 17 marks');
  });

  test('the legend, drawn first, is counted first; the position is announced with its words', async () => {
    const element = await shown({ query: 'Albanian leaders' });
    for (let step = 0; step < 2; step += 1) element.nextMark();
    await until(() => position(element).startsWith('2 of'));
    expect(words(deep(element, 'ct-mark-navigator [role=status]'))).toBe(
      "Mark 2 of 10, Albanian: Kosovo's Albanian leaders want nothing less than independence",
    );
  });

  test('the current mark is brought into sight, the focus stays', async () => {
    const element = await shown({ query: 'Kosovo' });
    const before = document.activeElement;
    element.previousMark();
    const frame = deep(element, '.clean').getBoundingClientRect();
    await until(() => {
      const now = deepAll(article(element), 'mark.now')[0]?.getBoundingClientRect();
      return now !== undefined && now.top > frame.top && now.bottom < frame.bottom;
    });
    expect(document.activeElement).toBe(before);
  });

  test('in the original, those of the same places', async () => {
    const element = await shown({ query: 'Kosovo Thaci', view: 'original' });
    const placed = deepAll(element, 'ct-original mark');
    expect(placed.map((mark) => mark.textContent)).toHaveLength(17);
    expect(placed.every((mark) => /^(kosovo|thaci)$/i.test(mark.textContent ?? ''))).toBe(true);
    element.nextMark();
    await until(() => deepAll(element, 'ct-original mark.now').length === 1);
    expect(deep(element, 'ct-original mark.now').closest('.line')?.textContent).toBe(
      'Final Kosovo talks end in failure\n',
    );
  });
});

describe('what comes and goes', () => {
  test('the former article stays until the next is there, and the last one asked for wins', async () => {
    const archive = new FakeArchive([bbc, every]);
    const element = await shown({ id: every.article.id }, archive);
    let open = (): void => undefined;
    archive.gates.set(bbcId, new Promise((resolve) => (open = resolve)));
    element.articleId = bbcId;
    await element.updateComplete;
    expect(words(deep(element, 'h1'))).toBe('Every kind of block about Kosovo');
    const again = next(ReadingShownEvent);
    element.articleId = every.article.id;
    await element.updateComplete;
    open();
    expect((await again).articleId).toBe(every.article.id);
    await archive.gates.get(bbcId);
    await element.updateComplete;
    expect(words(deep(element, 'h1'))).toBe('Every kind of block about Kosovo');
  });

  test('a sign of work appears only when it takes long', async () => {
    const archive = new FakeArchive([bbc]);
    let open = (): void => undefined;
    archive.gates.set(bbcId, new Promise((resolve) => (open = resolve)));
    const begun = performance.now();
    const element = pane(archive);
    await element.updateComplete;
    expect(deepAll(element, '.busy')).toEqual([]);
    await until(() => deepAll(element, '.busy').length === 1);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(145);
    open();
    await until(() => deepAll(element, '.busy').length === 0);
  });

  test('a new article begins at its top', async () => {
    const element = await shown();
    deep(element, '.clean').scrollTop = 400;
    const changed = next(ReadingShownEvent);
    element.articleId = every.article.id;
    await changed;
    expect(deep(element, '.clean').scrollTop).toBe(0);
  });

  test('nothing chosen is a quiet sentence', async () => {
    const element = pane(new FakeArchive([bbc]), { id: null });
    await until(() => words(element) === 'Choose an article to read it here.');
  });

  test('an item that is only listed says so, and leads to its page', async () => {
    const element = await shown({ id: bubbleId });
    expect(words(deep(element, 'ct-listed-item'))).toBe(
      [
        'Listed on the page of 28 November 2007, not in the archive',
        "Has China's housing bubble burst?",
        'Only this headline is known: a page in the archive points to the article, but its text was not saved with it.',
        'Under FEATURES, VIEWS, ANALYSIS On Final Kosovo talks end in failure, BBC News',
        'Open the page that lists it',
      ].join(' '),
    );
    const opened = next(OpenArticleEvent);
    deep(element, 'ct-listed-item button').click();
    expect((await opened).articleId).toBe(bbcId);
  });

  test('a failure says what, where and what to do, and can be tried again', async () => {
    const archive = new FakeArchive([bbc]);
    archive.failures.set(bbcId, archiveError('archive-stopped', { method: 'read' }));
    const element = await shown({}, archive);
    expect(words(deep(element, 'ct-reading-error'))).toMatch(
      /^The archive stopped The archive stopped .+ Try again\. Nothing was lost\. .+ Request read Try again$/,
    );
    archive.failures.clear();
    const ready = next(ReadingShownEvent);
    deep(element, 'ct-reading-error button').click();
    await ready;
    expect(words(deep(element, 'h1'))).toBe('Final Kosovo talks end in failure');
  });

  test('an id of nothing, and a call that fails by a bug, are shown as well', async () => {
    expect(words(deep(await shown({ id: articleId('99') }), 'h1'))).toBe(
      'This article is not in the library',
    );
    const archive = new FakeArchive([bbc]);
    archive.gates.set(bbcId, Promise.reject(new Error('port closed')));
    expect(words(deep(await shown({}, archive), 'ct-reading-error'))).toContain('port closed');
  });

  test('a damaged original is told in its place, beside the article', async () => {
    const archive = new FakeArchive([bbc]);
    archive.originalFailures.set(
      bbcId,
      archiveError('original-damaged', { sha256: 'ab', path: 'originals/ab' }),
    );
    const element = await shown({ view: 'side' }, archive);
    expect(words(deep(element, 'ct-article h1'))).toBe('Final Kosovo talks end in failure');
    expect(words(deep(element, 'ct-reading-error'))).toMatch(/^The original is damaged .*originals\/ab/);
  });
});

describe('by hand', () => {
  test('the view is chosen with the arrow keys', async () => {
    const element = await shown();
    deep(element, '[role=radio][aria-checked=true]').focus();
    const changed = next(ViewChangeEvent);
    await userEvent.keyboard('{ArrowRight}');
    expect((await changed).view).toBe('side');
  });

  test('the headline takes the focus, and the hash can be copied', async () => {
    const element = await shown();
    element.focusHeading();
    expect(deep(element, 'ct-article').shadowRoot?.activeElement?.tagName).toBe('H1');
    const copied = new Promise<string>((resolve) => {
      document.addEventListener('copy', (event) => resolve(event.clipboardData?.getData('text/plain') ?? ''));
      // Copying stops at the window; what it has put there is seen by asking the button.
      void until(() => words(deep(element, 'ct-provenance')).includes('Copied.')).then(() => resolve('told'));
    });
    await userEvent.click(deep(element, 'ct-provenance button'));
    expect(await copied).toBe('told');
  });

  test('the way back is there in a narrow window', async () => {
    const element = await shown();
    const back = next(BackToResultsEvent);
    deep(element, '.back').click();
    await back;
  });
});

describe('axe finds nothing, level A and AA', () => {
  for (const theme of ['light', 'dark']) {
    for (const [name, given] of Object.entries({
      clean: { query: 'Kosovo Thaci' },
      side: { query: 'Kosovo', view: 'side' as const },
      original: { query: 'Kosovo', view: 'original' as const },
      every: { id: every.article.id, query: 'Kosovo' },
      listed: { id: bubbleId },
      error: { id: articleId('99') },
    })) {
      test(`${name}, ${theme}`, async () => {
        document.documentElement.dataset['theme'] = theme;
        const element = await shown(given);
        element.nextMark();
        await element.updateComplete;
        expect(await violations()).toEqual([]);
      });
    }
  }
});

import { html } from 'lit';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../renderer/components/ct-reading-pane.ts';
import type { CtReadingPane } from '../../../renderer/components/ct-reading-pane.ts';
import { ReadingShownEvent, type ArticleView } from '../../../renderer/components/events.ts';
import { domRange } from '../../../renderer/components/text-position.ts';
import { FakeArchive, marking, type Held } from './support/fake-archive.ts';
import { bbc, every, longHeld } from './support/more-articles.ts';
import { deep, deepAll, next, show, until } from './support/page.ts';

async function shown(held: Held, view: ArticleView, query = ''): Promise<CtReadingPane> {
  const ready = next(ReadingShownEvent);
  const element = show<CtReadingPane>(
    html`<ct-reading-pane
      .archive=${new FakeArchive([held])}
      .articleId=${held.article.id}
      .markRequest=${query === '' ? null : marking(query)}
      .view=${view}
    ></ct-reading-pane>`,
  );
  element.style.height = '600px';
  element.style.width = '1000px';
  await ready;
  return element;
}

/** Two frames: scroll events are sent at the next one, and what they cause at the one after. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

/** How far a block's first words in the original are from the block itself, in pixels on the screen. */
function distance(element: CtReadingPane, held: Held, block: number): number {
  const place = held.article.blocks[block]?.place;
  const inArticle = deep(element, `[data-part="${String(block)}"]`).getBoundingClientRect().top;
  const range = domRange(deep(element, '.text'), place?.start ?? 0, (place?.start ?? 0) + 5);
  return (range?.getBoundingClientRect().top ?? Number.NaN) - inArticle;
}

/** The words of the original that are shown as the place of what is pointed at. */
function highlighted(): string {
  return [...(CSS.highlights.get('ct-place') ?? [])]
    .map((range) => (range instanceof Range ? range.toString() : ''))
    .join('');
}

afterEach(() => document.body.replaceChildren());

describe('side by side', () => {
  const long = longHeld(30);

  test('both panes show the same block, whichever is scrolled', async () => {
    const element = await shown(long, 'side');
    const clean = deep(element, '.clean');
    const original = deep(element, 'ct-original .scroller');
    await settled();
    for (const top of [600, 1500, 2600]) {
      clean.scrollTop = top;
      await settled();
      const seen = deepAll(element, 'ct-article [data-part]').find(
        (part) => part.getBoundingClientRect().top > clean.getBoundingClientRect().top + 100,
      );
      expect(Math.abs(distance(element, long, Number(seen?.dataset['part'])))).toBeLessThan(220);
      expect(clean.scrollTop).toBe(top);
    }
    original.scrollTop = 900;
    await settled();
    const follows = clean.scrollTop;
    expect(original.scrollTop).toBe(900);
    await settled();
    expect([clean.scrollTop, original.scrollTop]).toEqual([follows, 900]);
  });

  test('they begin and end together', async () => {
    const element = await shown(long, 'side');
    const clean = deep(element, '.clean');
    const original = deep(element, 'ct-original .scroller');
    clean.scrollTop = clean.scrollHeight;
    await until(() => original.scrollTop >= original.scrollHeight - original.clientHeight - 1);
    original.scrollTop = 0;
    await until(() => clean.scrollTop === 0);
  });

  test('pointing at a block shows its place, and at a line its block', async () => {
    const element = await shown(bbc, 'side');
    await userEvent.hover(deep(element, '[data-part="headline"]'));
    await until(() => CSS.highlights.has('ct-place'));
    expect(highlighted()).toBe('Final Kosovo talks end in failure');
    const line = deepAll(element, 'ct-original .line').find((each) =>
      each.textContent?.startsWith('The UN had'),
    );
    if (line) await userEvent.hover(line);
    await until(() => deepAll(element, '.pointed').length === 1);
    expect(deep(element, '.pointed').textContent?.trim()).toMatch(/^The UN had set/);
  });

  test('blocks are walked by keyboard: one stop of Tab, then arrows', async () => {
    const element = await shown(bbc, 'side');
    const stops = deepAll(element, 'ct-article [tabindex="0"]');
    expect(stops.map((stop) => stop.dataset['part'])).toEqual(['headline']);
    stops[0]?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await until(() => highlighted().startsWith('Kosovo Albanian leaders'));
    expect(deep(element, 'ct-article').shadowRoot?.activeElement?.getAttribute('data-part')).toBe('0');
  });

  test('another view begins where the one before was left', async () => {
    const element = await shown(long, 'clean');
    const block = deep(element, '[data-part="12"]');
    block.scrollIntoView({ behavior: 'instant' });
    const changed = next(ReadingShownEvent);
    element.view = 'original';
    await changed;
    const scroller = deep(element, 'ct-original .scroller');
    await until(() => scroller.scrollTop > 0);
    const place = long.article.blocks[12]?.place;
    const range = domRange(deep(element, '.text'), place?.start ?? 0, (place?.start ?? 0) + 5);
    const top = (range?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top;
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(60);
  });

  test('in a narrow pane they stand above each other', async () => {
    const element = await shown(bbc, 'side');
    const places = (): string => {
      const clean = deep(element, '.clean').getBoundingClientRect();
      const original = deep(element, 'ct-original').getBoundingClientRect();
      return original.left >= clean.right ? 'beside' : original.top >= clean.bottom ? 'below' : 'mixed';
    };
    expect(places()).toBe('beside');
    element.style.width = '480px';
    await until(() => places() === 'below');
  });
});

describe('the original', () => {
  test('is the text, character for character, with numbered lines', async () => {
    const element = await shown(every, 'original', 'Kosovo');
    expect(
      deepAll(element, 'ct-original-chunk')
        .map((chunk) => chunk.textContent)
        .join(''),
    ).toBe(every.text);
    expect(deepAll(element, '.line').map((line) => line.dataset['number'])).toEqual(
      Array.from({ length: 16 }, (_, at) => String(at + 1)),
    );
    deep(element, '.toggle').click();
    await until(() => deepAll(element, '.odd').length === 4);
    expect(deepAll(element, '.odd').map((odd) => odd.dataset['sign'])).toEqual(['␍', '→', '→', '→']);
    expect(
      deepAll(element, 'ct-original-chunk')
        .map((chunk) => chunk.textContent)
        .join(''),
    ).toBe(every.text);
  });

  test('what is copied is exactly that stretch of it', async () => {
    const element = await shown(every, 'original');
    const range = domRange(deep(element, '.text'), 0, 200);
    const selection = getSelection();
    selection?.removeAllRanges();
    if (range) selection?.addRange(range);
    const copy = new ClipboardEvent('copy', {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    });
    deep(element, '.line').dispatchEvent(copy);
    expect(copy.clipboardData?.getData('text/plain')).toBe(every.text.slice(0, 200));
  });

  test('five megabytes open at once, wholly there, laid out where one looks', async () => {
    const line =
      'He said his country would use all legal and diplomatic means to resist such a declaration.\n';
    const text = line.repeat(Math.ceil(5_000_000 / line.length));
    const huge: Held = { article: { ...bbc.article, blocks: [] }, text };
    const begun = performance.now();
    const element = await shown(huge, 'original');
    expect(performance.now() - begun).toBeLessThan(1500);
    const chunks = deepAll(element, 'ct-original-chunk');
    expect(chunks.reduce((sum, chunk) => sum + (chunk.textContent?.length ?? 0), 0)).toBe(text.length);
    expect(deepAll(element, '.line').length).toBeLessThan(2000);
    const scroller = deep(element, 'ct-original .scroller');
    scroller.scrollTop = scroller.scrollHeight;
    await until(() => chunks.at(-1)?.querySelector('.line') !== null);
    expect(chunks.at(-1)?.querySelector<HTMLElement>('.line:last-of-type')?.dataset['number']).toBe(
      String(text.length / line.length),
    );
  });
});

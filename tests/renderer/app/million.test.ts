import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { deep, deepAll, until } from '../reading/support/page.ts';
import { Screen } from '../support/app.ts';
import { MillionArchive } from '../support/million-archive.ts';

const total = 1_000_000;

afterEach(() => {
  document.body.replaceChildren();
});

interface Seen {
  /** From 1. */
  readonly first: number;
  readonly last: number;
  /** What lies between items that follow each other, and how many hits are missing. */
  readonly gaps: readonly number[];
  readonly missing: number;
}

class LongList {
  readonly screen: Screen;
  readonly archive: MillionArchive;
  readonly scroller: HTMLElement;

  private constructor(screen: Screen, archive: MillionArchive) {
    this.screen = screen;
    this.archive = archive;
    this.scroller = deep(screen.list, '.scroller');
  }

  static async open(): Promise<LongList> {
    const archive = new MillionArchive(total);
    const screen = await Screen.open({ archive, start: { query: 'talks' } });
    return new LongList(screen, archive);
  }

  get options(): readonly HTMLElement[] {
    return deepAll(this.screen.list, '[role=option]');
  }

  /** What is in view. */
  get seen(): Seen {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const inView = this.options
      .map((option) => ({ option, box: option.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > top && box.top < bottom);
    const place = (at: number): number => Number(inView.at(at)?.option.ariaPosInSet ?? 0);
    return {
      first: place(0),
      last: place(-1),
      gaps: [
        ...new Set(inView.slice(1).map(({ box }, at) => Math.round(box.top - (inView[at]?.box.bottom ?? 0)))),
      ],
      missing: inView.filter(({ option }) => option.dataset['id'] === '').length,
    };
  }

  /** Waits until everything in view is there, and nothing moves. */
  async settled(): Promise<Seen> {
    await until(() => this.seen.missing === 0 && this.seen.last > 0);
    return this.seen;
  }

  /** Scrolls as a turn of the wheel does. */
  async wheel(by: number): Promise<void> {
    this.scroller.dispatchEvent(new WheelEvent('wheel', { deltaY: by }));
    this.scroller.scrollTop += by;
    await new Promise(requestAnimationFrame);
  }
}

test('End and Home of a million results', async () => {
  const list = await LongList.open();
  await userEvent.keyboard('{ArrowDown}{End}');
  await until(() => Screen.focused?.getAttribute('aria-posinset') === String(total));
  const { last, gaps } = await list.settled();
  expect([last, gaps, Screen.focused?.getAttribute('aria-setsize')]).toEqual([total, [2], String(total)]);
  // The last one is seen whole, and it is the end of the scroll bar too.
  const [frame, end] = [list.scroller, Screen.focused].map((one) => one?.getBoundingClientRect().bottom ?? 0);
  expect(Math.round((frame ?? 0) - (end ?? 0))).toBe(8);
  await userEvent.keyboard('{PageUp}{ArrowUp}');
  await until(() => Number(Screen.focused?.getAttribute('aria-posinset')) < total - 4);
  expect(list.archive.offsets.length).toBeLessThan(8);
  await userEvent.keyboard('{Home}');
  await until(() => Screen.focused?.getAttribute('aria-posinset') === '1');
  expect([(await list.settled()).first, list.scroller.scrollTop]).toEqual([1, 0]);
});

test('the scroll bar leads to any place, and only where it rests are hits fetched', async () => {
  const list = await LongList.open();
  const { scrollHeight, clientHeight } = list.scroller;
  const before = list.archive.offsets.length;
  for (let step = 1; step <= 40; step += 1) {
    list.scroller.scrollTop = (step / 40) * 0.5 * (scrollHeight - clientHeight);
    await new Promise(requestAnimationFrame);
  }
  expect(list.archive.offsets.length).toBe(before);
  const { first, last, gaps } = await list.settled();
  expect([Math.abs(first - total / 2) < 1000, last - first > 3, gaps]).toEqual([true, true, [2]]);
  expect(list.archive.offsets.length - before).toBeLessThanOrEqual(3);
  expect(list.options.length).toBeLessThan(40);
});

test('in the middle the wheel moves by the pixel, there and back, and nothing jumps when it rests', async () => {
  const list = await LongList.open();
  list.scroller.scrollTop = 0.3 * list.scroller.scrollHeight;
  await until(() => list.seen.first > 1000);
  const start = await list.settled();
  const top = (): number => Math.round(option().getBoundingClientRect().top);
  const option = (): HTMLElement => {
    const found = list.options.find((one) => one.ariaPosInSet === String(start.last));
    if (!found) throw new Error('the item is not drawn');
    return found;
  };
  const before = top();
  for (let turn = 0; turn < 5; turn += 1) await list.wheel(60);
  expect(before - top()).toBe(300);
  // The bar is set right when scrolling rests; what is seen stays where it is.
  for (let turn = 0; turn < 30; turn += 1) await list.wheel(120);
  const there = await list.settled();
  const { scrollTop } = list.scroller;
  await until(() => list.scroller.scrollTop !== scrollTop);
  await list.screen.list.updateComplete;
  expect(await list.settled()).toEqual(there);
  for (let turn = 0; turn < 30; turn += 1) await list.wheel(-120);
  for (let turn = 0; turn < 5; turn += 1) await list.wheel(-60);
  await list.settled();
  expect(top()).toBe(before);
});

test('what is held is bounded, and the selected hit stays whatever is looked at', async () => {
  const list = await LongList.open();
  await userEvent.keyboard('{ArrowDown}');
  await until(() => Screen.focused?.getAttribute('aria-posinset') === '1');
  let before = 1;
  for (let place = 1; place <= 30; place += 1) {
    list.scroller.scrollTop = (place / 31) * list.scroller.scrollHeight;
    await until(() => Math.abs(list.seen.first - before) > 100 && list.seen.first > 0);
    before = (await list.settled()).first;
  }
  expect(list.screen.app.room.search.hits.size).toBeLessThan(30 * 60);
  expect([list.screen.app.room.index, Screen.focused?.getAttribute('aria-posinset')]).toEqual([0, '1']);
  await userEvent.keyboard('{ArrowDown}');
  await until(() => list.seen.first === 1);
  expect((await list.settled()).gaps).toEqual([2]);
});

test('another width: the place is kept', async () => {
  const list = await LongList.open();
  list.scroller.scrollTop = 0.6 * list.scroller.scrollHeight;
  await until(() => list.seen.first > 1000);
  const { first } = await list.settled();
  list.screen.list.style.width = '300px';
  await until(() => list.options.some((option) => option.offsetWidth < 290));
  await list.settled();
  await until(() => list.seen.gaps.join() === '2');
  expect(list.seen.first).toBe(first);
});

import { html } from 'lit';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { DateHistogram, DateRange } from '../../../archive/model/search.ts';
import '../../../renderer/components/ct-timeline.ts';
import type { CtTimeline } from '../../../renderer/components/ct-timeline.ts';
import { deep, deepAll, show, until, words } from '../reading/support/page.ts';

const dates: DateHistogram = {
  step: 'month',
  bars: [2, 0, 5, 1, 7, 3].map((count, at) => ({ start: `2007-0${String(at + 1)}`, count })),
  imprecise: [],
  undated: 0,
};

const chosen: (DateRange | null)[] = [];

async function timeline(range: DateRange | null = null, shown = dates): Promise<CtTimeline> {
  chosen.length = 0;
  const element = show<CtTimeline>(
    html`<ct-timeline
      .dates=${shown}
      .range=${range}
      @ct-dates=${(event: { readonly range: DateRange | null }) => chosen.push(event.range)}
    ></ct-timeline>`,
  );
  // Six bars of the widest slot, 22 pixels each.
  element.style.width = '600px';
  await until(() => deepAll(element, 'rect.bar').length === 6);
  return element;
}

function spoken(element: CtTimeline): string | null {
  return deep(element, '[role=slider]').getAttribute('aria-valuetext');
}

function pointer(element: CtTimeline, type: string, bar: number): void {
  const { left, top } = element.getBoundingClientRect();
  const place = { clientX: left + bar * 22 + 11, clientY: top + 20, pointerId: 1, button: 0, bubbles: true };
  deep(element, '[role=slider]').dispatchEvent(new PointerEvent(type, place));
}

afterEach(() => document.body.replaceChildren());

test('arrow keys move, Shift takes several, Enter chooses, and it says where one is', async () => {
  const element = await timeline();
  deep(element, '[role=slider]').focus();
  expect(spoken(element)).toBe('all dates');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(spoken(element)).toBe('Mar 2007: 5 articles');
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  expect(spoken(element)).toBe('Mar – May 2007: 13 articles');
  await userEvent.keyboard('{Enter}');
  expect(chosen).toEqual([{ from: '2007-03', to: '2007-05' }]);
  await userEvent.keyboard('{End}{Enter}{Home}{ArrowLeft} ');
  expect(chosen.slice(1)).toEqual([
    { from: '2007-06', to: '2007-06' },
    { from: '2007-01', to: '2007-01' },
  ]);
});

test('the chosen stretch is drawn, said, and left by Escape or by choosing it again', async () => {
  const element = await timeline({ from: '2007-02', to: '2007-03' });
  expect(deepAll(element, 'rect.in').length).toBe(2);
  expect(spoken(element)).toBe('Feb – Mar 2007: 5 articles, chosen');
  deep(element, '[role=slider]').focus();
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('{Home}{ArrowRight}{Shift>}{ArrowRight}{/Shift}{Enter}');
  expect(chosen).toEqual([null, null]);
});

test('a bar can be clicked and several dragged over, in either direction', async () => {
  const element = await timeline();
  const slider = deep(element, '[role=slider]');
  // A made-up pointer cannot be captured.
  slider.setPointerCapture = () => undefined;
  pointer(element, 'pointerdown', 4);
  pointer(element, 'pointerup', 4);
  pointer(element, 'pointerdown', 5);
  pointer(element, 'pointermove', 2);
  await element.updateComplete;
  expect(deepAll(element, 'rect.in').length).toBe(4);
  pointer(element, 'pointerup', 2);
  pointer(element, 'pointermove', 0);
  pointer(element, 'pointerdown', 0);
  pointer(element, 'pointercancel', 0);
  pointer(element, 'pointerup', 0);
  expect(chosen).toEqual([
    { from: '2007-05', to: '2007-05' },
    { from: '2007-03', to: '2007-06' },
  ]);
});

test('articles without a bar are told, in a line that is there in any case', async () => {
  const element = await timeline();
  const { height } = element.getBoundingClientRect();
  const said = (): string => deepAll(element, '.without').map(words).join();
  expect(said()).toBe('');
  const year = { start: '2007', count: 1204 };
  element.dates = { ...dates, imprecise: [year, { start: '2008', count: 1 }], undated: 3 };
  await element.updateComplete;
  expect(said()).toBe('1,205 known only to the year, 3 undated');
  element.dates = { ...dates, step: 'day', imprecise: [year, { start: '2007-02', count: 7 }], undated: 0 };
  await element.updateComplete;
  expect([said(), element.getBoundingClientRect().height]).toEqual([
    '7 known only to the month, 1,204 only to the year',
    height,
  ]);
});

test('days are bars too', async () => {
  const bars = [4, 0, 1, 9, 2, 3].map((count, at) => ({ start: `2007-11-2${String(at + 3)}`, count }));
  const element = await timeline(null, { step: 'day', bars, imprecise: [], undated: 0 });
  deep(element, '[role=slider]').focus();
  await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}');
  expect([spoken(element), words(deep(element, 'svg'))]).toEqual([
    '26 – 28 Nov 2007: 14 articles',
    'Nov 2007',
  ]);
  await userEvent.keyboard('{Enter}');
  expect(chosen).toEqual([{ from: '2007-11-26', to: '2007-11-28' }]);
});

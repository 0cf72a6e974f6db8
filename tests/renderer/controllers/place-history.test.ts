import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frontPage, type Place } from '../../../renderer/controllers/place.ts';
import { PlaceHistory } from '../../../renderer/controllers/place-history.ts';

const texts = fc.constantFrom('', 'a', 'b', 'c');
const steps = fc.array(
  fc.oneof(
    fc.record({ act: fc.constantFrom('push' as const, 'replace' as const), text: texts }),
    fc.record({ act: fc.constantFrom('back' as const, 'forward' as const), text: texts }),
  ),
  { maxLength: 40 },
);

test('goes back and forward as two stacks would, and tells each change', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const told: string[] = [];
      const history = new PlaceHistory((now: Place, before: Place) =>
        told.push(`${before.text}>${now.text}`),
      );
      let [past, now, future]: [string[], string, string[]] = [[], frontPage.text, []];
      const expected: string[] = [];
      const move = (next: string): void => {
        expected.push(`${now}>${next}`);
        now = next;
      };
      for (const { act, text } of all) {
        history[act]({ text });
        const [back, ahead] = [past.at(-1), future.at(-1)];
        if (act === 'push' && text !== now) {
          [past, future] = [[...past, now], []];
          move(text);
        } else if (act === 'replace' && text !== now) move(text);
        else if (act === 'back' && back !== undefined) {
          [past, future] = [past.slice(0, -1), [...future, now]];
          move(back);
        } else if (act === 'forward' && ahead !== undefined) {
          [past, future] = [[...past, now], future.slice(0, -1)];
          move(ahead);
        }
      }
      // Going to an equal neighbour changes nothing that could be told apart here.
      expect({
        told,
        text: history.current.text,
        back: history.canGoBack,
        forward: history.canGoForward,
      }).toEqual({ told: expected, text: now, back: past.length > 0, forward: future.length > 0 });
    }),
  );
});

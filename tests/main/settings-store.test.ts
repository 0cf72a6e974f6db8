import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../main/bridge/settings.ts';
import { defaultSettings } from '../../main/bridge/settings.ts';
import { SettingsStore, settingsChangeSchema } from '../../main/settings-store.ts';

function fileWith(content: unknown): {
  written: Settings[];
  store: (override?: Partial<Settings>) => SettingsStore;
} {
  const written: Settings[] = [];
  const file = {
    read: (parse: (value: unknown) => Settings | null) => parse(content),
    write: (settings: Settings) => void written.push(settings),
  };
  return { written, store: (override = {}) => new SettingsStore(file, override) };
}

describe('settings', () => {
  test('take what is known and right from a file of another version', () => {
    const { store } = fileWith({ theme: 'dark', sort: 'loudest', match: 'any', future: { x: 1 } });
    expect(store().current).toEqual({ ...defaultSettings, theme: 'dark', match: 'any' });
  });

  test.each([null, 'text', 7, []])('are the defaults when the file holds %j', (content) => {
    expect(fileWith(content).store().current).toEqual(defaultSettings);
  });

  test('of one start are not kept, until the person changes that very one', () => {
    const { written, store } = fileWith({ ...defaultSettings, theme: 'light' });
    const settings = store({ theme: 'dark' });
    expect(settings.change({ match: 'any' })).toEqual({ ...defaultSettings, theme: 'dark', match: 'any' });
    expect(settings.change({ theme: 'system' })).toEqual({ ...defaultSettings, match: 'any' });
    expect(written).toEqual([
      { ...defaultSettings, theme: 'light', match: 'any' },
      { ...defaultSettings, match: 'any' },
    ]);
  });

  test('can be changed to what they know, and to nothing else', () => {
    const fits = (change: unknown) => v.safeParse(settingsChangeSchema, change).success;
    expect([{}, { theme: 'dark' }, { match: 'any', sort: 'newest', exactSpelling: true }].map(fits)).toEqual([
      true,
      true,
      true,
    ]);
    const wrong = [
      { theme: 'sepia' },
      { theme: undefined },
      { other: 1 },
      { exactSpelling: 1 },
      null,
      'dark',
    ];
    expect(wrong.map(fits)).toEqual(wrong.map(() => false));
  });
});

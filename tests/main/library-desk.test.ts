import { beforeEach, expect, test } from 'vitest';
import { LibraryDesk } from '../../main/library-desk.ts';
import type { FolderKind } from '../../main/library-desk.ts';
import { LibrariesStore } from '../../main/libraries-store.ts';
import type { KnownLibraries } from '../../main/libraries-store.ts';

let log: string[];
let kinds: Map<string, FolderKind>;
let kept: KnownLibraries | null;
let chosen: string | null;
let busy: string | null;
let anyway: boolean;

const store = (): LibrariesStore =>
  new LibrariesStore({ read: (parse) => parse(kept), write: (known) => void (kept = known) });

const desk = (named: string | null = null): LibraryDesk =>
  new LibraryDesk({ path: '/own', bundled: '/kosovo' }, named, store(), {
    kindOf: (folder) => kinds.get(folder) ?? 'absent',
    riskOf: (folder) => (folder.includes('Dropbox') ? { kind: 'synchronised', service: 'Dropbox' } : null),
    chooseFolder: async () => chosen,
    nameFolder: async () => chosen,
    sayError: async (message) => void log.push(message),
    askAnyway: async (message) => {
      log.push(message);
      return anyway;
    },
    busy: () => busy,
    switchTo: async (library) => void log.push(`switch ${JSON.stringify(library)}`),
  });

beforeEach(() => {
  [log, kinds, kept, chosen, busy, anyway] = [[], new Map<string, FolderKind>(), null, null, null, true];
});

test('at first its own is made and filled; one that was kept must be there; one that is named is for this start', () => {
  expect(desk().first).toEqual({ path: '/own', bundled: '/kosovo', create: true });
  expect(desk('/named').first).toEqual({ path: '/named', bundled: '/kosovo', create: true });
  expect(kept).toEqual({ current: null, recent: ['/named', '/own'] });
  kept = { current: '/elsewhere', recent: ['/elsewhere', '/own'] };
  expect(desk().first).toEqual({ path: '/elsewhere', bundled: null, create: false });
});

test('a new one needs a folder of its own, is empty, and is open at the next start', async () => {
  const here = desk();
  chosen = '/full';
  kinds.set('/full', 'other');
  await here.makeNew();
  chosen = '/taken';
  kinds.set('/taken', 'library');
  await here.makeNew();
  chosen = '/Архива';
  await here.makeNew();
  expect(log).toEqual([
    'The folder is not empty.',
    'There is a library in this folder already.',
    'switch {"path":"/Архива","bundled":null,"create":true}',
  ]);
  expect([kept, here.state.name, here.state.isDefault, here.state.recent.map(({ path }) => path)]).toEqual([
    { current: '/Архива', recent: ['/Архива', '/own'] },
    'Архива',
    false,
    ['/own'],
  ]);
});

test('a place that is a danger is asked about before anything is made there', async () => {
  const here = desk();
  chosen = '/home/Dropbox/Library';
  anyway = false;
  await here.makeNew();
  anyway = true;
  await here.makeNew();
  expect(log.map((line) => line.slice(0, 26))).toEqual([
    'Make the library there?',
    'Make the library there?',
    'switch {"path":"/home/Drop',
  ]);
  expect(here.state.risk).toEqual({ kind: 'synchronised', service: 'Dropbox' });
});

test('one without a library is told and nothing changes; its own is opened though it is not there', async () => {
  kept = { current: '/a', recent: ['/a', '/b'] };
  kinds.set('/a', 'library');
  const here = desk();
  chosen = '/nothing';
  await here.openOther();
  await here.openRecent(0);
  expect(here.state.recent).toEqual([
    { name: 'b', path: '/b', there: false },
    { name: 'own', path: '/own', there: true },
  ]);
  await here.openRecent(1);
  expect(log).toEqual([
    'There is no library in this folder.',
    'There is no library in this folder.',
    'switch {"path":"/own","bundled":"/kosovo","create":true}',
  ]);
  expect(kept.current).toBe(null);
});

test('while something goes on no other is opened; dialogs that are cancelled and places beyond the list do nothing', async () => {
  const here = desk();
  await here.makeNew();
  await here.openOther();
  await here.openRecent(7);
  busy = 'An import is under way.';
  chosen = '/b';
  kinds.set('/b', 'library');
  await here.openOther();
  await here.makeNew();
  expect(log).toEqual([
    'Another library cannot be opened just now.',
    'Another library cannot be opened just now.',
  ]);
});

test('what is kept is checked, and only the last ten are', () => {
  kept = { current: 7, recent: 'no' } as unknown as KnownLibraries;
  const checked = store();
  expect([checked.current, checked.recent]).toEqual([null, []]);
  for (let number = 0; number < 13; number += 1) checked.opened(`/l${String(number)}`);
  expect([checked.recent.length, checked.recent[0]]).toEqual([10, '/l12']);
});

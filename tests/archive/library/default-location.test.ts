import { expect, test } from 'vitest';
import { defaultLibrary } from '../../../archive/library/default-location.ts';

test.each([
  ['linux', {}, '/home/ana', '/home/ana/.local/share/Cuttings/Library'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/ana', '/data/Cuttings/Library'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ana', '/home/ana/.local/share/Cuttings/Library'],
  ['darwin', {}, '/Users/ana', '/Users/ana/Library/Application Support/Cuttings/Library'],
  ['win32', { APPDATA: 'C:\\Roaming' }, 'C:\\Users\\ana', 'C:\\Roaming\\Cuttings\\Library'],
  ['win32', {}, 'C:\\Users\\ana', 'C:\\Users\\ana\\AppData\\Roaming\\Cuttings\\Library'],
  ['linux', { CUTTINGS_LIBRARY: '/mine', XDG_DATA_HOME: '/data' }, '/home/ana', '/mine'],
  ['linux', { CUTTINGS_LIBRARY: '' }, '/home/ana', '/home/ana/.local/share/Cuttings/Library'],
] as const)('%s with %j', (platform, env, home, expected) => {
  expect(defaultLibrary({ platform, env, home })).toBe(expected);
});

import { describe, expect, test } from 'vitest';
import { runtimeWarning } from '../../main/about.ts';
import { externalAddress } from '../../main/external.ts';

describe('addresses handed to the system', () => {
  test.each([
    ['http://news.bbc.co.uk/2/hi/europe/7117171.stm', 'http://news.bbc.co.uk/2/hi/europe/7117171.stm'],
    ['HTTPS://Example.org', 'https://example.org/'],
    ['mailto:desk@example.org?subject=x', 'mailto:desk@example.org?subject=x'],
    ['https://example.org/a b"c', 'https://example.org/a%20b%22c'],
    ['https://пример.срб/', 'https://xn--e1afmkfd.xn--90a3ac/'],
  ])('%s is %s', (address, allowed) => {
    expect(externalAddress(address)).toBe(allowed);
  });

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'smb://server/share',
    'ms-msdt:/id',
    'app://cuttings/',
    '\\\\server\\share',
    '//example.org',
    'https://user:word@example.org/',
    'https://user@example.org/',
    `https://example.org/${'x'.repeat(2081)}`,
    '',
  ])('%s is refused', (address) => {
    expect(externalAddress(address)).toBeNull();
  });
});

test('only the old runtime gets a warning', () => {
  expect(
    ['24.9.0', '25.1.1', '45.4.1', '250.0.0'].map((version) => runtimeWarning(version) !== null),
  ).toEqual([false, true, false, false]);
});

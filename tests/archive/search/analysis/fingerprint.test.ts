import { expect, test } from 'vitest';
import { analysisFingerprint } from '../../../../archive/search/analysis/fingerprint.ts';

test('the fingerprint is the same every time, sixteen hexadecimal digits', () => {
  expect([analysisFingerprint(), analysisFingerprint()]).toEqual([
    expect.stringMatching(/^[0-9a-f]{16}$/u),
    analysisFingerprint(),
  ]);
});

test('it does not depend on the version of Unicode, in which the application and the command line differ', () => {
  const before = analysisFingerprint();
  const versions = Object.getOwnPropertyDescriptor(process, 'versions')!;
  Object.defineProperty(process, 'versions', { ...versions, value: { ...process.versions, unicode: '1.0' } });
  try {
    expect(analysisFingerprint()).toBe(before);
  } finally {
    Object.defineProperty(process, 'versions', versions);
  }
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../main/response-headers.ts';
import { launchApplication } from './support/launch.ts';
import type { Launched } from './support/launch.ts';

let launched: Launched;

beforeAll(async () => {
  launched = await launchApplication();
});

afterAll(() => launched?.close());

/** Asks for an address below the page, where its content security policy has no say. */
const ask = (address: string, method = 'GET') =>
  launched.application.evaluate(
    async ({ net }, [url, verb]) => {
      const answer = await net.fetch(url as string, { method: verb as string });
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      };
    },
    [address, method],
  );

describe('the application’s own scheme', () => {
  test('answers with the strict policy and the other headers', async () => {
    const { status, headers } = await ask('app://cuttings/index.html');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(contentSecurityPolicy).not.toMatch(/unsafe-|\*|https?:/u);
    expect(contentSecurityPolicy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
  });

  test.each([
    'app://cuttings/../package.json',
    'app://cuttings/%2e%2e/package.json',
    'app://cuttings/..%2fpackage.json',
    'app://cuttings/..%5c..%5cpackage.json',
    'app://cuttings/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
    'app://cuttings/%2e%2e/main/preload.cjs',
    'app://cuttings//etc/passwd',
    'app://cuttings/%2fetc%2fpasswd',
    'app://cuttings/file:///etc/passwd',
    'app://cuttings/assets/',
    'app://elsewhere/index.html',
    'app://cuttings.example/index.html',
  ])('has nothing at %s', async (address) => {
    const { status, headers, body } = await ask(address);
    expect({ status, body, policy: headers['content-security-policy'] }).toEqual({
      status: 404,
      body: 'Not found',
      policy: contentSecurityPolicy,
    });
  });

  test('only lets itself be read', async () => {
    expect((await ask('app://cuttings/index.html', 'POST')).status).toBe(405);
  });
});

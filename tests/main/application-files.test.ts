import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isApplicationAddress, isTrustedFrame } from '../../main/application-address.ts';
import { findApplicationFile } from '../../main/application-files.ts';

let folder: string;
let root: string;

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cuttings-files-')));
  root = path.join(folder, 'renderer');
  fs.mkdirSync(path.join(root, 'assets'), { recursive: true });
  for (const name of ['index.html', 'assets/main-B_x.1.js', 'assets/a.exe', 'assets/no-type'])
    fs.writeFileSync(path.join(root, name), 'inside');
  fs.mkdirSync(path.join(root, 'folder.html'));
  fs.writeFileSync(path.join(folder, 'package.json'), 'outside');
  fs.mkdirSync(path.join(folder, 'renderer-secrets'));
  fs.writeFileSync(path.join(folder, 'renderer-secrets', 'key.txt'), 'outside');
  fs.symlinkSync(path.join(folder, 'package.json'), path.join(root, 'link.json'));
  fs.symlinkSync(folder, path.join(root, 'up'));
  fs.symlinkSync('gone.json', path.join(root, 'dangling.json'));
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

describe('files of the application’s scheme', () => {
  test.each([
    ['app://cuttings/', 'index.html', 'text/html; charset=utf-8'],
    ['app://cuttings/index.html?a#b', 'index.html', 'text/html; charset=utf-8'],
    ['app://cuttings/assets/main-B_x.1.js', 'assets/main-B_x.1.js', 'text/javascript; charset=utf-8'],
    ['app://cuttings/%69ndex.html', 'index.html', 'text/html; charset=utf-8'],
  ])('%s is %s', async (address, name, mediaType) => {
    expect(await findApplicationFile(root, address)).toEqual({ path: path.join(root, name), mediaType });
  });

  test.each([
    'app://cuttings/missing.html',
    'app://cuttings/assets',
    'app://cuttings/assets/',
    'app://cuttings/folder.html',
    'app://cuttings/assets/a.exe',
    'app://cuttings/assets/no-type',
    'app://cuttings/../package.json',
    'app://cuttings/%2e%2e/package.json',
    'app://cuttings/..%2fpackage.json',
    'app://cuttings/..%5cpackage.json',
    'app://cuttings/..\\package.json',
    'app://cuttings/assets/..%2f..%2fpackage.json',
    'app://cuttings/../renderer-secrets/key.txt',
    'app://cuttings/%2fetc%2fpasswd',
    'app://cuttings//etc/passwd',
    'app://cuttings/C:/index.html',
    'app://cuttings/index.html%00.js',
    'app://cuttings/index.html::$DATA',
    'app://cuttings/%',
    'app://cuttings/%ff',
    'app://cuttings/link.json',
    'app://cuttings/up/package.json',
    'app://cuttings/dangling.json',
    'app://cuttings:80/index.html',
    'app://user@cuttings/index.html',
    'app://elsewhere/index.html',
    'app:///index.html',
    'file:///etc/passwd',
    'https://cuttings/index.html',
    'nonsense',
  ])('%s is nothing', async (address) => {
    expect(await findApplicationFile(root, address)).toBeNull();
  });

  test('no path whatever leads out of the folder', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2E%2e',
      '%2f',
      '%5c',
      '%00',
      'up',
      'assets',
      'package.json',
      'link.json',
      '%252e',
      'index.html',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const found = await findApplicationFile(root, `app://cuttings/${pieces.join('')}`);
        if (found !== null) expect(fs.readFileSync(found.path, 'utf8')).toBe('inside');
      }),
      { numRuns: 500 },
    );
  });
});

describe('who may speak', () => {
  test('is the main frame of the application’s page alone', () => {
    const page = { url: 'app://cuttings/index.html', parent: null };
    expect(isTrustedFrame(page)).toBe(true);
    const strangers = [
      null,
      undefined,
      { ...page, parent: page },
      { ...page, url: 'about:blank' },
      { ...page, url: '' },
      { ...page, url: 'app://cuttings.example/index.html' },
      { ...page, url: 'app://cuttings@evil/index.html' },
      { ...page, url: 'https://cuttings/index.html' },
      { ...page, url: 'data:text/html,app://cuttings/' },
    ];
    expect(strangers.map((frame) => isTrustedFrame(frame))).toEqual(strangers.map(() => false));
    expect(isApplicationAddress('app://cuttings/x')).toBe(true);
  });
});

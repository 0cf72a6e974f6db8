import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAsar, readFuses, sizeOfPng } from './support/binary-formats.ts';
import {
  drive,
  packageApplication,
  screenshot,
  screenshotFolder,
  temporaryHome,
  unpackedFolder,
} from './support/packaged.ts';
import { searchFor, windowOf } from './support/reading-room.ts';

const run = promisify(execFile);
const executable = path.join(unpackedFolder, 'cuttings');
const resources = path.join(unpackedFolder, 'resources');
const bbcHeadline = 'Final Kosovo talks end in failure';

describe.skipIf(process.platform !== 'linux')('the unpacked application', () => {
  let said = '';
  const home = temporaryHome();
  beforeAll(async () => {
    fs.rmSync(unpackedFolder, { recursive: true, force: true });
    said = await packageApplication(['--dir']);
  });
  afterAll(() => home.remove());

  it('adds at most 15 MB to Electron', () => {
    const megabytes = Number(/the application adds (\d+\.\d) MB to Electron/u.exec(said)?.[1]);
    expect(megabytes).toBeGreaterThan(1);
    expect(megabytes).toBeLessThanOrEqual(15);
  });

  it('holds what was built and nothing else', () => {
    const files = listAsar(path.join(resources, 'app.asar'));
    const allowed = [
      /^package\.json$/u,
      /^dist\/main\/(?:main|archive-host|archive-worker|preload|[\w.-]+-[\w-]{8})\.cjs$/u,
      /^dist\/main\/icon\.png$/u,
      /^dist\/renderer\/index\.html$/u,
      /^dist\/renderer\/assets\/[\w.-]+\.(?:js|css|woff2|svg)$/u,
      /^dist\/collections\/kosovo\/[\w-]+\.(?:txt|json|md)$/u,
      /^node_modules\/@photostructure\/sqlite\/(?:package\.json|LICENSE|dist\/index\.cjs)$/u,
      new RegExp(
        `^node_modules/@photostructure/sqlite/prebuilds/linux-${process.arch}/[^/]+\\.glibc\\.node$`,
        'u',
      ),
      /^node_modules\/node-gyp-build\/(?:package\.json|LICENSE|index\.js|node-gyp-build\.js)$/u,
    ];
    expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
    const needed = [
      'dist/main/main.cjs',
      'dist/main/archive-host.cjs',
      'dist/main/archive-worker.cjs',
      'dist/main/preload.cjs',
      'dist/renderer/index.html',
    ];
    expect(files).toEqual(expect.arrayContaining(needed));
    const native = files.filter((file) => file.endsWith('.node'));
    expect(native).toHaveLength(1);
    expect(fs.existsSync(path.join(resources, 'app.asar.unpacked', native[0] ?? ''))).toBe(true);
  });

  it('holds the licences of everything in it', () => {
    const ours = fs.readFileSync(path.join(resources, 'LICENSE.txt'), 'utf8');
    expect(ours).toContain('MIT License');
    const others = fs.readFileSync(path.join(resources, 'licenses.txt'), 'utf8');
    const names = [
      'lit-html',
      'lunr',
      'chardet',
      'iconv-lite',
      'valibot',
      '@photostructure/sqlite',
      'node-gyp-build',
    ];
    const fonts = ['@fontsource-variable/inter', '@fontsource-variable/source-serif-4'];
    for (const name of [...names, ...fonts]) expect(others).toMatch(new RegExp(`^${name} \\d`, 'mu'));
    expect(others).toContain('SIL OPEN FONT LICENSE');
    for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
      expect(fs.existsSync(path.join(unpackedFolder, name))).toBe(true);
  });

  it('has its fuses set', () => {
    expect(readFuses(executable)).toMatchObject({
      runAsNode: '0',
      enableNodeOptionsEnvironmentVariable: '0',
      enableNodeCliInspectArguments: '0',
      onlyLoadAppFromAsar: '1',
      enableEmbeddedAsarIntegrityValidation: '1',
      enableCookieEncryption: '0',
    });
  });

  it('cannot be made a plain Node', async () => {
    const marker = path.join(home.folder, 'ran');
    const script = `require("fs").writeFileSync(${JSON.stringify(marker)}, "")`;
    const picture = path.join(home.folder, 'node.png');
    const args = [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '-e',
      script,
      '--screenshot',
      picture,
    ];
    const display = process.env['DISPLAY'] ? [] : ['xvfb-run', '-a'];
    const [command = '', ...rest] = [...display, executable, ...args];
    const env = {
      ...process.env,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--require ${marker}.cjs`,
      HOME: home.folder,
    };
    fs.writeFileSync(`${marker}.cjs`, script);
    // It is the application, which knows no option -e: it says so and ends.
    await expect(run(command, rest, { env, timeout: 30_000 })).rejects.toMatchObject({ code: 2 });
    expect(fs.existsSync(marker)).toBe(false);
  });

  it('answers a search', async () => {
    await drive({ executable }, home.folder, [], async (browser) => {
      const page = await windowOf(browser);
      expect(await searchFor(page, 'unilateral declaration', bbcHeadline)).toContain('BBC News');
    });
  });

  it('takes a picture of itself', async () => {
    const args = ['--query', 'independence', '--size', '1200x800', '--theme', 'light'];
    const png = await screenshot({ executable }, home.folder, args);
    expect(sizeOfPng(png)).toEqual({ width: 1200, height: 800 });
    // An empty window of this size is about a tenth of it.
    expect(png.length).toBeGreaterThan(30_000);
    fs.mkdirSync(screenshotFolder, { recursive: true });
    fs.writeFileSync(path.join(screenshotFolder, 'packaged.png'), png);
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { _electron } from 'playwright';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { hostilePage } from '../archive/support/hostile-page.ts';
import { importPaths } from './support/importing.ts';
import { applicationEnvironment, launchApplication, temporaryFolder } from './support/launch.ts';
import { chooseCommand } from './support/menu.ts';
import { outsideActivity, readNetLog } from './support/net-log.ts';
import { applicationFolder, electronExecutable, machineSwitches, projectRoot } from './support/places.ts';
import { run } from './support/run.ts';

/** Pages that would have a browser call out in every way we know of: two of text that say it in HTML, and one that is HTML. */
const hostilePages = {
  'page.txt': `Hostile page calls out
28 November 2007

Look at http://tracker.example/pixel.png and ftp://files.example/a, or \\\\share.example\\file.

<img src="http://tracker.example/pixel.png"><link rel="dns-prefetch" href="//prefetch.example">
<script src="https://script.example/x.js"></script><iframe src="https://frame.example/"></iframe>
`,
  'second.txt': `Hostile page <meta http-equiv="refresh" content="0;url=https://refresh.example/">
1 December 2007

<link rel="preconnect" href="https://preconnect.example"><style>@import url(https://style.example/);</style>
<object data="https://object.example/"></object><video src="https://video.example/a.mp4" autoplay></video>

Thiss iss a mispeled paragraff, forr a speling dictionery, with <a href="https://ping.example" ping="https://ping.example">a link</a>.
`,
  'ferry.html': hostilePage,
};

/** Everything a page can try by itself to reach the network, without WebRTC, which has a test of its own. */
async function tryEverything(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const address = (name: string): string => `https://${name}.example/x`;
    const add = (tag: string, attributes: Readonly<Record<string, string>>): void => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
    };
    for (const rel of [
      'dns-prefetch',
      'preconnect',
      'preload',
      'prefetch',
      'modulepreload',
      'stylesheet',
      'icon',
    ])
      add('link', { rel, href: address(rel), as: 'image' });
    for (const tag of ['img', 'iframe', 'audio', 'video', 'source', 'track']) add(tag, { src: address(tag) });
    add('form', { action: address('form'), method: 'post' });
    document.querySelector('form')?.submit();
    navigator.sendBeacon(address('beacon'), 'x');
    window.open(address('open'));
    const refused = (): void => undefined;
    await fetch('http://192.0.2.1/').catch(refused);
    await fetch(address('fetch'), { mode: 'no-cors' }).catch(refused);
    await new Promise((resolve) => {
      const socket = new WebSocket('wss://socket.example/');
      socket.onerror = resolve;
    });
    await new Promise((resolve) => {
      const source = new EventSource(address('events'));
      source.onerror = resolve;
    });
    location.href = address('navigation');
  });
}

async function readPage(page: Page, query: string): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  await box.fill('');
  await box.pressSequentially(query);
  const option = page.getByRole('listbox', { name: 'Results' }).getByRole('option').first();
  await option.waitFor();
  await option.click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

test('a session over hostile pages reaches nothing outside, by Chromium’s own log', async () => {
  const { folder, remove } = temporaryFolder();
  const log = path.join(folder, 'net.json');
  const files = Object.entries(hostilePages).map(([name, text]) => {
    fs.writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  });
  const launched = await launchApplication({ args: [`--log-net-log=${log}`] });
  try {
    const { application, page } = launched;
    await page.getByRole('combobox', { name: 'Search the archive' }).waitFor();
    const ended = await importPaths(application, page, files);
    expect(ended.state === 'finished' && ended.totals.added).toBe(3);
    for (const query of ['hostile mispeled', 'ferry mayor']) {
      await readPage(page, query);
      for (const view of ['view-side', 'view-original', 'view-clean'] as const) {
        await chooseCommand(application, view);
        await page.waitForFunction(() => document.fonts.status === 'loaded');
      }
    }
    await tryEverything(page);
    expect(page.url()).toBe('app://cuttings/index.html');
  } finally {
    await launched.close();
  }
  expect(outsideActivity(readNetLog(log))).toEqual([]);
  remove();
});

test('nor does a start of its own, without the switches that a test driver adds', async () => {
  const { folder, remove } = temporaryFolder();
  const log = path.join(folder, 'net.json');
  const picture = path.join(folder, 'picture.png');
  const args = [
    applicationFolder,
    `--log-net-log=${log}`,
    '--screenshot',
    picture,
    '--query',
    'mispeled wrods',
  ];
  const env = applicationEnvironment(path.join(folder, 'library'), path.join(folder, 'user-data'));
  const { code } = await run(electronExecutable(), [...machineSwitches(), ...args], env);
  expect(code).toBe(0);
  expect(outsideActivity(readNetLog(log))).toEqual([]);
  remove();
});

test('the log tells when an application without our precautions calls out', async () => {
  const { folder, remove } = temporaryFolder();
  const log = path.join(folder, 'net.json');
  const application = await _electron.launch({
    args: [
      ...machineSwitches(),
      path.join(projectRoot, 'tests/e2e/support/loud-application'),
      `--log-net-log=${log}`,
    ],
    env: applicationEnvironment(path.join(folder, 'library'), path.join(folder, 'user-data')),
  });
  const page = await application.firstWindow();
  await page.waitForFunction(() => document.images[0]?.complete);
  await application.close();
  const told = outsideActivity(readNetLog(log));
  expect(told).toEqual(
    expect.arrayContaining(['TCP_CONNECT', 'URL_REQUEST_START_JOB http://127.0.0.1:10009/x.png']),
  );
  expect(told.some((name) => name.startsWith('HOST_RESOLVER'))).toBe(true);
  remove();
});

test('WebRTC finds no way out: no candidate, no byte sent', async () => {
  const { folder, remove } = temporaryFolder();
  const log = path.join(folder, 'net.json');
  const launched = await launchApplication({ args: [`--log-net-log=${log}`] });
  let candidates: readonly unknown[];
  try {
    candidates = await launched.page.evaluate(async () => {
      const servers = [
        { urls: 'stun:192.0.2.1:3478' },
        { urls: 'stun:stun.example' },
        { urls: 'turn:192.0.2.2:3478?transport=tcp', username: 'a', credential: 'b' },
      ];
      const connection = new RTCPeerConnection({ iceServers: servers });
      const found: string[] = [];
      const gathered = new Promise<void>((resolve) => {
        connection.onicecandidate = ({ candidate }) => {
          if (candidate === null) resolve();
          else found.push(candidate.candidate);
        };
      });
      connection.createDataChannel('x');
      await connection.setLocalDescription();
      await gathered;
      return found;
    });
  } finally {
    await launched.close();
  }
  expect(candidates).toEqual([]);
  const told = outsideActivity(readNetLog(log)).filter((name) =>
    /^(?:HOST_RESOLVER|TCP_|UDP_(?:CONNECT|BYTES)|SOCKET_BYTES)/u.test(name),
  );
  expect(told).toEqual([]);
  remove();
});

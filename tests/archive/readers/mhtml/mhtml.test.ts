import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { mhtml } from '../../../../archive/readers/mhtml/mhtml.ts';
import type { SourceFile } from '../../../../archive/readers/reader.ts';
import { fileOf, readAll } from '../read.ts';
import { base64, blink, page, quoted } from './support.ts';

interface Short {
  readonly reader: string | null;
  readonly headline: string;
  readonly first: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly warnings: string;
}

async function shortOf(bytes: Uint8Array): Promise<Short | string> {
  const { reader, results } = await readAll(fileOf(bytes));
  const [result] = results;
  if (result?.ok !== true || results.length !== 1) return result?.ok === false ? result.error.code : 'none';
  const { headline, blocks, url, published, warnings } = result.value;
  const first = blocks.find(({ kind }) => kind === 'paragraph');
  return {
    ...{ reader, headline, url, published: published?.value ?? null },
    first: (first?.kind === 'paragraph' ? first.text : '').slice(0, 26),
    warnings: warnings.map(({ code }) => code).join(),
  };
}

const expected: Short = {
  ...{ reader: 'mhtml', headline: 'Most otvoren', first: 'Posle deset godina čekanja' },
  ...{ url: 'http://novilist.example/most.html', published: '2016-09-05T06:00:00Z', warnings: '' },
};

/** A part of text/html in a transfer encoding. */
function part(encoding: string, body: string, type = 'text/html; charset="utf-8"'): string[] {
  const location = 'Content-Location: http://novilist.example/most.html';
  return [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, location, '', body];
}

function related(parts: readonly string[][], parameters = '', headers: readonly string[] = []): Buffer {
  const top = [
    ...headers,
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;${parameters} boundary="b=_1"`,
    '',
  ];
  const lines = parts.flatMap((lines) => ['--b=_1', ...lines]);
  return Buffer.from(
    [...top, 'This is a multi-part message in MIME format.', '', ...lines, '--b=_1--', ''].join('\r\n'),
    'latin1',
  );
}

const utf8 = Buffer.from(page);

describe('archives of real programs', () => {
  test('Chromium: quoted-printable, the charset in the page only', async () => {
    expect(await shortOf(blink())).toEqual(expected);
  });

  test('Internet Explorer: a charset of its own, in base64', async () => {
    const bytes = iconv.encode(page, 'windows-1250');
    const type = 'text/html;\r\n\tcharset="windows-1250"';
    const headers = [
      'From: "Saved by Windows Internet Explorer 8"',
      'Subject: Most',
      'Date: Wed, 4 Mar 2020 10:00:00 +0100',
    ];
    const archive = related([part('base64', base64(bytes), type)], ' type="text/html";', headers);
    expect(await shortOf(archive)).toEqual(expected);
  });

  test('Internet Explorer: a page without anything beside it is no multipart', async () => {
    const headers = ['From: <Saved by Microsoft Internet Explorer 5>', 'Subject: Most', 'MIME-Version: 1.0'];
    const lines = [...headers, ...part('quoted-printable', quoted(utf8))];
    expect(await shortOf(Buffer.from(lines.join('\r\n'), 'latin1'))).toEqual(expected);
  });

  test('Word: no sender, an address of a file', async () => {
    const lines = part('quoted-printable', quoted(utf8));
    const local = lines.map((line) => line.replace(/http:.*most/u, 'file:///C:/most'));
    expect(await shortOf(related([local]))).toEqual({ ...expected, url: null });
  });

  test('Opera: start names the root, which is not the first', async () => {
    const frame = part('8bit', '<html><body><p>Reklama</p></body></html>');
    const root = ['Content-ID: <op.1@most>', ...part('quoted-printable', quoted(utf8))];
    expect(await shortOf(related([frame, root], ' start=<op.1@most>;'))).toEqual(expected);
  });

  test('UnMHT: a multipart in the multipart', async () => {
    const inner = [
      'Content-Type: multipart/alternative; boundary=inner',
      '',
      '--inner',
      ...part('base64', base64(utf8)),
      '--inner--',
    ];
    expect(await shortOf(related([inner], '', ['From: <Saved by UnMHT>']))).toEqual(expected);
  });

  test('a frameset has its article in a frame', async () => {
    const frames =
      '<html><head><title>Novi list</title></head><frameset><frame src="most.html"></frameset></html>';
    const root = part('7bit', frames).map((line) => line.replace('most.html', 'index.html'));
    const archive = related([root, part('quoted-printable', quoted(utf8))], '', ['From: <Saved by Blink>']);
    expect(await shortOf(archive)).toEqual(expected);
  });
});

describe('transfer encodings', () => {
  const types = ['8bit', 'binary', '7bit', 'BINARY ', 'x-unknown'];
  test.each(types)('%s leaves the bytes as they are', async (encoding) => {
    const archive = related([part(encoding, utf8.toString('latin1'))], '', ['From: <Saved by Blink>']);
    expect(await shortOf(archive)).toEqual(expected);
  });

  test('without any', async () => {
    const lines = part('', utf8.toString('latin1')).filter((line) => !line.startsWith('Content-Transfer'));
    expect(await shortOf(related([lines], '', ['From: <Saved by Blink>']))).toEqual(expected);
  });
});

describe('broken archives', () => {
  const boundary = /MultipartBoundary--Y5inQmV6nBLDBxT8----/u;
  test('a boundary that is not the one declared', async () => {
    const wrong = blink((lines) =>
      lines.map((line) => (line.startsWith('\tboundary') ? line.replace(boundary, 'other') : line)),
    );
    expect(await shortOf(wrong)).toEqual(expected);
  });

  test('no boundary declared', async () => {
    const none = blink((lines) => lines.filter((line) => !line.startsWith('\tboundary')));
    expect(await shortOf(none)).toEqual(expected);
  });

  test('no delimiter at all', async () => {
    const none = blink((lines) => lines.filter((line) => !line.startsWith('--')).slice(0, 16));
    expect(await shortOf(none)).toEqual({ ...expected, warnings: 'cut-off' });
  });

  test('cut in the page', async () => {
    const bytes = blink();
    const end = bytes.indexOf('trgovci');
    expect(await shortOf(bytes.subarray(0, end))).toMatchObject({
      headline: 'Most otvoren',
      warnings: 'cut-off',
    });
  });

  test('line ends of Unix, and blank lines before everything', async () => {
    const text = `\n\n${blink().toString('latin1').replaceAll('\r\n', '\n')}`;
    expect(await shortOf(Buffer.from(text, 'latin1'))).toEqual(expected);
  });

  test('a title that runs into a line of its own', async () => {
    const broken = blink((lines) => [
      lines[0] ?? '',
      'X-Title: =?utf-8?Q?Most',
      'otvoren',
      ...lines.slice(1),
    ]);
    expect(await shortOf(broken)).toEqual(expected);
  });

  test('no page in it', async () => {
    expect(
      await shortOf(related([['Content-Type: image/gif', '', 'GIF89a']], '', ['From: <Saved by Blink>'])),
    ).toBe('no-article');
  });
});

test('a mail is no archive', () => {
  const mail = (headers: readonly string[]): SourceFile =>
    fileOf(related([part('base64', base64(utf8))], '', headers));
  expect(mhtml.claims(mail(['From: a@b.example', 'To: c@d.example', 'Message-ID: <1@b>']))).toBe(false);
  expect(mhtml.claims(mail(['Received: from b.example', 'From: a@b.example']))).toBe(false);
  expect(mhtml.claims(fileOf('From: the editor\n\nText of a letter.'))).toBe(false);
});

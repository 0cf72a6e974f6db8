/** The page that the archives of these tests hold. */
export const page = `<!DOCTYPE html><html lang="sr-Latn"><head><title>Most otvoren - Novi list</title>
<meta property="article:published_time" content="2016-09-05T08:00:00+02:00"></head><body><article><h1>Most otvoren</h1>
<p>Posle deset godina čekanja most preko reke otvoren je za saobraćaj, rekli su u gradu, i građani su ga prešli peške.</p>
<p>Žitelji oba naselja očekuju da će im put do posla biti upola kraći, a trgovci se nadaju većem prometu u centru grada.</p>
<p>Radovi su počeli pre tri godine i koštali su više nego što je bilo predviđeno prvim ugovorom sa izvođačem radova.</p>
</article></body></html>`;

/** Quoted-printable with soft line breaks, of the bytes of an encoding. */
export function quoted(bytes: Uint8Array): string {
  const octets = [...bytes].map((byte) =>
    (byte >= 33 && byte <= 126 && byte !== 61) || byte === 32 || byte === 10
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  let line = '';
  const lines: string[] = [];
  for (const octet of octets) {
    if (octet === '\n') {
      lines.push(line.replace(/ $/u, '=20'));
      line = '';
    } else if (line.length + octet.length > 75) {
      lines.push(`${line}=`);
      line = octet;
    } else line += octet;
  }
  return [...lines, line].join('\r\n');
}

/** Base64 in lines of 76 characters. */
export function base64(bytes: Uint8Array): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/gu) ?? []
  ).join('\r\n');
}

const image = [
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-Location: http://novilist.example/a.png',
  '',
  'iVBORw0KGgo=',
];

/** As Chromium saves a page. */
export function blink(change: (lines: string[]) => string[] = (lines) => lines): Buffer {
  const boundary = '----MultipartBoundary--Y5inQmV6nBLDBxT8----';
  const lines = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: http://novilist.example/most.html',
    'Subject: Most otvoren - Novi list',
    'Date: Tue, 3 Mar 2020 11:49:41 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    `\tboundary="${boundary}"`,
    '',
    '',
    `--${boundary}`,
    'Content-Type: text/html',
    'Content-ID: <frame-51B6@mhtml.blink>',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: http://novilist.example/most.html',
    '',
    quoted(Buffer.from(page)),
    `--${boundary}`,
    ...image,
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(change(lines).join('\r\n'), 'latin1');
}

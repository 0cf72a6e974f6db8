import { createHook } from 'node:async_hooks';
import dns from 'node:dns';
import { expect, onTestFinished, test } from 'vitest';
import { openArchive } from '../../../archive/archive.ts';
import { hostilePage } from '../support/hostile-page.ts';
import { folderWith, temporaryFolder } from '../support/temporary.ts';

/** What Node makes for a name that is looked up, a socket, a request or a process: whoever asks for it, and in whatever way. */
const outside =
  /^(?:TCP|TCPSERVER|TCPCONNECT|UDP|UDPSEND|PIPECONNECT|GETADDRINFOREQ|GETNAMEINFOREQ|QUERY|TLS|PROCESS)\w*WRAP$|^HTTP/u;

async function outsideActivity(work: () => Promise<unknown>): Promise<readonly string[]> {
  const seen: string[] = [];
  const hook = createHook({
    init: (_, type) => {
      if (outside.test(type)) seen.push(type);
    },
  }).enable();
  await work();
  // What was begun without being waited for.
  await new Promise((resolve) => setTimeout(resolve, 100));
  hook.disable();
  return seen;
}

const inMail = (type: string, body: string): string =>
  `From: Town news <news@town.example>\r\nTo: a@example\r\nSubject: Ferry sinks in harbour\r\nDate: Wed, 28 Nov 2007 11:49:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`;
const entity =
  '<!DOCTYPE x [<!ENTITY a SYSTEM "http://entity.example/a"><!ENTITY % b SYSTEM "file:///etc/hostname"> %b;]>';
const files: Readonly<Record<string, string>> = {
  'page.html': hostilePage,
  'page.mhtml': `From: <Saved by Blink>\r\nSnapshot-Content-Location: http://mhtml.example/a.html\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: http://mhtml.example/a.html\r\n\r\n${hostilePage.replaceAll('one.html', 'mhtml.html')}\r\n--b--\r\n`,
  'letter.eml': inMail('text/html; charset=utf-8', hostilePage),
  'feed.xml': `<?xml version="1.0"?>${entity}<?xml-stylesheet href="http://sheet.example/a.xsl" type="text/xsl"?><rss version="2.0"><channel><title>Town</title><item><title>Ferry &a; sinks</title><link>javascript:Run</link><description><![CDATA[${hostilePage}]]></description><enclosure url="http://enclosure.example/a.mp3" type="audio/mpeg" length="1"/></item></channel></rss>`,
  'agency.xml': `<?xml version="1.0"?>${entity.replace('x [', 'nitf [')}<nitf><body><body.head><hedline><hl1>Ferry &a; sinks</hl1></hedline></body.head><body.content><p>Hundreds have left their homes.</p><media media-type="image"><media-reference source="http://media.example/a.jpg"/></media></body.content></body></nitf>`,
  'note.md': `---\ntitle: Ferry sinks in harbour\ndate: 2007-11-28\n---\n\n\nHundreds have left ![lake](http://image.example/a.png) their homes.\n\n<img src="http://raw.example/a.png"><script>Run</script>\n\n[a link](javascript:Run)\n`,
  'record.json': JSON.stringify({
    title: 'Ferry sinks',
    url: 'javascript:Run',
    body: hostilePage,
    image: 'http://image.example/a.png',
  }),
};

test('an import of pages that would call out looks up no name, opens no socket, starts nothing', async () => {
  const folder = folderWith(files);
  const opened = await openArchive({ library: temporaryFolder(), bundled: null });
  if (!opened.ok) throw new Error(opened.error.code);
  const archive = opened.value;
  onTestFinished(() => archive.close());
  let added = 0;
  const seen = await outsideActivity(async () => {
    const report = await archive.import([folder], { collection: 'Hostile' });
    if (report.ok) added = report.value.added;
  });
  expect([added, seen]).toEqual([Object.keys(files).length, []]);

  const listed = await archive.list({ offset: 0, limit: 100 });
  for (const { id } of listed.ok ? listed.value.articles : []) {
    const article = await archive.read(id, null);
    expect(article.ok).toBe(true);
    const whole = JSON.stringify(article);
    // Nothing that runs, and no address but those of the web.
    expect(whole).not.toMatch(/\b(?:Run|Call)\b|<script|onerror|vbscript:|"(?:javascript|data|file):/u);
  }
});

test('the counter counts', async () => {
  const seen = await outsideActivity(
    () => new Promise((resolve) => dns.lookup('127.0.0.1.invalid', () => resolve(null))),
  );
  expect(seen).not.toEqual([]);
});

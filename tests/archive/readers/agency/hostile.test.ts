import { describe, expect, test } from 'vitest';
import { isLong } from '../../search/support/form.ts';
import { below, randomFrom } from '../../search/support/random.ts';
import { agencyReaders, bytesOf, claimant, fixtureSources, readWith } from './support.ts';
import type { Results } from './support.ts';
import { inTime } from '../../support/in-time.ts';

/** Nothing that anybody sends may take longer, in milliseconds of the processor: others may be at work beside the tests. */
const longest = 5_000;

async function timed(
  bytes: Uint8Array,
): Promise<{ readonly reader: string | null; readonly results: number }> {
  return inTime(longest, async () => {
    const reader = claimant(bytes);
    const results = reader === null ? [] : await readWith(reader, bytes);
    return { reader: reader?.name ?? null, results: results.length };
  });
}

const sources = fixtureSources();
const g2 = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2">';

describe('malformed files', () => {
  test.each(sources)('$name: cut anywhere, it gives results', async ({ reader, bytes }) => {
    const step = Math.max(1, Math.floor(bytes.length / 100));
    for (let end = 0; end < bytes.length; end += step) {
      const results = await readWith(reader, bytes.subarray(0, end));
      for (const result of results) {
        if (result.ok) expect(result.value.headline).not.toBe('');
        else expect(result.error.code).not.toBe('internal');
      }
    }
  });

  test('an article whose end is missing says so', async () => {
    const text =
      '<nitf><body><body.head><hedline><hl1>Half</hl1></hedline></body.head><body.content><p>Only a pa';
    const [result] = await readWith(claimant(bytesOf(text))!, bytesOf(text));
    expect(result?.ok === true && [result.value.headline, result.value.warnings]).toEqual([
      'Half',
      [{ code: 'cut-off' }, { code: 'undated' }],
    ]);
  });

  test('entities are neither fetched nor multiplied', async () => {
    const text = `<!DOCTYPE nitf [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "file:///etc/hostname">]><nitf><body><body.head><hedline><hl1>&a;x</hl1></hedline></body.head></body></nitf>`;
    const [result] = await readWith(claimant(bytesOf(text))!, bytesOf(text));
    expect(result?.ok === true && result.value.headline).toBe('&a;x');
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeff<nitf><head><title>Wide</title></head></nitf>', 'utf16le')],
    [
      'UTF-8 that says it is ISO 8859-1',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><nitf><head><title>Wíde</title></head></nitf>'),
    ],
  ])('%s is read as what it is', async (_, bytes) => {
    const [result] = await readWith(claimant(bytes)!, bytes);
    expect(result?.ok === true && result.value.headline.startsWith('W')).toBe(true);
    expect(result?.ok === true && result.value.headline.length).toBe(4);
  });
});

describe('files of others', () => {
  test.each([
    '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
    '<html><body><nitf>no</nitf></body></html>',
    '<newsItem><headline>of some other format</headline></newsItem>',
    '{"uri":"http://a","headline":"not enough"}',
    '{"type":"text","headline":"no address"}',
    '[{"uri":"http://a","title":"no more"}]',
    '{"$schema":"x","uri":"y","type":"text"}',
    '<REUTERS>no attributes</REUTERS>',
    '\u0001no number\u0002text',
    'Plain text about <nitf> and NewsML.',
  ])('%s is not claimed', (text) => {
    expect(claimant(bytesOf(text))?.name ?? null).toBeNull();
  });
});

describe('hostile files', () => {
  const size = 5_000_000;
  const fill = (text: string): string => text.repeat(Math.ceil(size / text.length)).slice(0, size);
  test.each([
    ['deep NITF', `<nitf><body><body.content>${fill('<block>')}`],
    ['many paragraphs', `<nitf><body><body.content>${fill('<p>word</p>')}`],
    ['lists in lists', `<nitf><body><body.content>${fill('<ul><li>a')}`],
    [
      'many prefixes',
      `<nitf ${Array.from({ length: 40_000 }, (_, at) => `xmlns:p${at}="x"`).join(' ')}>${fill('<a xmlns="b"/>')}`,
    ],
    ['unclosed comment', `<nitf><!-- ${fill('<!-- ')}`],
    ['unclosed prolog', `<?xml ${fill('<?xml ')}`],
    ['brackets', `<nitf>${fill('<')}`],
    [
      'equivalents in equivalents',
      `<NewsML><NewsItem>${fill('<NewsComponent EquivalentsList="yes"><ContentItem><DataContent>word</DataContent></ContentItem>')}`,
    ],
    [
      'components in components',
      `<NewsML><NewsItem>${'<NewsComponent EquivalentsList="yes">'.repeat(190)}${fill('<NewsComponent><ContentItem><DataContent>&lt;p&gt;w</DataContent></ContentItem></NewsComponent>')}`,
    ],
    ['items in items', `<NewsML>${fill('<NewsItem><NewsComponent>')}`],
    [
      'many items',
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${fill('<newsItem/>')}`,
    ],
    ['escaped markup', `${g2}<contentSet><inlineData contenttype="text/html">${fill('&lt;a b=&quot;')}`],
    ['plain data', `${g2}<contentSet><inlineData>${fill(' \n ')}`],
    [
      'many references',
      `<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"><groupSet>${fill('<itemRef><title>t</title></itemRef>')}`,
    ],
    ['quotes in JSON', `{"uri":"a","type":"text","body_text":"${fill('\\"')}"}`],
    ['unclosed JSON', `{"uri":"a","type":"text","body_text":"${fill('\\"')}`],
    [
      'nested associations',
      `{"uri":"a","type":"text","body_text":"b","associations":[${'{"type":"text","body_text":"b","associations":['.repeat(3_000)}`,
    ],
    ['markup in JSON', `{"uri":"a","type":"text","headline":"h","body_html":"${fill('<a ')}"}`],
    ['open records', `<REUTERS NEWID="1">${fill('<REUTERS ')}`],
    [
      'one long record',
      `<REUTERS NEWID="1"><TEXT><TITLE>t</TITLE><BODY>${fill('<D>')}</BODY></TEXT></REUTERS>`,
    ],
    ['tags without end', `<REUTERS NEWID="1"><TEXT>${fill('<TITLE>')}</REUTERS>`],
    ['wire without end', `\u0001abc123 1 a\r\n\u0002${fill('^ ')}`],
    ['wire of starts', `\u0001abc123 1 a\r\n\u0002x\u0004${fill('\u0001')}`],
    ['wire of blanks', `\u0001abc123 1 a\r\n\u0002a${fill('\n   ')}=\n\u0003\u0004`],
  ])(
    '%s: done in time',
    async (_, text) => {
      const { reader } = await timed(bytesOf(text));
      expect(reader === null ? 'unclaimed' : 'claimed').toBe(
        text.startsWith('<?xml <?xml') ? 'unclaimed' : 'claimed',
      );
    },
    30_000,
  );
});

describe('mutations', () => {
  const runs = isLong ? 20_000 : 400;
  test(`${runs} changed files give results or reasons, and no bug`, async () => {
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = randomFrom(seed);
      const { bytes, reader } = sources[below(random, sources.length)]!;
      const changed = Buffer.from(bytes);
      for (let count = below(random, 12); count >= 0; count -= 1) {
        changed[below(random, changed.length)] = below(random, 256);
      }
      const from = below(random, changed.length);
      const mutated = random() < 0.3 ? Buffer.concat([changed, changed.subarray(from)]) : changed;
      const asked = random() < 0.9 ? reader : agencyReaders[below(random, agencyReaders.length)]!;
      const read = async (): Promise<Results> => {
        claimant(mutated);
        return readWith(asked, mutated);
      };
      const results = await inTime(longest, read, `seed ${String(seed)}`);
      expect(results.filter((result) => !result.ok && result.error.code === 'internal')).toEqual([]);
    }
  }, 600_000);
});

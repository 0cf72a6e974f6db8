import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeAs, decodeText } from '../../../archive/text/decode.ts';

const samples = {
  serbian:
    'Vlada je juče saopštila da će pregovori početi u četvrtak. Građani očekuju rešenje, ali niko ne želi da žuri, kažu u Čačku i Šapcu.',
  cyrillic:
    'Влада је јуче саопштила да ће преговори почети у четвртак. Грађани очекују решење, али нико не жели да жури, кажу у Чачку и Шапцу.',
  albanian:
    'Qeveria tha se bisedimet do të fillojnë të enjten. Qytetarët presin një zgjidhje, por askush nuk është i nxituar, thonë në Gjakovë dhe Çabër.',
  english:
    'The government said the talks would begin on Thursday. \u201cNobody is in a hurry,\u201d the envoy\u2019s office said \u2013 or so it seems.',
  german:
    'Die Gespräche über das Abkommen sollen für beide Seiten früh genug beginnen, hieß es am Sonntag in Österreich.',
};

type Encoding = 'windows-1250' | 'windows-1251' | 'windows-1252' | 'iso-8859-2' | 'iso-8859-5';
const pairs: readonly (readonly [keyof typeof samples, Encoding])[] = [
  ['serbian', 'windows-1250'],
  ['serbian', 'iso-8859-2'],
  ['cyrillic', 'windows-1251'],
  ['cyrillic', 'iso-8859-5'],
  ['albanian', 'windows-1252'],
  ['english', 'windows-1252'],
  ['german', 'windows-1252'],
];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const outcome = (bytes: Uint8Array): unknown => {
  const result = decodeText(bytes);
  return result.ok
    ? { encoding: result.value.encoding, text: result.value.text, lost: result.value.lost }
    : result.error;
};

describe('decodeText', () => {
  it.each(pairs)('guesses %s in %s', (name, encoding) => {
    const result = decodeText(iconv.encode(samples[name], encoding));
    const value = result.ok ? result.value : null;
    expect({ encoding: value?.encoding, text: value?.text }).toEqual({ encoding, text: samples[name] });
    expect(value?.confidence).toBeGreaterThan(50);
  });

  it('tells what two encodings share by the names in English text', () => {
    const text = 'The president of Serbia, Boris Tadić, met Mr Koštunica and the mayor of Čačak on Friday.';
    expect(outcome(iconv.encode(text, 'windows-1250'))).toEqual({ encoding: 'windows-1250', text, lost: 0 });
    const cafe = 'The café in the old town was full on Friday, the waiter said, and so was the theatre.';
    expect(outcome(iconv.encode(cafe, 'windows-1252'))).toEqual({
      encoding: 'windows-1252',
      text: cafe,
      lost: 0,
    });
  });

  it('believes byte order marks and strict UTF-8 without guessing', () => {
    const text = 'Пристина, Thaçi\r\nsecond line';
    const certain = (encoding: string): unknown => ({
      ok: true,
      value: { text, encoding, confidence: null, lost: 0 },
    });
    expect(decodeText(bytesOf(text))).toEqual(certain('utf-8'));
    expect(decodeText(bytesOf(`\ufeff${text}`))).toEqual(certain('utf-8'));
    expect(decodeText(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual(certain('utf-16le'));
    expect(decodeText(iconv.encode(text, 'utf-16be', { addBOM: true }))).toEqual(certain('utf-16be'));
    expect(outcome(iconv.encode(text, 'utf-16le'))).toEqual({ encoding: 'utf-16le', text, lost: 0 });
    expect(outcome(iconv.encode(text, 'utf-16be'))).toEqual({ encoding: 'utf-16be', text, lost: 0 });
  });

  it('counts what is lost, and refuses when it is much', () => {
    const whole = bytesOf('Грађани очекују решење, кажу у Чачку и Шапцу.');
    const cut = whole.subarray(0, whole.length - 2);
    expect(outcome(cut)).toEqual({
      encoding: 'utf-8',
      text: 'Грађани очекују решење, кажу у Чачку и Шапц\ufffd',
      lost: 1,
    });
    const korean = iconv.encode(
      '정부는 회담이 목요일에 시작될 것이라고 밝혔다. 시민들은 해결책을 기대하고 있다.',
      'euc-kr',
    );
    expect(outcome(korean)).toBe('undecodable');
    expect(
      outcome(
        iconv.encode('シチズンは解決を期待している。政府は木曜日に会談が始まると述べた。', 'shift_jis'),
      ),
    ).toBe('undecodable');
    const broken = iconv.encode('a', 'utf-16le', { addBOM: true });
    const surrogates = Uint8Array.from([
      ...broken,
      ...Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 0x00 : 0xd8)),
    ]);
    expect(outcome(surrogates)).toBe('undecodable');
  });

  it('refuses what is empty or not text', () => {
    const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
    expect(outcome(new Uint8Array())).toBe('empty');
    expect(outcome(bytesOf('\ufeff \r\n\t\u00a0'))).toBe('empty');
    expect(outcome(latin('\xff\xfe'))).toBe('empty');
    for (const head of [
      '\x89PNG\r\n\x1a\nrest of it',
      '%PDF-1.4 all in ASCII',
      'PK\x03\x04 zip',
      '\x7fELF',
      '\x1f\x8b',
      'text\0text',
    ]) {
      expect([head, outcome(latin(head))]).toEqual([head, 'binary']);
    }
    expect(
      outcome(
        latin(
          'two signs of an old telegram, \x02 and \x03, in a line that is long enough for them to be few among the many others that are printed'.repeat(
            3,
          ),
        ),
      ),
    ).toMatchObject({ encoding: 'utf-8' });
    expect(outcome(latin('DOS ends its files so.\x1a'))).toMatchObject({ encoding: 'utf-8' });
  });

  it('never throws, and decodes again to the same text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const result = decodeText(bytes);
        if (result.ok) expect(decodeAs(bytes, result.value.encoding)).toBe(result.value.text);
        else expect(['empty', 'binary', 'undecodable']).toContain(result.error);
      }),
      { numRuns: 400 },
    );
  });
});

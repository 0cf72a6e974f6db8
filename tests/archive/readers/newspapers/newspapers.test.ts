import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ArchiveError } from '../../../../archive/model/errors.ts';
import { ok } from '../../../../archive/model/result.ts';
import type { Result } from '../../../../archive/model/result.ts';
import { alto } from '../../../../archive/readers/newspapers/alto.ts';
import { readIssue } from '../../../../archive/readers/newspapers/mets-issue.ts';
import type { AltoSource } from '../../../../archive/readers/newspapers/issue-pages.ts';
import type { Draft } from '../../../../archive/readers/reader.ts';
import { mutated, resultsOf } from '../documents/support.ts';
import { outline } from '../read.ts';
import { inTime } from '../../support/in-time.ts';

const file = fileURLToPath(new URL('../../../fixtures/readers/alto/page/source.xml', import.meta.url));
const page = readFileSync(file);
const source: AltoSource = async (href) => (href === 'text/3.xml' ? page : null);

const area = (begin: string, id = 'A3', end = ''): string =>
  `<fptr><area FILEID="${id}" BETYPE="IDREF" BEGIN="${begin}"${end === '' ? '' : ` END="${end}"`}/></fptr>`;
const head = (date: string): string =>
  `<dmdSec ID="ISSUE"><mdWrap><xmlData><m:mods xmlns:m="http://www.loc.gov/mods/v3"><m:titleInfo><m:title>Glasnik</m:title></m:titleInfo>` +
  `<m:language><m:languageTerm>hr</m:languageTerm></m:language><m:originInfo><m:dateIssued>${date}</m:dateIssued></m:originInfo></m:mods></xmlData></mdWrap></dmdSec>` +
  `<fileSec><fileGrp><file ID="A3" MIMETYPE="text/xml"><FLocat xlink:href="file://./text/3.xml"/></file><file ID="A4"><FLocat xlink:href="text/4.xml"/></file></fileGrp></fileSec>`;
const metsOf = (content: string, more = '', date = '1912-12-17'): string =>
  `<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">${head(date)}<structMap TYPE="LOGICAL"><div TYPE="Newspaper"><div TYPE="ISSUE" DMDID="ISSUE">${content}</div></div></structMap>${more}</mets>`;

const wholeArticle =
  `<div TYPE="SECTION" LABEL="Vijesti"><div ID="D1" TYPE="ARTICLE"><div TYPE="HEADING"><div TYPE="TITLE">${area('P3_TB1')}</div></div>` +
  `<div TYPE="BODY"><div TYPE="BODY_CONTENT"><div TYPE="PARAGRAPH"><div TYPE="TEXT">${area('P3_TB2')}</div></div><div TYPE="PARAGRAPH"><div TYPE="TEXT">${area('P3_TB3')}</div></div></div></div></div></div>` +
  `<div ID="D2" TYPE="ADVERTISEMENT">${area('P3_TB3')}</div>`;

async function read(mets: string, from: AltoSource = source): Promise<Result<Draft, ArchiveError>[]> {
  const results: Result<Draft, ArchiveError>[] = [];
  for await (const result of readIssue(mets, from, 'issue.xml'))
    results.push(result.ok ? ok(result.value.draft) : result);
  return results;
}

describe('an issue of a digitised newspaper', () => {
  it('reads headline, section and paragraphs from the blocks that METS names', async () => {
    const [result, ...rest] = await read(metsOf(wholeArticle));
    expect(rest).toEqual([]);
    const draft = result?.ok === true ? result.value : null;
    expect(draft === null ? result : outline(draft)).toEqual([
      'headline: Pregovori u Londonu',
      'paragraph: Ambasadori velikih sila sastali su se juče.',
      'paragraph: O granicama nije odlučeno.',
    ]);
    expect(draft).toMatchObject({ source: 'Glasnik', section: 'Vijesti', language: 'hr', warnings: [] });
    expect(draft?.published).toMatchObject({ value: '1912-12-17', precision: 'day' });
  });

  it('reads dates as they are printed', async () => {
    const [result] = await read(metsOf(wholeArticle, '', '17.12.1912'));
    expect(result?.ok === true ? result.value.published?.value : result).toBe('1912-12-17');
  });

  it('follows links to areas of pages, from word to word', async () => {
    const links = `<structLink><smLinkGrp><smLocatorLink xlink:href="#D1"/><smLocatorLink xlink:href="#a1"/></smLinkGrp></structLink>`;
    const areas = `<structMap TYPE="PHYSICAL"><div><div ID="a1">${area('P3_S1', 'A3', 'P3_S12')}</div></div></structMap>`;
    const [result] = await read(metsOf('<div ID="D1" TYPE="ARTICLE"/>', areas + links));
    expect(result?.ok === true ? outline(result.value) : result).toEqual([
      'headline: Pregovori u Londonu',
      'paragraph: Ambasadori velikih sila sastali su se juče.',
    ]);
  });

  it('names the page that is missing, and the article that has no words', async () => {
    const text = (id: string, begin: string): string =>
      `<div TYPE="PARAGRAPH"><div TYPE="TEXT">${area(begin, id)}</div></div>`;
    const results = await read(
      metsOf(
        `<div ID="D1" TYPE="ARTICLE" LABEL="Pregovori">${text('A3', 'P3_TB3')}${text('A4', 'P4_TB1')}</div><div ID="D2" TYPE="ARTICLE">${text('A4', 'P4_TB2')}</div>`,
      ),
    );
    expect(results[0]?.ok === true ? results[0].value.warnings : results[0]).toEqual([
      { code: 'part-missing', part: 'what stands in text/4.xml' },
    ]);
    expect(results[1]).toEqual({
      ok: false,
      error: {
        code: 'record-broken',
        params: { path: 'issue.xml › D2', detail: 'the file of its page is not there: text/4.xml' },
      },
    });
  });
});

describe('damaged files', () => {
  const rounds = process.env['CUTTINGS_LONG_TESTS'] === '1' ? 20_000 : 300;
  const known = ['draft', 'file-broken', 'no-article', 'record-broken'];

  it('pages', async () => {
    for (const bytes of mutated([page], rounds, 3)) {
      const found = await inTime(2_000, () => resultsOf(alto, bytes));
      expect(known).toEqual(expect.arrayContaining(found.map((one) => (one.ok ? 'draft' : one.error.code))));
    }
  });

  it('tables of contents', async () => {
    const mets = Buffer.from(metsOf(wholeArticle));
    for (const bytes of mutated([mets], rounds, 5)) {
      const codes = (await read(Buffer.from(bytes).toString('utf8'))).map((one) =>
        one.ok ? 'draft' : one.error.code,
      );
      expect(known).toEqual(expect.arrayContaining(codes));
    }
  });

  it('a page that is named again and again', async () => {
    const paragraph = `<div TYPE="PARAGRAPH"><div TYPE="TEXT">${area('P3_TB2')}</div></div>`;
    const mets = metsOf(`<div ID="D1" TYPE="ARTICLE" LABEL="Vijesti">${paragraph.repeat(100_000)}</div>`);
    const [result] = await inTime(10_000, () => read(mets));
    const blocks = result?.ok === true ? result.value.blocks : [];
    const length = blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : 0), 0);
    expect([length > 1_900_000, length < 2_100_000]).toEqual([true, true]);
  });

  it('elements in elements', async () => {
    const deep = `<alto><Layout>${'<TextBlock>'.repeat(300_000)}`;
    expect((await inTime(2_000, () => resultsOf(alto, Buffer.from(deep))))[0]?.ok).toBe(false);
  });
});

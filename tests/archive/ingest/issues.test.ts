import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { run, runJson } from '../cli/support.ts';
import { temporaryFolder } from '../support/temporary.ts';

interface Line {
  readonly outcome: string;
  readonly path: string;
  readonly code?: string;
  readonly message?: string;
  readonly articles?: readonly string[];
}

interface Report {
  readonly added: number;
  readonly duplicates: number;
  readonly lines: readonly Line[];
}

interface Shown {
  readonly headline: string;
  readonly source: string | null;
  readonly section: string | null;
  readonly byline: string | null;
  readonly published: { readonly value: string } | null;
  readonly blocks: readonly { readonly kind: string; readonly text?: string; readonly caption?: string }[];
  readonly warnings: readonly { readonly code: string }[];
}

const fixtures = fileURLToPath(new URL('../../fixtures/issues', import.meta.url));

const idsOf = ({ lines }: Report): readonly string[] => lines.flatMap(({ articles = [] }) => articles);

async function shown(library: string, id: string): Promise<unknown> {
  const { headline, source, section, byline, published, blocks, warnings } = await runJson<Shown>(
    library,
    'show',
    id,
  );
  return {
    ...{ headline, source, section, byline, published: published?.value ?? null },
    blocks: blocks.map(({ kind, text, caption }) => `${kind}: ${text ?? caption ?? ''}`),
    warnings: warnings.map(({ code }) => code),
  };
}

/** What an import made of a folder; paths from there. */
async function told(library: string, folder: string, report: Report): Promise<unknown> {
  const plain = (text: string): string => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  return {
    lines: report.lines.map(({ outcome, path: at, code, message }) =>
      [outcome, plain(at), ...(code === undefined ? [] : [code, plain(message ?? '')])].join(' | '),
    ),
    articles: await Promise.all(idsOf(report).map((id) => shown(library, id))),
  };
}

function zipOf(folder: string): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const name of fs.readdirSync(folder, { recursive: true }) as string[]) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isFile()) zip.addFile(file, name.replaceAll('\\', '/'));
  }
  zip.end();
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    zip.outputStream.on('data', (piece: Buffer) => pieces.push(piece));
    zip.outputStream.on('end', () => resolve(Buffer.concat(pieces)));
    zip.outputStream.on('error', reject);
  });
}

describe('issues of newspapers, as folders', () => {
  for (const name of fs.readdirSync(fixtures)) {
    it(name, async () => {
      const library = temporaryFolder();
      const folder = path.join(fixtures, name, 'source');
      const report = await runJson<Report>(library, 'import', folder);
      const expected = path.join(fixtures, name, 'expected.json');
      const found = await told(library, folder, report);
      if (process.env['CUTTINGS_WRITE_EXPECTED'] === '1')
        fs.writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`);
      expect(found).toEqual(JSON.parse(fs.readFileSync(expected, 'utf8')));
      const again = await runJson<Report>(library, 'import', folder);
      expect(again.added).toBe(0);
      expect((await run(library, 'verify')).code).toBe(0);
    });
  }
});

describe('an issue is kept whole', () => {
  const folder = path.join(fixtures, 'docworks', 'source');
  const mets = path.join(folder, '1912-12-17', '1912-12-17-mets.xml');
  const files = (library: string): number =>
    (fs.readdirSync(path.join(library, 'originals'), { recursive: true }) as string[]).filter((name) =>
      /[\da-f]{64}$/u.test(name),
    ).length;

  it('its original is the METS file; pages are kept, and go with the last article', async () => {
    const library = temporaryFolder();
    const ids = idsOf(await runJson<Report>(library, 'import', folder));
    const before = files(library);
    const original = await run(library, 'show', ids[0] ?? '', '--original');
    expect(original.stdout.equals(fs.readFileSync(mets))).toBe(true);
    expect((await run(library, 'delete', ids[0] ?? '')).code).toBe(0);
    expect(files(library)).toBe(before);
    expect((await run(library, 'delete', ids[1] ?? '')).code).toBe(0);
    expect(files(library)).toBe(before - 3);
    expect((await run(library, 'verify')).code).toBe(0);
  });

  it('an exported archive, a backup and the METS file alone give the same articles with the same ids', async () => {
    const library = temporaryFolder();
    const ids = idsOf(await runJson<Report>(library, 'import', folder));
    const wacz = path.join(temporaryFolder(), 'all.wacz');
    expect((await run(library, 'export', '--wacz', wacz)).code).toBe(0);
    const other = temporaryFolder();
    const report = await runJson<Report>(other, 'import', wacz);
    expect(idsOf(report)).toEqual(expect.arrayContaining([...ids]));
    expect(report.lines.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(await shown(other, ids[0] ?? '')).toEqual(await shown(library, ids[0] ?? ''));
    const original = await run(other, 'show', ids[0] ?? '', '--original');
    expect(original.stdout.equals(fs.readFileSync(mets))).toBe(true);
    const backup = path.join(temporaryFolder(), 'backup');
    expect((await run(library, 'backup', backup)).code).toBe(0);
    expect((await run(backup, 'verify')).code).toBe(0);
    expect(files(backup)).toBe(files(library));
    const alone = await runJson<Report>(temporaryFolder(), 'import', mets);
    expect(idsOf(alone)).toEqual(ids);
  });

  it('pages that were imported by themselves stay when the issue goes', async () => {
    const library = temporaryFolder();
    const page = path.join(folder, '1912-12-17', 'text', 'page 00001.xml');
    const [alone = ''] = idsOf(await runJson<Report>(library, 'import', page));
    const ids = idsOf(await runJson<Report>(library, 'import', folder));
    for (const id of ids) await run(library, 'delete', id);
    expect((await run(library, 'show', alone, '--original')).stdout.equals(fs.readFileSync(page))).toBe(true);
    expect((await run(library, 'verify')).code).toBe(0);
  });
});

describe('issues in archives', () => {
  const folder = path.join(fixtures, 'docworks', 'source');

  async function check(file: string): Promise<void> {
    const library = temporaryFolder();
    const report = await runJson<Report>(library, 'import', file);
    const ids = idsOf(report);
    const loose = temporaryFolder();
    const own = idsOf(await runJson<Report>(loose, 'import', folder));
    const all = (from: string, of: readonly string[]): Promise<unknown[]> =>
      Promise.all(of.map((id) => shown(from, id)));
    expect(await all(library, ids)).toEqual(await all(loose, own));
    expect(report.lines.map(({ outcome, code }) => [outcome, code])).toEqual(
      expect.arrayContaining([['skipped', 'issue-parts']]),
    );
    expect(report.lines.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect((await run(library, 'show', ids[0] ?? '', '--original')).stdout.toString()).toContain(
      '<mets:mets',
    );
    const again = await runJson<Report>(library, 'import', file);
    expect([again.added, (await run(library, 'verify')).code]).toEqual([0, 0]);
  }

  it('ZIP', async () => {
    const file = path.join(temporaryFolder(), 'issue.zip');
    fs.writeFileSync(file, await zipOf(folder));
    await check(file);
  });

  for (const [name, flag] of [
    ['issue.tar', '-cf'],
    ['issue.tar.gz', '-czf'],
  ] as const) {
    it(name, async () => {
      const file = path.join(temporaryFolder(), name);
      execFileSync('tar', [flag, file, '-C', folder, '1912-12-17']);
      await check(file);
    });
  }

  it('pages without a METS file are read by themselves', async () => {
    const file = path.join(temporaryFolder(), 'pages.tar.gz');
    execFileSync('tar', ['-czf', file, '-C', path.join(folder, '1912-12-17'), 'text']);
    const library = temporaryFolder();
    const report = await runJson<Report>(library, 'import', file);
    expect(report.added).toBe(2);
  });
});

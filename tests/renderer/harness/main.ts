// A page to look at the whole window without Electron:
// ?query=… &open=… &theme=light|dark &import=running|finished &state=restarting|failed &do=command,command
// &nothing (an empty library) &million=N (so many articles, made when they are looked at) &delay=ms of their answers
// &completes (completions are offered) &meant=text &say=damaged,indexing,cut,words (what the answers say)
import { archiveError } from '../../../archive/model/errors.ts';
import type { CommandId } from '../../../main/bridge/commands.ts';
import type { SearchNotice } from '../../../archive/model/search.ts';
import { FakeArchive } from '../support/fake-archive.ts';
import { FakeBridge } from '../support/fake-bridge.ts';
import { MillionArchive } from '../support/million-archive.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const notices: Readonly<Record<string, SearchNotice>> = {
  damaged: { code: 'index-damaged' },
  indexing: { code: 'indexing', missing: 12_400 },
  cut: { code: 'expansion-cut', term: '*e*', limit: 1024 },
  words: {
    code: 'searched-as-words',
    reason: { code: 'unbalanced', sign: '“' },
    at: 0,
    suggestion: '"final status" kosovo',
  },
};

function archiveAsked(): FakeArchive {
  const million = query.get('million');
  if (million === null) return new FakeArchive(query.has('nothing') ? [] : undefined);
  const archive = new MillionArchive(Number(million));
  archive.delay = Number(query.get('delay') ?? 0);
  return archive;
}

const archive = archiveAsked();
archive.completes = query.has('completes');
const said = (query.get('say') ?? '').split(',').flatMap((name) => notices[name] ?? []);
archive.remarks = {
  didYouMean: query.get('meant'),
  exact: said.every(({ code }) => code === 'searched-as-words'),
  ...(said.length > 0 && { notices: said }),
};
const fake = new FakeBridge(archive, {
  settings: { theme },
  start: { query: query.get('query'), open: query.get('open'), still: true },
}).install();
await import('../../../renderer/app/ct-app.ts');
document.body.append(document.createElement('ct-app'));

function tell(): void {
  const imports = query.get('import');
  if (imports === 'running') {
    fake.imports.emit({
      state: 'running',
      progress: { files: 1204, articles: 1187, bytes: 9e6, path: 'a.txt' },
    });
  }
  if (imports === 'finished') {
    const totals = {
      added: 12,
      duplicates: 2,
      kept: 1,
      failed: 1,
      skipped: 0,
      tookMs: 900,
      cancelled: false,
    };
    fake.imports.emit({ state: 'finished', run: 2, totals });
  }
  if (query.get('state') === 'restarting') fake.die();
  if (query.get('state') === 'failed') {
    const path = '/home/a/.local/share/Cuttings/library/library.sqlite';
    fake.archiveState.emit({
      state: 'failed',
      error: archiveError('library-broken', { path, detail: 'file is not a database' }),
    });
  }
  for (const command of query.get('do')?.split(',') ?? []) fake.commands.emit(command as CommandId);
  document.documentElement.dataset['ready'] = '';
}

const timer = setInterval(() => {
  if (fake.shown === 0) return;
  clearInterval(timer);
  tell();
}, 20);

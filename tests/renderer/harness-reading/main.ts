import { html, render } from 'lit';
import type { ArticleId } from '../../../archive/model/article.ts';
import { archiveError } from '../../../archive/model/errors.ts';
import type { ImportLine } from '../../../archive/model/import-report.ts';
import '../../../renderer/components/ct-about.ts';
import '../../../renderer/components/ct-help.ts';
import '../../../renderer/components/ct-import-reports.ts';
import '../../../renderer/components/ct-reading-pane.ts';
import type { ArticleView, OpenArticleEvent, ViewChangeEvent } from '../../../renderer/components/events.ts';
import { FakeArchive, marking } from '../reading/support/fake-archive.ts';
import { albanianHeld, bbc, every, longHeld, serbian } from '../reading/support/more-articles.ts';
import { articleId, bbcId, bubbleId } from '../reading/support/sample-articles.ts';

// A page to look at: ?show=bbc|every|serbian|albanian|long|listed|error|empty|report|about|help
// &view=clean|side|original &theme=light|dark &words=… &step=N &scroll=Y
const query = new URLSearchParams(location.search);
const long = longHeld(60);
const archive = new FakeArchive([bbc, every, serbian, albanianHeld, long]);
archive.failures.set(
  articleId('dead'),
  archiveError('original-damaged', {
    sha256: 'ab'.repeat(32),
    path: '/home/a/.local/share/Cuttings/originals/ab',
  }),
);

const shown: Record<string, ArticleId> = {
  bbc: bbcId,
  every: every.article.id,
  serbian: serbian.article.id,
  albanian: albanianHeld.article.id,
  long: long.article.id,
  listed: bubbleId,
  error: articleId('dead'),
};

const lines: readonly ImportLine[] = [
  { outcome: 'added', path: '/home/a/press/one.txt', articles: [bbcId] },
  { outcome: 'added', path: '/home/a/press/two.txt', articles: [articleId('2'), articleId('3')] },
  { outcome: 'duplicate', path: '/home/a/press/one (copy).txt', articles: [bbcId] },
  {
    outcome: 'kept',
    path: '/home/a/press/fifty.txt',
    error: archiveError('too-large', {
      path: '/home/a/press/fifty.txt',
      bytes: 52_428_800,
      limit: 5_242_880,
    }),
  },
  {
    outcome: 'failed',
    path: '/home/a/press/a very long folder name that goes on and on/and another one below it/empty.txt',
    error: archiveError('empty', { path: '/home/a/press/empty.txt' }),
  },
  {
    outcome: 'failed',
    path: '/home/a/press/x.bin',
    error: archiveError('binary', { path: '/home/a/press/x.bin' }),
  },
  {
    outcome: 'skipped',
    path: '/home/a/press/.DS_Store',
    error: archiveError('system-file', { path: '/home/a/press/.DS_Store' }),
  },
];
archive.reports.made = [{ started: '2026-11-24T16:07:00Z', lines }];

let show = query.get('show') ?? 'bbc';
let id: ArticleId | null = shown[show] ?? null;
let view = (query.get('view') ?? 'clean') as ArticleView;
const words = query.get('words') ?? 'kosovo thaci';
document.documentElement.dataset['theme'] = query.get('theme') ?? 'light';

function draw(): void {
  render(
    html`<ct-reading-pane
        .archive=${archive}
        .articleId=${id}
        .markRequest=${words === '' ? null : marking(words)}
        .view=${view}
        .resultPlace=${{ index: 0, total: 12, exact: true }}
        @ct-view-change=${(event: ViewChangeEvent) => {
          view = event.view;
          draw();
        }}
        @ct-open-article=${(event: OpenArticleEvent) => {
          id = event.articleId;
          draw();
        }}
      ></ct-reading-pane>
      <ct-import-reports
        .run=${1}
        .source=${archive}
        ?open=${show === 'report'}
        @close=${close}
      ></ct-import-reports>
      <ct-help ?open=${show === 'help'} @close=${close}></ct-help>
      <ct-about
        ?open=${show === 'about'}
        @close=${close}
        .information=${{
          version: '0.1.0',
          electron: '25.1.1',
          chromium: '114.0.5735.106',
          node: '18.15.0',
          runtimeWarning:
            'This is Electron 25.1.1, an old runtime for development and tests only: its browser no longer gets security updates.',
          libraryPath: '/home/a/.local/share/Cuttings/library',
        }}
      ></ct-about>`,
    document.querySelector('main') ?? document.body,
  );
}

function close(): void {
  show = '';
  draw();
}

document.addEventListener(
  'ct-reading-shown',
  () => {
    const pane = document.querySelector('ct-reading-pane');
    for (let step = Number(query.get('step') ?? 0); step > 0; step -= 1) pane?.nextMark();
    const scroller = pane?.shadowRoot?.querySelector('ct-side-by-side')?.shadowRoot?.querySelector('.clean');
    scroller?.scrollTo({ top: Number(query.get('scroll') ?? 0), behavior: 'instant' });
    document.documentElement.dataset['ready'] = '';
  },
  { once: true },
);
draw();

import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ArticleId } from '../../archive/model/article.ts';
import type { AboutInformation, StartRequest } from '../../main/bridge/bridge.ts';
import type { CommandId } from '../../main/bridge/commands.ts';
import { commands } from '../../main/bridge/commands.ts';
import '../components/ct-failure.ts';
import '../components/ct-front-page.ts';
import type { CtReadingPane } from '../components/ct-reading-pane.ts';
import type { CtResultList } from '../components/ct-result-list.ts';
import '../components/ct-sidebar.ts';
import { ArchiveClient } from '../controllers/archive-client.ts';
import { ArchiveConnection } from '../controllers/archive-connection.ts';
import { CollectionsController } from '../controllers/collections-controller.ts';
import { EditingController } from '../controllers/editing-controller.ts';
import { ImportController } from '../controllers/import-controller.ts';
import { ImportOfferController } from '../controllers/import-offer-controller.ts';
import { IndexingController } from '../controllers/indexing-controller.ts';
import { KeepingController } from '../controllers/keeping-controller.ts';
import { LibraryController } from '../controllers/library-controller.ts';
import { MediaController } from '../controllers/media-controller.ts';
import { ReadingRoom } from '../controllers/reading-room.ts';
import { SettingsController } from '../controllers/settings-controller.ts';
import { sharedStyles } from '../styles/shared-styles.ts';
import { Announcer } from './announcer.ts';
import {
  collectionDialog,
  collectionNews,
  followCollection,
  handleCollectionEvents,
  undoPressed,
} from './app-collections.ts';
import { dialogs, type DialogName } from './app-dialogs.ts';
import { editingDialogs, editingNews, handleEditingEvents, leaveArticle } from './app-editing.ts';
import { handleEvents } from './app-events.ts';
import { appHeader } from './app-header.ts';
import { libraryPage, riskNotice } from './app-library.ts';
import { indexDamage, notices } from './app-notices.ts';
import { resultsScreen } from './app-results.ts';
import { appStyles } from './app-styles.ts';
import { commandState } from './command-state.ts';
import { runCommand } from './commands.ts';
import { ContentWatch } from './content-watch.ts';
import { resultWords, windowTitle } from './screen-words.ts';
import { commandFor, isTyping } from './shortcuts.ts';
import { applyStart } from './start.ts';
import { windowBridge } from './window-bridge.ts';

/**
 * The application's window: connects the controllers, draws the screen they add up to, and takes what people do to
 * them. It keeps no state of its own but what is open over the screen.
 */
@customElement('ct-app')
export class CtApp extends LitElement {
  readonly bridge = windowBridge();
  readonly archive = new ArchiveClient();
  readonly connection = new ArchiveConnection(this, this.bridge, this.archive);
  readonly settings = new SettingsController(this, this.bridge, (now, before) => {
    const { match, sort, exactSpelling } = before;
    if (now.match !== match || now.sort !== sort || now.exactSpelling !== exactSpelling) {
      this.room.settingsChanged();
    }
  });
  readonly room: ReadingRoom = new ReadingRoom(this, this.archive, () => this.settings.current);
  readonly library = new LibraryController(this, this.archive);
  readonly imports = new ImportController(this, this.bridge);
  readonly offers = new ImportOfferController(this, this.bridge);
  readonly indexing = new IndexingController(this, this.archive);
  readonly keeping = new KeepingController(this, this.bridge, this.archive);
  readonly collections = new CollectionsController(this, this.archive, (succession) =>
    followCollection(this.room, succession),
  );
  readonly editing = new EditingController(this, this.archive, (id) => leaveArticle(this, id));

  @state() dialog: DialogName | null = null;
  @state() drawer = false;
  @state() remark: string | null = null;
  @state() riskSeen = false;
  @state() private about: AboutInformation | null = null;
  @state() private started = false;

  @query('ct-reading-pane') readonly pane!: CtReadingPane | null;
  @query('ct-result-list') readonly list!: CtResultList | null;
  @query('.drawer') private readonly drawerElement!: HTMLDialogElement | null;

  private readonly narrow = new MediaController(this, '(max-width: 899.98px)');
  private readonly announcer = new Announcer(this);
  private readonly watch = new ContentWatch(this);
  private stops: readonly (() => void)[] = [];
  private sentState = '';

  static override styles = [sharedStyles, appStyles];

  constructor() {
    super();
    handleEvents(this);
    handleCollectionEvents(this);
    handleEditingEvents(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
    window.addEventListener('mouseup', this.onMouse);
    this.stops = [
      this.bridge.onCommand((command) => runCommand(this, command)),
      this.bridge.onStartRequest((request) => void this.start(request)),
      this.archive.onChange(() => {
        void this.library.load();
        this.keeping.changed();
        this.room.libraryChanged();
        this.pane?.refresh();
      }),
    ];
    void this.begin();
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.onKey);
    window.removeEventListener('mouseup', this.onMouse);
    for (const stop of this.stops) stop();
    super.disconnectedCallback();
  }

  /** Puts the caret into the search box. */
  focusBox(select: boolean): void {
    this.renderRoot.querySelector('ct-search-box')?.focus({ select });
  }

  /** Takes the caret out of the search box. */
  blurBox(): void {
    this.renderRoot.querySelector('ct-search-box')?.blur();
  }

  /** The reading pane has painted an article. */
  readingShown(article: ArticleId): void {
    this.watch.readingShown(article);
  }

  /** Opens a dialog; what it needs to know is asked for first. */
  async open(dialog: DialogName): Promise<void> {
    if (dialog === 'about') this.about = await this.bridge.about();
    this.dialog = dialog;
  }

  /** Opens an article and moves the focus to its headline as soon as it is shown. */
  read(article: ArticleId): void {
    this.watch.focusWhenShown(article);
    this.room.open(article);
  }

  private async begin(): Promise<void> {
    await this.settings.load();
    const request = await this.bridge.start();
    if (request.still) document.documentElement.dataset['still'] = '';
    await this.start(request);
    this.started = true;
    await this.updateComplete;
    this.focusBox(false);
    this.watch.announce(() => this.bridge.contentShown());
  }

  private async start(request: StartRequest): Promise<void> {
    this.remark = await applyStart(request, this.archive, this.room);
  }

  protected override render() {
    const failure = this.failure;
    const sidebar = html`<ct-sidebar
      .overview=${this.library.overview}
      .place=${this.room.place}
      .facets=${this.room.search.facets}
    ></ct-sidebar>`;
    return html`${
        this.narrow.matches
          ? html`<dialog
              class="drawer"
              aria-label="Library"
              @close=${() => (this.drawer = false)}
              @pointerdown=${this.onBesideDrawer}
            >
              ${this.drawer ? html`<nav aria-label="Library">${sidebar}</nav>` : nothing}
            </dialog>`
          : html`<nav aria-label="Library">${sidebar}</nav>`
      }
      ${failure ? html`<header></header>` : appHeader(this, this.narrow.matches)}
      <main>
        ${notices({
          archive: this.connection.state,
          imports: this.imports,
          indexing: this.indexing.progress,
          search: this.room.place.screen === 'results' ? this.room.search.error : null,
          damage: indexDamage(this),
          remark: this.remark,
        })}
        ${riskNotice(this)} ${collectionNews(this.collections.news)} ${editingNews(this)}
        ${failure ? html`<ct-failure .error=${failure}></ct-failure>` : this.screen()}
      </main>
      <div class="spoken visually-hidden" role="status">${this.announcer.spoken}</div>
      ${collectionDialog(this)} ${editingDialogs(this)} ${dialogs(this, this.about)}`;
  }

  /** Why the library cannot be used at all, or null. */
  get failure() {
    const { state } = this.connection;
    if (state.state === 'failed') return state.error;
    return this.library.overview ? null : this.library.error;
  }

  private screen() {
    if (!this.started) return nothing;
    if (this.room.place.screen === 'results') {
      return resultsScreen({
        room: this.room,
        archive: this.archive,
        narrow: this.narrow.matches,
        emptyLibrary: this.library.overview?.articles === 0,
      });
    }
    if (this.room.place.screen === 'library') return libraryPage(this);
    if (this.library.overview) {
      return html`<ct-front-page .overview=${this.library.overview}></ct-front-page>`;
    }
    return this.library.slow ? html`<p class="wait" role="status">Opening the library…</p>` : nothing;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { search, place } = this.room;
    if (changed.has('drawer') && this.drawer) this.drawerElement?.showModal();
    document.title = windowTitle(this.room, this.keeping.title);
    this.keeping.show(place.screen === 'library');
    this.announcer.say(place.screen === 'results' && search.answered ? resultWords(search.answered) : '');
    this.sendCommandState();
    this.watch.look();
  }

  /** Tells the menu what can act, when that has changed. */
  sendCommandState(): void {
    const { pane, room } = this;
    const hit = room.search.hitAt(room.index);
    const next = commandState({
      room,
      settings: this.settings.current,
      usable: this.failure === null,
      hasMarks: pane?.hasMarks ?? false,
      canUndo: this.collections.canUndo,
      canUndoCorrection: this.editing.canUndo,
      reading: pane !== null && room.shown.article !== null && hit?.archived !== false,
    });
    const text = JSON.stringify(next);
    if (text === this.sentState) return;
    this.sentState = text;
    this.bridge.setCommandState(next);
  }

  /** Nothing is open over the screen, and the library can be used. */
  get idle(): boolean {
    if (this.dialog !== null || this.drawer || this.collections.question !== null) return false;
    return this.offers.offer === null && this.editing.question === null && this.failure === null;
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandFor(event, this.bridge.platform);
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event);
    const undo = undoPressed(this, event);
    if (command === null && !slash && undo === null) return;
    if (!this.idle) return;
    event.preventDefault();
    this.run(undo ?? command ?? 'focus-search');
  };

  /** Carries a command out if it can act now; main's own are main's to judge. */
  run(command: CommandId): void {
    if ('main' in commands[command]) this.bridge.runCommand(command);
    else if (this.sentState.includes(`"${command}"`)) runCommand(this, command);
  }

  /** The mouse's own back and forward keys. */
  private readonly onMouse = (event: MouseEvent): void => {
    if (event.button === 3) this.room.back();
    else if (event.button === 4) this.room.forward();
  };

  private readonly onBesideDrawer = (event: PointerEvent): void => {
    if (event.target === this.drawerElement) this.drawerElement?.close();
  };

  /** Closes the library drawer of a narrow window. */
  closeDrawer(): void {
    this.drawerElement?.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ct-app': CtApp;
  }
}

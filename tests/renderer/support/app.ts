import { page } from 'vitest/browser';
import type { StartRequest } from '../../../main/bridge/bridge.ts';
import type { Settings } from '../../../main/bridge/settings.ts';
import type { CtApp } from '../../../renderer/app/ct-app.ts';
import type { CtResultList } from '../../../renderer/components/ct-result-list.ts';
import type { CtSearchBox } from '../../../renderer/components/ct-search-box.ts';
import { deep, deepAll, until, words } from '../reading/support/page.ts';
import { FakeArchive } from './fake-archive.ts';
import { FakeBridge } from './fake-bridge.ts';

export interface Given {
  readonly start?: Partial<StartRequest>;
  readonly settings?: Partial<Settings>;
  readonly archive?: FakeArchive;
  readonly width?: number;
  readonly height?: number;
}

/** The whole window with a fake archive behind a real port, and what a test looks at. */
export class Screen {
  readonly app: CtApp;
  readonly bridge: FakeBridge;
  readonly archive: FakeArchive;

  private constructor(app: CtApp, bridge: FakeBridge, archive: FakeArchive) {
    this.app = app;
    this.bridge = bridge;
    this.archive = archive;
  }

  /** Opens the window; with `wait` only after what was asked for at the start is painted. */
  static async open(
    { start, settings, archive = new FakeArchive(), width = 1440, height = 900 }: Given = {},
    wait = true,
  ): Promise<Screen> {
    await page.viewport(width, height);
    const bridge = new FakeBridge(archive, {
      ...(start && { start }),
      ...(settings && { settings }),
    }).install();
    const { CtApp: App } = await import('../../../renderer/app/ct-app.ts');
    document.body.replaceChildren(new App());
    const screen = new Screen(document.body.firstElementChild as CtApp, bridge, archive);
    if (wait) await until(() => bridge.shown > 0);
    return screen;
  }

  get root(): ShadowRoot {
    if (!this.app.shadowRoot) throw new Error('the window is not drawn');
    return this.app.shadowRoot;
  }

  get box(): CtSearchBox {
    return deep<CtSearchBox>(this.root, 'ct-search-box');
  }

  get list(): CtResultList {
    return deep<CtResultList>(this.root, 'ct-result-list');
  }

  /** The headlines of the drawn hits, in order. */
  get headlines(): readonly string[] {
    return deepAll(this.root, '[role=option] .headline').map(words);
  }

  /** The headline of the selected hit. */
  get selected(): string {
    return deepAll(this.root, '[role=option][aria-selected=true] .headline').map(words).join();
  }

  /** The headline over the article in the pane. */
  get article(): string {
    return deepAll(this.root, 'ct-reading-pane h1').map(words).join();
  }

  /** The words of a part of the window. */
  words(selector: string): string {
    return deepAll(this.root, selector).map(words).join(' | ');
  }

  /** Clicks the control that says this. */
  click(selector: string, label: string): void {
    const found = deepAll(this.root, selector).find((element) => words(element).includes(label));
    if (!found) throw new Error(`no ${selector} says ${label}`);
    found.click();
  }

  /** Waits until the list answers this text and its first article is shown. */
  async answered(text: string): Promise<void> {
    await until(() => this.app.room.search.answered?.question.text === text && this.app.room.index >= 0);
  }

  /** The element that has the focus, through all shadow trees. */
  static get focused(): Element | null {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  }
}

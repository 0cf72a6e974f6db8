import { archiveError } from '../model/errors.ts';
import { fail } from '../model/result.ts';
import { piecesOf, wholeOf } from '../readers/access/byte-source.ts';
import type { ByteSource } from '../readers/access/byte-source.ts';
import { rootElement } from '../readers/agency/root-element.ts';
import type { ContainerReader, ContainerVisit, Member } from '../readers/member.ts';
import { altoLimit } from '../readers/newspapers/alto.ts';
import type { AltoSource } from '../readers/newspapers/issue-pages.ts';
import { placesOf } from '../readers/newspapers/mets-href.ts';
import { metsFilesOf, metsLimit } from '../readers/newspapers/mets.ts';
import type { Found } from './found.ts';
import type { Content, ReadingTools } from './read-content.ts';
import { readIssueLeaf } from './read-issue.ts';
import { sourceOf } from './read-leaf.ts';

/** So much of a member is looked at for its first element. */
const lookedAt = 4_096;
/** More pages and METS files than this are not put together, but read one by one. */
const mostHeld = 200_000;
/** Containers in which a member is reached only by unpacking all that comes before it. */
const streams: ReadonlySet<string> = new Set(['gzip', 'zstandard']);

type Held = Omit<Member, 'content'>;

/** A container that is read, and how its members become contents. */
export interface OpenContainer {
  readonly reader: ContainerReader;
  readonly content: Content;
  readonly visit: ContainerVisit;
  readonly contentOf: (member: Member) => Content;
}

const addressOf = ({ capture, place }: Held): string => capture.url ?? place.name;

/**
 * METS files and pages of text in a container wait until all of its members are known: then the pages that a METS file
 * names are read with it as one issue, and the others by themselves.
 */
export class MemberIssues {
  private readonly container: OpenContainer;
  private readonly tools: ReadingTools;
  private readonly tables: Held[] = [];
  private readonly pages = new Map<string, Held>();

  constructor(container: OpenContainer, tools: ReadingTools) {
    this.container = container;
    this.tools = tools;
  }

  /** Whether a member waits: then it must not be read now. */
  async holds({ content, ...member }: Member): Promise<boolean> {
    if (this.tables.length + this.pages.size >= mostHeld) return false;
    const name = rootElement(await content.read(0, lookedAt))?.name;
    const address = addressOf(member);
    if (name === 'mets') this.tables.push(member);
    else if (name === 'alto' && !this.pages.has(address)) this.pages.set(address, member);
    else return false;
    return true;
  }

  /** The articles of every issue. What is left over is given to `readAlone`, whose content is good for that call. */
  async *read(readAlone: (content: Content) => AsyncIterable<Found>): AsyncGenerator<Found> {
    const alone = new Set<Held>();
    const parts = new Set<string>();
    for (const table of this.tables) {
      if (this.tools.signal?.aborted === true) return;
      const named = await this.issue(table);
      if (named === null) alone.add(table);
      else {
        for (const held of named.pages.values()) parts.add(addressOf(held));
        yield* this.readIssue(table, named.content, named.pages);
        await this.tools.spool.release(named.content.source);
      }
    }
    for (const [address, page] of this.pages) if (!parts.has(address)) alone.add(page);
    yield* this.readHeld(alone, readAlone);
  }

  private async open(held: Held): Promise<ByteSource | null> {
    const { reader, content, visit } = this.container;
    const opened = await reader.open(content.source, held.place, visit);
    return opened.ok ? opened.value : null;
  }

  /** A METS file with those of its pages that are here, by the names it gives them; null when there are none. */
  private async issue(
    table: Held,
  ): Promise<{ readonly content: Content; readonly pages: ReadonlyMap<string, Held> } | null> {
    const source = await this.open(table);
    if (source === null || source.size > metsLimit) return null;
    const content = this.container.contentOf({ ...table, content: source });
    const files = metsFilesOf(sourceOf(content, await wholeOf(source)));
    const pages = new Map<string, Held>();
    for (const href of files?.texts ?? []) {
      const page = placesOf(addressOf(table), href).flatMap((place) => this.pages.get(place) ?? [])[0];
      if (page !== undefined) pages.set(href, page);
    }
    if (pages.size > 0) return { content, pages };
    await this.tools.spool.release(source);
    return null;
  }

  private async *readIssue(
    table: Held,
    content: Content,
    pages: ReadonlyMap<string, Held>,
  ): AsyncGenerator<Found> {
    const { reader } = this.container;
    const unpacked = streams.has(reader.name) ? await this.unpack(new Set(pages.values())) : null;
    const source: AltoSource = async (href) => {
      const held = pages.get(href);
      if (held === undefined) return null;
      const page = unpacked === null ? await this.open(held) : (unpacked.get(addressOf(held)) ?? null);
      if (page === null || page.size > altoLimit) return null;
      const bytes = await wholeOf(page);
      if (unpacked === null) await this.tools.spool.release(page);
      return bytes;
    };
    const { signal, spool } = this.tools;
    const leaf = { ...content, bytes: await wholeOf(content.source) };
    yield* readIssueLeaf(leaf, source, signal);
    for (const page of unpacked?.values() ?? []) await spool.release(page);
    const path = `${this.container.content.path} › ${table.place.name}`;
    yield fail(archiveError('issue-parts', { path, files: pages.size }));
  }

  /** The wanted members of a container that is one stream, each unpacked once. */
  private async unpack(wanted: ReadonlySet<Held>): Promise<ReadonlyMap<string, ByteSource>> {
    const { reader, content, visit } = this.container;
    const addresses = new Set([...wanted].map(addressOf));
    const unpacked = new Map<string, ByteSource>();
    for await (const member of reader.members(content.source, visit)) {
      if (!member.ok) continue;
      const address = addressOf(member.value);
      if (addresses.delete(address))
        unpacked.set(address, await this.tools.spool.take(piecesOf(member.value.content)));
      await this.tools.spool.release(member.value.content);
      if (addresses.size === 0) break;
    }
    return unpacked;
  }

  private async *readHeld(
    alone: ReadonlySet<Held>,
    readAlone: (content: Content) => AsyncIterable<Found>,
  ): AsyncGenerator<Found> {
    const { reader, content, visit, contentOf } = this.container;
    if (!streams.has(reader.name)) {
      for (const held of alone) {
        if (this.tools.signal?.aborted === true) return;
        const source = await this.open(held);
        if (source === null) continue;
        yield* readAlone(contentOf({ ...held, content: source }));
        await this.tools.spool.release(source);
      }
      return;
    }
    if (alone.size === 0) return;
    const left = new Set([...alone].map(({ place }) => JSON.stringify(place)));
    for await (const member of reader.members(content.source, visit)) {
      if (this.tools.signal?.aborted === true || left.size === 0) return;
      if (!member.ok) continue;
      if (left.delete(JSON.stringify(member.value.place))) yield* readAlone(contentOf(member.value));
      await this.tools.spool.release(member.value.content);
    }
  }
}

import type { Cancellation } from '../model/cancellation.ts';
import { archiveError } from '../model/errors.ts';
import { fail } from '../model/result.ts';
import { piecesOf } from '../readers/access/byte-source.ts';
import type { ByteSource } from '../readers/access/byte-source.ts';
import type { Spool } from '../readers/access/spool.ts';
import type { ContainerReader, ContainerVisit, Member } from '../readers/member.ts';
import { readsRecords } from '../readers/reader.ts';
import type { Reader, SourceFile } from '../readers/reader.ts';
import type { Found } from './found.ts';
import { inOrder } from './in-order.ts';
import { MemberIssues } from './member-issues.ts';
import type { Workshop } from './prepare-support.ts';
import { guarded, readLeaf, readRecords, sourceOf } from './read-leaf.ts';
import type { Leaf, LeafPlace, LeafReading, LeafTools } from './read-leaf.ts';
import { headSize, textLimit } from './source-bytes.ts';

/** Containers within each other that are looked into. */
export const deepest = 3;

/** What is read: a kept file, or a member of one. */
export interface Content extends LeafPlace {
  readonly source: ByteSource;
}

/** Reads leaves, here or in other threads: several at a time when `width` is more than 1. */
export interface LeafReader {
  readonly width: number;
  read(leaf: Leaf, here: () => Promise<LeafReading>): Promise<LeafReading>;
}

/** Reads every leaf in this thread. */
export const readHere: LeafReader = { width: 1, read: (_leaf, here) => here() };

/** What reading needs of its surroundings. */
export interface ReadingTools {
  readonly chooseReader: (source: SourceFile) => Reader | null;
  readonly chooseContainer: (head: SourceFile) => ContainerReader | null;
  readonly spool: Spool;
  readonly leaves: LeafReader;
  readonly signal: Cancellation | undefined;
}

/** The tools of an import. */
export function toolsOf({ chooseReader, chooseContainer, spool, leaves, signal }: Workshop): ReadingTools {
  return { chooseReader, chooseContainer, spool, leaves, signal };
}

/** Reads a leaf where leaves are read. Throws what the system throws, and nothing else. */
export function readLeafBy(leaf: Leaf, tools: ReadingTools): Promise<LeafReading> {
  return tools.leaves.read(leaf, () => readLeaf(leaf, leafTools(tools)));
}

function leafTools(tools: ReadingTools): LeafTools {
  const { chooseReader, signal } = tools;
  return { chooseReader, signal, readAttached: (members, outer) => readAttached(members, outer, tools) };
}

/** Attachments are read where the mail is, since their bytes are a part of its. */
async function* readAttached(
  members: readonly Member[],
  outer: LeafPlace,
  tools: ReadingTools,
): AsyncGenerator<Found> {
  for (const member of members) {
    yield* readContent(contentOf(member, outer), { ...tools, leaves: readHere });
  }
}

/**
 * Reads a file down to its articles, in their order: a container's members each by the reader that claims it, several of
 * them at a time. What cannot be read is an error among the articles. Throws what the system throws, and nothing else.
 */
export async function* readContent(content: Content, tools: ReadingTools): AsyncGenerator<Found> {
  for await (const found of inOrder(steps(content, tools), tools.leaves.width)) yield* found;
}

type Step = () => Promise<readonly Found[]> | readonly Found[];

const now =
  (found: Found): Step =>
  () => [found];

const later =
  (leaf: Leaf, tools: ReadingTools): Step =>
  async () => {
    const reading = await readLeafBy(leaf, tools);
    return reading.kind === 'refused' ? [fail(reading.error)] : reading.found;
  };

async function* steps(content: Content, tools: ReadingTools): AsyncGenerator<Step> {
  if (tools.signal?.aborted === true) return;
  const { path, source } = content;
  const small = source.size <= textLimit;
  const bytes = await source.read(0, small ? source.size : headSize);
  const head = sourceOf(content, bytes);
  const container = tools.chooseContainer(head);
  if (container !== null) yield* memberSteps(container, content, tools);
  else if (small) yield later(leafOf(content, bytes), tools);
  else {
    const reader = tools.chooseReader(head);
    const limit = reader?.limit ?? textLimit;
    if (reader !== null && readsRecords(reader)) {
      const refused = reader.refuses(head);
      if (refused !== null) yield now(fail(refused));
      else
        for await (const found of readRecords(reader, piecesOf(source), content, leafTools(tools)))
          yield now(found);
    } else if (source.size > limit)
      yield now(fail(archiveError('too-large', { path, bytes: source.size, limit })));
    else yield later(leafOf(content, await source.read(0, source.size)), tools);
  }
}

function leafOf({ name, path, capture, members, warnings }: Content, bytes: Uint8Array): Leaf {
  return { name, path, capture, members, warnings, bytes };
}

async function* memberSteps(
  container: ContainerReader,
  content: Content,
  tools: ReadingTools,
): AsyncGenerator<Step> {
  const { path, source, members } = content;
  if (members.length >= deepest) {
    yield now(fail(archiveError('nested-too-deep', { path, limit: deepest })));
    return;
  }
  const visit = visitOf(path, tools);
  const open = {
    reader: container,
    content,
    visit,
    contentOf: (member: Member) => contentOf(member, content),
  };
  const issues = new MemberIssues(open, tools);
  for await (const member of guarded(container, container.members(source, visit), path)) {
    if (tools.signal?.aborted === true) return;
    if (!member.ok) yield now(member);
    else {
      if (!(await issues.holds(member.value))) yield* steps(contentOf(member.value, content), tools);
      await tools.spool.release(member.value.content);
    }
  }
  for await (const found of issues.read((alone) => readContent(alone, tools))) yield now(found);
}

function visitOf(path: string, { spool, signal }: ReadingTools): ContainerVisit {
  return { path, signal, spool: (pieces) => spool.take(pieces) };
}

function contentOf({ name, place, capture, content, warnings }: Member, outer: LeafPlace): Content {
  return {
    name,
    path: `${outer.path} › ${place.name}`,
    source: content,
    capture,
    members: [...outer.members, place],
    warnings: [...outer.warnings, ...warnings],
  };
}

import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { ArchiveApi } from '../../../archive/api/archive-api.ts';
import type { PortReply } from '../../../archive/api/messages.ts';
import { methodArguments } from '../../../archive/api/schemas.ts';
import { serve } from '../../../archive/api/serve.ts';
import { archiveError } from '../../../archive/model/errors.ts';
import type { IndexingProgress } from '../../../archive/model/indexing.ts';
import { fail, ok } from '../../../archive/model/result.ts';

const request = {
  text: 'kosovo',
  match: 'all',
  exactSpelling: false,
  typing: true,
  sort: 'relevance',
  filter: { collection: null, section: null, dates: { from: '2007', to: '2008-02' } },
  offset: 0,
  limit: 20,
};

/** Answers every method with its name and arguments, so that a test sees what came through. */
function echo(): ArchiveApi & { readonly calls: unknown[] } {
  const calls: unknown[] = [];
  const method =
    (name: string) =>
    async (...args: readonly unknown[]) => {
      calls.push([name, ...args]);
      return name === 'summary'
        ? fail(archiveError('article-not-found', { id: String(args[0]) }))
        : (ok(name) as never);
    };
  const methods = Object.fromEntries(Object.keys(methodArguments).map((name) => [name, method(name)]));
  return { calls, ...(methods as unknown as ArchiveApi) };
}

function connect(archive: Parameters<typeof serve>[1]): {
  readonly port: MessagePort;
  readonly ask: (message: unknown) => Promise<PortReply>;
} {
  const { port1, port2 } = new MessageChannel();
  serve(
    {
      postMessage: (message) => port2.postMessage(message),
      on: (event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) =>
        event === 'message'
          ? port2.on('message', (data: unknown) => listener({ data }))
          : port2.on('close', listener as never),
    },
    archive,
  );
  onTestFinished(() => port1.close());
  return {
    port: port1,
    ask: (message) =>
      new Promise((resolve) => {
        port1.once('message', resolve);
        port1.postMessage(message);
      }),
  };
}

const id = 'a'.repeat(32);

test('requests of the contract reach the archive with their arguments', async () => {
  const archive = echo();
  const { ask } = connect(archive);
  const marks = { text: 'x', match: 'any', exactSpelling: true, typing: false };
  const replies = [
    await ask({ type: 'request', id: 1, method: 'search', args: [request] }),
    await ask({ type: 'request', id: 2, method: 'read', args: [id, marks] }),
    await ask({ type: 'request', id: 3, method: 'summary', args: [id] }),
  ];
  expect(archive.calls).toEqual([
    ['search', request],
    ['read', id, marks],
    ['summary', id],
  ]);
  expect(replies).toEqual([
    { type: 'reply', id: 1, result: { ok: true, value: 'search' } },
    { type: 'reply', id: 2, result: { ok: true, value: 'read' } },
    { type: 'reply', id: 3, result: { ok: false, error: { code: 'article-not-found', params: { id } } } },
  ]);
});

test.each([
  ['import', [['/etc']]],
  ['constructor', []],
  ['__proto__', []],
  ['search', []],
  ['search', [{ ...request, limit: 1_001 }]],
  ['search', [{ ...request, text: 'x'.repeat(10_001) }]],
  ['search', [{ ...request, more: true }]],
  ['search', [{ ...request, offset: -1 }]],
  ['search', [{ ...request, filter: { ...request.filter, dates: { from: '2007-1', to: '2008' } } }]],
  ['read', ['../../etc/passwd', null]],
  ['list', [{ offset: 0.5, limit: 1 }]],
  ['overview', [1]],
])('%s %j is refused before the archive sees it', async (method, args) => {
  const archive = echo();
  const reply = await connect(archive).ask({ type: 'request', id: 9, method, args });
  expect(reply).toMatchObject({
    type: 'reply',
    id: 9,
    result: { ok: false, error: { code: 'bad-request' } },
  });
  expect(archive.calls).toEqual([]);
});

test('what is no request is ignored, and the port goes on', async () => {
  const { port, ask } = connect(echo());
  for (const nonsense of [
    null,
    7,
    'search',
    [],
    {},
    { type: 'request' },
    { type: 'request', id: '1', method: 'search', args: [] },
  ]) {
    port.postMessage(nonsense);
  }
  expect(await ask({ type: 'request', id: 5, method: 'overview', args: [] })).toMatchObject({ id: 5 });
});

test('a bug of the archive is an answer, not an end; a cancelled request gets none', async () => {
  const archive = { ...echo(), overview: async () => Promise.reject(new Error('a bug')) };
  const { port, ask } = connect(archive);
  const bug = await ask({ type: 'request', id: 1, method: 'overview', args: [] });
  const slow = new Promise<never>(() => undefined);
  const waiting = connect({ ...echo(), search: () => slow });
  waiting.port.postMessage({ type: 'request', id: 2, method: 'search', args: [request] });
  waiting.port.postMessage({ type: 'cancel', id: 2 });
  const next = await waiting.ask({ type: 'request', id: 3, method: 'overview', args: [] });
  expect([bug, next]).toMatchObject([
    { result: { error: { code: 'internal', params: { detail: 'a bug' } } } },
    { id: 3 },
  ]);
  port.close();
});

test('how far the index is is told until the port closes', async () => {
  const listeners = new Set<(progress: IndexingProgress | null) => void>();
  const archive = {
    ...echo(),
    onIndexing: (listener: (progress: IndexingProgress | null) => void) => {
      listeners.add(listener);
      listener({ done: 1, total: 2 });
      return () => listeners.delete(listener);
    },
  };
  const { port } = connect(archive);
  const told = new Promise((resolve) => port.once('message', resolve));
  expect(await told).toEqual({ type: 'event', event: { type: 'indexing', progress: { done: 1, total: 2 } } });
  port.close();
  await expect.poll(() => listeners.size).toBe(0);
});

test('a change of the library is told until the port closes', async () => {
  const listeners = new Set<() => void>();
  const archive = {
    ...echo(),
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const { port } = connect(archive);
  const told = new Promise((resolve) => port.once('message', resolve));
  listeners.forEach((listener) => listener());
  expect(await told).toEqual({ type: 'event', event: { type: 'library-changed' } });
  port.close();
  await expect.poll(() => listeners.size).toBe(0);
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { PortReply, PortRequest } from '../../../archive/api/messages.ts';
import { archiveError } from '../../../archive/model/errors.ts';
import { fail, ok } from '../../../archive/model/result.ts';
import { ArchiveClient } from '../../../renderer/controllers/archive-client.ts';
import { noFilter } from '../../../renderer/controllers/place.ts';
import { articleId } from '../reading/support/sample-articles.ts';

/** The archive's end of a port: what came over it, and what it answers. */
class OtherEnd {
  readonly received: PortRequest[] = [];
  private readonly port: MessagePort;
  private waiting: (() => void) | null = null;

  constructor(client: ArchiveClient) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }: MessageEvent<PortRequest>) => {
      this.received.push(data);
      this.waiting?.();
    };
    client.attach(port2);
  }

  send(reply: PortReply): void {
    this.port.postMessage(reply);
  }

  /** Resolves with the messages as soon as there are so many. */
  async messages(count: number): Promise<readonly PortRequest[]> {
    while (this.received.length < count) await new Promise<void>((resolve) => (this.waiting = resolve));
    return this.received;
  }
}

const id = articleId('a');
let client: ArchiveClient;
beforeEach(() => {
  client = new ArchiveClient();
});

describe('requests', () => {
  test('wait for a port, and get the reply with their number', async () => {
    const first = client.summary(id);
    const second = client.overview();
    const end = new OtherEnd(client);
    expect(await end.messages(2)).toEqual([
      { type: 'request', id: 1, method: 'summary', args: [id] },
      { type: 'request', id: 2, method: 'overview', args: [] },
    ]);
    end.send({ type: 'reply', id: 2, result: ok('second') });
    end.send({ type: 'reply', id: 1, result: ok('first') });
    expect(await Promise.all([first, second])).toEqual([ok('first'), ok('second')]);
  });

  test('an aborted search is cancelled in the archive', async () => {
    const end = new OtherEnd(client);
    const aborter = new AbortController();
    const request = {
      text: 'x',
      match: 'all',
      exactSpelling: false,
      sort: 'relevance',
      typing: true,
      filter: noFilter,
      offset: 0,
      limit: 1,
    } as const;
    const answer = client.search(request, aborter.signal);
    aborter.abort();
    expect(await answer).toEqual(fail(archiveError('archive-stopped', { method: 'search' })));
    expect(await end.messages(2)).toEqual([
      { type: 'request', id: 1, method: 'search', args: [request] },
      { type: 'cancel', id: 1 },
    ]);
    expect(await client.search(request, aborter.signal)).toEqual(
      fail(archiveError('archive-stopped', { method: 'search' })),
    );
  });
});

describe('when the archive dies', () => {
  test('a read in flight is asked again once, then ends as archive-stopped', async () => {
    const first = new OtherEnd(client);
    const answer = client.read(id, null);
    await first.messages(1);
    client.lost();
    const second = new OtherEnd(client);
    expect(await second.messages(1)).toEqual([{ type: 'request', id: 1, method: 'read', args: [id, null] }]);
    client.lost();
    expect(await answer).toEqual(fail(archiveError('archive-stopped', { method: 'read' })));
    const third = new OtherEnd(client);
    const later = client.summary(id);
    expect(await third.messages(1)).toEqual([{ type: 'request', id: 2, method: 'summary', args: [id] }]);
    third.send({ type: 'reply', id: 2, result: ok('after') });
    expect(await later).toEqual(ok('after'));
  });

  test('a mere change of ports is no death', async () => {
    new OtherEnd(client);
    const answer = client.summary(id);
    for (let times = 0; times < 3; times += 1) new OtherEnd(client);
    const last = new OtherEnd(client);
    await last.messages(1);
    last.send({ type: 'reply', id: 1, result: ok('at last') });
    expect(await answer).toEqual(ok('at last'));
  });

  test('a failure for good ends what is open and what is asked later, until a port comes', async () => {
    const error = archiveError('library-broken', { path: '/l', detail: 'x' });
    const open = client.overview();
    client.failed(error);
    expect(await Promise.all([open, client.summary(id)])).toEqual([fail(error), fail(error)]);
    const end = new OtherEnd(client);
    void client.summary(id);
    expect(await end.messages(1)).toHaveLength(1);
  });
});

test('a changed library is told to those who listen', async () => {
  const end = new OtherEnd(client);
  const told = new Promise<string>((resolve) => client.onChange(() => resolve('told')));
  end.send({ type: 'event', event: { type: 'library-changed' } });
  expect(await told).toBe('told');
});

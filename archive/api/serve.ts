import * as v from 'valibot';
import type { IndexingProgress } from '../model/indexing.ts';
import type { ArchiveError } from '../model/errors.ts';
import { archiveError } from '../model/errors.ts';
import type { Result } from '../model/result.ts';
import { fail } from '../model/result.ts';
import type { ArchiveApi, ArchiveEvent, ArchiveMethod } from './archive-api.ts';
import type { PortReply } from './messages.ts';
import { methodArguments, portRequest } from './schemas.ts';

/** What is needed of a port: Electron's, Node's and the page's own all fit through a line of code. */
export interface ServedPort {
  postMessage(message: PortReply): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
}

/** An archive that can tell when it has changed, and how far its index is. */
type Changing = ArchiveApi & {
  onChange?(listener: () => void): () => void;
  onIndexing?(listener: (progress: IndexingProgress | null) => void): () => void;
};

type Answer = Result<unknown, ArchiveError>;

function isMethod(name: string): name is ArchiveMethod {
  return Object.hasOwn(methodArguments, name);
}

/** Checks a request's arguments and carries it out. A bug of the archive becomes an `internal` error. */
async function answer(archive: ArchiveApi, method: string, args: readonly unknown[]): Promise<Answer> {
  if (!isMethod(method)) {
    return fail(archiveError('bad-request', { method, detail: 'there is no such method' }));
  }
  const checked = v.safeParse(methodArguments[method], args);
  if (!checked.success) {
    return fail(archiveError('bad-request', { method, detail: checked.issues[0].message }));
  }
  try {
    const call = archive[method].bind(archive) as (...values: readonly unknown[]) => Promise<Answer>;
    return await call(...checked.output);
  } catch (error) {
    return fail(archiveError('internal', { detail: error instanceof Error ? error.message : String(error) }));
  }
}

/**
 * Answers a window's requests over its port until the port closes. Only the methods of ArchiveApi are served; a message
 * that is no request is ignored, since there is nobody to answer. Work that was begun is finished: a cancellation spares
 * the reply. Never throws.
 */
export function serve(port: ServedPort, archive: Changing): void {
  const waiting = new Set<number>();
  const tell = (event: ArchiveEvent): void => port.postMessage({ type: 'event', event });
  const stops = [
    archive.onChange?.(() => tell({ type: 'library-changed' })),
    archive.onIndexing?.((progress) => tell({ type: 'indexing', progress })),
  ];
  port.on('close', () => {
    waiting.clear();
    for (const stop of stops) stop?.();
  });
  port.on('message', ({ data }) => {
    const checked = v.safeParse(portRequest, data);
    if (!checked.success) return;
    const request = checked.output;
    if (request.type === 'cancel') {
      waiting.delete(request.id);
      return;
    }
    waiting.add(request.id);
    void answer(archive, request.method, request.args).then((result) => {
      if (waiting.delete(request.id)) port.postMessage({ type: 'reply', id: request.id, result });
    });
  });
}

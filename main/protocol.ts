import fs from 'node:fs/promises';
import { protocol } from 'electron';
import type { Session } from 'electron';
import { applicationScheme } from './application-address.ts';
import { findApplicationFile } from './application-files.ts';
import { securityHeaders } from './response-headers.ts';

function refusal(status: 404 | 405): Response {
  const text = status === 404 ? 'Not found' : 'Method not allowed';
  return new Response(text, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
}

async function answer(root: string, request: { method: string; url: string }): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = await findApplicationFile(root, request.url);
  if (file === null) return refusal(404);
  const bytes = await fs.readFile(file.path);
  return new Response(bytes, { headers: { ...securityHeaders, 'Content-Type': file.mediaType } });
}

/** Makes `app:` a standard, secure scheme with an origin. Only possible before the application is ready. */
export function registerApplicationScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: applicationScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers `app://cuttings/…` from the built files in `root`, and nothing else. */
export function setupProtocol(session: Session, root: string): void {
  session.protocol.handle(applicationScheme, (request) => answer(root, request));
}

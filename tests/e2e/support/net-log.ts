import fs from 'node:fs';
import * as v from 'valibot';

/*
 * Chromium's net log: https://www.chromium.org/developers/design-documents/network-stack/netlog/
 * Event types are numbers whose names stand in the log's own constants.
 */
const logSchema = v.object({
  constants: v.object({ logEventTypes: v.record(v.string(), v.number()) }),
  events: v.array(v.object({ type: v.number(), params: v.optional(v.record(v.string(), v.unknown())) })),
});

/** One thing that Chromium's network stack did. */
export interface NetEvent {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The events of a log that was closed in good order. Throws when the file is none. */
export function readNetLog(file: string): readonly NetEvent[] {
  const { constants, events } = v.parse(logSchema, JSON.parse(fs.readFileSync(file, 'utf8')));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  return events.map(({ type, params = {} }) => ({ name: names.get(type) ?? `event ${type}`, params }));
}

/** Names are asked for, connections are tried or made, bytes go over a socket. A bare SOCKET_ALIVE is a socket made. */
const outside =
  /^(?:HOST_RESOLVER|DNS_TRANSACTION|DNS_OVER|MDNS|TCP_|UDP_|SOCKET_|SOCKS|SSL_|QUIC_|HTTP_STREAM|HTTP_TRANSACTION|TRANSPORT_CONNECT|CONNECT_JOB|WEBSOCKET|P2P_|PAC_)/u;

const innerScheme = /^(?:app|data|blob|devtools):/u;

/**
 * What a log tells of the world outside: resolutions, connections and sockets by their event's name, requests by their
 * address when its scheme is not one of the application's own or of the runtime. Sorted, each once.
 */
export function outsideActivity(events: readonly NetEvent[]): readonly string[] {
  const told = events.flatMap(({ name, params }) => {
    if (outside.test(name)) return [name];
    const { url } = params;
    return typeof url === 'string' && !innerScheme.test(url) ? [`${name} ${url}`] : [];
  });
  return [...new Set(told)].sort();
}

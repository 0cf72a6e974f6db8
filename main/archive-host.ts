import { join } from 'node:path';
import { openArchive } from '../archive/archive.ts';
import { serve } from '../archive/api/serve.ts';
import type { MessagePortMain } from 'electron';
import { HostService } from './host-service.ts';

/** Entry of the utility process that owns the archive. It has no window, no network and one parent. */
const control = process.parentPort;

const service = new HostService<MessagePortMain>({
  // Built beside this file; it imports and indexes in a thread of its own.
  open: (options) => openArchive({ ...options, worker: join(__dirname, 'archive-worker.cjs') }),
  serve: (port, archive) => {
    serve(port, archive);
    port.start();
  },
  closePort: (port) => port.close(),
  report: (report) => control.postMessage(report),
  note: (sentence) => {
    process.stderr.write(`cuttings archive: ${sentence}\n`);
  },
  exit: () => process.exit(0),
});

function receive(message: unknown, ports: readonly MessagePortMain[]): void {
  service.receive(message, [...ports]).catch((error: unknown) => {
    process.stderr.write(`cuttings archive: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
}

control.on('message', (event) => receive(event.data, event.ports));

// A terminal's Ctrl+C reaches every process of the group: main hears it too, and asks us to close in good order.
process.on('SIGINT', () => undefined);
// The end of a session may reach us first.
process.on('SIGTERM', () => receive({ type: 'close' }, []));

import { utilityProcess } from 'electron';
import type { MessagePortMain } from 'electron';
import type { HostListener, HostProcess } from './archive-supervisor.ts';

/** Starts the utility process that owns the archive. Its standard error is ours. */
export function startArchiveProcess(script: string, listener: HostListener): HostProcess<MessagePortMain> {
  const child = utilityProcess.fork(script, [], { serviceName: 'Cuttings archive', stdio: 'inherit' });
  child.on('message', (message: unknown) => listener.message(message));
  child.on('exit', (code) => listener.exit(code));
  return {
    send: (request, port) => child.postMessage(request, port === undefined ? [] : [port]),
    kill: () => {
      // `child.kill()` is SIGTERM, which the process takes as a request to close: this is for when it did not.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}

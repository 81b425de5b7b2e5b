import { utilityProcess } from 'electron';
import type { Fork } from '../desk/ask/run-ask.ts';

/**
 * A process of this app that can be killed. The packaged app does not run as Node (the fuse `runAsNode` is off, ADR 0003), so
 * it is Electron's own utility process, which that does not concern. SPEC ASK-14.
 */
export const electronFork: Fork = (file) => {
  const child = utilityProcess.fork(file, [], { stdio: 'ignore', serviceName: 'Foredesk Ask' });
  return {
    send: (message) => child.postMessage(message),
    kill() {
      // Its own way asks politely, and nobody hears in the middle of a step of SQLite.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
      else child.kill();
    },
    onMessage: (heard) => void child.on('message', heard),
    onExit: (ended) => void child.once('exit', ended),
  };
};

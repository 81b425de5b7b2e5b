import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Fault } from '../../domain/fault.ts';
import { nodePorts } from '../desk/node-ports.ts';
import { openDesk } from '../desk/open-desk.ts';
import { serveDesk } from './server.ts';

/** The same console for a browser on this machine. stdout: one line, the address with its one-time token. */
const { values } = parseArgs({ options: { desk: { type: 'string' }, port: { type: 'string' } }, strict: true });

const file = resolve(
  values.desk ?? join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'foredesk', 'Foredesk.desk'),
);

try {
  mkdirSync(dirname(file), { recursive: true });
  const desk = await openDesk(file, { ...nodePorts(), makesReports: true });
  const server = await serveDesk(desk, { port: values.port === undefined ? undefined : Number(values.port) });
  process.stdout.write(`${server.address}\n`);
  process.stderr.write(`Foredesk serves ${file}. Stop it with Ctrl+C.\n`);
  const stop = (): void => {
    // A second signal does not wait for us.
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    void server.close().then(() => desk.close());
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
} catch (error) {
  process.stderr.write(`${error instanceof Fault || error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import type { OpenDesk } from '../desk/open-desk.ts';
import { sendAsset } from './assets.ts';
import { cookieName, createGuard, type Guard } from './guard.ts';

const consoleRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'out', 'renderer');
const usualPort = 7420;
const mostBytes = 16 * 1024 * 1024;

export type DeskServer = { readonly address: string; readonly port: number; readonly close: () => Promise<void> };

/** Serves an open desk on 127.0.0.1: the usual port if it is free, so that the browser remembers its settings. */
export async function serveDesk(
  desk: OpenDesk,
  options: { readonly port?: number | undefined; readonly root?: string } = {},
): Promise<DeskServer> {
  const server = createServer();
  const guard = createGuard(() => (server.address() as AddressInfo).port);
  const root = options.root ?? consoleRoot;
  server.on('request', (request, response) => {
    // A malformed URL is the one thing that throws; whoever sent it gets an answer, and we go on.
    answer(request, response, guard, root).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(400).end();
    });
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostBytes });
  const handler = new RPCHandler(desk.router);
  server.on('upgrade', (request, socket, head) => {
    // A peer that goes away in the middle is no reason to fall over.
    socket.on('error', () => socket.destroy());
    if (request.url !== '/rpc' || !guard.isHost(request) || !guard.isOrigin(request) || !guard.knows(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      // Too large a message, or none of a WebSocket's: the connection ends, the console goes on.
      ws.on('error', () => ws.terminate());
      void handler.upgrade(ws, { context: desk.session({ trusted: false }) });
    });
  });
  const port = await listen(server, options.port);
  return {
    port,
    address: `http://127.0.0.1:${port}/?token=${guard.token}`,
    async close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

async function listen(server: Server, asked: number | undefined): Promise<number> {
  const attempt = (port: number): Promise<void> =>
    new Promise((done, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', failed);
        done();
      });
    });
  await attempt(asked ?? usualPort).catch((error: unknown) => {
    if (asked !== undefined) throw error;
    return attempt(0);
  });
  return (server.address() as AddressInfo).port;
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

async function answer(request: IncomingMessage, response: ServerResponse, guard: Guard, root: string): Promise<void> {
  if (!guard.isHost(request)) {
    plain(response, 403, 'This address is not served.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    plain(response, 405, 'Only GET is answered here.');
    return;
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const token = url.searchParams.get('token');
  if (token !== null) {
    enter(request, response, guard, token);
    return;
  }
  if (!guard.knows(request)) {
    plain(response, 403, 'Open Foredesk with the address it printed when it started.');
    return;
  }
  await sendAsset(response, root, decodeURIComponent(url.pathname), request.headers.host ?? '');
}

/** Takes the one-time token for the session's cookie. Who has the cookie may follow the link again. */
function enter(request: IncomingMessage, response: ServerResponse, guard: Guard, token: string): void {
  const session = guard.redeem(token);
  if (session === null && !guard.knows(request)) {
    plain(response, 403, 'This link was used already. Start Foredesk again for a new one.');
    return;
  }
  const cookie =
    session === null ? {} : { 'set-cookie': `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` };
  response.writeHead(303, { location: '/', 'cache-control': 'no-store', ...cookie }).end();
}

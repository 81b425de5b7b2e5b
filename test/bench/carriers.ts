import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { createRouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Contract } from '../../src/contract/index.ts';
import { serveDesk } from '../../src/main/serve/server.ts';
import { sampleFile, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

type Client = ContractRouterClient<Contract>;
const runs = 1000;

/** One small call through each carrier, beside a message there and back over the bare one. */
export async function carriers(): Promise<Row[]> {
  const file = await sampleFile(10_000);
  return withDesk(file, async (desk) => {
    const ask = (client: Client) => time(runs, () => client.desk.summary());
    const direct = await ask(createRouterClient(desk.router, { context: desk.session({ trusted: true }) }));
    const { port1, port2 } = new MessageChannel();
    new RPCHandler(desk.router).upgrade(port1, { context: desk.session({ trusted: false }) });
    port1.start();
    port2.start();
    const port = await ask(createORPCClient(new PortLink({ port: port2 })));
    port1.close();
    const socket = await overSocket(desk, ask);
    const row = (name: string, ours: number, floor: number): Row => ({
      name: `call, ${name}, p50`,
      ours,
      floor,
      unit: 'ms',
      better: 'less',
    });
    const bare = await barePort();
    return [
      row('in process', direct.p50, 0),
      row('MessagePort', port.p50, bare),
      row('WebSocket', socket.ours, socket.floor),
    ].map((each) => (each.floor === 0 ? { ...each, floor: null } : each));
  });
}

async function barePort(): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  port1.on('message', (value) => port1.postMessage(value));
  const { p50 } = await time(runs, async () => {
    const back = once(port2, 'message');
    port2.postMessage({ hello: 1 });
    await back;
  });
  port1.close();
  return p50;
}

async function overSocket(
  desk: Parameters<typeof serveDesk>[0],
  ask: (client: Client) => Promise<{ readonly p50: number }>,
): Promise<{ ours: number; floor: number }> {
  const server = await serveDesk(desk, { port: 0 });
  const response = await fetch(server.address, { redirect: 'manual' });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const origin = `http://127.0.0.1:${server.port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers: { cookie, origin } });
  await once(socket, 'open');
  const { p50: ours } = await ask(
    createORPCClient(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket })),
  );
  const { p50: floor } = await time(runs, async () => {
    const back = once(socket, 'pong');
    socket.ping();
    await back;
  });
  socket.terminate();
  await server.close();
  return { ours, floor };
}

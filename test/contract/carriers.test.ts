import { createORPCClient, type ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Contract, Live } from '../../src/contract/index.ts';
import type { OpenDesk } from '../../src/main/desk/open-desk.ts';
import { serveDesk } from '../../src/main/serve/server.ts';
import { hour, mondayTen } from '../support/fake-clock.ts';
import { enter } from '../support/enter.ts';
import { refusal, testDesk, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

type Client = ContractRouterClient<Contract>;
type Carried = { readonly client: Client; readonly close: () => Promise<void> };

const clientOver = (link: unknown): Client => createORPCClient(link as ClientLink<object>);

const carriers: Record<string, (desk: OpenDesk) => Promise<Carried>> = {
  'in process': (desk) =>
    Promise.resolve({
      client: createRouterClient(desk.router, { context: desk.session({ trusted: false }) }),
      close: () => Promise.resolve(),
    }),
  MessagePort: (desk) => {
    const { port1, port2 } = new MessageChannel();
    new RPCHandler(desk.router).upgrade(port1, { context: desk.session({ trusted: false }) });
    return Promise.resolve({
      client: clientOver(new PortLink({ port: port2 })),
      async close() {
        const gone = once(port1, 'close');
        port2.close();
        await gone;
      },
    });
  },
  WebSocket: async (desk) => {
    const server = await serveDesk(desk, { port: 0 });
    const cookie = await enter(server.address);
    const host = `127.0.0.1:${server.port}`;
    const socket = new WebSocket(`ws://${host}/rpc`, { headers: { cookie }, origin: `http://${host}` });
    await once(socket, 'open');
    return {
      client: clientOver(new SocketLink({ websocket: socket as unknown as globalThis.WebSocket })),
      async close() {
        const gone = once(socket, 'close');
        socket.close();
        await gone;
        await server.close();
      },
    };
  },
};

describe.each(Object.entries(carriers))('over %s (CTR-2)', (_, carry) => {
  const folder = tempFolder();
  let desk: TestDesk;
  let carried: Carried;
  let client: Client;

  beforeAll(async () => {
    desk = await testDesk(folder);
    carried = await carry(desk.desk);
    client = carried.client;
  });
  afterAll(async () => {
    await carried.close();
    await desk.close();
  });

  it('a call is answered, with defaults filled in and instants as numbers', async () => {
    const made = await client.tickets.create({
      subject: 'Sprache: “größer”, עברית, 🙂',
      requester: { name: 'Ann Lee' },
    });
    const ticket = await client.tickets.get({ id: made.id });
    expect(ticket).toMatchObject({
      number: made.number,
      subject: 'Sprache: “größer”, עברית, 🙂',
      priority: 'p3',
      createdAt: mondayTen,
      tags: [],
    });
    const calendar = { timeZone: 'UTC', hours: { mon: [['09:00', '17:00'] as [string, string]] } };
    expect(await client.calendar.between({ calendar, from: mondayTen, to: mondayTen + hour })).toEqual({ minutes: 60 });
  });

  it('a refusal comes as its code, with words and the field', async () => {
    const nowhere = '01a20278-66c5-7000-8762-0201db6ac0ad';
    const bad = await refusal(client.tickets.create({ subject: '', requester: { name: 'Ann' } }));
    expect(bad).toMatchObject({
      code: 'INVALID',
      data: { field: 'subject' },
      message: expect.stringContaining('subject') as string,
    });
    expect(
      await refusal(client.tickets.create({ subject: 'x', requester: { name: 'Ann', email: 'no' } })),
    ).toMatchObject({ code: 'INVALID', data: { field: 'requester.email' } });
    expect(await refusal(client.tickets.get({ id: nowhere }))).toMatchObject({
      code: 'NOT_FOUND',
      message: 'That ticket is not on this desk any more.',
    });
    await client.directory.queueCreate({ name: 'Billing' });
    expect(await refusal(client.directory.queueCreate({ name: 'billing' }))).toMatchObject({ code: 'CONFLICT' });
    const calendar = { timeZone: 'Mars/Base', hours: {} };
    expect(await refusal(client.calendar.add({ calendar, from: 0, minutes: 1 }))).toMatchObject({ code: 'INVALID' });
  });

  it('a window may not name paths of this machine (CTR-3)', async () => {
    const source = { path: '/etc/hostname' };
    expect(await refusal(client.exchange.inspect({ source }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(client.exchange.start({ source, mode: 'dryRun' }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(client.exchange.run({ source, mode: 'import' }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(client.desk.backup({ file: '/anywhere/copy.desk' }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('news of each commit arrives, in order, until the listener leaves (CHG-20)', async () => {
    const stop = new AbortController();
    const news = await client.desk.live(undefined, { signal: stop.signal });
    const next = async () => (await news.next()).value as Live;
    const hello = await next();
    expect(hello.type).toBe('hello');
    const { id } = await client.tickets.create({ subject: 'News', requester: { name: 'Bo' } });
    const told = await next();
    expect(told).toMatchObject({ type: 'changed', changes: [{ domain: 'tickets', ids: [id] }] });
    // Bo is new here.
    expect(await next()).toMatchObject({ type: 'changed', changes: [{ domain: 'customers' }] });
    await client.people.create({ name: 'Noor' });
    const then = await next();
    expect(then).toMatchObject({ type: 'changed', changes: [{ domain: 'people' }] });
    if (told.type === 'changed' && then.type === 'changed')
      expect(then.changes[0]!.seq).toBeGreaterThan(told.changes[0]!.seq);
    const waiting = news.next().then(
      ({ done }) => done,
      () => true,
    );
    stop.abort();
    expect(await waiting).toBe(true);
  });

  it('a listener can stop while nothing happens', async () => {
    const news = await client.desk.live();
    await news.next();
    const waiting = news.next().then(
      ({ done }) => done,
      () => true,
    );
    await news.return(undefined);
    expect(await waiting).toBe(true);
    expect((await client.desk.info()).tickets).toBe(2);
  });
});

import { createRouterClient, type RouterClient } from '@orpc/server';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Live } from '../../src/contract/index.ts';
import { openDesk, type OpenDesk, type Router } from '../../src/main/desk/open-desk.ts';
import { connect, type WriteDb } from '../../src/main/store/db.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';

export type Client = RouterClient<Router>;
export type TestDesk = {
  readonly file: string;
  readonly desk: OpenDesk;
  readonly client: Client;
  readonly clock: FakeClock;
  /** Everything announced since it was opened. */
  readonly live: Live[];
  /** A look, or a hand, at the rows themselves, past the desk. */
  readonly db: WriteDb;
  readonly close: () => Promise<void>;
};

export const clientOf = (desk: OpenDesk, trusted = true): Client =>
  createRouterClient(desk.router, { context: desk.session({ trusted }) });

export const newFile = (folder: string): string => join(folder, `${randomBytes(6).toString('hex')}.desk`);

/** A real desk on a real file, in UTC, with a clock the test holds. */
export async function testDesk(
  folder: string,
  options: { readonly file?: string; readonly clock?: FakeClock } = {},
): Promise<TestDesk> {
  const file = options.file ?? newFile(folder);
  const clock = options.clock ?? fakeClock();
  const desk = await openDesk(file, clock.ports);
  const live: Live[] = [];
  desk.onLive((each) => live.push(each));
  const client = clientOf(desk);
  if (options.file === undefined) await client.desk.settings({ timeZone: 'UTC', started: true });
  const db = connect(file);
  return {
    file,
    desk,
    client,
    clock,
    live,
    db,
    async close() {
      db.close();
      await desk.close();
    },
  };
}

/** A ticket of Ann's, unless told otherwise. */
export const newTicket = (client: Client, given: Partial<Parameters<Client['tickets']['create']>[0]> = {}) =>
  client.tickets.create({ subject: 'Late delivery', requester: { name: 'Ann Lee' }, ...given });

/** What a refused call says; fails where it is not refused. */
export async function refusal(call: Promise<unknown>): Promise<{ code: string; message: string; data: unknown }> {
  const answer = await call.then(
    (value: unknown) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('value' in answer) throw new Error(`Not refused: ${JSON.stringify(answer.value)}`);
  const { code, message, data } = answer.error as { code: string; message: string; data: unknown };
  return { code, message, data };
}

import fc from 'fast-check';
import { newTicket, type Client } from './test-desk.ts';

/** Something a person does at the desk. What the desk refuses rejects. */
export type Act = (client: Client) => Promise<unknown>;

const anywhere = fc.nat(50);
const words = fc.constantFrom('refund', 'Ärger', 'late parcel', '“quoted” text', 'שלום', 'a\nb');
const names = fc.constantFrom('Ann Lee', 'Bo', 'Çelik');
const status = fc.constantFrom('new', 'open', 'pending', 'hold', 'solved', 'closed' as const);
const priority = fc.constantFrom('p1', 'p2', 'p3', 'p4' as const);
const tags = fc.uniqueArray(fc.constantFrom('vip', 'VIP', 'refund', 'Ärger'), { maxLength: 3 });

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
async function ticket(client: Client, index: number): Promise<string> {
  const { rows } = await client.tickets.window({ filter: {}, sort: [{ by: 'number' }], limit: 50 });
  return at(rows, index)?.id ?? (await newTicket(client)).id;
}
const personAt = async (client: Client, index: number) => at((await client.people.list()).people, index)?.id ?? null;
const queueAt = async (client: Client, index: number) =>
  at((await client.directory.queues()).queues, index)?.id ?? null;

const create = fc.record({ subject: words, name: names, body: words, priority, tags, who: anywhere }).map(
  ({ name, who, ...given }): Act =>
    async (client) =>
      newTicket(client, {
        ...given,
        requester: { name, email: name === 'Bo' ? 'bo@example.com' : null },
        assigneeId: await personAt(client, who),
        queueId: await queueAt(client, who),
      }),
);
const speak = fc
  .record({
    where: anywhere,
    body: words,
    how: fc.constantFrom('reply', 'note', 'receive' as const),
    status: fc.option(status),
  })
  .map(({ where, body, how, status: to }): Act => async (client) => {
    const id = await ticket(client, where);
    await client.tickets[how]({ id, body, ...(how === 'reply' && to !== null ? { status: to } : {}) });
  });
const patch = fc.record(
  { status, priority, addTags: tags, removeTags: tags, category: fc.option(words), subject: words },
  { requiredKeys: [] },
);
const update = fc
  .record({ patch, where: anywhere, who: fc.option(anywhere), bulk: fc.boolean() })
  .map(({ patch: set, where, who, bulk }): Act => async (client) => {
    const selection = bulk ? { filter: { open: true }, except: [] } : { ids: [await ticket(client, where)] };
    const people = who === null ? {} : { assigneeId: await personAt(client, who), queueId: await queueAt(client, who) };
    await client.tickets.update({ selection, set: { ...set, ...people } });
  });
const person = fc.nat(99).map(
  (n): Act =>
    (client) =>
      client.people.create({ name: `Person ${n}` }),
);
const queue = fc.nat(3).map(
  (n): Act =>
    (client) =>
      client.directory.queueCreate({ name: `Queue ${n}` }),
);
const dropView = anywhere.map((where): Act => async (client) => {
  const view = at((await client.tickets.views()).views, where);
  if (view !== undefined) await client.tickets.viewDelete({ id: view.id });
});
/** Some commands on few tickets, and the minutes that pass after each. */
export const acts = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 4, arbitrary: create },
      { weight: 4, arbitrary: speak },
      { weight: 6, arbitrary: update },
      person,
      queue,
      dropView,
    ),
    minutes: fc.nat(40),
  }),
  { minLength: 1, maxLength: 9 },
);

import fc from 'fast-check';
import { hour, mondayTen } from './fake-clock.ts';
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
const today = { from: '2026-03-02', days: 2 } as const;
const shiftAt = async (client: Client, index: number) => at((await client.roster.range(today)).shifts, index);
const work = fc
  .record({
    who: anywhere,
    from: fc.nat(20),
    hours: fc.integer({ min: 1, max: 9 }),
    lunch: fc.boolean(),
    publish: fc.boolean(),
  })
  .map(({ who, from, hours, lunch, publish }): Act => async (client) => {
    const startAt = mondayTen + (from - 8) * hour;
    const activities = lunch ? [{ kind: 'lunch' as const, startAt, endAt: startAt + hour / 2 }] : [];
    const shift = { personId: await personAt(client, who), startAt, endAt: startAt + hours * hour, activities };
    const known = from % 3 === 0 ? (await shiftAt(client, who))?.id : undefined;
    await client.roster.save({ shifts: [{ ...shift, ...(known !== undefined && { id: known }) }], publish });
  });
const settle = fc.constantFrom('publish', 'revert' as const).map(
  (how): Act =>
    (client) =>
      client.roster[how](today),
);
const roster = fc
  .record({
    where: anywhere,
    who: anywhere,
    what: fc.constantFrom('remove', 'attend', 'state', 'timeOff', 'give', 'copy' as const),
  })
  .map(({ where, who, what }): Act => async (client) => {
    const shift = await shiftAt(client, where);
    const personId = (await personAt(client, who)) ?? (await client.people.create({ name: `Agent ${who}` })).id;
    if (what === 'state') await client.roster.stateSet({ personId, state: where % 2 === 0 ? 'available' : 'break' });
    else if (what === 'timeOff')
      await client.roster.timeOffAsk({
        personId,
        startAt: mondayTen,
        endAt: mondayTen + where * hour,
        approve: where % 2 === 0,
      });
    else if (what === 'copy') await client.roster.copyDays({ ...today, to: '2026-03-09' });
    else if (what === 'attend') await client.roster.attend({ personId, kind: 'late' });
    else if (shift !== undefined && what === 'remove')
      await client.roster.remove({ ids: [shift.id], publish: who % 2 === 0 });
    else if (shift?.personId != null && what === 'give')
      await client.roster.requestMake({
        kind: 'give',
        shiftId: shift.id,
        personId: shift.personId,
        toPersonId: personId,
        approve: who % 2 === 0,
      });
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
      { weight: 3, arbitrary: work },
      settle,
      { weight: 3, arbitrary: roster },
    ),
    minutes: fc.nat(40),
  }),
  { minLength: 1, maxLength: 9 },
);

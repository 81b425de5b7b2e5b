import fc from 'fast-check';
import { expect, it } from 'vitest';
import { column } from '../../src/main/store/db.ts';
import { dump } from '../support/dump.ts';
import { mondayTen, minute } from '../support/fake-clock.ts';
import { newTicket, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();

/** Where clocks are compared: after all that happens here. */
const later = mondayTen + 1000 * minute;

type Act = (client: Client) => Promise<unknown>;
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
const acts = fc.array(
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

const done = ({ db }: TestDesk): number =>
  column<number>(db, "SELECT count(*) FROM change_set WHERE kind = 'do' AND undoable = 1")[0] ?? 0;

/** A desk with views of its own among the pinned ones: what deleting and restoring them is tried on. */
async function furnished(): Promise<TestDesk> {
  const desk = await testDesk(folder);
  // What the desk does by itself between two commands makes undoing the first a refusal (CHG-12), which is not asked here.
  await desk.client.escalation.settingsSave({ automatic: { on: false, minutes: 30 } });
  const { views } = await desk.client.tickets.views();
  const { id: _, pinned: __, count: ___, ...first } = views[0]!;
  await desk.client.tickets.viewSave({ ...first, name: 'Mine' });
  await desk.client.tickets.viewSave({ ...first, id: views[0]!.id, name: 'Renamed', urgent: true });
  return desk;
}

it('any commands undone one by one give each earlier desk again, redone each later one (CHG-10, CHG-5)', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const desk = await furnished();
      try {
        const states = [dump(desk.file, later)];
        for (const { act, minutes } of sequence) {
          const before = done(desk);
          // What is refused (a closed ticket, a taken name) leaves no set and nothing to undo.
          await act(desk.client).catch(() => undefined);
          for (let made = done(desk) - before; made > 1; made--) states.push({});
          if (done(desk) > before) states.push(dump(desk.file, later));
          desk.clock.pass(minutes * minute);
        }
        const expectState = (index: number) => {
          if (Object.keys(states[index]!).length > 0) expect(dump(desk.file, later)).toEqual(states[index]);
        };
        for (let index = states.length - 2; index >= 0; index--) {
          await desk.client.desk.undo({});
          expectState(index);
        }
        for (let index = 1; index < states.length; index++) {
          await desk.client.desk.redo();
          expectState(index);
        }
        expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
      } finally {
        await desk.close();
      }
    }),
    { numRuns: 25 },
  );
});

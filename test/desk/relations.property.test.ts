import fc from 'fast-check';
import { expect, it } from 'vitest';
import { column } from '../../src/main/store/db.ts';
import { dump } from '../support/dump.ts';
import { hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newTicket, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const later = mondayTen + 100 * hour;

type Act = (desk: TestDesk, ids: readonly string[]) => Promise<unknown>;
const place = fc.nat(4);
const at = (ids: readonly string[], index: number): string => ids[index % ids.length]!;
const kind = fc.constantFrom('parent', 'child', 'related', 'duplicateOf' as const);

const merge = fc.tuple(place, fc.uniqueArray(place, { minLength: 1, maxLength: 3 })).map(
  ([into, from]): Act =>
    ({ client }, ids) =>
      client.tickets.merge({ into: at(ids, into), from: from.map((one) => at(ids, one)) }),
);
const link = fc.tuple(place, kind, place).map(
  ([id, which, to]): Act =>
    ({ client }, ids) =>
      client.tickets.link({ id: at(ids, id), kind: which, to: [at(ids, to)] }),
);
const unlink = fc.tuple(place, kind, place).map(
  ([id, which, to]): Act =>
    ({ client }, ids) =>
      client.tickets.unlink({ id: at(ids, id), kind: which, to: at(ids, to) }),
);
const split = place.map((where): Act => async ({ client }, ids) => {
  const { id, events } = await client.tickets.get({ id: at(ids, where) });
  return client.tickets.split({ id, eventIds: events.filter(({ body }) => body !== null).map((event) => event.id) });
});
const solve = fc.tuple(place, fc.boolean()).map(
  ([id, itself]): Act =>
    ({ client }, ids) =>
      client.tickets.solveChildren({ id: at(ids, id), itself }),
);
const promise = fc.tuple(place, fc.integer({ min: 1, max: 30 })).map(
  ([id, hours]): Act =>
    ({ client, clock }, ids) =>
      client.tickets.callback({ ticketId: at(ids, id), phone: '12345', promisedAt: clock.now() + hours * hour }),
);
const dispatch = place.map(
  (id): Act =>
    ({ client, clock }, ids) =>
      client.tickets.dispatch({ ticketId: at(ids, id), to: { name: 'Orders' }, dueAt: clock.now() + hour }),
);
const move = place.map((index): Act => async ({ client, clock }) => {
  const { callbacks } = await client.tickets.callbacks({});
  const found = callbacks[index % Math.max(1, callbacks.length)];
  if (found === undefined) return;
  await client.tickets.callbackMoved({ id: found.id, promisedAt: clock.now() + 5 * hour + index, reason: 'Busy.' });
});
const acts = fc.array(fc.oneof({ weight: 3, arbitrary: link }, merge, unlink, split, solve, promise, dispatch, move), {
  minLength: 1,
  maxLength: 8,
});

const done = ({ db }: TestDesk): number =>
  column<number>(db, "SELECT count(*) FROM change_set WHERE kind = 'do'")[0] ?? 0;

/** Nobody stands under themselves, nobody deeper than the third level, and who was merged is closed. */
async function expectSound(client: Client): Promise<void> {
  const { rows } = await client.tickets.window({ filter: {}, sort: [], limit: 200 });
  const all = await Promise.all(rows.map(({ id }) => client.tickets.get({ id })));
  const byId = new Map(all.map((ticket) => [ticket.id, ticket]));
  for (const ticket of all) {
    const above: string[] = [];
    for (let up = ticket.parent; up !== null && above.length < 9; up = byId.get(up.id)?.parent ?? null)
      above.push(up.id);
    expect(above).not.toContain(ticket.id);
    expect(above.length).toBeLessThan(3);
    if (ticket.mergedInto !== null) expect(ticket.status).toBe('closed');
  }
}

it('whatever is merged, split, linked and promised: trees stay trees, and undo gives each earlier desk again (REL-2, REL-5, REL-11, CHG-10)', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const desk = await testDesk(folder);
      try {
        const ids: string[] = [];
        for (let n = 0; n < 5; n++)
          ids.push((await newTicket(desk.client, { subject: `Ticket ${n}`, body: 'Help', tags: [`t${n}`] })).id);
        const states = [dump(desk.file, later)];
        for (const act of sequence) {
          const before = done(desk);
          // What is refused leaves no set and nothing to undo.
          await act(desk, ids).catch(() => undefined);
          if (done(desk) > before) states.push(dump(desk.file, later));
          desk.clock.pass(minute);
        }
        await expectSound(desk.client);
        for (const state of states.slice(0, -1).toReversed()) {
          await desk.client.desk.undo({});
          expect(dump(desk.file, later)).toEqual(state);
        }
        for (const state of states.slice(1)) {
          await desk.client.desk.redo();
          expect(dump(desk.file, later)).toEqual(state);
        }
        expect((await desk.client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
      } finally {
        await desk.close();
      }
    }),
    { numRuns: 25 },
  );
});

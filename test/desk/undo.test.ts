import { describe, expect, it } from 'vitest';
import { column, run } from '../../src/main/store/db.ts';
import { hour } from '../support/fake-clock.ts';
import { dump } from '../support/dump.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();

async function withDesk(work: (desk: TestDesk) => Promise<void>): Promise<void> {
  const desk = await testDesk(folder);
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

const sets = ({ db }: TestDesk) =>
  column<string>(db, "SELECT kind || ' ' || command FROM change_set WHERE command <> 'desk.settings' ORDER BY id");

describe('the change log', () => {
  it('has one change set for every command that changed something, none for one that did not (CHG-1)', () =>
    withDesk(async (desk) => {
      const { client } = desk;
      const { id } = await newTicket(client, { body: 'Where is it?' });
      await client.tickets.reply({ id, body: 'On its way' });
      await client.tickets.note({ id, body: 'Ask the carrier' });
      await client.tickets.receive({ id, body: 'Thanks' });
      const selection = { ids: [id] };
      const same = await client.tickets.update({ selection, set: { status: 'open' } });
      expect(same).toMatchObject({ changed: 0, changeSet: null });
      await client.tickets.update({ selection, set: { status: 'pending', priority: 'p1', addTags: ['a'] } });
      const words = ['tickets.create', 'tickets.reply', 'tickets.note', 'tickets.receive', 'tickets.update'];
      expect(sets(desk)).toEqual(words.map((word) => `do ${word}`));
    }));

  it('leaves nothing of a command that is refused halfway (CHG-1)', () =>
    withDesk(async (desk) => {
      const before = dump(desk.file, desk.clock.now());
      const nowhere = '01a20278-66c5-7000-8762-0201db6ac0ad';
      const { code } = await refusal(newTicket(desk.client, { queueId: nowhere }));
      expect(code).toBe('NOT_FOUND');
      expect(dump(desk.file, desk.clock.now())).toEqual(before);
      expect(sets(desk)).toEqual([]);
    }));

  it('is append-only (CHG-3)', () =>
    withDesk(async ({ client, db }) => {
      await newTicket(client);
      for (const text of [
        "UPDATE change_set SET label = 'x'",
        'DELETE FROM change_set',
        "UPDATE change SET after = '{}'",
        'DELETE FROM change',
      ])
        expect(() => run(db, text)).toThrow('append-only');
    }));

  it('stamps sets in the order they happened, also when the wall clock stands still or goes back (CHG-2)', () =>
    withDesk(async ({ client, clock, db }) => {
      await newTicket(client);
      await newTicket(client);
      clock.sleep(-hour);
      await newTicket(client);
      const stamps = column<string>(db, 'SELECT hlc FROM change_set ORDER BY id');
      expect(stamps).toEqual([...stamps].sort());
      expect(new Set(stamps).size).toBe(stamps.length);
    }));

  it('tells the history of a ticket, undone or not', () =>
    withDesk(async ({ client }) => {
      const { id } = await newTicket(client);
      await newTicket(client);
      await client.tickets.note({ id, body: 'n' });
      await client.desk.undo({});
      const { entries } = await client.desk.history({ ticketId: id });
      expect(entries.map(({ command, undone }) => [command, undone])).toEqual([
        ['desk.undo', false],
        ['tickets.note', true],
        ['tickets.create', false],
      ]);
    }));
});

describe('undo is refused, and changes nothing, where', () => {
  /** Undoes a named change after something else happened; the desk must be as before the attempt. */
  async function attempt(desk: TestDesk, changeSet: string | null): Promise<string> {
    const before = dump(desk.file, desk.clock.now());
    const { code } = await refusal(desk.client.desk.undo({ changeSet: changeSet ?? '' }));
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
    return code;
  }

  it('the same field was changed since (CHG-12)', () =>
    withDesk(async (desk) => {
      const { id } = await newTicket(desk.client);
      const selection = { ids: [id] };
      const first = await desk.client.tickets.update({ selection, set: { priority: 'p2' } });
      await desk.client.tickets.update({ selection, set: { priority: 'p1' } });
      expect(await attempt(desk, first.changeSet)).toBe('CONFLICT');
    }));

  it('somebody wrote on the ticket whose creation is undone (CHG-12)', () =>
    withDesk(async (desk) => {
      const made = await newTicket(desk.client);
      await desk.client.tickets.note({ id: made.id, body: 'Not to be lost' });
      expect(await attempt(desk, made.changeSet)).toBe('CONFLICT');
    }));

  it('a person owns tickets by now (CHG-12)', () =>
    withDesk(async (desk) => {
      const person = await desk.client.people.create({ name: 'Noor' });
      await newTicket(desk.client, { assigneeId: person.id });
      const set = column<Uint8Array>(desk.db, "SELECT uid FROM change_set WHERE command = 'people.create'")[0];
      expect(
        await attempt(
          desk,
          Buffer.from(set!)
            .toString('hex')
            .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
        ),
      ).toBe('CONFLICT');
    }));

  it('it was undone already, never happened, or nothing is left', () =>
    withDesk(async (desk) => {
      expect(await refusal(desk.client.desk.undo({}))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refusal(desk.client.desk.redo())).toMatchObject({ code: 'NOT_FOUND' });
      const made = await newTicket(desk.client);
      await desk.client.desk.undo({});
      expect(await attempt(desk, made.changeSet)).toBe('CONFLICT');
      expect(await attempt(desk, '01a20278-66c5-7000-8762-0201db6ac0ad')).toBe('NOT_FOUND');
    }));
});

describe('undo', () => {
  it('of another field than was changed since goes through, and leaves the later change (CHG-12)', () =>
    withDesk(async ({ client, clock }) => {
      const { id } = await newTicket(client);
      const first = await client.tickets.update({ selection: { ids: [id] }, set: { priority: 'p2' } });
      clock.pass(hour);
      const second = await client.tickets.update({ selection: { ids: [id] }, set: { category: 'Returns' } });
      const { updatedAt } = await client.tickets.get({ id });
      await client.desk.undo({ changeSet: first.changeSet! });
      expect(await client.tickets.get({ id })).toMatchObject({ priority: 'p3', category: 'Returns', updatedAt });
      expect(second.changeSet).not.toBeNull();
    }));

  it("of a customer's first ticket leaves them to their others, and redo finds them there (CHG-12)", () =>
    withDesk(async ({ client }) => {
      const first = await newTicket(client);
      const second = await newTicket(client);
      await client.desk.undo({ changeSet: first.changeSet! });
      expect(await client.tickets.get({ id: second.id })).toMatchObject({ requester: 'Ann Lee' });
      await client.desk.redo();
      expect(await client.tickets.get({ id: first.id })).toMatchObject({ number: first.number });
    }));

  it('tells boards of a ticket that is gone (CHG-20)', () =>
    withDesk(async ({ client, live }) => {
      const { id } = await newTicket(client);
      live.length = 0;
      await client.desk.undo({});
      expect(live).toContainEqual({
        type: 'changed',
        changes: [{ seq: expect.any(Number) as number, domain: 'tickets', ids: [id] }],
      });
    }));

  it('of many at once is one step, and so is redo', () =>
    withDesk(async (desk) => {
      const { client } = desk;
      for (let n = 0; n < 30; n++) await newTicket(client, { subject: `Ticket ${n}` });
      const before = dump(desk.file, desk.clock.now());
      const done = await client.tickets.update({
        selection: { filter: {}, except: [] },
        set: { status: 'solved', addTags: ['Ärger'] },
      });
      expect(done.changed).toBe(30);
      const after = dump(desk.file, desk.clock.now());
      expect((await client.desk.verify()).ok).toBe(true);
      await client.desk.undo({});
      expect(dump(desk.file, desk.clock.now())).toEqual(before);
      await client.desk.redo();
      expect(dump(desk.file, desk.clock.now())).toEqual(after);
    }));

  it('goes back in order and redo forward in order, until something new is done (CHG-11, CHG-13)', () =>
    withDesk(async ({ client }) => {
      const { id } = await newTicket(client);
      const set = (priority: 'p1' | 'p2' | 'p4') =>
        client.tickets.update({ selection: { ids: [id] }, set: { priority } });
      const priority = async () => (await client.tickets.get({ id })).priority;
      const steps: string[] = [];
      const then = async (act: (client: Client) => Promise<unknown>) => {
        await act(client);
        steps.push(await priority());
      };
      await set('p1');
      await set('p2');
      await then((it) => it.desk.undo({}));
      await then((it) => it.desk.undo({}));
      await then((it) => it.desk.redo());
      await then((it) => it.desk.redo());
      await then((it) => it.desk.undo({}));
      await then(() => set('p4'));
      expect(steps).toEqual(['p1', 'p3', 'p1', 'p2', 'p1', 'p4']);
      expect(await refusal(client.desk.redo())).toMatchObject({ code: 'NOT_FOUND' });
    }));
});

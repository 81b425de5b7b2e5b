import { afterEach, beforeEach, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { hour, minute } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
beforeEach(async () => {
  desk = await testDesk(folder);
  client = desk.client;
});
afterEach(() => desk.close());

const inHours = (hours: number) => desk.clock.now() + hours * hour;
const send = async (ticketId: string, name: string, hours: number) =>
  (await client.tickets.dispatch({ ticketId, to: { name }, dueAt: inHours(hours) })).id;

it('goes to a person of the desk or to a name, until a time, and stands on the ticket (DIS-1, DIS-2)', async () => {
  const { id: ticketId } = await newTicket(client);
  const noor = await client.people.create({ name: 'Noor Haddad' });
  const made = await client.tickets.dispatch({
    ticketId,
    to: { personId: noor.id },
    dueAt: inHours(7),
    note: 'Price of 40 m of gutter?',
  });
  expect(made.label).toBe('Dispatched #1 to Noor Haddad');
  await send(ticketId, 'Orders desk', 2);
  const { dispatches } = await client.tickets.relations({ id: ticketId });
  expect(dispatches).toMatchObject([
    { name: 'Orders desk', personId: null, state: 'open', overdue: false },
    { name: 'Noor Haddad', personId: noor.id, note: 'Price of 40 m of gutter?', createdBy: 'Coordinator' },
  ]);
  const event = (await client.tickets.get({ id: ticketId })).events.find(({ type }) => type === 'dispatch');
  expect(event).toMatchObject({
    field: 'open',
    to: 'Noor Haddad',
    body: 'Due Mon 2 Mar 2026 17:00.\nPrice of 40 m of gutter?',
  });
});

it('the open ones are listed overdue first and counted, the ended ones newest first (DIS-3)', async () => {
  const { id } = await newTicket(client);
  const [late, soon] = [await send(id, 'Late', 1), await send(id, 'Soon', 3)];
  await send(id, 'Next week', 24 * 7);
  desk.clock.pass(hour + 1);
  const open = await client.tickets.dispatches({});
  expect(open.dispatches.map(({ name, overdue }) => [name, overdue])).toEqual([
    ['Late', true],
    ['Soon', false],
    ['Next week', false],
  ]);
  expect(open.counts).toEqual({ open: 3, overdue: 1, today: 2 });
  await client.tickets.dispatchDone({ id: late, result: 'In stock, 12.40 a metre.' });
  desk.clock.pass(minute);
  await client.tickets.dispatchCancel({ id: soon, reason: 'Not wanted.' });
  const ended = await client.tickets.dispatches({ state: 'ended' });
  expect(ended.dispatches).toMatchObject([
    { name: 'Soon', state: 'cancelled', result: 'Not wanted.', endedBy: 'Coordinator' },
    { name: 'Late', state: 'done', result: 'In stock, 12.40 a metre.', overdue: false },
  ]);
  expect(ended.counts).toEqual({ open: 1, overdue: 0, today: 0 });
});

it('is due exactly at its time, and late strictly after it (DIS-3)', async () => {
  const { id } = await newTicket(client);
  await send(id, 'Orders', 1);
  desk.clock.pass(hour);
  expect((await client.tickets.dispatches({})).counts.overdue).toBe(0);
  desk.clock.pass(1);
  expect((await client.tickets.dispatches({})).counts.overdue).toBe(1);
});

it('is changed, ended once, and opened again with a new time (DIS-4)', async () => {
  const { id: ticketId } = await newTicket(client);
  const id = await send(ticketId, 'Orders', 1);
  await client.tickets.dispatchChange({ id, to: { name: 'Prices' }, dueAt: inHours(4) });
  await client.tickets.dispatchDone({ id, result: 'Done.' });
  expect(await refusal(client.tickets.dispatchDone({ id, result: 'Again.' }))).toMatchObject({
    code: 'CONFLICT',
    message: 'The dispatch to Prices came back already. Open it again first.',
  });
  expect(await refusal(client.tickets.dispatchChange({ id, note: 'x' }))).toMatchObject({ code: 'CONFLICT' });
  await client.tickets.dispatchReopen({ id, dueAt: inHours(6) });
  expect(await refusal(client.tickets.dispatchReopen({ id, dueAt: inHours(7) }))).toMatchObject({ code: 'CONFLICT' });
  expect((await client.tickets.dispatches({})).dispatches).toMatchObject([
    { name: 'Prices', state: 'open', dueAt: inHours(6), result: null, endedAt: null },
  ]);
  const told = (await client.tickets.get({ id: ticketId })).events.filter(({ type }) => type === 'dispatch');
  expect(told.map(({ field }) => field)).toEqual(['open', 'changed', 'done', 'reopened']);
});

it('not for a time that has passed, not on a closed or merged ticket, not to nobody (DIS-1)', async () => {
  const [a, b, c] = [await newTicket(client), await newTicket(client), await newTicket(client)];
  expect(await refusal(send(a.id, 'Orders', -1))).toMatchObject({ code: 'INVALID', data: { field: 'dueAt' } });
  await client.tickets.merge({ into: a.id, from: [b.id] });
  expect((await refusal(send(b.id, 'Orders', 1))).message).toBe('#2 was merged into #1. Use #1 instead.');
  await client.tickets.update({ selection: { ids: [c.id] }, set: { status: 'closed' } });
  expect(await refusal(send(c.id, 'Orders', 1))).toMatchObject({ code: 'CONFLICT' });
  expect(await refusal(send(a.id, '  ', 1))).toMatchObject({ code: 'INVALID' });
  const nobody = '00000000-0000-7000-8000-000000000000';
  const call = client.tickets.dispatch({ ticketId: a.id, to: { personId: nobody }, dueAt: inHours(1) });
  expect(await refusal(call)).toMatchObject({ code: 'NOT_FOUND' });
});

it('each step is undone and done again (DIS-4, CHG-10)', async () => {
  const { id: ticketId } = await newTicket(client);
  const at = inHours(5);
  const states = [dump(desk.file, at)];
  const id = await send(ticketId, 'Orders', 1);
  states.push(dump(desk.file, at));
  await client.tickets.dispatchDone({ id, result: 'Done.' });
  states.push(dump(desk.file, at));
  await client.tickets.dispatchReopen({ id, dueAt: inHours(3) });
  for (const state of states.toReversed()) {
    await client.desk.undo({});
    expect(dump(desk.file, at)).toEqual(state);
  }
  await client.desk.redo();
  expect(dump(desk.file, at)).toEqual(states[1]);
});

it('a person who has a dispatch is not taken away unseen (CHG-12)', async () => {
  const { id } = await newTicket(client);
  const noor = await client.people.create({ name: 'Noor Haddad' });
  await client.tickets.dispatch({ ticketId: id, to: { personId: noor.id }, dueAt: inHours(1) });
  const made = (await client.desk.history({ limit: 10 })).entries.find(({ command }) => command === 'people.create');
  expect(await refusal(client.desk.undo({ changeSet: made!.id }))).toMatchObject({ code: 'CONFLICT' });
});

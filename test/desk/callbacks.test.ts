import { afterEach, beforeEach, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { hour, minute } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
let ticketId: string;
beforeEach(async () => {
  desk = await testDesk(folder);
  client = desk.client;
  ticketId = (await newTicket(client)).id;
});
afterEach(() => desk.close());

const inHours = (hours: number) => desk.clock.now() + hours * hour;
const promise = async (hours: number, ownerId: string | null = null, phone = '020 7946 0018') =>
  (await client.tickets.callback({ ticketId, phone, promisedAt: inHours(hours), ownerId })).id;
const noor = async () => (await client.people.create({ name: 'Noor Haddad' })).id;
const list = (show: 'today' | 'open' | 'ended' = 'open') => client.tickets.callbacks({ show });
const kinds = async () => (await list()).callbacks.map(({ flags }) => flags.map(({ kind }) => kind));
const told = async () =>
  (await client.tickets.get({ id: ticketId })).events
    .filter(({ type }) => type === 'callback')
    .map(({ field }) => field);

it('is promised with a number, a time to come and an owner, and stands on the ticket (CBK-1)', async () => {
  const owner = await noor();
  await promise(2, owner);
  const { callbacks } = await client.tickets.relations({ id: ticketId });
  expect(callbacks).toMatchObject([
    {
      phone: '020 7946 0018',
      day: '2026-03-02',
      ownerId: owner,
      state: 'open',
      attempts: 0,
      moves: 0,
      validatedAt: null,
    },
  ]);
  expect(await refusal(promise(-1))).toMatchObject({ code: 'INVALID', data: { field: 'promisedAt' } });
  expect(await refusal(promise(1, null, 'ask Ann'))).toMatchObject({ code: 'INVALID' });
  await client.tickets.update({ selection: { ids: [ticketId] }, set: { status: 'closed' } });
  expect(await refusal(promise(1))).toMatchObject({ code: 'CONFLICT' });
});

it('the list goes by promised time, with days of the desk and what is wrong with each (CBK-5, CBK-6)', async () => {
  const owner = await noor();
  await promise(3, owner);
  await promise(1, owner);
  await promise(3, owner);
  await promise(24 * 5);
  await promise(8, owner);
  expect(await kinds()).toEqual([
    ['unconfirmed'],
    ['clash', 'unconfirmed'],
    ['clash', 'unconfirmed'],
    ['outsideHours', 'unconfirmed'],
    ['noOwner', 'outsideHours'],
  ]);
  expect((await list()).counts).toEqual({ open: 5, today: 4, overdue: 0, unconfirmed: 4, needSomeone: 4 });
  expect((await list('today')).callbacks).toHaveLength(4);
  await client.people.update({ id: owner, set: { away: true } });
  expect((await kinds())[0]).toEqual(['ownerAway', 'unconfirmed']);
  await client.desk.settings({ timeZone: 'Pacific/Auckland' });
  // 11:00 UTC is midnight there: a call promised for then is tomorrow's.
  expect((await list()).callbacks[0]?.day).toBe('2026-03-03');
});

it('each of today is confirmed each morning, all of them in one change set (CBK-4)', async () => {
  const owner = await noor();
  const ids = [await promise(1, owner), await promise(2, owner)];
  await client.tickets.callbackValidate({ ids });
  expect(await kinds()).toEqual([[], []]);
  expect((await list()).callbacks[0]).toMatchObject({ validatedAt: desk.clock.now(), validatedBy: 'Coordinator' });
  await client.desk.undo({});
  expect(await kinds()).toEqual([['unconfirmed'], ['unconfirmed']]);
  await client.desk.redo();
  // Another number is another thing to confirm; a note is not.
  await client.tickets.callbackChange({ id: ids[0]!, phone: '020 7946 0999' });
  await client.tickets.callbackChange({ id: ids[1]!, note: 'Ask for Ann.' });
  expect(await kinds()).toEqual([['unconfirmed'], []]);
});

it('what was confirmed the day before is to be confirmed again on its day (CBK-4)', async () => {
  const id = await promise(25, await noor());
  await client.tickets.callbackValidate({ ids: [id] });
  expect(await kinds()).toEqual([[]]);
  desk.clock.pass(23 * hour);
  expect(await kinds()).toEqual([['unconfirmed']]);
  await client.tickets.callbackValidate({ ids: [id] });
  expect(await kinds()).toEqual([[]]);
  desk.clock.pass(2 * hour + 1);
  expect(await kinds()).toEqual([['overdue']]);
  expect((await list()).counts).toMatchObject({ overdue: 1, needSomeone: 1 });
});

it('moved, the old promise stays in the record and the new one is confirmed anew (CBK-3)', async () => {
  const owner = await noor();
  const id = await promise(1, owner);
  await client.tickets.callbackValidate({ ids: [id] });
  await client.tickets.callbackTried({ id });
  const moved = await client.tickets.callbackMoved({ id, promisedAt: inHours(4), reason: 'In a meeting.' });
  expect((await list()).callbacks).toMatchObject([
    { id: moved.id, promisedAt: inHours(4), ownerId: owner, attempts: 1, moves: 1, validatedAt: null },
  ]);
  expect((await list('ended')).callbacks).toMatchObject([
    { id, state: 'moved', result: 'In a meeting.', promisedAt: inHours(1) },
  ]);
  expect(await told()).toEqual(['open', 'confirmed', 'tried', 'moved']);
  const same = client.tickets.callbackMoved({ id: moved.id, promisedAt: inHours(4), reason: 'x' });
  expect(await refusal(same)).toMatchObject({ code: 'INVALID' });
});

it('done, missed or called off, it has ended and says what became of it (CBK-2)', async () => {
  const [a, b, c] = [await promise(1), await promise(2), await promise(3)];
  await client.tickets.callbackDone({ id: a, result: 'She is happy.' });
  desk.clock.pass(minute);
  await client.tickets.callbackMissed({ id: b, reason: 'Forgotten.' });
  desk.clock.pass(minute);
  await client.tickets.callbackCancel({ id: c, reason: 'She wrote.' });
  expect((await list('ended')).callbacks.map(({ state, result }) => [state, result])).toEqual([
    ['cancelled', 'She wrote.'],
    ['missed', 'Forgotten.'],
    ['done', 'She is happy.'],
  ]);
  expect((await refusal(client.tickets.callbackDone({ id: b, result: 'x' }))).message).toBe(
    'The call for #1 was missed. Promise a new one instead.',
  );
  for (const id of [a, b, c])
    expect(await refusal(client.tickets.callbackValidate({ ids: [id] }))).toMatchObject({ code: 'CONFLICT' });
  expect((await list()).counts).toEqual({ open: 0, today: 0, overdue: 0, unconfirmed: 0, needSomeone: 0 });
});

it('each step is undone to what was before it (CHG-10)', async () => {
  const at = inHours(9);
  const owner = await noor();
  const states: ReturnType<typeof dump>[] = [];
  const id = await promise(1, owner);
  const steps = [
    () => client.tickets.callbackValidate({ ids: [id] }),
    () => client.tickets.callbackTried({ id, note: 'Engaged.' }),
    () => client.tickets.callbackChange({ id, ownerId: null }),
    () => client.tickets.callbackMoved({ id, promisedAt: inHours(3), reason: 'Busy.' }),
  ];
  for (const step of steps) {
    states.push(dump(desk.file, at));
    desk.clock.pass(minute);
    await step();
  }
  for (const state of states.toReversed()) {
    await client.desk.undo({});
    expect(dump(desk.file, at)).toEqual(state);
  }
});

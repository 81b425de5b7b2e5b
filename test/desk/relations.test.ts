import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hour, minute } from '../support/fake-clock.ts';
import { dump } from '../support/dump.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
beforeEach(async () => {
  desk = await testDesk(folder);
  client = desk.client;
});
afterEach(async () => {
  expect((await client.desk.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
  await desk.close();
});

const make = async (subject: string, given: Parameters<typeof newTicket>[1] = {}) =>
  (await newTicket(client, { subject, body: `${subject}, please.`, ...given })).id;
const get = (id: string) => client.tickets.get({ id });
const relations = (id: string) => client.tickets.relations({ id });
const numbers = (rows: readonly { readonly number: number }[]) => rows.map(({ number }) => number);
const links = async (id: string) =>
  (await get(id)).events.filter(({ type }) => type === 'link').map(({ field, from, to }) => ({ field, from, to }));

describe('merge', () => {
  it('closes the source, tells its words in the target, unites tags and links both (REL-1, REL-3, REL-4)', async () => {
    const into = await make('Late parcel', { tags: ['vip'] });
    const from = await make('Where is it', {
      requester: { name: 'Bo Berg', email: 'bo@example.com' },
      tags: ['VIP', 'parcel'],
    });
    await client.tickets.reply({ id: from, body: 'We look into it.' });
    desk.clock.pass(hour);
    const done = await client.tickets.merge({ into, from: [from], note: 'Same parcel.' });
    expect(done).toMatchObject({ changed: 2, label: 'Merged #2 into #1' });

    const source = await get(from);
    expect(source).toMatchObject({ status: 'closed', mergedInto: { number: 1 }, solvedAt: desk.clock.now() });
    expect(await links(from)).toEqual([{ field: 'merged', from: null, to: '#1' }]);
    const target = await get(into);
    expect(target).toMatchObject({ status: 'new', tags: ['vip', 'parcel'], mergedInto: null });
    expect(await links(into)).toEqual([{ field: 'merged', from: '#2', to: null }]);
    const notes = target.events.filter(({ type }) => type === 'internalNote').map(({ body }) => body);
    expect(notes).toEqual([
      'Same parcel.',
      [
        'Merged from #2 “Where is it”.\nBo Berg <bo@example.com> asked there and waits for an answer too.',
        'Bo Berg, Mon 2 Mar 2026 10:00:\nWhere is it, please.',
        'Coordinator, Mon 2 Mar 2026 10:00:\nWe look into it.',
      ].join('\n\n'),
    ]);
    expect(numbers((await relations(into)).merged)).toEqual([2]);
    expect(numbers((await relations(from)).mergedInto)).toEqual([1]);
    const { hits } = await client.tickets.search({ query: '"look into it" status:new' });
    expect(hits.map(({ ticket }) => ticket.number)).toEqual([1]);
  });

  it('leaves every clock of the target as it was (REL-3)', async () => {
    const into = await make('Late parcel');
    await client.tickets.reply({ id: into, body: 'On its way.' });
    desk.clock.pass(30 * minute);
    const from = await make('Where is it');
    await client.tickets.receive({ id: from, body: 'Hello?' });
    desk.clock.pass(30 * minute);
    const before = await get(into);
    await client.tickets.merge({ into, from: [from] });
    const after = await get(into);
    expect(after.clocks).toEqual(before.clocks);
    expect({ band: after.band, waiting: after.waiting }).toEqual({ band: before.band, waiting: false });
    expect(after.events.at(-1)?.body).toContain('The last message there was not answered.');
    // Of the source nothing is awaited any more.
    expect((await get(from)).clocks.resolution).toMatchObject({ state: 'met', metAt: desk.clock.now() });
  });

  it('undo takes all of it back, redo does it again (REL-5)', async () => {
    const into = await make('One', { tags: ['a'] });
    const [first, second, child] = [await make('Two', { tags: ['b'] }), await make('Three'), await make('Four')];
    await client.tickets.link({ id: first, kind: 'child', to: [child] });
    await client.tickets.callback({ ticketId: second, phone: '020 1234', promisedAt: desk.clock.now() + hour });
    await client.tickets.dispatch({ ticketId: first, to: { name: 'Orders' }, dueAt: desk.clock.now() + hour });
    const later = desk.clock.now() + 5 * hour;
    const before = dump(desk.file, later);
    desk.clock.pass(minute);
    await client.tickets.merge({ into, from: [first, second] });
    const merged = dump(desk.file, later);
    await client.desk.undo({});
    expect(dump(desk.file, later)).toEqual(before);
    await client.desk.redo();
    expect(dump(desk.file, later)).toEqual(merged);
  });

  it('takes children and open promises along (REL-4)', async () => {
    const [into, from] = [await make('One'), await make('Two')];
    const [child, inside] = [await make('Three'), await make('Four')];
    await client.tickets.link({ id: from, kind: 'child', to: [child, inside] });
    const soon = desk.clock.now() + hour;
    await client.tickets.callback({ ticketId: from, phone: '020 1234', promisedAt: soon });
    const { id: over } = await client.tickets.dispatch({ ticketId: from, to: { name: 'Orders' }, dueAt: soon });
    await client.tickets.dispatch({ ticketId: from, to: { name: 'Prices' }, dueAt: soon });
    await client.tickets.dispatchDone({ id: over, result: 'In stock.' });
    await client.tickets.merge({ into, from: [from, inside] });
    const found = await relations(into);
    expect(numbers(found.children)).toEqual([3]);
    expect(found.callbacks.map(({ phone }) => phone)).toEqual(['020 1234']);
    expect(found.dispatches.map(({ name }) => name)).toEqual(['Prices']);
    expect((await relations(from)).dispatches.map(({ name }) => name)).toEqual(['Orders']);
    expect((await links(child)).at(-1)).toEqual({ field: 'parent', from: '#2', to: '#1' });
  });

  it('of a merge shows where it went in the end (REL-2)', async () => {
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    await client.tickets.merge({ into: b, from: [a] });
    await client.tickets.merge({ into: c, from: [b] });
    expect(numbers((await relations(a)).mergedInto)).toEqual([2, 3]);
    expect((await refusal(client.tickets.merge({ into: a, from: [c] }))).message).toBe(
      '#1 was merged into #3. Use #3 instead.',
    );
    expect((await refusal(client.tickets.merge({ into: c, from: [a] }))).message).toBe(
      '#1 was merged into #3 already.',
    );
    expect((await get(c)).events.at(-1)?.body).toContain('Merged from #1 “A”');
  });

  it('into itself, a closed one, or what stands under it is refused, and nothing changes (REL-2)', async () => {
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    await client.tickets.link({ id: b, kind: 'parent', to: [a] });
    await client.tickets.update({ selection: { ids: [c] }, set: { status: 'closed' } });
    const before = dump(desk.file, desk.clock.now());
    expect(await refusal(client.tickets.merge({ into: a, from: [b, a] }))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(client.tickets.merge({ into: c, from: [a] }))).toMatchObject({
      code: 'CONFLICT',
      message: '#3 is closed. Open it first, or choose another ticket.',
    });
    expect(await refusal(client.tickets.merge({ into: b, from: [a] }))).toMatchObject({
      code: 'CONFLICT',
      message: '#2 stands under #1. Take it out from there first, or merge the other way round.',
    });
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
    await client.tickets.merge({ into: a, from: [b, c] });
    expect(numbers((await relations(a)).merged)).toEqual([2, 3]);
  });

  it('undo is refused once somebody opened the source again (CHG-12)', async () => {
    const [a, b] = [await make('A'), await make('B')];
    const { changeSet } = await client.tickets.merge({ into: a, from: [b] });
    await client.tickets.update({ selection: { ids: [b] }, set: { status: 'open' } });
    expect(await refusal(client.desk.undo({ changeSet: changeSet! }))).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('split', () => {
  it('makes a ticket of a message, like its origin, with clocks from now (REL-20, REL-21)', async () => {
    const queueId = (await client.directory.queueCreate({ name: 'Orders' })).id;
    const id = await make('Two things', {
      requester: { name: 'Ann Lee', email: 'ann@example.com' },
      queueId,
      priority: 'p2',
      tags: ['vip'],
      channel: 'email',
    });
    desk.clock.pass(10 * minute);
    await client.tickets.receive({ id, body: 'Also, my invoice is wrong.\nThe VAT.' });
    const message = (await get(id)).events.at(-1)!;
    desk.clock.pass(2 * hour);
    const before = await get(id);
    const done = await client.tickets.split({ id, eventIds: [message.id] });
    expect(done).toMatchObject({ number: 2, changed: 2, label: 'Split a ticket from #1' });

    const fresh = await get(done.id);
    expect(fresh).toMatchObject({
      subject: 'Also, my invoice is wrong.',
      requester: 'Ann Lee',
      requesterEmail: 'ann@example.com',
      queueId,
      priority: 'p2',
      tags: ['vip'],
      channel: 'email',
      status: 'new',
      waiting: true,
      createdAt: desk.clock.now(),
    });
    expect(fresh.clocks.firstResponse).toMatchObject({
      startedAt: desk.clock.now(),
      spentMinutes: 0,
      state: 'running',
    });
    expect(fresh.events.map(({ type, body }) => [type, body])).toEqual([
      ['created', null],
      ['customerMessage', 'Also, my invoice is wrong.\nThe VAT.'],
      ['internalNote', 'Split from #1 “Two things”. Said there on Mon 2 Mar 2026 10:10.'],
      ['link', null],
    ]);
    expect(await links(done.id)).toEqual([{ field: 'split', from: '#1', to: null }]);
    expect(await links(id)).toEqual([{ field: 'split', from: null, to: '#2' }]);
    expect((await get(id)).clocks).toEqual(before.clocks);
    expect(numbers((await relations(id)).splitInto)).toEqual([2]);
    expect(numbers((await relations(done.id)).splitFrom)).toEqual([1]);
  });

  it('a reply of the other ticket is no answer here: it comes as a note (REL-21)', async () => {
    const id = await make('Two things');
    await client.tickets.reply({ id, body: 'The invoice is another matter.' });
    const events = (await get(id)).events.filter(({ body }) => body !== null);
    const { id: made } = await client.tickets.split({
      id,
      eventIds: events.map((event) => event.id).reverse(),
      subject: 'Invoice',
      requester: { name: 'Bo Berg', email: 'bo@example.com' },
    });
    const fresh = await get(made);
    expect(fresh).toMatchObject({ subject: 'Invoice', requester: 'Bo Berg', status: 'new', waiting: true });
    expect(fresh.clocks.firstResponse.state).toBe('running');
    expect(fresh.events.slice(1, 3).map(({ type, author, body }) => [type, author.name, body])).toEqual([
      ['customerMessage', 'Bo Berg', 'Two things, please.'],
      ['internalNote', 'Coordinator', 'Coordinator, Mon 2 Mar 2026 10:00:\nThe invoice is another matter.'],
    ]);
  });

  it('undo takes the ticket away, unless somebody worked on it (REL-22, CHG-12)', async () => {
    const id = await make('Two things');
    const before = dump(desk.file, desk.clock.now() + hour);
    const split = async () =>
      client.tickets.split({ id, eventIds: [(await get(id)).events.find(({ body }) => body !== null)!.id] });
    await split();
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now() + hour)).toEqual(before);
    const { id: made, changeSet } = await split();
    await client.tickets.note({ id: made, body: 'Mine.' });
    expect(await refusal(client.desk.undo({ changeSet: changeSet! }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('of what is no message of the ticket is refused (REL-20)', async () => {
    const [id, other] = [await make('A'), await make('B')];
    const [created] = (await get(id)).events;
    const message = (await get(other)).events.at(-1)!;
    for (const eventId of [created!.id, message.id])
      expect(await refusal(client.tickets.split({ id, eventIds: [eventId] }))).toMatchObject({
        code: 'INVALID',
        message: 'That is not a message of #1. Choose a message, a reply or a note.',
      });
    expect((await client.desk.info()).tickets).toBe(2);
  });
});

describe('parent, child, related, duplicate', () => {
  it('a ticket stands under one other; put under a second it moves (REL-10)', async () => {
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    await client.tickets.link({ id: a, kind: 'child', to: [c] });
    expect((await get(c)).parent).toMatchObject({ number: 1 });
    await client.tickets.link({ id: c, kind: 'parent', to: [b] });
    expect(numbers((await relations(a)).children)).toEqual([]);
    expect(await relations(b)).toMatchObject({ openChildren: 1, children: [{ number: 3, status: 'new' }] });
    expect((await links(c)).at(-1)).toEqual({ field: 'parent', from: '#1', to: '#2' });
    await client.tickets.unlink({ id: b, kind: 'child', to: c });
    expect((await get(c)).parent).toBeNull();
    expect(await refusal(client.tickets.unlink({ id: c, kind: 'parent', to: b }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('no loops, no more than three levels, and not under what is closed (REL-11)', async () => {
    const [a, b, c, d] = [await make('A'), await make('B'), await make('C'), await make('D')];
    await client.tickets.link({ id: a, kind: 'child', to: [b] });
    await client.tickets.link({ id: b, kind: 'child', to: [c] });
    const under = async (child: string, parent: string) =>
      (await refusal(client.tickets.link({ id: child, kind: 'parent', to: [parent] }))).message;
    expect(await under(a, a)).toBe('#1 cannot stand under itself. Choose another ticket.');
    expect(await under(a, b)).toBe('#2 stands under #1 already. Take it out from there first.');
    expect(await under(a, c)).toBe('#3 stands under #1 already. Take it out from there first.');
    expect(await under(d, c)).toBe('Under #3, #4 would make more than 3 levels. Put it under a ticket further up.');
    expect(await under(a, d)).toContain('more than 3 levels');
    await client.tickets.update({ selection: { ids: [d] }, set: { status: 'closed' } });
    expect(await under(c, d)).toBe('#4 is closed. Open it first, or choose another ticket.');
    expect(await refusal(client.tickets.link({ id: d, kind: 'parent', to: [a, b] }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('one bad link of several leaves none (CHG-1)', async () => {
    const [a, b, c] = [await make('A'), await make('B'), await make('C')];
    await client.tickets.link({ id: c, kind: 'child', to: [a] });
    await refusal(client.tickets.link({ id: a, kind: 'child', to: [b, c] }));
    expect((await get(b)).parent).toBeNull();
  });

  it('solving the children is one change set, with or without the parent (REL-12)', async () => {
    const [a, b, c, d] = [await make('A'), await make('B'), await make('C'), await make('D')];
    await client.tickets.link({ id: a, kind: 'child', to: [b, d] });
    await client.tickets.link({ id: b, kind: 'child', to: [c] });
    await client.tickets.update({ selection: { ids: [d] }, set: { status: 'solved' } });
    expect((await relations(a)).openChildren).toBe(2);
    expect(await client.tickets.solveChildren({ id: a })).toMatchObject({
      changed: 2,
      label: 'Solved 2 children of #1',
    });
    expect((await get(c)).status).toBe('solved');
    expect((await get(a)).status).toBe('new');
    await client.desk.undo({});
    expect((await get(c)).status).toBe('new');
    expect((await client.tickets.solveChildren({ id: a, itself: true })).changed).toBe(3);
    expect((await get(a)).status).toBe('solved');
    expect(await refusal(client.tickets.solveChildren({ id: a }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('related is one link for both; made twice it is still one (REL-13)', async () => {
    const [a, b] = [await make('A'), await make('B')];
    await client.tickets.link({ id: a, kind: 'related', to: [b] });
    expect(await client.tickets.link({ id: b, kind: 'related', to: [a] })).toMatchObject({
      changed: 0,
      changeSet: null,
    });
    expect(numbers((await relations(a)).related)).toEqual([2]);
    expect(numbers((await relations(b)).related)).toEqual([1]);
    await client.tickets.unlink({ id: b, kind: 'related', to: a });
    expect(numbers((await relations(a)).related)).toEqual([]);
    expect(await links(a)).toEqual([
      { field: 'related', from: null, to: '#2' },
      { field: 'related', from: '#2', to: null },
    ]);
    expect(await refusal(client.tickets.link({ id: a, kind: 'related', to: [a] }))).toMatchObject({ code: 'INVALID' });
  });

  it('a duplicate has a direction (REL-13)', async () => {
    const [a, b] = [await make('A'), await make('B')];
    await client.tickets.link({ id: b, kind: 'duplicateOf', to: [a] });
    expect(numbers((await relations(b)).duplicateOf)).toEqual([1]);
    expect(numbers((await relations(a)).duplicates)).toEqual([2]);
    expect((await refusal(client.tickets.link({ id: a, kind: 'duplicateOf', to: [b] }))).message).toBe(
      '#2 is a duplicate of #1 already.',
    );
    await client.tickets.unlink({ id: a, kind: 'duplicateOf', to: b });
    expect((await links(a)).at(-1)).toEqual({ field: 'duplicate', from: '#2', to: null });
  });

  it('links change no clock (SLA-10)', async () => {
    const [a, b] = [await make('A'), await make('B')];
    desk.clock.pass(30 * minute);
    const before = await get(a);
    await client.tickets.link({ id: a, kind: 'parent', to: [b] });
    await client.tickets.callback({ ticketId: a, phone: '020 1234', promisedAt: desk.clock.now() + hour });
    await client.tickets.dispatch({ ticketId: a, to: { name: 'Orders' }, dueAt: desk.clock.now() + hour });
    expect((await get(a)).clocks).toEqual(before.clocks);
  });
});

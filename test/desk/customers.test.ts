import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, rows } from '../../src/main/store/db.ts';
import { ruleFacts } from '../../src/main/store/rule-facts.ts';
import { dump } from '../support/dump.ts';
import { hour } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
beforeAll(async () => {
  desk = await testDesk(folder);
  client = desk.client;
});
afterAll(() => desk.close());

const names = async (text: string) => (await client.customers.find({ text })).customers.map(({ name }) => name);
const add = (set: Parameters<Client['customers']['save']>[0]['set']) =>
  client.customers.save({ set }).then(({ id }) => id);

describe('a customer', () => {
  it('is found as one types: by name, address, number, handle and organisation (CUS-3)', async () => {
    const acme = await client.customers.organisationSave({ name: 'Acme Freight' });
    const id = await add({
      name: 'Zoë Quirke',
      email: 'zq@mail.example',
      organisationId: acme.id,
      contactPoints: [
        { kind: 'phone', value: '+44 (0)20 7946 0958', label: 'Office' },
        { kind: 'email', value: 'zoe.home@example.net', label: null },
        { kind: 'social', value: '@zquirke', label: null },
      ],
    });
    for (const text of [
      'Zo',
      'zoe',
      'quir',
      'ZQ@ma',
      'home',
      '0958',
      '79460958',
      '+44 20 79',
      'zquir',
      'acme',
      'fre',
      'zoe acme',
    ])
      expect([text, await names(text)]).toEqual([text, ['Zoë Quirke']]);
    for (const text of ['', ' ', '"', 'acme bob', '0959', '* OR', 'NEAR(']) expect(await names(text)).toEqual([]);
    await client.customers.organisationSave({ id: acme.id, name: 'Bolt Cargo' });
    expect(await names('acme')).toEqual([]);
    expect(await names('bolt')).toEqual(['Zoë Quirke']);
    await client.customers.save({ id, set: { contactPoints: [] } });
    expect(await names('0958')).toEqual([]);
    expect((await client.desk.verify()).ok).toBe(true);
  });

  it('has preferences, and every edit is undone and done again to the byte (CUS-1, CHG-10)', async () => {
    const id = await add({ name: 'Pat' });
    const before = dump(desk.file, desk.clock.now());
    await client.customers.save({
      id,
      set: {
        vip: true,
        language: 'de',
        channel: 'phone',
        timeZone: 'Europe/Berlin',
        notes: 'Rings before nine',
        contactPoints: [{ kind: 'phone', value: '030 1234', label: null }],
      },
    });
    expect(await client.customers.get({ id })).toMatchObject({
      vip: true,
      language: 'de',
      channel: 'phone',
      timeZone: 'Europe/Berlin',
      notes: 'Rings before nine',
      contactPoints: [{ kind: 'phone', value: '030 1234', label: null }],
    });
    const after = dump(desk.file, desk.clock.now());
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
    await client.desk.redo();
    expect(dump(desk.file, desk.clock.now())).toEqual(after);
    const nothing = await client.customers.save({ id, set: { vip: true } });
    expect(nothing).toMatchObject({ changed: 0, changeSet: null });
    expect((await refusal(client.customers.save({ id, set: { timeZone: 'Mars/Base' } }))).code).toBe('INVALID');
    expect((await refusal(client.customers.save({ set: { vip: true } }))).code).toBe('INVALID');
  });

  it('shares no address, number or handle with another (CUS-2)', async () => {
    await add({
      name: 'Una',
      email: 'una@example.org',
      contactPoints: [{ kind: 'phone', value: '555 0100', label: null }],
    });
    const other = await add({ name: 'Vi' });
    const save = (set: Parameters<Client['customers']['save']>[0]['set']) =>
      refusal(client.customers.save({ id: other, set }));
    expect(await save({ email: 'UNA@example.org' })).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Una') as string,
    });
    expect((await save({ contactPoints: [{ kind: 'phone', value: '(555) 0100', label: null }] })).code).toBe(
      'CONFLICT',
    );
    expect((await save({ contactPoints: [{ kind: 'email', value: 'una@example.org', label: null }] })).code).toBe(
      'CONFLICT',
    );
    expect((await save({ contactPoints: [{ kind: 'phone', value: 'no digits', label: null }] })).code).toBe('INVALID');
  });

  it('has all their tickets, the open ones first, each newest first (CUS-4)', async () => {
    const requester = { name: 'Tickety', email: 'tickety@example.org' };
    const made: string[] = [];
    for (const subject of ['first', 'second', 'third', 'fourth']) {
      made.push((await newTicket(client, { subject, requester })).id);
      desk.clock.pass(hour);
    }
    await client.tickets.update({ selection: { ids: [made[3]!, made[1]!] }, set: { status: 'solved' } });
    const { requesterId: id } = await client.tickets.get({ id: made[0]! });
    const { total, rows: shown } = await client.customers.tickets({ id });
    expect([total, shown.map(({ subject }) => subject)]).toEqual([4, ['third', 'first', 'fourth', 'second']]);
    expect((await client.customers.tickets({ id, offset: 3, limit: 1 })).rows.map(({ subject }) => subject)).toEqual([
      'second',
    ]);
    expect(await client.customers.get({ id })).toMatchObject({ openTickets: 2, tickets: 4 });
  });

  it('renamed, takes the new name on what is open; what is done keeps the old one (CUS-5)', async () => {
    const requester = { name: 'Mis Spelt', email: 'ms@example.org' };
    const open = await newTicket(client, { requester });
    const done = await newTicket(client, { requester });
    await client.tickets.update({ selection: { ids: [done.id] }, set: { status: 'solved' } });
    const { requesterId: id } = await client.tickets.get({ id: open.id });
    await client.customers.save({ id, set: { name: 'Ms Spelt' } });
    const now = await client.tickets.get({ id: open.id });
    expect(now.requester).toBe('Ms Spelt');
    expect(now.events.at(-1)).toMatchObject({ type: 'requester', from: 'Mis Spelt', to: 'Ms Spelt' });
    expect((await client.tickets.get({ id: done.id })).requester).toBe('Mis Spelt');
    await client.desk.undo({});
    expect((await client.tickets.get({ id: open.id })).requester).toBe('Mis Spelt');
  });

  it('belongs to an organisation that rules can ask about (CUS-6)', async () => {
    const { id: organisationId } = await client.customers.organisationSave({ name: 'Globex' });
    const { id: ticket, number } = await newTicket(client, {
      requester: { name: 'Hank', email: 'hank@globex.example' },
    });
    const { requesterId: id } = await client.tickets.get({ id: ticket });
    expect(ruleFacts(desk.db, number)?.organisation).toBeNull();
    await client.customers.save({ id, set: { organisationId } });
    expect(ruleFacts(desk.db, number)?.organisation).toBe('Globex');
    expect((await client.customers.organisations({ text: 'glo' })).organisations).toMatchObject([
      { name: 'Globex', people: 1 },
    ]);
    expect((await client.customers.list({ organisationId })).rows.map(({ name }) => name)).toEqual(['Hank']);
    expect((await refusal(client.customers.organisationSave({ name: 'GLOBEX' }))).code).toBe('CONFLICT');
    expect((await refusal(client.customers.get({ id: organisationId }))).code).toBe('NOT_FOUND');
  });
});

describe('the list of customers', () => {
  it('of 100,000 is read by position in their order, by an index and not by sorting (CUS-4)', async () => {
    const other = await testDesk(folder);
    run(
      other.db,
      `INSERT INTO customer (uid, name, email)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
       SELECT unhex(printf('%012x70008000%012x', i, i)), 'Person ' || substr('00000' || ((i * 7919) % 100000), -5), 'p' || i || '@example.org' FROM n`,
    );
    run(
      other.db,
      "INSERT INTO customer_fts (rowid, name, points, organisation) SELECT id, name, email, '' FROM customer",
    );
    const { total, rows: window } = await other.client.customers.list({ offset: 50_000, limit: 3 });
    expect([total, window.map(({ name }) => name)]).toEqual([
      100_000,
      ['Person 50000', 'Person 50001', 'Person 50002'],
    ]);
    const one = await other.client.customers.list({ text: 'p99999@' });
    expect(one.total).toBe(1);
    const all = await other.client.customers.list({ text: 'pers', offset: 99_998 });
    expect([all.total, all.rows.map(({ name }) => name)]).toEqual([100_000, ['Person 99998', 'Person 99999']]);
    const plan = rows<{ detail: string }>(
      other.db,
      `EXPLAIN QUERY PLAN SELECT id FROM customer INDEXED BY customer_name ORDER BY name COLLATE NOCASE, id LIMIT 10 OFFSET 5`,
    ).map(({ detail }) => detail);
    expect(plan.join()).toContain('USING COVERING INDEX customer_name');
    expect(plan.join()).not.toContain('TEMP B-TREE');
    await other.close();
  });

  it('holds those an import brought, and those of it are gone when it is undone (CUS-3)', async () => {
    const other = await testDesk(folder);
    const { changeSet } = await other.client.desk.sample({ tickets: 40, seed: 5 });
    const [someone] = (await other.client.customers.list({ limit: 1 })).rows;
    expect((await other.client.customers.find({ text: someone!.name })).customers[0]?.id).toBe(someone!.id);
    expect((await other.client.desk.verify()).ok).toBe(true);
    expect(changeSet).not.toBeNull();
    const [batch] = (await other.client.exchange.batches()).batches;
    await other.client.exchange.undo({ batch: batch!.id });
    expect((await other.client.customers.list({})).total).toBe(0);
    expect((await other.client.desk.verify()).ok).toBe(true);
    await other.close();
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dump } from '../support/dump.ts';
import { hour } from '../support/fake-clock.ts';
import { newTicket, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';
import { upload } from '../support/upload.ts';

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

const ann = { name: 'Ann Lee', email: 'ann@example.org' };
const make = async (subject: string) => (await newTicket(client, { subject, body: `${subject}.`, requester: ann })).id;
const said = (id: string, body: string, names: readonly string[], messageId: string | null = null) =>
  Promise.all(names.map(async (name) => ({ uploadId: await upload(client, name, `%PDF ${name}`) }))).then(
    (attachments) => client.tickets.append({ id, body, attachments, messageId }),
  );
const files = async (id: string) => (await client.tickets.attachments({ id })).attachments;
const names = async (id: string) => (await files(id)).map(({ name }) => name);
const eventOf = async (id: string, says: string) =>
  (await client.tickets.get({ id })).events.find(({ body }) => body?.includes(says) === true);
const mail = (...heads: string[]): string =>
  ['From: ann@example.org', ...heads, 'MIME-Version: 1.0', '', 'And?'].join('\r\n');
const belongs = async (...heads: string[]) => (await client.tickets.parse({ text: mail(...heads) })).belongsTo?.number;

describe('a merge', () => {
  it('takes files to the note that names them, and undo takes them back (REL-5, REL-6)', async () => {
    const into = await make('Lamp');
    const from = await make('Lamp again');
    await said(into, 'Here.', ['bill.pdf']);
    await said(from, 'A picture.', ['lamp.pdf', 'box.pdf']);
    await client.tickets.attach({ id: from, attachments: [{ uploadId: await upload(client, 'late.pdf', 'x') }] });
    const later = desk.clock.now() + hour;
    const before = dump(desk.file, later);
    const { changeSet } = await client.tickets.merge({ into, from: [from] });

    expect(await names(from)).toEqual([]);
    expect([...(await names(into))].sort()).toEqual(['bill.pdf', 'box.pdf', 'lamp.pdf', 'late.pdf']);
    const note = await eventOf(into, 'Attached there: lamp.pdf, box.pdf, late.pdf.');
    expect(note?.type).toBe('internalNote');
    const went = (await files(into)).filter(({ name }) => name !== 'bill.pdf');
    expect(went.map(({ eventId }) => eventId)).toEqual([note?.id, note?.id, note?.id]);
    const held = await client.tickets.download({ id: went[0]?.id ?? '' });
    expect(Buffer.from(held.data, 'base64').toString()).toBe('%PDF lamp.pdf');

    await client.desk.undo({ changeSet: changeSet ?? '' });
    expect(dump(desk.file, later)).toEqual(before);
    await client.desk.redo();
    expect(await names(from)).toEqual([]);
    expect(await names(into)).toHaveLength(4);
  });

  it('leads later mails to the ticket that lives, along every merge, and undo leads them back (REL-6, TRI-9)', async () => {
    const [first, second, third] = [await make('One'), await make('Two'), await make('Three')];
    await said(first, 'Hello.', [], '<a@mail.example>');
    expect(await belongs('In-Reply-To: <a@mail.example>')).toBe(1);
    await client.tickets.merge({ into: second, from: [first] });
    expect(await belongs('In-Reply-To: <a@mail.example>')).toBe(2);
    const { changeSet } = await client.tickets.merge({ into: third, from: [second] });
    expect(await belongs('In-Reply-To: <a@mail.example>')).toBe(3);
    expect(await belongs('Message-ID: <a@mail.example>')).toBe(3);
    expect(await belongs('Subject: Re: [#1]')).toBe(3);
    await client.desk.undo({ changeSet: changeSet ?? '' });
    expect(await belongs('In-Reply-To: <a@mail.example>')).toBe(2);
    expect(await belongs('Subject: Re: [#1]')).toBe(2);
  });
});

describe('a split', () => {
  it('puts the files of its messages on both tickets, each its own, and undo takes the new ones away (REL-23)', async () => {
    const id = await make('Lamp');
    await said(id, 'The lamp.', ['lamp.pdf']);
    await said(id, 'And a chair.', ['chair.pdf', 'seat.pdf'], '<a@mail.example>');
    const chair = await eventOf(id, 'And a chair.');
    const later = desk.clock.now() + hour;
    const before = dump(desk.file, later);
    const split = await client.tickets.split({ id, eventIds: [chair?.id ?? ''] });

    expect(await names(id)).toEqual(['lamp.pdf', 'chair.pdf', 'seat.pdf']);
    const went = await files(split.id);
    expect(went.map(({ name }) => name)).toEqual(['chair.pdf', 'seat.pdf']);
    const there = await eventOf(split.id, 'And a chair.');
    expect(went.map(({ eventId }) => eventId)).toEqual([there?.id, there?.id]);
    expect(await belongs('In-Reply-To: <a@mail.example>')).toBe(1);

    await client.tickets.detach({ id: went[0]?.id ?? '' });
    expect(await names(id)).toEqual(['lamp.pdf', 'chair.pdf', 'seat.pdf']);
    const held = await client.tickets.download({ id: (await files(id))[1]?.id ?? '' });
    expect(Buffer.from(held.data, 'base64').toString()).toBe('%PDF chair.pdf');
    await client.desk.undo({});
    await client.desk.undo({ changeSet: split.changeSet ?? '' });
    expect(dump(desk.file, later)).toEqual(before);
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../src/main/store/db.ts';
import { dump } from '../support/dump.ts';
import { hour } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';
import { upload } from '../support/upload.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
let queueId: string;
beforeAll(async () => {
  desk = await testDesk(folder);
  client = desk.client;
  queueId = (await client.directory.queueCreate({ name: 'Returns' })).id;
});
afterAll(() => desk.close());

type Intake = Parameters<Client['tickets']['intake']>[0];
const whole = (more: Intake = {}): Intake => ({
  channel: 'phone',
  requester: { name: 'Ann Lee', email: 'ann@example.org' },
  subject: 'Lamp arrived broken',
  body: 'The lamp is in pieces.',
  category: 'Damage',
  impact: 2,
  urgency: 1,
  queueId,
  ...more,
});
const get = (id: string) => client.tickets.get({ id });

describe('intake', () => {
  it('is refused until triage is complete, naming all that is missing (TRI-1)', async () => {
    const nothing = await refusal(client.tickets.intake({}));
    expect(nothing).toMatchObject({
      code: 'INVALID',
      data: {
        field: 'channel',
        missing: ['channel', 'customer', 'subject', 'category', 'queue', 'impact', 'urgency'],
      },
    });
    const some = await refusal(client.tickets.intake(whole({ category: ' ', queueId: null })));
    expect(some).toMatchObject({
      message: 'Triage is not complete: the category and the queue are missing.',
      data: { missing: ['category', 'queue'] },
    });
    expect((await client.tickets.counts({ filter: {} })).total).toBe(0);
  });

  it('makes a ticket with the priority the matrix gives, as one change that is undone whole (TRI-1, TRI-2)', async () => {
    const before = dump(desk.file, desk.clock.now());
    const { id } = await client.tickets.intake(whole({ language: 'pt-BR', tags: ['vip'] }));
    const ticket = await get(id);
    expect(ticket).toMatchObject({
      priority: 'p2',
      impact: 2,
      urgency: 1,
      language: 'pt-BR',
      category: 'Damage',
      queueId,
      channel: 'phone',
      requester: 'Ann Lee',
      tags: ['vip'],
    });
    expect(ticket.events.map(({ type }) => type)).toEqual(['created', 'customerMessage']);
    const after = dump(desk.file, desk.clock.now());
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
    await client.desk.redo();
    expect(dump(desk.file, desk.clock.now())).toEqual(after);
  });

  it('takes another priority only with a reason, which the ticket keeps (TRI-3)', async () => {
    expect(await refusal(client.tickets.intake(whole({ priority: 'p1' })))).toMatchObject({
      code: 'INVALID',
      message: 'Impact and urgency give P2. Say why it is to be P1.',
      data: { field: 'overrideReason' },
    });
    const { id } = await client.tickets.intake(whole({ priority: 'p1', overrideReason: 'Sparks fly' }));
    const ticket = await get(id);
    expect(ticket.priority).toBe('p1');
    expect(ticket.events.find(({ type }) => type === 'priority')).toMatchObject({
      from: 'p2',
      to: 'p1',
      body: 'Sparks fly',
    });
    expect(ticket.clocks.resolution.targetMinutes).toBe(24 * 60);
    const same = await client.tickets.intake(whole({ priority: 'p2' }));
    expect((await get(same.id)).events.some(({ type }) => type === 'priority')).toBe(false);
  });

  it('keeps a conversation turn by turn (TRI-11)', async () => {
    const { id } = await client.tickets.intake(
      whole({
        channel: 'chat',
        body: 'not used',
        turns: [
          { who: 'customer', name: 'Ann', stamp: '10:02', text: 'Hi' },
          { who: 'agent', name: 'Noor', text: 'Hello' },
        ],
      }),
    );
    const { events, waiting } = await get(id);
    expect(events.map(({ type, body, author }) => [type, author.name, body])).toEqual([
      ['created', 'Coordinator', null],
      ['customerMessage', 'Ann', '[10:02] Hi'],
      ['agentReply', 'Noor', 'Hello'],
    ]);
    expect(waiting).toBe(false);
  });

  it('knows whoever asks by any way they are reached (CUS-2)', async () => {
    const first = await client.tickets.intake(
      whole({ requester: { name: 'Bea', phone: '+44 (0)20 7946 0000', handle: '@bea' } }),
    );
    const bea = (await get(first.id)).requesterId;
    const by = async (requester: Intake['requester']) =>
      (await get((await client.tickets.intake(whole({ requester }))).id)).requesterId;
    expect(await by({ name: 'B.', phone: '0044 20 7946 0000' })).toBe(bea);
    expect(await by({ name: 'B.', handle: 'BEA' })).toBe(bea);
    expect(await by({ customerId: bea })).toBe(bea);
    expect(await by({ name: 'Bea' })).toBe(bea);
    expect(await by({ name: 'B.', phone: '0044 20 7946 0001' })).not.toBe(bea);
    const gone = await refusal(client.tickets.intake(whole({ requester: { customerId: queueId } })));
    expect(gone.code).toBe('NOT_FOUND');
  });
});

describe('triage of a ticket that came without', () => {
  it('is completed with what is missing; the priority follows (TRI-4)', async () => {
    const { id } = await newTicket(client);
    expect(await refusal(client.tickets.triage({ id, impact: 1 }))).toMatchObject({
      code: 'INVALID',
      data: { missing: ['category', 'queue', 'urgency'] },
    });
    desk.clock.pass(hour);
    await client.tickets.triage({ id, impact: 1, urgency: 1, category: 'Parcel', queueId });
    expect(await get(id)).toMatchObject({ priority: 'p1', impact: 1, urgency: 1, category: 'Parcel', queueId });
    await client.tickets.triage({ id, urgency: 3, priority: 'p1', overrideReason: 'The mayor waits' });
    const { events, priority } = await get(id);
    expect(priority).toBe('p1');
    expect(events.at(-1)).toMatchObject({ type: 'priority', to: 'p1', body: 'The mayor waits' });
    await client.tickets.triage({ id });
    expect((await get(id)).priority).toBe('p3');
  });
});

describe('the matrix', () => {
  it('is changed whole or not at all, decides from then on, and can be taken back (TRI-2)', async () => {
    expect(await client.tickets.matrix()).toMatchObject({ isDefault: true });
    const flat = [
      ['p4', 'p4', 'p4'],
      ['p4', 'p4', 'p4'],
      ['p4', 'p4', 'p4'],
    ] as ('p1' | 'p2' | 'p3' | 'p4')[][];
    const call = (matrix: unknown) => client.tickets.matrixSave({ matrix: matrix as typeof flat });
    expect((await refusal(call(flat.slice(1)))).code).toBe('INVALID');
    expect((await refusal(call([flat[0], flat[1], ['p4', 'p4']]))).code).toBe('INVALID');
    expect((await refusal(call([flat[0], flat[1], ['p4', 'p4', 'p9']]))).code).toBe('INVALID');
    expect(await client.tickets.matrix()).toMatchObject({ isDefault: true });
    await call(flat);
    expect(await client.tickets.matrix()).toEqual({ matrix: flat, isDefault: false });
    expect((await get((await client.tickets.intake(whole())).id)).priority).toBe('p4');
    await client.desk.undo({});
    await client.desk.undo({});
    expect(await client.tickets.matrix()).toMatchObject({ isDefault: true });
  });
});

describe('triage compliance', () => {
  it('is the share of tickets taken in here that are complete, by who took them in and how they came (TRI-5)', async () => {
    const other = await testDesk(folder);
    const queue = await other.client.directory.queueCreate({ name: 'Returns' });
    expect(await other.client.tickets.triageCompliance({})).toMatchObject({ n: 0, share: null, target: 1 });
    await other.client.tickets.intake(whole({ queueId: queue.id }));
    other.clock.pass(24 * hour);
    const noor = await other.client.people.create({ name: 'Noor' });
    await other.client.desk.settings({ me: noor.id });
    await other.client.tickets.intake(whole({ queueId: queue.id, channel: 'email' }));
    const bare = await newTicket(other.client, { channel: 'email', category: 'x' });
    const today = await other.client.tickets.triageCompliance({});
    expect(today).toMatchObject({
      n: 2,
      complete: 1,
      share: 0.5,
      byPerson: [{ name: 'Noor', n: 2, complete: 1 }],
      byChannel: [{ channel: 'email', n: 2, complete: 1 }],
      incomplete: [{ id: bare.id, number: bare.number, missing: ['queue', 'impact', 'urgency'], by: 'Noor' }],
    });
    const both = await other.client.tickets.triageCompliance({ days: 2 });
    expect(both).toMatchObject({ n: 3, complete: 2 });
    expect(both.byPerson.map(({ name, n }) => [name, n])).toEqual([
      ['Noor', 2],
      ['Coordinator', 1],
    ]);
    expect(await other.client.tickets.triageCompliance({ from: both.from, to: today.from })).toMatchObject({ n: 1 });
    expect((await refusal(other.client.tickets.triageCompliance({ from: 2, to: 1 }))).code).toBe('INVALID');
    await other.close();
  });

  it('leaves out what was imported or made up (TRI-5)', async () => {
    const other = await testDesk(folder);
    await other.client.desk.sample({ tickets: 50, seed: 3 });
    expect(await other.client.tickets.triageCompliance({ days: 3660 })).toMatchObject({ n: 0 });
    await other.close();
  });
});

describe('duplicates', () => {
  it('are found among the tickets of the customer and by their words, explained (TRI-6)', async () => {
    const other = await testDesk(folder);
    const { client: at } = other;
    const mine = await newTicket(at, { subject: 'Parcel 4711 never arrived' });
    await newTicket(at, { subject: 'Invoice wrong' });
    const theirs = await newTicket(at, {
      subject: 'Parcel 4711 never arrived',
      requester: { name: 'Bo', email: 'bo@example.org' },
    });
    other.clock.pass(2 * hour);
    const { duplicates } = await at.tickets.duplicates({
      requester: { name: 'Ann Lee' },
      subject: 'parcel 4711 has never arrived',
    });
    expect(duplicates.map(({ ticket, why }) => [ticket.id, why])).toEqual([
      [mine.id, 'Same customer, 4 of 4 words, 2 h ago'],
      [theirs.id, 'Another customer, 4 of 4 words, 2 h ago'],
    ]);
    const ofNobody = await at.tickets.duplicates({ subject: '4711 parcel' });
    expect(ofNobody.duplicates).toHaveLength(2);
    expect((await at.tickets.duplicates({ subject: 'Something else entirely' })).duplicates).toEqual([]);
    expect((await at.tickets.duplicates({ subject: '"; NEAR( * AND' })).duplicates).toEqual([]);
    await other.close();
  });
});

const eml = (...lines: string[]) => lines.join('\r\n');
const withFile = eml(
  'Message-ID: <one@mail.example>',
  'From: =?utf-8?Q?J=C3=BCrgen_L=C3=A4m?= <jl@example.org>',
  'To: desk@desk.example',
  'Subject: =?windows-1252?Q?Rechnung_=FCber_=805?=',
  'Date: Mon, 02 Mar 2026 09:12:00 +0100',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="out"',
  '',
  '--out',
  'Content-Type: multipart/alternative; boundary="in"',
  '',
  '--in',
  'Content-Type: text/plain; charset=windows-1252',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Gr=FC=DFe aus K=F6ln, es fehlen =805=',
  ' Gutschrift.',
  '--in',
  'Content-Type: text/html',
  '',
  '<p>Gr&uuml;&szlig;e <script>alert(1)</script></p>',
  '--in--',
  '--out',
  'Content-Type: application/pdf; name="../../Rechnung.pdf"',
  'Content-Disposition: attachment; filename="../../Rechnung.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('%PDF-1.4 hello').toString('base64'),
  '--out--',
  '',
);

describe('a mail', () => {
  it('is read into a draft, its file kept, its encodings undone (TRI-8, TRI-9)', async () => {
    const draft = await client.tickets.parse({ data: Buffer.from(withFile).toString('base64'), fileName: 'a.eml' });
    expect(draft).toMatchObject({
      kind: 'mail',
      channel: 'email',
      subject: 'Rechnung über €5',
      body: 'Grüße aus Köln, es fehlen €5 Gutschrift.',
      requester: { name: 'Jürgen Läm', email: 'jl@example.org', customerId: null },
      sentAt: Date.UTC(2026, 2, 2, 8, 12),
      messageId: 'one@mail.example',
      belongsTo: null,
      attachments: [{ name: 'Rechnung.pdf', type: 'application/pdf', bytes: 14 }],
    });
    const total = (await client.tickets.counts({ filter: {} })).total;
    const made = await client.tickets.intake(
      whole({
        channel: draft.channel,
        requester: { name: 'Jürgen Läm', email: 'jl@example.org' },
        subject: draft.subject,
        body: draft.body,
        messageId: draft.messageId,
        attachments: draft.attachments,
      }),
    );
    expect((await client.tickets.counts({ filter: {} })).total).toBe(total + 1);
    const { attachments } = await client.tickets.attachments({ id: made.id });
    expect(attachments).toMatchObject([{ name: 'Rechnung.pdf', bytes: 14, type: 'application/pdf' }]);
    expect(attachments[0]?.sha256).toBe(createHash('sha256').update('%PDF-1.4 hello').digest('hex'));
    const said = (await get(made.id)).events.find(({ type }) => type === 'customerMessage');
    expect(attachments[0]?.eventId).toBe(said?.id);

    const again = await client.tickets.parse({ text: withFile });
    expect(again.belongsTo).toMatchObject({ number: made.number, why: 'This very mail was taken in there.' });
    expect(again.requester?.customerId).toBe((await get(made.id)).requesterId);
    const answer = eml(
      'From: jl@example.org',
      'Message-ID: <two@mail.example>',
      'References: <zero@mail.example> <one@mail.example>',
      'Subject: Re: Rechnung',
      '',
      'And?',
    );
    expect((await client.tickets.parse({ text: answer })).belongsTo).toMatchObject({
      number: made.number,
      why: 'It answers a mail of that ticket.',
    });
    const named = eml(`Subject: Re: [#${made.number}]`, 'From: jl@example.org', 'MIME-Version: 1.0', '', 'And?');
    expect((await client.tickets.parse({ text: named })).belongsTo?.number).toBe(made.number);
    const stranger = eml(`Subject: Re: [#${made.number}]`, 'From: x@example.org', 'MIME-Version: 1.0', '', 'And?');
    expect((await client.tickets.parse({ text: stranger })).belongsTo).toBeNull();
    await client.tickets.append({ id: made.id, body: 'And?', messageId: 'two@mail.example' });
    expect((await client.tickets.parse({ text: answer })).belongsTo?.why).toBe('This very mail was taken in there.');
  });

  it('that was forwarded as a file is of who wrote it first (TRI-9)', async () => {
    const text = eml(
      'From: Noor <noor@desk.example>',
      'Subject: Fwd: Lamp',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Please take this.',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: Ann <ann@example.org>',
      'Subject: Lamp is broken',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('Sie ist kaputt – völlig.').toString('base64'),
      '--b--',
    );
    expect(await client.tickets.parse({ text, kind: 'eml' })).toMatchObject({
      subject: 'Lamp is broken',
      body: 'Sie ist kaputt – völlig.',
      requester: { name: 'Ann', email: 'ann@example.org' },
      forwardedBy: { name: 'Noor' },
      attachments: [{ name: 'forwarded mail.eml' }],
      notes: ['Noor wrote above it: “Please take this.”'],
    });
  });

  const nested = (depth: number): string => {
    let text = 'Content-Type: text/plain\r\n\r\ninnermost\r\n';
    for (let n = 0; n < depth; n += 1)
      text = `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n${text}--b${n}--\r\n`;
    return `MIME-Version: 1.0\r\nSubject: deep\r\nFrom: a@example.org\r\n${text}`;
  };
  const many = (parts: number): string =>
    `MIME-Version: 1.0\r\nSubject: many\r\nFrom: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(parts)}--b--\r\n`;

  it.each([
    ['1,000 nested parts', nested(1000)],
    ['10,000 parts', many(10_000)],
    [
      'a head of 5 MB',
      `Subject: ${'x'.repeat(1_900_000)}\r\nMIME-Version: 1.0\r\n${'X-A: b\r\n'.repeat(10_000)}\r\nHi`,
    ],
  ])('with %s is refused or read at once, and leaves the desk as it was (TRI-9)', async (_, text) => {
    const started = performance.now();
    const answer = await client.tickets.parse({ text, kind: 'eml' }).then(
      () => 'read',
      (error: unknown) => (error as { code: string }).code,
    );
    expect(['read', 'INVALID']).toContain(answer);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it.each([
    ['no body', 'Subject: x\r\nMIME-Version: 1.0'],
    [
      'a boundary that never comes',
      'MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=zz\r\n\r\nhello',
    ],
    ['an unknown charset', 'MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: text/plain; charset=klingon\r\n\r\nh\xe9'],
    ['broken base64', 'MIME-Version: 1.0\r\nSubject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!=='],
    [
      'markup in its head',
      'MIME-Version: 1.0\r\nSubject: <img src=x onerror=alert(1)>\r\nFrom: "<b>A</b>" <a@b.example>\r\n\r\nx',
    ],
    ['NUL everywhere', 'MIME-Version: 1.0\0\r\nSubject: a\0b\r\nFrom: a\0b@example.org\r\n\r\nx\0y'],
    ['a smuggled line', 'MIME-Version: 1.0\r\nSubject: =?utf-8?Q?a=0D=0ABcc:_x?=\r\n\r\nx'],
  ])('with %s is read as text (TRI-9)', async (_, text) => {
    const draft = await client.tickets.parse({ text, kind: 'eml' });
    expect(draft.kind).toBe('mail');
    expect(draft.subject).not.toMatch(/\p{Cc}/u);
    expect(draft.body).not.toContain('\0');
  });
});

describe('what else is pasted or dropped', () => {
  it('is a chat, a pasted mail or text, by itself (TRI-8)', async () => {
    const kind = async (text: string) => (await client.tickets.parse({ text })).kind;
    expect(await kind('[10:02] Ann: Hi\n[10:03] Bot: Hello')).toBe('chat');
    expect(await kind('From: Ann <a@example.org>\nSubject: Lamp\n\nBroken')).toBe('mail');
    expect(await kind('The lamp is broken.')).toBe('text');
    expect(await kind('')).toBe('text');
    expect((await client.tickets.parse({ text: '[10:02] Ann: Hi\n[10:03] Bot: Hello', kind: 'text' })).turns).toEqual(
      [],
    );
    expect((await refusal(client.tickets.parse({ text: 'Hello', kind: 'chat' }))).code).toBe('INVALID');
    expect((await refusal(client.tickets.parse({}))).code).toBe('INVALID');
  });

  it('is kept as a file where it is not text, named after it (TRI-8)', async () => {
    const pdf = await upload(client, 'Contract 17.pdf', '%PDF-1.7 binary \0\0');
    expect(await client.tickets.parse({ uploadId: pdf })).toMatchObject({
      kind: 'file',
      subject: 'Contract 17.pdf',
      body: '',
      attachments: [{ name: 'Contract 17.pdf', type: 'application/pdf', bytes: 18 }],
    });
    const zip = await upload(client, '..\\evil.zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]));
    expect(await client.tickets.parse({ uploadId: zip })).toMatchObject({ kind: 'file', subject: 'evil.zip' });
    const latin = await upload(client, 'note.txt', Buffer.from('Gr\xfc\xdfe', 'latin1'));
    expect(await client.tickets.parse({ uploadId: latin })).toMatchObject({ kind: 'text', body: 'Grüße' });
  });
});

describe('attachments', () => {
  it('stand once however often they come, and are given back to the byte (TRI-12)', async () => {
    const { id } = await newTicket(client);
    const data = Buffer.alloc(4_000_000, 'abcdefg');
    const names = ['a\u202egnp.exe', '../b.bin'];
    const attachments = await Promise.all(
      names.map(async (name) => ({ uploadId: await upload(client, name, data), name, type: 'text/html; x' })),
    );
    const before = dump(desk.file, desk.clock.now());
    await client.tickets.attach({ id, attachments });
    const listed = (await client.tickets.attachments({ id })).attachments;
    expect(listed).toMatchObject([
      { name: 'agnp.exe', bytes: 4_000_000, type: 'application/octet-stream' },
      { name: 'b.bin', bytes: 4_000_000 },
    ]);
    expect(rows(desk.db, 'SELECT 1 FROM file_content WHERE sha256 = ?', listed[0]?.sha256 ?? '')).toHaveLength(1);
    const pieces: Buffer[] = [];
    for (let next: number | null = 0; next !== null;) {
      const piece: { data: string; next: number | null } = await client.tickets.download({
        id: listed[1]?.id ?? '',
        offset: next,
      });
      pieces.push(Buffer.from(piece.data, 'base64'));
      next = piece.next;
    }
    expect(Buffer.concat(pieces).equals(data)).toBe(true);
    const both = dump(desk.file, desk.clock.now());
    await client.tickets.detach({ id: listed[0]?.id ?? '' });
    expect((await client.tickets.attachments({ id })).attachments).toHaveLength(1);
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(both);
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
    await client.desk.redo();
    expect(dump(desk.file, desk.clock.now())).toEqual(both);
    expect((await client.desk.verify()).ok).toBe(true);
  });

  it('over 25 MB are refused by name, and nothing is written (TRI-12)', async () => {
    const { id } = await newTicket(client);
    const uploadId = await upload(client, 'film.mp4', Buffer.alloc(25 * 1024 * 1024 + 1));
    const before = (await get(id)).events.length;
    expect(await refusal(client.tickets.attach({ id, attachments: [{ uploadId }] }))).toMatchObject({
      code: 'INVALID',
      message: expect.stringMatching(/^film\.mp4 has 26 MB; a ticket takes files up to 25 MB/) as string,
    });
    expect((await get(id)).events).toHaveLength(before);
    expect((await refusal(client.tickets.intake(whole({ attachments: [{ uploadId }] })))).code).toBe('INVALID');
  });

  it('come with a message added to a ticket that is there; a closed one takes none (TRI-7)', async () => {
    const { id } = await newTicket(client);
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'solved' } });
    const uploadId = await upload(client, 'photo.jpg', 'x');
    await client.tickets.append({ id, attachments: [{ uploadId }] });
    expect(await get(id)).toMatchObject({ status: 'open', waiting: true });
    expect((await get(id)).events.find(({ type }) => type === 'customerMessage')?.body).toBe('photo.jpg');
    expect((await refusal(client.tickets.append({ id, body: ' ' }))).code).toBe('INVALID');
    await client.tickets.update({ selection: { ids: [id] }, set: { status: 'closed' } });
    expect((await refusal(client.tickets.append({ id, body: 'And?' }))).code).toBe('CONFLICT');
  });
});

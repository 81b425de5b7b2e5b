import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contract } from '../../src/contract/index.ts';
import { uuidBytes } from '../../src/domain/desk/uuid.ts';
import { openDesk } from '../../src/main/desk/open-desk.ts';
import { column, row } from '../../src/main/store/db.ts';
import { dump } from '../support/dump.ts';
import { hour, minute, mondayTen } from '../support/fake-clock.ts';
import { clientOf, newFile, newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const day = 24 * hour;
const name = 'Mirabelle Quastenflosser';
const nobody = '01990000-0000-7000-8000-000000000000';

/** A desk with a lead and an agent, and one seat that is open. */
async function made() {
  const desk = await testDesk(folder);
  const { client } = desk;
  const person = async (who: string, role: string): Promise<string> =>
    (await client.people.create({ name: who, role })).id;
  const people = {
    cleo: await person('Cleo', 'Supervisor'),
    dan: await person('Dan', 'Trainer'),
    ada: await person('Ada', 'Agent'),
  };
  const seat = (await client.hiring.seatSave({ title: 'Support agent', team: 'Care', neededOn: '2026-04-01' })).id;
  return { desk, client, people, seat };
}

const candidateOf = async (client: Client, seatId: string | null = null, set: object = {}): Promise<string> =>
  (await client.hiring.candidateSave({ name, email: 'mira@example.com', seatId, ...set })).id;
const overview = (client: Client) => client.hiring.overview({ withClosed: true });
const asUser = (client: Client, me: string | null) => client.desk.settings({ me });

/** Days go by in which nobody is at the desk; its timer rings at the end of them. */
function passed({ clock }: TestDesk, ms: number): void {
  clock.sleep(ms - minute);
  clock.pass(minute);
}

/** Everything that lies on the disk of a desk, as it is now. */
const bytesOf = ({ file }: Pick<TestDesk, 'file'>): Buffer =>
  Buffer.concat([file, `${file}-wal`].filter((each) => existsSync(each)).map((each) => readFileSync(each)));

/** The rows, but for the keys: they lie outside of the log, and wait there for a redo. */
function rowsOf(desk: TestDesk): Record<string, string[]> {
  const { candidate_key: _, ...others } = dump(desk.file, desk.clock.now());
  return others;
}

const { questions } = await (async () => {
  const { client, desk } = await made();
  const { form } = await client.hiring.settings();
  await desk.close();
  return form;
})();
const rating = (value: number | null, note = '') => ({ rating: value, note });
const first = questions[0]!.id;
const second = questions[1]!.id;

describe('who may see it (HIR-4)', () => {
  it('an agent finds every door of hiring closed, and their history without a name', async () => {
    const { desk, client, people, seat } = await made();
    const id = await candidateOf(client, seat);
    await client.hiring.candidateMove({ id, stage: 'rejected', reason: 'Too far away' });
    await asUser(client, people.ada);
    const calls: readonly (() => Promise<unknown>)[] = [
      () => client.hiring.overview({}),
      () => client.hiring.seatSave({ title: 'Mine' }),
      () => client.hiring.candidate({ id }),
      () => client.hiring.candidateSave({ name: 'X' }),
      () => client.hiring.candidateMove({ id, stage: 'applied' }),
      () => client.hiring.candidateForget({ id }),
      () => client.hiring.interviewSave({ candidateId: id }),
      () => client.hiring.hire({ id, startOn: '2026-04-01' }),
      () => client.hiring.settings(),
      () => client.hiring.settingsSave({ retentionDays: 1 }),
    ];
    expect(calls).toHaveLength(Object.keys(contract.hiring).length);
    for (const call of calls) expect((await refusal(call())).code).toBe('FORBIDDEN');
    expect(JSON.stringify(await client.desk.history({ limit: 500 }))).not.toMatch(/Mirabelle|far away/);
    await asUser(client, people.dan);
    expect((await overview(client)).candidates).toMatchObject([{ id, name }]);
    await desk.close();
  });
});

describe('seats and the pipeline (HIR-1)', () => {
  it('one candidate in the running for each open seat is enough; a seat that has none of its own is told', async () => {
    const { desk, client, seat } = await made();
    const other = (await client.hiring.seatSave({ title: 'Night shift' })).id;
    const id = await candidateOf(client, seat);
    expect(await overview(client)).toMatchObject({
      seats: [
        { id: seat, title: 'Support agent', team: 'Care', openedOn: '2026-03-02', neededOn: '2026-04-01', running: 1 },
        { id: other, neededOn: null, personId: null, running: 0 },
      ],
      candidates: [{ id, seatId: seat, stage: 'applied', stageAt: mondayTen, appliedAt: mondayTen, deleteAt: null }],
      pipeline: { open: 2, running: 1, perSeat: 0.5, bare: [other], verdict: 'short' },
      retentionDays: 180,
    });
    await client.hiring.seatSave({ id: other, title: 'Night shift', state: 'closed' });
    expect((await overview(client)).pipeline).toMatchObject({ open: 1, bare: [], verdict: 'enough' });
    await desk.close();
  });

  it('refuses what is not here, by the field, and a seat that nobody is looked for any more', async () => {
    const { desk, client, seat } = await made();
    expect(await refusal(client.hiring.seatSave({ id: nobody, title: 'X' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(candidateOf(client, nobody))).toMatchObject({ code: 'NOT_FOUND', data: { field: 'seatId' } });
    expect(await refusal(client.hiring.candidateSave({ seatId: seat }))).toMatchObject({ data: { field: 'name' } });
    await client.hiring.seatSave({ id: seat, title: 'Support agent', state: 'closed' });
    expect(await refusal(candidateOf(client, seat))).toMatchObject({ code: 'CONFLICT', data: { field: 'seatId' } });
    await desk.close();
  });
});

describe('a candidate (HIR-2, HIR-3)', () => {
  it('is kept part by part, moves on, and every step is undone and redone to the row', async () => {
    const { desk, client, seat } = await made();
    const states = [rowsOf(desk)];
    const step = async <T>(work: Promise<T>): Promise<T> => {
      const done = await work;
      states.push(rowsOf(desk));
      desk.clock.pass(hour);
      return done;
    };
    const { id } = await step(client.hiring.candidateSave({ name, seatId: seat, phone: '+44 20 7946 0000' }));
    const screenings = [
      { name: 'Played call, AHT', value: 312, unit: 's', passed: true, note: '' },
      { name: 'Written answer', value: 2, unit: 'of 5', passed: false, note: 'Curt' },
    ];
    await step(client.hiring.candidateSave({ id, screenings }));
    await step(client.hiring.candidateSave({ id, notes: 'Kind on the phone', seatId: null }));
    await step(client.hiring.candidateMove({ id, stage: 'screening' }));
    await step(client.hiring.candidateMove({ id, stage: 'withdrawn', reason: 'Found another job' }));
    const found = await client.hiring.candidate({ id });
    expect(found).toMatchObject({
      name,
      seatId: null,
      phone: '+44 20 7946 0000',
      email: '',
      notes: 'Kind on the phone',
      screenings,
      passed: 1,
      failed: 1,
      stage: 'withdrawn',
      reason: 'Found another job',
      stageAt: mondayTen + 4 * hour,
      deleteAt: mondayTen + 4 * hour + 180 * day,
    });
    // Nothing said anew leaves no entry, though sealing the same would give other bytes.
    expect(await client.hiring.candidateSave({ id, notes: 'Kind on the phone' })).toMatchObject({ changeSet: null });
    for (const state of states.slice(0, -1).toReversed()) {
      await client.desk.undo({});
      expect(rowsOf(desk)).toEqual(state);
    }
    expect((await refusal(client.hiring.candidate({ id }))).code).toBe('NOT_FOUND');
    for (const state of states.slice(1)) {
      await client.desk.redo();
      expect(rowsOf(desk)).toEqual(state);
    }
    expect(await client.hiring.candidate({ id })).toEqual(found);
    // Back in the running, it is no matter any more why they had gone.
    await client.hiring.candidateMove({ id, stage: 'applied' });
    expect(await client.hiring.candidate({ id })).toMatchObject({ reason: '', deleteAt: null });
    await desk.close();
  });

  it('a seat or a candidate that others hang on is not taken back from under them', async () => {
    const { desk, client } = await made();
    const seat = await client.hiring.seatSave({ title: 'Night shift' });
    const made1 = await client.hiring.candidateSave({ name, seatId: seat.id });
    await client.hiring.interviewSave({ candidateId: made1.id, ratings: { [first]: rating(3) } });
    for (const { changeSet } of [seat, made1])
      expect((await refusal(client.desk.undo({ changeSet: changeSet! }))).code).toBe('CONFLICT');
    expect((await client.hiring.candidate({ id: made1.id })).interviewForms).toHaveLength(1);
    await desk.close();
  });
});

describe('what is known of a candidate is sealed (HIR-20)', () => {
  it('neither log nor labels nor the bytes of the file ever have it; a key of another opens nothing', async () => {
    const { desk, client, seat } = await made();
    const id = await candidateOf(client, seat, { phone: '+44 20 7946 0958', source: 'Brother of Quirin' });
    await client.hiring.candidateSave({
      id,
      notes: 'Stammers when nervous',
      screenings: [{ name: 'Typing race', value: 41, unit: 'wpm', note: 'Sausage fingers' }],
    });
    await client.hiring.interviewSave({ candidateId: id, ratings: { [first]: rating(2, 'Interrupts') } });
    await client.hiring.candidateMove({ id, stage: 'rejected', reason: 'Salary wish' });
    const bytes = bytesOf(desk);
    // What is not sealed is found so: the seat's title, and the label of the move.
    for (const open of ['Support agent', 'Candidate rejected'])
      expect([open, bytes.includes(open)]).toEqual([open, true]);
    for (const secret of [
      'Mirabelle',
      'mira@example',
      '7946 0958',
      'Quirin',
      'Stammers',
      'Typing race',
      'Sausage',
      'Interrupts',
      'Salary wish',
    ])
      expect([secret, bytes.includes(secret)]).toEqual([secret, false]);
    const other = await candidateOf(client, null, { name: 'Bo Ek', email: '' });
    desk.db
      .prepare('UPDATE candidate SET sealed = (SELECT sealed FROM candidate WHERE uid = ?) WHERE uid = ?')
      .run(uuidBytes(id), uuidBytes(other));
    expect((await refusal(client.hiring.candidate({ id: other }))).code).toBe('DAMAGED');
    await desk.close();
  });
});

const keyOf = (desk: TestDesk, id: string): Buffer =>
  Buffer.from(
    row<{ key: Uint8Array }>(desk.db, 'SELECT key FROM candidate_key WHERE candidate_uid = ?', uuidBytes(id))!.key,
  );

describe('forgetting (HIR-21, HIR-23)', () => {
  it('leaves no row and no byte of a key, however many there were; the others stay readable', async () => {
    const { desk, client } = await made();
    const ids: string[] = [];
    for (let n = 0; n < 150; n += 1) ids.push(await candidateOf(client, null, { name: `Somebody ${n}` }));
    const gone = ids.filter((_, at) => at % 3 === 1);
    const keys = gone.map((id) => keyOf(desk, id));
    expect(keys.every((key) => bytesOf(desk).includes(key))).toBe(true);
    for (const id of gone) expect(await client.hiring.candidateForget({ id })).toMatchObject({ changeSet: null });
    const bytes = bytesOf(desk);
    expect(keys.filter((key) => bytes.includes(key))).toEqual([]);
    const left = (await overview(client)).candidates;
    expect(left.map((each) => each.id)).toEqual(ids.filter((id) => !gone.includes(id)));
    expect(left.map((each) => each.name).slice(0, 2)).toEqual(['Somebody 0', 'Somebody 2']);
    for (const id of gone.slice(0, 3)) expect((await refusal(client.hiring.candidate({ id }))).code).toBe('NOT_FOUND');
    expect((await client.desk.verify()).ok).toBe(true);
    await desk.close();
  });

  it('empties the log later where somebody is reading just then', async () => {
    const { desk, client } = await made();
    const id = await candidateOf(client);
    const key = keyOf(desk, id);
    desk.db.exec('BEGIN; SELECT count(*) FROM candidate');
    await client.hiring.candidateForget({ id });
    expect(bytesOf(desk).includes(key)).toBe(true);
    desk.db.exec('COMMIT');
    passed(desk, minute);
    expect(bytesOf(desk).includes(key)).toBe(false);
    await desk.close();
  });

  it('undo goes by what was deleted for good: named it refuses, unnamed it reaches what was done before', async () => {
    const { desk, client, seat } = await made();
    const ticket = await newTicket(client);
    await client.tickets.update({ selection: { ids: [ticket.id] }, set: { subject: 'Parcel is late' } });
    const added = await client.hiring.candidateSave({ name, seatId: seat });
    const form = await client.hiring.interviewSave({ candidateId: added.id, ratings: { [first]: rating(4) } });
    const rejected = await client.hiring.candidateMove({ id: added.id, stage: 'rejected' });
    await client.hiring.candidateForget({ id: added.id });
    const after = dump(desk.file, desk.clock.now());
    for (const { changeSet } of [added, form, rejected])
      expect(await refusal(client.desk.undo({ changeSet: changeSet! }))).toMatchObject({
        code: 'CONFLICT',
        message: 'This can no longer be undone or redone: the candidate was deleted for good.',
      });
    expect(dump(desk.file, desk.clock.now())).toEqual(after);
    expect((await client.desk.undo({})).label).not.toContain('andidate');
    expect((await client.tickets.get({ id: ticket.id })).subject).toBe('Late delivery');
    await desk.close();
  });

  it('redo brings nobody back whose key is gone', async () => {
    const { desk, client } = await made();
    const id = await candidateOf(client);
    const key = keyOf(desk, id);
    await client.desk.undo({});
    // As long as candidates are kept, it could be done again.
    passed(desk, 179 * day);
    expect(column(desk.db, 'SELECT 1 FROM candidate_key')).toHaveLength(1);
    passed(desk, 2 * day);
    expect(column(desk.db, 'SELECT 1 FROM candidate_key')).toEqual([]);
    expect(bytesOf(desk).includes(key)).toBe(false);
    expect(await refusal(client.desk.redo())).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('deleted for good') as string,
    });
    expect((await overview(client)).candidates).toEqual([]);
    await desk.close();
  });

  it('a candidate whose row outlived the key is nowhere', async () => {
    const { desk, client, seat } = await made();
    const id = await candidateOf(client, seat);
    desk.db.exec('DELETE FROM candidate_key');
    expect(await overview(client)).toMatchObject({ candidates: [], pipeline: { running: 0 }, seats: [{ running: 0 }] });
    expect((await refusal(client.hiring.candidate({ id }))).code).toBe('NOT_FOUND');
    await desk.close();
  });

  it('whoever was hired is not forgotten by hand', async () => {
    const { desk, client } = await made();
    const id = await candidateOf(client);
    await client.hiring.hire({ id, startOn: '2026-04-01' });
    expect((await refusal(client.hiring.candidateForget({ id }))).code).toBe('CONFLICT');
    await desk.close();
  });
});

describe('retention (HIR-22)', () => {
  it('deletes rejected and withdrawn candidates at their time, by the desk’s timer, and says so to the window', async () => {
    const { desk, client } = await made();
    const [out, gone, stays] = [await candidateOf(client), await candidateOf(client), await candidateOf(client)];
    const key = keyOf(desk, out);
    await client.hiring.candidateMove({ id: out, stage: 'rejected' });
    passed(desk, day);
    await client.hiring.candidateMove({ id: gone, stage: 'withdrawn' });
    const ids = async () => (await overview(client)).candidates.map(({ id }) => id).toSorted();
    passed(desk, 179 * day - hour);
    expect(await ids()).toEqual([out, gone, stays].toSorted());
    const heard = desk.live.length;
    desk.clock.pass(hour);
    expect(await ids()).toEqual([gone, stays].toSorted());
    expect(JSON.stringify(desk.live.slice(heard))).toContain('"hiring"');
    expect(bytesOf(desk).includes(key)).toBe(false);
    passed(desk, day);
    expect(await ids()).toEqual([stays]);
    expect((await overview(client)).candidates[0]).toMatchObject({ deleteAt: null });
    await desk.close();
  });

  it('and at the start, what came over it while the desk was closed', async () => {
    const { desk, client } = await made();
    const id = await candidateOf(client);
    await client.hiring.candidateMove({ id, stage: 'rejected' });
    const key = keyOf(desk, id);
    await desk.close();
    desk.clock.sleep(181 * day);
    const again = await openDesk(desk.file, desk.clock.ports);
    expect((await overview(clientOf(again))).candidates).toEqual([]);
    expect(bytesOf(desk).includes(key)).toBe(false);
    await again.close();
  });

  it('of whoever was hired it takes what was known of the candidate; person and seat stay', async () => {
    const { desk, client, seat } = await made();
    const id = await candidateOf(client, seat);
    const { personId } = await client.hiring.hire({ id, startOn: '2026-04-01' });
    expect((await client.hiring.candidate({ id })).deleteAt).toBe(mondayTen + 180 * day);
    passed(desk, 180 * day);
    const { candidates, seats } = await overview(client);
    expect([candidates, seats[0]]).toMatchObject([[], { id: seat, state: 'filled', personId }]);
    expect((await client.people.list()).people.find((each) => each.id === personId)).toMatchObject({ name });
    await desk.close();
  });

  it('a shorter time takes what is over it at once and tells how many; a longer one spares', async () => {
    const { desk, client } = await made();
    const out = await candidateOf(client);
    await client.hiring.candidateMove({ id: out, stage: 'rejected' });
    expect(await client.hiring.settingsSave({ retentionDays: 365 })).toMatchObject({
      label: 'Candidates kept 365 days',
    });
    passed(desk, 200 * day);
    expect((await overview(client)).candidates).toHaveLength(1);
    const done = await client.hiring.settingsSave({ retentionDays: 30 });
    expect(done.label).toBe('Candidates kept 30 days: 1 candidate deleted for good');
    expect(await overview(client)).toMatchObject({ candidates: [], retentionDays: 30 });
    await client.desk.undo({ changeSet: done.changeSet! });
    expect(await overview(client)).toMatchObject({ candidates: [], retentionDays: 365 });
    await desk.close();
  });
});

describe('interviews (HIR-10 to HIR-13)', () => {
  it('are filled in question by question, by one form that comes with it, kept as it was when the questions change', async () => {
    const { desk, client } = await made();
    const id = await candidateOf(client);
    const { id: form } = await client.hiring.interviewSave({ candidateId: id, ratings: { [first]: rating(4) } });
    const again = await client.hiring.interviewSave({
      candidateId: id,
      ratings: { [second]: rating(null, 'No time') },
    });
    expect(again.id).toBe(form);
    await client.hiring.interviewSave({ candidateId: id, recommend: 'yes' });
    const short = { questions: [{ id: 'one', competency: 'One', question: 'One?', anchors: {} }] };
    await client.hiring.settingsSave({ form: short });
    expect((await client.hiring.candidate({ id })).interviewForms).toMatchObject([
      {
        id: form,
        by: 'The coordinator',
        byId: null,
        form: { questions },
        ratings: { [first]: rating(4), [second]: rating(null, 'No time') },
        recommend: 'yes',
        done: false,
        mean: 4,
      },
    ]);
    expect(await refusal(client.hiring.interviewSave({ candidateId: id, ratings: { one: rating(3) } }))).toMatchObject({
      code: 'INVALID',
      data: { field: 'ratings.one' },
    });
    const next = await candidateOf(client);
    await client.hiring.interviewSave({ candidateId: next, ratings: { one: rating(3) } });
    expect((await client.hiring.settings()).form.questions).toHaveLength(1);
    const double = { questions: [...short.questions, ...short.questions] };
    expect(await refusal(client.hiring.settingsSave({ form: double }))).toMatchObject({
      data: { field: 'form.questions.1.id' },
    });
    await desk.close();
  });

  it('others’ are in no answer until one’s own is done; nor in the mean', async () => {
    const { desk, client, people } = await made();
    const id = await candidateOf(client);
    await client.hiring.candidateMove({ id, stage: 'interview' });
    await asUser(client, people.cleo);
    await client.hiring.interviewSave({ candidateId: id, ratings: { [first]: rating(1, 'Rude') }, done: true });
    const told = async () => JSON.stringify([await overview(client), await client.hiring.candidate({ id })]);
    for (const me of [people.dan, null]) {
      await asUser(client, me);
      expect(await client.hiring.candidate({ id })).toMatchObject({ interview: null, interviews: 0, hiddenForms: 1 });
      expect(await told()).not.toMatch(/Rude|"mean":1|"rating":1/);
    }
    await client.hiring.interviewSave({ candidateId: id, ratings: { [first]: rating(5) } });
    expect(await client.hiring.candidate({ id })).toMatchObject({ interview: null, hiddenForms: 1 });
    await client.hiring.interviewSave({ candidateId: id, done: true });
    expect(await client.hiring.candidate({ id })).toMatchObject({
      interview: 3,
      interviews: 2,
      hiddenForms: 0,
      interviewForms: [
        { by: 'Cleo', byId: people.cleo, mean: 1 },
        { byId: null, mean: 5 },
      ],
    });
    expect((await overview(client)).candidates[0]).toMatchObject({ interview: 3, interviews: 2 });
    // Dan has begun none: he reads them once the interviews are over, and not before.
    await asUser(client, people.dan);
    expect(await told()).not.toContain('Rude');
    await client.hiring.candidateMove({ id, stage: 'offer' });
    expect(await client.hiring.candidate({ id })).toMatchObject({ interview: 3, hiddenForms: 0 });
    expect((await refusal(client.hiring.interviewSave({ candidateId: id, recommend: 'no' }))).code).toBe('CONFLICT');
    await desk.close();
  });

  it('an empty form is never done; one that is done is taken up again only before another is to be read', async () => {
    const { desk, client, people } = await made();
    const candidateId = await candidateOf(client);
    expect(await refusal(client.hiring.interviewSave({ candidateId, done: true }))).toMatchObject({
      code: 'INVALID',
      data: { field: 'ratings' },
    });
    await client.hiring.interviewSave({ candidateId, ratings: { [first]: rating(2) }, done: true });
    const change = { candidateId, ratings: { [first]: rating(3) } };
    expect((await refusal(client.hiring.interviewSave(change))).code).toBe('CONFLICT');
    await client.hiring.interviewSave({ candidateId, done: false });
    await client.hiring.interviewSave({ ...change, done: true });
    await asUser(client, people.cleo);
    await client.hiring.interviewSave({ candidateId, ratings: { [first]: rating(4) }, done: true });
    expect((await client.hiring.candidate({ id: candidateId })).interview).toBe(3.5);
    expect((await refusal(client.hiring.interviewSave({ candidateId, done: false }))).code).toBe('CONFLICT');
    await desk.close();
  });
});

describe('hiring somebody (HIR-30)', () => {
  it('makes person, seat and stage in one change set, which one undo takes back', async () => {
    const { desk, client, seat } = await made();
    const id = await candidateOf(client, seat, { phone: '+44 20 7946 0000' });
    const rival = await candidateOf(client, seat, { name: 'Bo Ek', email: '' });
    const before = rowsOf(desk);
    const done = await client.hiring.hire({ id, startOn: '2026-04-01' });
    expect(done).toMatchObject({ newcomerId: null, label: `${name} hired, from 2026-04-01` });
    expect((await client.people.list()).people.find((each) => each.id === done.personId)).toMatchObject({
      name,
      email: 'mira@example.com',
      phone: '+44 20 7946 0000',
      team: 'Care',
      role: 'Newcomer',
      rampPercent: 100,
      active: true,
    });
    expect(await overview(client)).toMatchObject({
      seats: [{ state: 'filled', personId: done.personId, running: 1 }],
      pipeline: { open: 0, running: 1, verdict: 'noSeats' },
    });
    expect(await client.hiring.candidate({ id })).toMatchObject({ stage: 'hired', personId: done.personId });
    expect((await refusal(client.hiring.candidateMove({ id, stage: 'rejected' }))).code).toBe('CONFLICT');
    expect((await refusal(client.hiring.candidateSave({ id, seatId: null }))).code).toBe('CONFLICT');
    expect(await refusal(client.hiring.hire({ id: rival, startOn: '2026-04-01' }))).toMatchObject({
      data: { field: 'seatId' },
    });
    await client.desk.undo({});
    expect(rowsOf(desk)).toEqual(before);
    await desk.close();
  });

  it('begins a programme in the same change set: one undo takes all of it back; a programme that is not here hires nobody', async () => {
    const { desk, client, people, seat } = await made();
    const id = await candidateOf(client, seat);
    const before = rowsOf(desk);
    const given = { id, startOn: '2026-04-01', trainerId: people.dan };
    expect((await refusal(client.hiring.hire({ ...given, programme: 'no-such-thing' }))).code).toBe('NOT_FOUND');
    expect(rowsOf(desk)).toEqual(before);
    const { personId, newcomerId } = await client.hiring.hire({ ...given, programme: 'four-weeks' });
    expect(await client.onboarding.newcomers({})).toMatchObject({
      newcomers: [{ id: newcomerId, personId, trainerId: people.dan, startOn: '2026-04-01' }],
    });
    await client.desk.undo({});
    expect(rowsOf(desk)).toEqual(before);
    await desk.close();
  });

  it('refuses whoever is out or hired, and an email that somebody has; the team may be another', async () => {
    const { desk, client, people } = await made();
    await client.people.update({ id: people.ada, set: { email: 'Mira@Example.com' } });
    const id = await candidateOf(client);
    const hire = () => client.hiring.hire({ id, startOn: '2026-04-01', team: 'Nights' });
    expect(await refusal(hire())).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Ada') as string,
    });
    await client.people.update({ id: people.ada, set: { email: null } });
    await client.hiring.candidateMove({ id, stage: 'rejected' });
    expect((await refusal(hire())).code).toBe('CONFLICT');
    await client.hiring.candidateMove({ id, stage: 'offer' });
    const { personId } = await hire();
    expect((await client.people.list()).people.find((each) => each.id === personId)?.team).toBe('Nights');
    expect((await refusal(hire())).code).toBe('CONFLICT');
    await desk.close();
  });
});

it('a copy of the desk made before is another desk: what is deleted here is not deleted there (HIR-21)', async () => {
  const { desk, client } = await made();
  const id = await candidateOf(client);
  const copy = newFile(folder);
  await client.desk.backup({ file: copy });
  await client.hiring.candidateForget({ id });
  const there = newFile(folder);
  copyFileSync(copy, there);
  const other = await openDesk(there, desk.clock.ports);
  expect((await overview(clientOf(other))).candidates).toMatchObject([{ id, name }]);
  await other.close();
  await desk.close();
});

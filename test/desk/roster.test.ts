import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dump } from '../support/dump.ts';
import { hour, minute, mondayTen } from '../support/fake-clock.ts';
import { newTicket, refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
let desk: TestDesk;
let client: Client;
let ada: string;
let ben: string;

const monday = '2026-03-02';
const at = (time: string, date = monday): number => Date.parse(`${date}T${time}:00Z`);
const shift = (personId: string | null, from: string, to: string, date = monday) => ({
  personId,
  startAt: at(from, date),
  endAt: at(to, date),
});

beforeEach(async () => {
  desk = await testDesk(folder);
  client = desk.client;
  ada = (await client.people.create({ name: 'Ada Lund', team: 'North', skills: ['Billing'], languages: ['sv', 'en'] }))
    .id;
  ben = (await client.people.create({ name: 'Ben Oyelaran', team: 'North', languages: ['en'] })).id;
});
afterEach(() => desk.close());

const range = (from = monday, days = 1) => client.roster.range({ from, days });
const save = (...shifts: Parameters<Client['roster']['save']>[0]['shifts']) => client.roster.save({ shifts });
const publish = (...shifts: Parameters<Client['roster']['save']>[0]['shifts']) =>
  client.roster.save({ shifts, publish: true });

describe('the plan', () => {
  it('is a draft until it is published; reverting brings back what was (ROS-4)', async () => {
    const { ids } = await save(shift(ada, '09:00', '17:00'), shift(ben, '10:00', '18:00'));
    expect((await range()).unpublished).toBe(2);
    expect((await client.roster.onShift({})).people).toEqual([]);
    expect(await client.roster.publish({ from: monday })).toMatchObject({
      changed: 2,
      label: 'Roster published: 2 shifts',
    });
    expect((await range()).unpublished).toBe(0);
    await save({ id: ids[0], ...shift(ada, '09:30', '17:30') });
    await client.roster.remove({ ids: [ids[1]!] });
    await save(shift(null, '12:00', '16:00'));
    const drafted = await range();
    expect(drafted.unpublished).toBe(3);
    expect(drafted.shifts.map(({ removed, draft, published }) => [removed, draft, published?.startAt])).toEqual([
      [false, true, at('09:00')],
      [true, true, at('10:00')],
      [false, true, undefined],
    ]);
    expect(await client.roster.revert({ from: monday })).toMatchObject({ changed: 3 });
    const back = await range();
    expect(back.shifts.map(({ startAt, removed }) => [startAt, removed])).toEqual([
      [at('09:00'), false],
      [at('10:00'), false],
    ]);
    expect(back.unpublished).toBe(0);
  });

  it('is undone and redone change by change, to the byte (CHG-10)', async () => {
    const before = dump(desk.file, desk.clock.now());
    const { ids } = await save({
      ...shift(ada, '09:00', '17:00'),
      activities: [{ kind: 'lunch', startAt: at('12:00'), endAt: at('12:30') }],
    });
    const drafted = dump(desk.file, desk.clock.now());
    await client.roster.publish({ from: monday });
    const published = dump(desk.file, desk.clock.now());
    await client.roster.remove({ ids, publish: true });
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(published);
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(drafted);
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
    await client.desk.redo();
    expect(dump(desk.file, desk.clock.now())).toEqual(drafted);
  });

  it('refuses what cannot be a shift, at its field, and leaves nothing (ROS-1)', async () => {
    const lunch = { kind: 'lunch', startAt: at('18:00'), endAt: at('18:30') } as const;
    for (const [bad, field] of [
      [shift(ada, '17:00', '09:00'), 'shifts.0.endAt'],
      [{ ...shift(ada, '09:00', '17:00'), endAt: at('10:00', '2026-03-04') }, 'shifts.0.endAt'],
      [{ ...shift(ada, '09:00', '17:00'), activities: [lunch] }, 'shifts.0.activities.0'],
    ] satisfies [Parameters<typeof save>[0], string][])
      expect(await refusal(save(bad))).toMatchObject({ code: 'INVALID', data: { field } });
    expect((await range()).shifts).toEqual([]);
    expect(await refusal(save(shift('018f0000-0000-7000-8000-000000000000', '09:00', '17:00')))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('copies days at the same times of day over a change of the clocks, and passes over who works then (PAT-4)', async () => {
    await client.desk.settings({ timeZone: 'Europe/Lisbon' });
    const friday = '2026-03-27';
    // 22:00 to 06:00 by the clock of Lisbon, winter time.
    await save(
      { personId: ada, startAt: at('22:00', friday), endAt: at('06:00', '2026-03-28') },
      shift(ben, '09:00', '17:00', friday),
    );
    await save(shift(ben, '10:00', '12:00', '2026-03-28'));
    const done = await client.roster.copyDays({ from: friday, days: 1, to: '2026-03-28' });
    expect(done).toMatchObject({ changed: 1, label: '1 shift copied, 1 passed over: there is one already' });
    const night = (await client.roster.range({ from: '2026-03-28', days: 1 })).shifts.find(
      ({ personId, startAt }) => personId === ada && startAt === at('22:00', '2026-03-28'),
    );
    // The clocks go forward in that night: it is an hour shorter.
    expect((night!.endAt - night!.startAt) / hour).toBe(7);
  });

  it('a day has 23 or 25 hours where the clocks change (ROS-5)', async () => {
    await client.desk.settings({ timeZone: 'Europe/Lisbon' });
    for (const [date, hours] of [
      ['2026-03-29', 23],
      ['2026-10-25', 25],
    ] as const) {
      const { startAt, endAt } = await client.roster.range({ from: date });
      expect((endAt - startAt) / hour).toBe(hours);
    }
  });
});

describe('templates and rotations', () => {
  it('put shifts on days by the clock of each person; a template in use stays (PAT-1, PAT-3)', async () => {
    const remote = await client.people.create({ name: 'Cleo Park', timeZone: 'America/New_York' });
    const { id } = await client.roster.templateSave({
      name: 'Early',
      start: '08:00',
      minutes: 480,
      work: 'chat',
      activities: [{ kind: 'lunch', offset: 240, minutes: 30 }],
    });
    await client.roster.templateApply({ id, personIds: [ada, remote.id, null], dates: [monday] });
    const { shifts } = await range();
    expect(shifts.map(({ personId, startAt, work }) => [personId, startAt, work])).toEqual([
      [ada, at('08:00'), 'chat'],
      [null, at('08:00'), 'chat'],
      [remote.id, at('13:00'), 'chat'],
    ]);
    const rotation = await client.roster.rotationSave({
      name: 'Two weeks',
      anchor: monday,
      weeks: [
        [id, null, null, null, null, null, null],
        [null, id, null, null, null, null, null],
      ],
      people: [
        { personId: ada, offset: 0 },
        { personId: ben, offset: 1 },
      ],
    });
    expect(await client.roster.rotationApply({ id: rotation.id, from: monday, days: 14 })).toMatchObject({
      changed: 3,
    });
    const days = (await range(monday, 14)).shifts
      .filter(({ personId }) => personId === ben)
      .map(({ startAt }) => startAt);
    expect(days).toEqual([at('08:00', '2026-03-03'), at('08:00', '2026-03-09')]);
    expect(await refusal(client.roster.templateRemove({ id }))).toMatchObject({ code: 'CONFLICT' });
    expect(
      await refusal(
        client.roster.templateSave({
          name: 'No',
          start: '08:00',
          minutes: 60,
          work: 'calls',
          activities: [{ kind: 'lunch', offset: 50, minutes: 30 }],
        }),
      ),
    ).toMatchObject({ code: 'INVALID' });
  });
});

describe('findings', () => {
  it('say what is wrong, and their remedies put it right through the desk (LNT-3, LNT-6, LNT-14)', async () => {
    await save(shift(ada, '12:00', '20:00'), shift(ada, '06:00', '13:00', '2026-03-03'));
    const { findings } = await client.roster.findings({ from: monday, days: 2 });
    const rest = findings.find(({ rule }) => rule === 'rest')!;
    expect(rest.text).toContain('Ada Lund');
    expect(rest.text).toContain('10 h');
    const [remedy] = rest.remedies;
    await client.roster.save({ shifts: [{ id: remedy!.shiftId, ...remedy!.set! }] });
    const after = await client.roster.findings({ from: monday, days: 2 });
    expect(after.findings.filter(({ rule }) => rule === 'rest')).toEqual([]);
  });

  it('follow the rules as they are set, and approved time off', async () => {
    await save(shift(ben, '09:00', '17:00'));
    const rules = await client.roster.rules();
    expect((await client.roster.findings({ from: monday })).findings.map(({ rule }) => rule)).toEqual(['missingBreak']);
    await client.roster.rulesSave({ ...rules, off: ['missingBreak'] });
    expect((await client.roster.findings({ from: monday })).findings).toEqual([]);
    await client.roster.timeOffAsk({ personId: ben, startAt: at('00:00'), endAt: at('23:59'), approve: true });
    expect((await client.roster.findings({ from: monday })).findings.map(({ rule }) => rule)).toEqual(['timeOff']);
    await client.desk.undo({});
    await client.desk.undo({});
    expect((await client.roster.rules()).off).toEqual([]);
  });
});

describe('a proposal', () => {
  const propose = async (keep: boolean): Promise<string> => {
    const { id } = await client.roster.plan({ from: monday, days: 1, seconds: 5, personIds: [ada], keep });
    await vi.waitFor(async () => expect((await client.roster.planState({ id })).state).toBe('done'), 30_000);
    return id;
  };
  /** Somebody who speaks Swedish is wanted from nine to five; Ada alone does. */
  beforeEach(async () => {
    const rules = await client.roster.rules();
    const hours = { mon: [['09:00', '17:00'] as [string, string]] };
    await client.roster.rulesSave({ ...rules, cover: [{ kind: 'language', name: 'sv', people: 1, hours }] });
  });
  const plansOf = async (person: string) =>
    (await range()).shifts.filter(({ personId, removed }) => personId === person && !removed);

  it('becomes drafts, once; whoever works by then is passed over (PRO-7)', async () => {
    const id = await propose(true);
    const later = await propose(true);
    expect(await client.roster.planApply({ id })).toMatchObject({ changed: 1, label: '1 shift from a proposal' });
    const [made, ...others] = await plansOf(ada);
    expect([made?.draft, made?.published, others]).toEqual([true, null, []]);
    for (const again of [id, later])
      expect(await client.roster.planApply({ id: again })).toMatchObject({
        changed: 0,
        changeSet: null,
        label: '0 shifts from a proposal, 1 passed over: there is one already',
      });
    expect(await plansOf(ada)).toHaveLength(1);
  });

  it('that was to plan anew takes the place of what it replaces, and undo brings that back (PRO-7)', async () => {
    await save(shift(ada, '18:00', '22:00'));
    const before = dump(desk.file, desk.clock.now());
    expect((await client.roster.planState({ id: await propose(true) })).proposal?.shifts).toEqual([]);
    const id = await propose(false);
    expect(await client.roster.planApply({ id })).toMatchObject({ changed: 1 });
    expect((await plansOf(ada)).map(({ startAt }) => startAt < at('12:00'))).toEqual([true]);
    await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });
});

describe('what is asked for', () => {
  it('a swap changes hands in plan and in what counts, once, and is undone whole (OFF-3)', async () => {
    const { ids } = await publish(shift(ada, '09:00', '13:00'), shift(ben, '14:00', '18:00'));
    const asked = await client.roster.requestMake({
      kind: 'swap',
      shiftId: ids[0]!,
      personId: ada,
      toPersonId: ben,
      otherShiftId: ids[1]!,
    });
    expect((await client.roster.requestList({})).requests).toMatchObject([{ kind: 'swap', state: 'asked' }]);
    expect((await client.roster.requestEffect({ id: asked.id })).findings).toEqual([]);
    await client.roster.requestDecide({ id: asked.id, state: 'approved' });
    const { shifts } = await range();
    expect(shifts.map(({ personId, published, draft }) => [personId, published?.personId, draft])).toEqual([
      [ben, ben, false],
      [ada, ada, false],
    ]);
    expect(await refusal(client.roster.requestDecide({ id: asked.id, state: 'declined' }))).toMatchObject({
      code: 'CONFLICT',
    });
    await client.desk.undo({});
    expect((await range()).shifts.map(({ personId }) => personId)).toEqual([ada, ben]);
    expect((await client.roster.requestList({})).requests[0]).toMatchObject({ state: 'asked' });
  });

  it('an open shift is claimed; what would be wrong with it is said before', async () => {
    const { ids } = await publish(shift(null, '09:00', '13:00'), shift(ada, '12:00', '18:00'));
    const claim = await client.roster.requestMake({ kind: 'claim', shiftId: ids[0]!, personId: ada });
    expect(claim.findings.map(({ rule }) => rule)).toContain('doubleBooking');
    await client.roster.requestDecide({ id: claim.id, state: 'declined', reason: 'Works then' });
    const other = await client.roster.requestMake({ kind: 'claim', shiftId: ids[0]!, personId: ben, approve: true });
    expect(other.findings).toEqual([]);
    expect(await refusal(client.roster.requestMake({ kind: 'claim', shiftId: ids[0]!, personId: ada }))).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Ben Oyelaran') as string,
    });
  });

  it('time off is asked for, seen, decided and taken back', async () => {
    const { id } = await client.roster.timeOffAsk({
      personId: ada,
      startAt: at('00:00', '2026-03-04'),
      endAt: at('00:00', '2026-03-06'),
      note: 'Moving',
    });
    expect((await client.roster.timeOffList({})).timeOff).toMatchObject([{ state: 'asked', note: 'Moving' }]);
    await client.roster.timeOffDecide({ id, state: 'declined', reason: 'Two are away already' });
    expect((await client.roster.timeOffList({})).timeOff).toMatchObject([
      { state: 'declined', decidedBy: 'Coordinator' },
    ]);
    expect(
      await refusal(client.roster.timeOffAsk({ personId: ada, startAt: at('10:00'), endAt: at('09:00') })),
    ).toMatchObject({ code: 'INVALID' });
  });
});

describe('the running day (Monday, 10:00)', () => {
  it('late, absent and left mean the shift that runs; who is not there is not on shift (ROS-10, ROS-11)', async () => {
    await publish(
      { ...shift(ada, '09:00', '17:00'), activities: [{ kind: 'break', startAt: at('09:50'), endAt: at('10:05') }] },
      shift(ben, '08:00', '16:00'),
    );
    expect((await client.roster.onShift({})).people).toEqual([
      { personId: ben, shiftId: expect.any(String) as string, kind: 'calls', untilAt: at('16:00'), state: null },
      { personId: ada, shiftId: expect.any(String) as string, kind: 'break', untilAt: at('10:05'), state: null },
    ]);
    const late = await client.roster.attend({ personId: ada, kind: 'late' });
    const left = await client.roster.attend({ personId: ben, kind: 'left', reason: 'Ill' });
    const { attendance } = await range();
    expect(attendance.map(({ kind, startAt, endAt }) => [kind, startAt, endAt])).toEqual([
      ['late', at('09:00'), mondayTen],
      ['left', mondayTen, at('16:00')],
    ]);
    expect((await client.roster.onShift({})).people.map(({ personId }) => personId)).toEqual([ada]);
    await client.roster.attendRemove({ id: left.id });
    await client.roster.attendRemove({ id: late.id });
    expect((await client.roster.onShift({})).people).toHaveLength(2);
    const nobody = await client.people.create({ name: 'Cleo Park' });
    expect(await refusal(client.roster.attend({ personId: nobody.id, kind: 'absent' }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('an absence goes with its shift once the move counts, and comes back by undo (ROS-10)', async () => {
    const { ids } = await publish(shift(ada, '11:00', '17:00'));
    await client.roster.attend({ personId: ada, kind: 'absent', startAt: at('11:00'), endAt: at('17:00') });
    const absent = async () => (await range()).attendance.map(({ startAt, endAt }) => [startAt, endAt]);
    const before = dump(desk.file, desk.clock.now());
    await save({ id: ids[0], ...shift(ada, '12:00', '18:00') });
    expect(await absent()).toEqual([[at('11:00'), at('17:00')]]);
    await client.roster.publish({ from: monday });
    expect(await absent()).toEqual([[at('12:00'), at('18:00')]]);
    await publish({ id: ids[0], ...shift(ada, '13:00', '19:00') });
    expect(await absent()).toEqual([[at('13:00'), at('19:00')]]);
    for (let step = 0; step < 3; step += 1) await client.desk.undo({});
    expect(dump(desk.file, desk.clock.now())).toEqual(before);
  });

  it('adherence follows what is said of states and excuses at once (ADH-1 to ADH-8)', async () => {
    desk.clock.pass(2 * hour);
    await publish(shift(ada, '09:00', '17:00'));
    await client.roster.stateSet({ personId: ada, state: 'available', at: at('09:30') });
    await client.roster.stateSet({ personId: ada, state: 'lunch', at: at('11:00') });
    const report = () => client.roster.adherenceReport({ from: monday });
    // Until noon: half an hour missed, an hour and a half kept, an hour at lunch instead.
    expect((await report()).all).toMatchObject({ scheduledMinutes: 180, adherentMinutes: 90, adherence: 0.5 });
    const { id } = await client.roster.excuse({
      personId: ada,
      startAt: at('09:00'),
      endAt: at('09:30'),
      reason: 'Power cut',
    });
    expect((await report()).all).toMatchObject({ scheduledMinutes: 150, adherentMinutes: 90, adherence: 0.6 });
    await client.roster.excuseRemove({ id });
    // Said late, between two that are known: it ends where the next begins.
    await client.roster.stateSet({ personId: ada, state: 'onCall', at: at('10:00') });
    const { states } = await client.roster.states({ from: monday });
    expect(states.map(({ state, startAt, endAt }) => [state, startAt, endAt])).toEqual([
      ['available', at('09:30'), at('10:00')],
      ['onCall', at('10:00'), at('11:00')],
      ['lunch', at('11:00'), null],
    ]);
    expect((await report()).teams).toMatchObject([{ team: 'North', adherence: 0.5 }]);
    expect(await refusal(client.roster.stateSet({ personId: ada, state: 'break', at: at('13:00') }))).toMatchObject({
      code: 'INVALID',
    });
  });

  it('routing passes over who is off shift, and orphans are theirs while somebody is on (ROS-12, ROS-13, AUT-20)', async () => {
    const { id } = await newTicket(client);
    await client.tickets.update({ selection: { ids: [id] }, set: { assigneeId: ben } });
    const orphans = async () => (await client.reports.standUp({})).orphans.rows.map(({ reason }) => reason);
    const off = async () => (await client.tickets.counts({ filter: { open: true, assignee: ['off'] } })).total;
    expect([await orphans(), await off()]).toEqual([[], 0]);
    await publish(shift(ada, '09:00', '17:00'), shift(ben, '14:00', '18:00'));
    expect([await orphans(), await off()]).toEqual([['offShift'], 1]);
    const choice = await client.automation.route({ ticketId: id });
    expect(choice.considered.map(({ name, reason }) => [name, reason])).toEqual([
      ['Ada Lund', '0 open'],
      ['Ben Oyelaran', 'off shift'],
    ]);
    desk.clock.pass(10 * hour);
    // At night nobody is on, and the owner of a ticket is no less its owner.
    expect([await orphans(), await off()]).toEqual([[], 0]);
  });
});

it('a person the roster knows is not taken away by undo, and an old attendance is no reason to forget them', async () => {
  const { id } = await client.people.create({ name: 'Cleo Park' });
  await publish(shift(id, '09:00', '10:00'));
  const { entries } = await client.desk.history({});
  const made = entries.find(({ label }) => label === 'Person “Cleo Park”')!;
  expect(await refusal(client.desk.undo({ changeSet: made.id }))).toMatchObject({ code: 'CONFLICT' });
  desk.clock.pass(minute);
});

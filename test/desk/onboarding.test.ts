import { describe, expect, it } from 'vitest';
import { stageSchema, type ProgrammeBody } from '../../src/contract/index.ts';
import { run } from '../../src/main/store/db.ts';
import { dump } from '../support/dump.ts';
import { hour, minute } from '../support/fake-clock.ts';
import { qualityDesk } from '../support/quality-desk.ts';
import { refusal } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const q = qualityDesk(folder);
const day = 24 * hour;
const today = '2026-03-02';

const quiz = {
  passPercent: 50,
  questions: [
    { text: 'One?', options: ['Yes', 'No'], right: [0] },
    { text: 'Two?', options: ['Yes', 'No'], right: [1] },
  ],
};
const stage = (id: string, set: object = {}) =>
  stageSchema.parse({ id, name: `The ${id}`, workDays: 5, rampPercent: 0, ...set });

/** Basics with a quiz, handling with both gates, independent with nothing to do. */
const programme: ProgrammeBody = {
  name: 'Three steps',
  summary: '',
  certificate: { name: 'Independent agent', validMonths: 12 },
  stages: [
    stage('basics', {
      tasks: [
        { id: 'read', name: 'Read the policies' },
        { id: 'quiz', name: 'Quiz', quiz },
      ],
    }),
    stage('handling', {
      rampPercent: 50,
      gates: [
        { kind: 'tickets', atLeast: 4 },
        { kind: 'qaAverage', reviews: 3, atLeast: 4 },
      ],
      signOff: { agent: false, trainer: true },
    }),
    stage('independent', { rampPercent: 80, signOff: { agent: false, trainer: false } }),
  ],
};

async function begin(set: { personId?: string; startOn?: string; trainerId?: string | null } = {}) {
  const { id: key } = await q.client.onboarding.programmeSave({ programme });
  const { id } = await q.client.onboarding.start({
    personId: q.people.ada,
    programme: key,
    startOn: today,
    trainerId: q.people.cleo,
    ...set,
  });
  return id;
}
const one = (id: string) => q.client.onboarding.newcomer({ id });
const person = async (id = q.people.ada) => (await q.client.people.list()).people.find((each) => each.id === id);
const asUser = (me: string | null) => q.client.desk.settings({ me });
const ofStage = (id: string, name: string) => ({ id, stage: name });

async function passBasics(id: string): Promise<void> {
  await q.client.onboarding.taskDone({ ...ofStage(id, 'basics'), task: 'read' });
  await q.client.onboarding.quizAnswer({ ...ofStage(id, 'basics'), task: 'quiz', answers: [[0], [1]] });
  await q.client.onboarding.sign({ ...ofStage(id, 'basics'), as: 'agent' });
  await q.client.onboarding.sign({ ...ofStage(id, 'basics'), as: 'trainer' });
  await q.client.onboarding.pass(ofStage(id, 'basics'));
}

/** A finished review of Ada's work with a score out of five. */
async function scored(solution: number): Promise<void> {
  const id = await q.review();
  await q.say(id, 'solution', { value: solution, ...(solution < 3 && { causes: ['Knowledge'] }) });
  await q.say(id, 'notes', { value: 'na' });
  await q.say(id, 'privacy', { value: 1 });
  await q.client.quality.finish({ id });
}

describe('a newcomer, from the first day to independent (ONB-1 to ONB-12)', () => {
  it('passes stage after stage, and only once everything is there', async () => {
    const id = await begin();
    expect(await one(id)).toMatchObject({
      state: 'running',
      current: 'basics',
      endOn: '2026-03-20',
      firstEndOn: '2026-03-20',
      rampPercent: 0,
      help: 'onTrack',
    });
    expect(await refusal(q.client.onboarding.pass(ofStage(id, 'basics')))).toMatchObject({
      code: 'CONFLICT',
      data: { missing: ['Read the policies', 'Quiz', 'Sign-off by the agent', 'Sign-off by the trainer'] },
    });
    expect(await refusal(q.client.onboarding.pass(ofStage(id, 'handling')))).toMatchObject({ code: 'CONFLICT' });
    await passBasics(id);
    expect(await one(id)).toMatchObject({ current: 'handling', rampPercent: 50, endOn: '2026-03-16' });

    // The gates count from when the stage began, and nothing but what is there.
    const gates = async () =>
      (await one(id)).stages[1]?.gates.map(({ isOpen, text }) => `${isOpen ? 'open' : 'shut'}: ${text}`);
    expect(await gates()).toEqual(['shut: 0 of 4 tickets solved', 'shut: QA average – of 4.00, 0 of 3 reviews']);
    await q.client.onboarding.sign({ ...ofStage(id, 'handling'), as: 'trainer' });
    expect(await one(id)).toMatchObject({ help: 'blocked', isBlocked: true });
    await scored(4);
    await scored(4);
    expect(await gates()).toEqual(['shut: 2 of 4 tickets solved', 'shut: QA average 4.00 of 4.00, 2 of 3 reviews']);
    await scored(1);
    expect(await gates()).toEqual(['shut: 3 of 4 tickets solved', 'shut: QA average 3.00 of 4.00, last 3 reviews']);
    await scored(5);
    await scored(5);
    await scored(5);
    expect(await gates()).toEqual([
      'open: 6 tickets solved, 4 needed',
      'open: QA average 5.00 of 4.00, last 3 reviews',
    ]);
    await q.client.onboarding.pass(ofStage(id, 'handling'));
    expect(await one(id)).toMatchObject({ current: 'independent', rampPercent: 80 });
    // Later reviews do not change why it was passed.
    await scored(1);
    expect(await gates()).toEqual([
      'open: 6 tickets solved, 4 needed',
      'open: QA average 5.00 of 4.00, last 3 reviews',
    ]);

    await q.client.onboarding.pass(ofStage(id, 'independent'));
    expect(await one(id)).toMatchObject({ state: 'done', current: null, help: 'done', doneAt: q.desk.clock.now() });
    expect(await person()).toMatchObject({ rampPercent: 100 });
    expect((await q.client.onboarding.certificates({})).certificates).toMatchObject([
      { personId: q.people.ada, name: 'Independent agent', issuedOn: today, expiresOn: '2027-03-02', state: 'valid' },
    ]);
    expect((await q.client.onboarding.newcomers({})).newcomers).toEqual([]);
    expect((await q.client.onboarding.newcomers({ withDone: true })).newcomers).toHaveLength(1);
  });

  it('tickets and reviews from before a stage began do not open its gates', async () => {
    for (let at = 0; at < 4; at += 1) await scored(5);
    const id = await begin({ startOn: today });
    q.desk.clock.pass(minute);
    await passBasics(id);
    const { stages } = await one(id);
    expect(stages[1]?.gates.map(({ isOpen, n }) => [isOpen, n])).toEqual([
      [false, 0],
      [false, 0],
    ]);
  });

  it('every step is one change that undo takes back whole, ramp and certificate included', async () => {
    const { id: key } = await q.client.onboarding.programmeSave({
      programme: { ...programme, stages: programme.stages.slice(2) },
    });
    const before = dump(q.desk.file, q.desk.clock.now());
    const { id } = await q.client.onboarding.start({ personId: q.people.ada, programme: key, startOn: today });
    const begun = dump(q.desk.file, q.desk.clock.now());
    await q.client.onboarding.pass(ofStage(id, 'independent'));
    expect((await q.client.onboarding.certificates({})).certificates).toHaveLength(1);
    await q.client.desk.undo({});
    expect(dump(q.desk.file, q.desk.clock.now())).toEqual(begun);
    await q.client.desk.undo({});
    expect(dump(q.desk.file, q.desk.clock.now())).toEqual(before);
    await q.client.desk.redo();
    expect(dump(q.desk.file, q.desk.clock.now())).toEqual(begun);
  });

  it('a task not done after all takes the signatures with it; a quiz is passed, not ticked, and its best result stands', async () => {
    const id = await begin();
    const task = { ...ofStage(id, 'basics'), task: 'read' };
    const asked = { ...ofStage(id, 'basics'), task: 'quiz' };
    expect(await refusal(q.client.onboarding.taskDone(asked))).toMatchObject({ code: 'CONFLICT' });
    expect(await refusal(q.client.onboarding.quizAnswer({ ...task, answers: [] }))).toMatchObject({ code: 'INVALID' });
    expect(await q.client.onboarding.quizAnswer({ ...asked, answers: [[1], [0]] })).toMatchObject({
      percent: 0,
      passed: false,
      right: [false, false],
    });
    expect((await one(id)).stages[0]?.tasks[1]).toMatchObject({ doneAt: null, percent: 0, tries: 1 });
    await q.client.onboarding.quizAnswer({ ...asked, answers: [[0], [1]] });
    await q.client.onboarding.quizAnswer({ ...asked, answers: [[0], [0]] });
    expect((await one(id)).stages[0]?.tasks[1]).toMatchObject({ percent: 100, tries: 3, doneAt: q.desk.clock.now() });
    const sign = { ...ofStage(id, 'basics'), as: 'agent' as const };
    expect(await refusal(q.client.onboarding.sign(sign))).toMatchObject({
      code: 'CONFLICT',
      data: { missing: ['Read the policies'] },
    });
    await q.client.onboarding.taskDone(task);
    await q.client.onboarding.sign(sign);
    expect((await one(id)).stages[0]?.agentSigned).toMatchObject({ at: q.desk.clock.now() });
    await q.client.onboarding.taskDone({ ...task, done: false });
    expect((await one(id)).stages[0]?.agentSigned).toBeNull();
  });

  it('signatures from before a task was done count no more, however it came to be open again (ONB-6)', async () => {
    const id = await begin();
    const { changeSet } = await q.client.onboarding.taskDone({ ...ofStage(id, 'basics'), task: 'read' });
    await q.client.onboarding.quizAnswer({ ...ofStage(id, 'basics'), task: 'quiz', answers: [[0], [1]] });
    await q.client.onboarding.sign({ ...ofStage(id, 'basics'), as: 'agent' });
    await q.client.onboarding.sign({ ...ofStage(id, 'basics'), as: 'trainer' });
    expect((await one(id)).stages[0]?.missing).toEqual([]);
    await q.client.desk.undo({ changeSet: changeSet ?? '' });
    q.desk.clock.pass(minute);
    await q.client.onboarding.taskDone({ ...ofStage(id, 'basics'), task: 'read' });
    expect((await one(id)).stages[0]?.missing).toEqual(['Sign-off by the agent', 'Sign-off by the trainer']);
  });

  it('golden reviews, drills and what is not approved open no gate and move no day (ONB-4, ONB-10, ONB-11)', async () => {
    const id = await begin();
    await passBasics(id);
    const ticketId = await q.solved('For the drill');
    run(q.desk.db, "UPDATE ticket SET drill = 1 WHERE subject = 'For the drill'");
    const golden = await q.client.quality.reviewMake({ ticketId, reviewerId: q.people.ben, scorecardId: q.card });
    await q.finish(golden.id);
    run(q.desk.db, "UPDATE review SET kind = 'golden'");
    expect((await one(id)).stages[1]?.gates.map(({ n }) => n)).toEqual([0, 0]);
    const nine = Date.UTC(2026, 2, 4, 9);
    const asked = { personId: q.people.ada, startAt: nine, endAt: nine + 9 * hour, kind: 'holiday' as const, note: '' };
    const { endOn } = await one(id);
    await q.client.roster.timeOffAsk({ ...asked, approve: false });
    expect((await one(id)).endOn).toBe(endOn);
    await q.client.roster.timeOffAsk({ ...asked, approve: true });
    expect((await one(id)).endOn).not.toBe(endOn);
  });

  it('a role that is no newcomer’s stays as it is (ONB-8)', async () => {
    await q.client.people.update({ id: q.people.ada, set: { role: 'Newcomer' } });
    await q.client.people.update({ id: q.people.ben, set: { role: 'Specialist' } });
    const only = { ...programme, stages: programme.stages.slice(2) };
    const { id: key } = await q.client.onboarding.programmeSave({ programme: only });
    for (const personId of [q.people.ada, q.people.ben]) {
      const { id } = await q.client.onboarding.start({ personId, programme: key, startOn: today });
      await q.client.onboarding.pass(ofStage(id, 'independent'));
    }
    expect([(await person())?.role, (await person(q.people.ben))?.role]).toEqual(['Agent', 'Specialist']);
  });

  it('refuses who is on one already, who would train themselves, days far off, and what is not here', async () => {
    const id = await begin();
    const nobody = '01990000-0000-7000-8000-000000000000';
    const start = (set: object) =>
      refusal(q.client.onboarding.start({ personId: q.people.ben, programme: 'four-weeks', startOn: today, ...set }));
    expect(await start({ personId: q.people.ada })).toMatchObject({ code: 'CONFLICT', data: { field: 'personId' } });
    expect(await start({ trainerId: q.people.ben })).toMatchObject({ code: 'INVALID', data: { field: 'trainerId' } });
    expect(await start({ startOn: '2206-03-02' })).toMatchObject({ code: 'INVALID', data: { field: 'startOn' } });
    expect(await start({ programme: 'none' })).toMatchObject({ code: 'NOT_FOUND', data: { field: 'programme' } });
    expect(await start({ personId: nobody })).toMatchObject({ code: 'NOT_FOUND', data: { field: 'personId' } });
    await q.client.onboarding.end({ id, reason: 'Left us' });
    expect(await one(id)).toMatchObject({ state: 'ended', endReason: 'Left us', help: 'ended' });
    expect(await refusal(q.client.onboarding.pass(ofStage(id, 'basics')))).toMatchObject({ code: 'CONFLICT' });
    await q.client.onboarding.start({ personId: q.people.ada, programme: 'four-weeks', startOn: today });
    expect(
      (await q.client.onboarding.programmes()).programmes.map(({ key, newcomers }) => [key, newcomers]).at(-2),
    ).toEqual(['four-weeks', 1]);
  });

  it('keeps the programme they began with when it is changed or archived', async () => {
    const id = await begin();
    const [own] = (await q.client.onboarding.programmes()).programmes;
    await q.client.onboarding.programmeSave({
      id: own?.key,
      programme: { ...programme, stages: programme.stages.slice(1) },
      archived: true,
    });
    expect((await one(id)).programme.stages).toHaveLength(3);
    const again = q.client.onboarding.start({ personId: q.people.ben, programme: own?.key ?? '', startOn: today });
    expect(await refusal(again)).toMatchObject({ code: 'CONFLICT', data: { field: 'programme' } });
  });
});

describe('days that move (ONB-2 to ONB-4)', () => {
  it('ill on the roster, the plan moves by those days and the schedule knows; taken back, it moves back', async () => {
    const id = await begin();
    await q.client.onboarding.away({ id, from: '2026-03-04', to: '2026-03-05', note: 'Flu' });
    const ill = await one(id);
    expect([ill.endOn, ill.firstEndOn]).toEqual(['2026-03-24', '2026-03-20']);
    expect(ill.gaps).toEqual([{ from: '2026-03-04', to: '2026-03-05', reason: 'Ill', kind: 'away' }]);
    const { timeOff } = await q.client.roster.timeOffList({});
    expect(timeOff).toMatchObject([{ personId: q.people.ada, kind: 'sick', state: 'approved', note: 'Flu' }]);
    await q.client.desk.undo({});
    expect((await one(id)).endOn).toBe('2026-03-20');
    const wrong = q.client.onboarding.away({ id, from: '2026-03-05', to: '2026-03-04' });
    expect(await refusal(wrong)).toMatchObject({ code: 'INVALID', data: { field: 'to' } });
  });

  it('an absence recorded on the day counts too; an hour off does not, nor does training', async () => {
    const id = await begin();
    const off = (from: number, to: number, kind: 'other' | 'training') =>
      q.client.roster.timeOffAsk({ personId: q.people.ada, startAt: from, endAt: to, kind, note: '', approve: true });
    const nine = Date.UTC(2026, 2, 4, 9);
    await off(nine, nine + hour, 'other');
    await off(nine + day, nine + day + 8 * hour, 'training');
    expect((await one(id)).endOn).toBe('2026-03-20');
    await off(nine, nine + 8 * hour, 'other');
    expect((await one(id)).endOn).toBe('2026-03-23');
  });

  it('paused, days do not count until it is gone on with; nothing is worked on meanwhile', async () => {
    const id = await begin();
    await q.client.onboarding.pause({ id, paused: true, reason: 'Parental leave' });
    q.desk.clock.pass(3 * day);
    expect(await one(id)).toMatchObject({ state: 'paused', help: 'paused', lateDays: 0 });
    const task = { ...ofStage(id, 'basics'), task: 'read' };
    expect(await refusal(q.client.onboarding.taskDone(task))).toMatchObject({ code: 'CONFLICT' });
    await q.client.onboarding.pause({ id, paused: false });
    // Monday to Wednesday did not count.
    expect(await one(id)).toMatchObject({ state: 'running', endOn: '2026-03-25' });
    expect((await one(id)).gaps).toEqual([
      { from: '2026-03-02', to: '2026-03-04', reason: 'Parental leave', kind: 'pause' },
    ]);
    expect(await q.client.onboarding.pause({ id, paused: false })).toMatchObject({ changed: 0, changeSet: null });
  });

  it('late by working days, the help says why; more days make it on time again', async () => {
    const id = await begin();
    q.desk.clock.pass(9 * day);
    expect(await one(id)).toMatchObject({ help: 'late', lateDays: 3, endOn: '2026-03-25' });
    expect((await one(id)).helpText).toBe('The basics, 3 days over: Read the policies, and 3 more');
    await q.client.onboarding.extend({ ...ofStage(id, 'basics'), workDays: 4 });
    expect(await one(id)).toMatchObject({ help: 'due', lateDays: 0 });
    const less = q.client.onboarding.extend({ ...ofStage(id, 'basics'), workDays: -5 });
    expect(await refusal(less)).toMatchObject({ code: 'INVALID', data: { field: 'workDays' } });
  });

  it('who begins on a day to come waits for it; the day may change until a stage is passed', async () => {
    const id = await begin({ startOn: '2026-03-09' });
    expect(await one(id)).toMatchObject({ state: 'planned', current: null, helpText: 'Begins in 7 days' });
    expect(await refusal(q.client.onboarding.taskDone({ ...ofStage(id, 'basics'), task: 'read' }))).toMatchObject({
      code: 'CONFLICT',
    });
    await q.client.onboarding.newcomerSave({ id, startOn: today, trainerId: q.people.ben });
    expect(await one(id)).toMatchObject({ state: 'running', trainerId: q.people.ben });
    await passBasics(id);
    expect(await refusal(q.client.onboarding.newcomerSave({ id, startOn: '2026-03-03' }))).toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('the ramp (ONB-30, ONB-31)', () => {
  /** Full agents at calls at ten o'clock of a day, by the schedule. */
  async function scheduled(date: string): Promise<number | undefined> {
    const { streams } = await q.client.staffing.day({ date, draft: true });
    const at = Date.parse(`${date}T10:00:00Z`);
    return streams[0]?.intervals.find((each) => each.at === at)?.scheduled;
  }

  it('is counted by the schedule day by day, as the programme is planned and as it goes', async () => {
    const days = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'];
    for (const date of days)
      await q.client.roster.save({
        shifts: [
          {
            personId: q.people.ada,
            startAt: `${date}T09:00:00Z`,
            endAt: `${date}T12:00:00Z`,
            work: 'calls',
            activities: [],
          },
        ],
      });
    const stream = { id: 'calls', name: 'Calls', work: 'calls' as const, channels: ['phone' as const], queueIds: [] };
    const settings = await q.client.staffing.settings();
    await q.client.staffing.settingsSave({ ...settings, streams: [{ ...settings.streams[0], ...stream }] } as never);
    const all = async () => Promise.all(days.map(scheduled));
    expect(await all()).toEqual([1, 1, 1, 1]);
    const id = await begin();
    expect(await all()).toEqual([0, 0.5, 0.8, 1]);
    await q.client.onboarding.away({ id, from: '2026-03-04', to: '2026-03-06' });
    expect(await all()).toEqual([0, 0, 0.5, 0.8]);
    q.desk.clock.pass(23 * day);
    // Late in the first stage: what is over cannot be changed, what is ahead moves with today.
    expect((await one(id)).lateDays).toBeGreaterThan(0);
    await q.client.onboarding.end({ id, reason: 'No' });
    expect(await all()).toEqual([0, 0, 0, 0]);
    await q.client.people.update({ id: q.people.ada, set: { rampPercent: 100 } });
    expect(await all()).toEqual([1, 1, 1, 1]);
  });

  it('the curve shows solved tickets by week beside earlier newcomers of the same programme', async () => {
    const { id: key } = await q.client.onboarding.programmeSave({ programme });
    const start = async (personId: string) =>
      (
        await q.client.onboarding.start({
          personId,
          programme: key,
          startOn: q.desk.clock.now() > Date.UTC(2026, 2, 20) ? '2026-03-23' : today,
        })
      ).id;
    await start(q.people.ada);
    for (let at = 0; at < 3; at += 1) await q.solved('A');
    q.desk.clock.pass(8 * day);
    await q.solved('B');
    q.desk.clock.pass(14 * day);
    const ben = await start(q.people.ben);
    await q.solved('C', q.people.ben);
    q.desk.clock.pass(7 * day + minute);
    const { weeks, others } = await q.client.onboarding.ramp({ id: ben });
    expect(others).toBe(1);
    expect(weeks).toHaveLength(12);
    expect(weeks.slice(0, 3)).toEqual([
      { week: 1, solved: 1, cohort: { n: 1, low: 3, median: 3, high: 3 } },
      { week: 2, solved: null, cohort: { n: 1, low: 1, median: 1, high: 1 } },
      { week: 3, solved: null, cohort: { n: 1, low: 0, median: 0, high: 0 } },
    ]);
    expect(weeks.at(-1)?.cohort).toBeNull();
  });
});

describe('what others are told (ONB-40, CHG-15)', () => {
  it('beside one earlier newcomer an agent is told of none; whoever leads is', async () => {
    await begin();
    for (let at = 0; at < 3; at += 1) await q.solved('A');
    q.desk.clock.pass(8 * day);
    const [own] = (await q.client.onboarding.programmes()).programmes;
    const input = { personId: q.people.ben, programme: own?.key ?? '', startOn: '2026-03-10' };
    const { id } = await q.client.onboarding.start(input);
    const cohorts = async () => (await q.client.onboarding.ramp({ id })).weeks.map(({ cohort }) => cohort?.n ?? null);
    expect(await cohorts()).toContain(1);
    await asUser(q.people.ben);
    expect(new Set(await cohorts())).toEqual(new Set([null]));
  });

  it('history tells an agent nothing of what is between others and who leads, and undo takes none of it back', async () => {
    const id = await begin();
    const { changeSet } = await q.client.onboarding.extend({ ...ofStage(id, 'basics'), workDays: 2, reason: 'Slow' });
    await q.client.coaching.praiseSave({ personId: q.people.ada, text: 'Well done' });
    await q.solved('Seen by all');
    const labels = async () => (await q.client.desk.history({})).entries.map(({ command }) => command);
    const led = /^(coaching|onboarding|training|hiring|surveys|metrics)\./;
    expect((await labels()).some((command) => led.test(command))).toBe(true);
    await asUser(q.people.ben);
    expect((await labels()).filter((command) => led.test(command))).toEqual([]);
    expect((await labels()).some((command) => command.startsWith('tickets.'))).toBe(true);
    expect(await refusal(q.client.desk.undo({ changeSet: changeSet ?? '' }))).toMatchObject({ code: 'FORBIDDEN' });
    await asUser(q.people.ada);
    await q.client.onboarding.taskDone({ ...ofStage(id, 'basics'), task: 'read' });
    expect(await labels()).toContain('onboarding.taskDone');
    await q.client.desk.undo({});
    expect((await one(id)).stages[0]?.tasks[0]?.doneAt).toBeNull();
  });
});

describe('certificates (ONB-13)', () => {
  it('those that expire first, with how they stand on the day; a gate asks for one that is valid', async () => {
    const save = (set: object) =>
      q.client.onboarding.certificateSave({ personId: q.people.ada, name: 'ITIL', issuedOn: '2025-01-01', ...set });
    const { id } = await save({ expiresOn: '2026-03-01' });
    await save({ name: 'CCSP', expiresOn: '2026-04-01' });
    await save({ name: 'Privacy', expiresOn: '2026-04-02' });
    await save({ name: 'For life' });
    const told = async () =>
      (await q.client.onboarding.certificates({})).certificates.map(({ name, state }) => `${name} ${state}`);
    expect(await told()).toEqual(['ITIL expired', 'CCSP soon', 'Privacy valid', 'For life valid']);
    expect(await refusal(save({ expiresOn: '2024-01-01' }))).toMatchObject({
      code: 'INVALID',
      data: { field: 'expiresOn' },
    });

    const gate = {
      ...programme,
      stages: [
        stage('only', { gates: [{ kind: 'certificate', name: 'itil' }], signOff: { agent: false, trainer: false } }),
      ],
    };
    const { id: key } = await q.client.onboarding.programmeSave({ programme: gate });
    const { id: newcomer } = await q.client.onboarding.start({
      personId: q.people.ada,
      programme: key,
      startOn: today,
    });
    expect(await refusal(q.client.onboarding.pass(ofStage(newcomer, 'only')))).toMatchObject({ code: 'CONFLICT' });
    await save({ id, expiresOn: today });
    await q.client.onboarding.pass(ofStage(newcomer, 'only'));
    await q.client.onboarding.certificateRemove({ id });
    expect(await told()).not.toContain('ITIL soon');
    await q.client.desk.undo({});
    expect(await told()).toContain('ITIL soon');
  });
});

describe('who may see and do what (ONB-40, ONB-41)', () => {
  it('an agent finds themselves alone, ticks, answers and signs as the agent; the rest is for whoever leads', async () => {
    const ada = await begin();
    await q.client.onboarding.start({ personId: q.people.ben, programme: 'two-weeks', startOn: today });
    await q.client.onboarding.certificateSave({ personId: q.people.ben, name: 'ITIL', issuedOn: today });
    const [ben] = (await q.client.onboarding.newcomers({})).newcomers.filter(
      ({ personId }) => personId === q.people.ben,
    );
    await asUser(q.people.ada);
    expect((await q.client.onboarding.newcomers({})).newcomers.map(({ id }) => id)).toEqual([ada]);
    expect((await q.client.onboarding.certificates({})).certificates).toEqual([]);
    const other = ben?.id ?? '';
    const forbidden = [
      q.client.onboarding.newcomer({ id: other }),
      q.client.onboarding.ramp({ id: other }),
      q.client.onboarding.taskDone({ ...ofStage(other, 'basics'), task: 'accounts' }),
      q.client.onboarding.certificates({ personId: q.people.ben }),
      q.client.onboarding.sign({ ...ofStage(ada, 'basics'), as: 'trainer' }),
      q.client.onboarding.pass(ofStage(ada, 'basics')),
      q.client.onboarding.pause({ id: ada, paused: true }),
      q.client.onboarding.away({ id: ada, from: today, to: today }),
      q.client.onboarding.extend({ ...ofStage(ada, 'basics'), workDays: 1 }),
      q.client.onboarding.end({ id: ada, reason: 'No' }),
      q.client.onboarding.newcomerSave({ id: ada, trainerId: null }),
      q.client.onboarding.start({ personId: q.people.cleo, programme: 'four-weeks', startOn: today }),
      q.client.onboarding.programmeSave({ programme }),
      q.client.onboarding.certificateSave({ personId: q.people.ada, name: 'X', issuedOn: today }),
    ];
    for (const asked of forbidden) expect(await refusal(asked)).toMatchObject({ code: 'FORBIDDEN' });
    await q.client.onboarding.taskDone({ ...ofStage(ada, 'basics'), task: 'read' });
    await q.client.onboarding.quizAnswer({ ...ofStage(ada, 'basics'), task: 'quiz', answers: [[0], [1]] });
    await q.client.onboarding.sign({ ...ofStage(ada, 'basics'), as: 'agent' });
    const told = JSON.stringify([await one(ada), await q.client.onboarding.programmes()]);
    expect([told.includes('"right":[]'), /"right":\[\d/.test(told)]).toEqual([true, false]);
    expect((await one(ada)).stages[0]).toMatchObject({
      agentSigned: { by: 'Ada Lund' },
      tasks: [{ doneBy: 'Ada Lund' }, { doneBy: 'Ada Lund' }],
    });
  });

  it('somebody who leads and is new does not sign for themselves as the trainer', async () => {
    const id = await begin();
    await q.client.people.update({ id: q.people.ada, set: { role: 'Team lead' } });
    await asUser(q.people.ada);
    await q.client.onboarding.taskDone({ ...ofStage(id, 'basics'), task: 'read' });
    await q.client.onboarding.quizAnswer({ ...ofStage(id, 'basics'), task: 'quiz', answers: [[0], [1]] });
    const asked = q.client.onboarding.sign({ ...ofStage(id, 'basics'), as: 'trainer' });
    expect(await refusal(asked)).toMatchObject({ code: 'FORBIDDEN' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity, Refresher } from '../../src/contract/index.ts';
import { dump } from '../support/dump.ts';
import { hour, minute } from '../support/fake-clock.ts';
import { qualityDesk } from '../support/quality-desk.ts';
import { refusal, testDesk, type Client, type TestDesk } from '../support/test-desk.ts';
import { tempFolder } from '../support/temp.ts';

const folder = tempFolder();
const nobody = '01990000-0000-7000-8000-000000000000';
const tuesday = '2026-03-03';
const at = (clock: string): number => Date.parse(`${tuesday}T${clock}:00Z`);

let desk: TestDesk;
let client: Client;
let [ada, ben, cleo, lead] = ['', '', '', ''];

beforeEach(async () => {
  desk = await testDesk(folder);
  client = desk.client;
  const make = async (name: string) => (await client.people.create({ name })).id;
  [ada, ben, cleo, lead] = [
    await make('Ada Lund'),
    await make('Ben Oye'),
    await make('Cleo Park'),
    await make('Lea Dee'),
  ];
  await client.people.update({ id: lead, set: { role: 'Trainer' } });
});
afterEach(() => desk.close());

const asUser = (me: string | null) => client.desk.settings({ me });
const state = () => dump(desk.file, desk.clock.now());
const all = async (): Promise<Refresher[]> => (await client.training.refreshers()).refreshers;
const one = async (id: string): Promise<Refresher> => (await all()).find((each) => each.id === id)!;

const shift = (personId: string, from: string, to: string, activities: Activity[] = []) => ({
  personId,
  startAt: at(from),
  endAt: at(to),
  activities,
});
const save = async (...shifts: Parameters<Client['roster']['save']>[0]['shifts']) =>
  (await client.roster.save({ shifts, publish: true })).ids;
const inShift = async (personId: string) => {
  const { shifts } = await client.roster.range({ from: tuesday, days: 1 });
  const found = shifts.find((each) => each.personId === personId);
  const clocks = (activities: readonly Activity[]) =>
    activities
      .filter(({ kind }) => kind === 'training')
      .map(({ startAt, endAt }) =>
        [startAt, endAt].map((each) => new Date(each).toISOString().slice(11, 16)).join('-'),
      );
  return { planned: clocks(found?.activities ?? []), published: clocks(found?.published?.activities ?? []) };
};
const placed = async (id: string) =>
  (await one(id)).attendance.filter((each) => each.placed).map(({ personId }) => personId);

describe('topics and refreshers (TRN-4)', () => {
  it('a topic becomes a refresher with its name, agenda and materials, and is taken up until that is called off', async () => {
    const before = state();
    const { id: topicId } = await client.training.topicSave({ text: 'New tariff', material: 'wiki/tariff' });
    const { id } = await client.training.refresherSave({
      sources: [{ kind: 'topic', topicId }],
      personIds: [ben, ada],
    });
    expect(await one(id)).toMatchObject({
      title: 'New tariff',
      agenda: '- [ ] New: New tariff',
      materials: 'wiki/tariff',
      minutes: 75,
      startAt: null,
      trainerId: null,
      state: 'planned',
      sources: [{ kind: 'topic', topicId, title: 'New tariff' }],
      attendance: [
        { personId: ada, state: 'invited', placed: false },
        { personId: ben, state: 'invited', placed: false },
      ],
    });
    expect((await client.training.topics()).topics).toMatchObject([{ text: 'New tariff', refresherId: id }]);
    expect((await client.training.needs({})).needs).toMatchObject([{ title: 'New tariff', n: 1, refresherId: id }]);
    await client.training.refresherSave({ id, state: 'held' });
    expect((await client.training.needs({})).needs).toEqual([]);
    await client.training.refresherSave({ id, state: 'cancelled' });
    expect((await client.training.topics()).topics).toMatchObject([{ refresherId: null }]);
    expect((await client.training.needs({})).needs).toMatchObject([{ title: 'New tariff', refresherId: null }]);
    for (let step = 0; step < 4; step += 1) await client.desk.undo({});
    expect(state()).toEqual(before);
  });

  it('what is left out of a change stays, and who is named is who is invited', async () => {
    const { id } = await client.training.refresherSave({ title: 'Weekly', personIds: [ada, ben, ada] });
    await client.training.refresherSave({ id, agenda: '# Own words', minutes: 60 });
    await client.training.refresherSave({ id, personIds: [cleo, ada] });
    const refresher = await one(id);
    expect(refresher).toMatchObject({ title: 'Weekly', agenda: '# Own words', minutes: 60 });
    expect(refresher.attendance.map(({ personId }) => personId)).toEqual([ada, cleo]);
    const before = state();
    await client.training.refresherRemove({ id });
    expect(await all()).toEqual([]);
    await client.desk.undo({});
    expect(state()).toEqual(before);
  });

  it('topics are changed and taken away; a refresher about one that is gone says so', async () => {
    const { id: topicId } = await client.training.topicSave({ text: 'New tarif' });
    await client.training.topicSave({ id: topicId, text: 'New tariff', material: 'wiki' });
    const { id } = await client.training.refresherSave({ sources: [{ kind: 'topic', topicId }] });
    await client.training.topicRemove({ id: topicId });
    expect((await one(id)).sources).toMatchObject([{ title: 'A topic that was taken away' }]);
    expect((await one(id)).title).toBe('New tariff');
    expect((await client.training.topics()).topics).toEqual([]);
  });

  it('is refused with what is not here, by the field', async () => {
    const none = { scorecardId: nobody, criterion: 'tone' };
    for (const [input, field] of [
      [{ sources: [{ kind: 'criterion', ...none }] }, 'sources.0.criterion'],
      [{ sources: [{ kind: 'topic', topicId: nobody }] }, 'sources.0.topicId'],
      [{ personIds: [ada, nobody] }, 'personIds.1'],
      [{ trainerId: nobody }, 'trainerId'],
    ] as const)
      expect(await refusal(client.training.refresherSave({ ...input } as never))).toMatchObject({
        code: 'NOT_FOUND',
        data: { field },
      });
    const source = { kind: 'category' as const };
    expect(await refusal(client.training.refresherSave({ sources: [source] }))).toMatchObject({ code: 'INVALID' });
    expect(await refusal(client.training.refresherSave({ id: nobody }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(client.training.topicSave({ id: nobody, text: 'x' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await all()).toEqual([]);
  });

  it('has those to come first, those without a time after them, and what is over last', async () => {
    const make = async (title: string, startAt: number | null, set: 'planned' | 'held' | 'cancelled' = 'planned') => {
      const { id } = await client.training.refresherSave({ title });
      if (startAt !== null) await client.training.place({ id, startAt });
      await client.training.refresherSave({ id, state: set });
    };
    await make('late', at('15:00'));
    await make('none', null);
    await make('old', at('08:00') - 48 * hour, 'held');
    await make('off', at('10:00'), 'cancelled');
    await make('newer', at('08:00') - 24 * hour, 'held');
    await make('early', at('09:00'));
    expect((await all()).map(({ title }) => title)).toEqual(['early', 'late', 'none', 'newer', 'old', 'off']);
  });
});

describe('the time of a refresher (TRN-10 to TRN-13)', () => {
  it('is where most of those invited are at queue work, and nowhere in the past', async () => {
    await save(
      shift(ada, '09:00', '12:00'),
      shift(ben, '10:00', '13:00', [{ kind: 'lunch', startAt: at('11:30'), endAt: at('12:00') }]),
    );
    const { id } = await client.training.refresherSave({ minutes: 60, personIds: [ada, ben, cleo] });
    const { slots } = await client.training.slots({ id, from: tuesday, days: 1 });
    expect(slots.map(({ startAt, personIds }) => [(startAt - at('09:00')) / minute, personIds.length])).toEqual([
      [60, 2],
      [90, 2],
      [0, 1],
      [30, 1],
      [120, 1],
      [180, 1],
    ]);
    expect(slots[0]).toMatchObject({ personIds: [ada, ben], endAt: at('11:00') });
    desk.clock.pass(at('11:50') - desk.clock.now());
    expect((await client.training.slots({ id, from: tuesday, days: 1 })).slots).toMatchObject([
      { startAt: at('12:00') },
    ]);
    const empty = await client.training.refresherSave({ title: 'Nobody yet' });
    expect((await client.training.slots({ id: empty.id, from: tuesday })).slots).toEqual([]);
  });

  it('takes out its own training alone: another refresher’s and what was entered by hand stay (TRN-12)', async () => {
    await save(shift(ada, '09:00', '17:00'), shift(ben, '09:00', '17:00'));
    const first = await client.training.refresherSave({ title: 'First', minutes: 60, personIds: [ada] });
    await client.training.place({ id: first.id, startAt: at('10:00') });
    const second = await client.training.refresherSave({ title: 'Second', minutes: 60, personIds: [ada, ben] });
    expect(await client.training.place({ id: second.id, startAt: at('10:00') })).toMatchObject({
      placed: [ben],
      notPlaced: [ada],
    });
    await client.training.refresherSave({ id: second.id, state: 'cancelled' });
    expect((await inShift(ada)).planned).toEqual(['10:00-11:00']);
    expect(await placed(first.id)).toEqual([ada]);
    expect((await inShift(ben)).planned).toEqual([]);
  });

  it('is not taken back by undo from under its invitations (CHG-12)', async () => {
    const { id, changeSet } = await client.training.refresherSave({ title: 'First', minutes: 60 });
    await client.training.refresherSave({ id, personIds: [ada, ben] });
    expect(await refusal(client.desk.undo({ changeSet: changeSet ?? '' }))).toMatchObject({ code: 'CONFLICT' });
    expect((await one(id)).attendance).toHaveLength(2);
  });

  it('counts how short the queues are with and without them, by what is expected to come', async () => {
    await client.desk.sample({ tickets: 3000, seed: 5 });
    const { shifts } = await client.roster.range({ from: tuesday, days: 1 });
    const personIds = [...new Set(shifts.flatMap((each) => (each.work === 'calls' ? (each.personId ?? []) : [])))];
    const { id } = await client.training.refresherSave({ minutes: 60, personIds });
    // Without a programme that goes on, what counts of somebody is what they do now.
    for (const newcomer of (await client.onboarding.newcomers({})).newcomers)
      await client.onboarding.end({ id: newcomer.id, reason: 'Moved' });
    const ramp = new Map((await client.people.list()).people.map((each) => [each.id, each.rampPercent]));
    const { slots } = await client.training.slots({ id, from: tuesday, days: 1 });
    const day = await client.staffing.day({ date: tuesday, draft: true });
    for (const { startAt, endAt, personIds: come, shortBefore, shortAfter } of slots) {
      const short = (less: number) =>
        day.streams
          .flatMap(({ stream: { work }, intervals }) => intervals.map((each) => ({ ...each, work })))
          .filter((each) => each.at < endAt && each.at + 30 * minute > startAt)
          .reduce((sum, each) => {
            const minutes = (Math.min(each.at + 30 * minute, endAt) - Math.max(each.at, startAt)) / minute;
            return sum + minutes * Math.max(0, each.required - each.present + (each.work === 'calls' ? less : 0));
          }, 0);
      expect(shortBefore).toBeCloseTo(short(0), 1);
      expect(shortAfter).toBeCloseTo(short(come.reduce((sum, each) => sum + (ramp.get(each) ?? 0) / 100, 0)), 1);
    }
    expect(slots.length).toBeGreaterThan(3);
    expect(slots.some(({ shortBefore, shortAfter }) => shortAfter > shortBefore)).toBe(true);
  });

  it('is kept free in the plan of who can come, tells who cannot, and one undo takes it back', async () => {
    await save(
      shift(ada, '09:00', '17:00'),
      shift(ben, '09:00', '17:00', [{ kind: 'meeting', startAt: at('10:30'), endAt: at('11:00') }]),
    );
    const { id } = await client.training.refresherSave({ personIds: [ada, ben, cleo] });
    const before = state();
    const done = await client.training.place({ id, startAt: '2026-03-03T10:00:00Z' });
    expect(done).toMatchObject({ changed: 1, placed: [ada] });
    expect(done.notPlaced.toSorted()).toEqual([ben, cleo].toSorted());
    expect((await one(id)).startAt).toBe(at('10:00'));
    expect(await inShift(ada)).toEqual({ planned: ['10:00-11:15'], published: [] });
    expect(await placed(id)).toEqual([ada]);
    await client.desk.undo({});
    expect(state()).toEqual(before);
  });

  it('counts at once where it is published, and a second placing moves it', async () => {
    await save(shift(ada, '09:00', '17:00'), shift(ben, '12:00', '17:00'));
    const { id } = await client.training.refresherSave({ personIds: [ada, ben] });
    await client.training.place({ id, startAt: at('10:00'), publish: true });
    expect(await inShift(ada)).toEqual({ planned: ['10:00-11:15'], published: ['10:00-11:15'] });
    const before = state();
    const moved = await client.training.place({ id, startAt: at('10:30'), publish: true });
    expect(moved).toMatchObject({ placed: [ada], notPlaced: [ben] });
    expect(await inShift(ada)).toEqual({ planned: ['10:30-11:45'], published: ['10:30-11:45'] });
    await client.training.place({ id, startAt: at('14:00'), publish: true });
    expect(await placed(id)).toEqual([ada, ben]);
    expect(await client.training.place({ id, startAt: null, publish: true })).toMatchObject({
      placed: [],
      notPlaced: [],
    });
    expect([await inShift(ada), await inShift(ben)]).toEqual([
      { planned: [], published: [] },
      { planned: [], published: [] },
    ]);
    expect(await one(id)).toMatchObject({ startAt: null });
    for (let step = 0; step < 3; step += 1) await client.desk.undo({});
    expect(state()).toEqual(before);
  });

  it('offers the time that the refresher itself holds', async () => {
    await save(shift(ada, '10:00', '11:15'));
    const { id } = await client.training.refresherSave({ personIds: [ada] });
    await client.training.place({ id, startAt: at('10:00') });
    expect((await client.training.slots({ id, from: tuesday, days: 1 })).slots).toMatchObject([
      { startAt: at('10:00'), personIds: [ada] },
    ]);
  });

  it('takes nothing out of a shift that was changed meanwhile', async () => {
    const [adas = '', bens = ''] = await save(shift(ada, '09:00', '17:00'), shift(ben, '09:00', '17:00'));
    const { id } = await client.training.refresherSave({ personIds: [ada, ben] });
    await client.training.place({ id, startAt: at('10:00') });
    const own: Activity[] = [{ kind: 'training', startAt: at('10:00'), endAt: at('12:00') }];
    await client.roster.save({ shifts: [{ id: adas, ...shift(ada, '09:00', '17:00', own) }] });
    await client.roster.remove({ ids: [bens] });
    expect(await placed(id)).toEqual([]);
    await client.training.place({ id, startAt: null });
    expect((await inShift(ada)).planned).toEqual(['10:00-12:00']);
    const { shifts } = await client.roster.range({ from: tuesday, days: 1 });
    expect(shifts.find((each) => each.id === bens)).toMatchObject({ removed: true });
  });

  it('passes over who is away, and takes the trainer along who is on the roster', async () => {
    await save(shift(ada, '09:00', '17:00'), shift(ben, '09:00', '17:00'), shift(lead, '09:00', '17:00'));
    await client.roster.timeOffAsk({ personId: ben, startAt: at('00:00'), endAt: at('23:59'), approve: true });
    const { id } = await client.training.refresherSave({ personIds: [ada, ben], trainerId: lead });
    const done = await client.training.place({ id, startAt: at('10:00') });
    expect([done.placed.toSorted(), done.notPlaced]).toEqual([[ada, lead].toSorted(), [ben]]);
    expect((await inShift(lead)).planned).toEqual(['10:00-11:15']);
    const { slots } = await client.training.slots({ id, from: tuesday, days: 1 });
    expect(slots.every(({ personIds }) => personIds.length === 1)).toBe(true);
    await client.training.refresherSave({ id, trainerId: null });
    expect((await inShift(lead)).planned).toEqual([]);
    expect((await inShift(ada)).planned).toEqual(['10:00-11:15']);
  });

  it('follows who is invited and how long it is; called off, it gives the time back (TRN-13)', async () => {
    await save(shift(ada, '09:00', '17:00'), shift(ben, '09:00', '17:00'));
    const { id } = await client.training.refresherSave({ personIds: [ada] });
    await client.training.place({ id, startAt: at('10:00'), publish: true });
    const before = state();
    await client.training.refresherSave({ id, personIds: [ben] });
    expect([await inShift(ada), await inShift(ben)]).toEqual([
      { planned: [], published: [] },
      { planned: ['10:00-11:15'], published: ['10:00-11:15'] },
    ]);
    await client.training.refresherSave({ id, minutes: 60 });
    expect((await inShift(ben)).published).toEqual(['10:00-11:00']);
    await client.training.refresherSave({ id, state: 'cancelled' });
    expect(await inShift(ben)).toEqual({ planned: [], published: [] });
    expect(await refusal(client.training.place({ id, startAt: at('12:00') }))).toMatchObject({ code: 'CONFLICT' });
    await client.training.refresherSave({ id, state: 'planned' });
    expect(await placed(id)).toEqual([ben]);
    await client.training.refresherRemove({ id });
    expect(await inShift(ben)).toEqual({ planned: [], published: [] });
    for (let step = 0; step < 5; step += 1) await client.desk.undo({});
    expect(state()).toEqual(before);
  });

  it('stays in the shifts of a day that is over', async () => {
    await save(shift(ada, '09:00', '17:00'));
    const { id } = await client.training.refresherSave({ personIds: [ada] });
    await client.training.place({ id, startAt: at('10:00'), publish: true });
    desk.clock.pass(at('12:00') - desk.clock.now());
    await client.training.refresherSave({ id, state: 'held', personIds: [] });
    await client.training.refresherRemove({ id });
    expect(await inShift(ada)).toEqual({ planned: ['10:00-11:15'], published: ['10:00-11:15'] });
  });
});

describe('attendance (TRN-14)', () => {
  it('is said once it was held, of who is invited', async () => {
    const { id } = await client.training.refresherSave({ personIds: [ada, ben] });
    const say = (personIds: string[], how: 'attended' | 'missed') =>
      client.training.attend({ id, personIds, state: how });
    expect(await refusal(say([ada], 'attended'))).toMatchObject({ code: 'CONFLICT' });
    await client.training.refresherSave({ id, state: 'held' });
    expect(await refusal(say([ada, cleo], 'attended'))).toMatchObject({
      code: 'INVALID',
      data: { field: 'personIds.1' },
    });
    expect(await say([ada, ben], 'attended')).toMatchObject({ changed: 2 });
    expect(await say([ada, ben], 'attended')).toMatchObject({ changed: 0, changeSet: null });
    await say([ben], 'missed');
    expect((await one(id)).attendance.map((each) => each.state)).toEqual(['attended', 'missed']);
    await client.desk.undo({});
    expect((await one(id)).attendance.map((each) => each.state)).toEqual(['attended', 'attended']);
  });
});

describe('courses and the budget (TRN-20 to TRN-23)', () => {
  const course = { name: 'Zendesk Admin', provider: 'Academy', cost: 350.5, hours: 12 };
  const certificates = () =>
    desk.db.prepare('SELECT name, issued_on AS issuedOn, expires_on AS expiresOn, note FROM certificate').all();

  it('a desk begins with 1,000 USD for everybody who leads nobody, nothing of it spent', async () => {
    expect(await client.training.budget({ year: 2026 })).toEqual({
      currency: 'USD',
      amount: 1000,
      people: [ada, ben, cleo].map((personId) => ({
        personId,
        amount: 1000,
        own: false,
        spent: 0,
        setAside: 0,
        left: 1000,
      })),
    });
  });

  it('counts by the year of the day, has amounts of one’s own, and tells what is over without refusing it', async () => {
    const { id: courseId } = await client.training.courseSave(course);
    const enrol = (on: string, set: object = {}) =>
      client.training.enrolmentSave({ personId: ada, courseId, on, ...set });
    expect(await enrol('2026-03-02')).toMatchObject({ changed: 1, overBudget: 0 });
    await enrol('2025-12-31', { cost: 900, state: 'done' });
    await enrol('2026-12-31', { cost: 600, state: 'done' });
    expect(await enrol('2026-06-01', { state: 'booked' })).toMatchObject({ overBudget: 301 });
    const { people } = await client.training.budget({ year: 2026 });
    expect(people[0]).toEqual({ personId: ada, amount: 1000, own: false, spent: 600, setAside: 701, left: -301 });
    expect((await client.training.budget({ year: 2025 })).people[0]).toMatchObject({ spent: 900, left: 100 });
    await client.training.budgetSave({ personId: ada, amount: 1500 });
    await client.training.budgetSave({ amount: 800, currency: 'EUR' });
    const next = await client.training.budget({ year: 2026 });
    expect([next.currency, next.amount]).toEqual(['EUR', 800]);
    expect(next.people.find(({ personId }) => personId === ada)).toMatchObject({ amount: 1500, own: true, left: 199 });
    expect(next.people.find(({ personId }) => personId === ben)).toMatchObject({ amount: 800, own: false });
    await client.training.budgetSave({ personId: ada, amount: null });
    expect((await client.training.budget({ year: 2026 })).people[0]).toMatchObject({ amount: 800, left: -501 });
    expect(await refusal(client.training.budgetSave({ amount: null }))).toMatchObject({ data: { field: 'amount' } });
  });

  it('who leads has a line once they take a course', async () => {
    const { id: courseId } = await client.training.courseSave(course);
    await client.training.enrolmentSave({ personId: lead, courseId, on: '2026-03-02', state: 'cancelled' });
    const { people } = await client.training.budget({ year: 2026 });
    expect(people.find(({ personId }) => personId === lead)).toMatchObject({ spent: 0, setAside: 0, left: 1000 });
  });

  it('done gives the certificate of the course, not done after all takes it away, and undo does all of it', async () => {
    const { id: courseId } = await client.training.courseSave({ ...course, certificate: 'Zendesk', validMonths: 24 });
    const before = state();
    const base = { personId: ada, courseId, on: '2026-01-31' };
    const { id } = await client.training.enrolmentSave({ ...base, state: 'done' });
    const given = { name: 'Zendesk', issuedOn: '2026-01-31', expiresOn: '2028-01-31', note: 'Academy' };
    expect(certificates()).toEqual([given]);
    const done = state();
    await client.training.enrolmentSave({ id, ...base, on: '2026-02-28', state: 'done' });
    expect(certificates()).toEqual([{ ...given, issuedOn: '2026-02-28', expiresOn: '2028-02-28' }]);
    await client.training.enrolmentSave({ id, ...base, state: 'booked' });
    expect(certificates()).toEqual([]);
    await client.desk.undo({});
    await client.desk.undo({});
    expect(state()).toEqual(done);
    await client.desk.undo({});
    expect(state()).toEqual(before);
    await client.desk.redo();
    expect(certificates()).toEqual([given]);
  });

  it('one without a certificate gives none; one that was taken away by hand is not given again', async () => {
    const { id: plain } = await client.training.courseSave(course);
    await client.training.enrolmentSave({ personId: ada, courseId: plain, on: '2026-03-02', state: 'done' });
    expect(certificates()).toEqual([]);
    const { id: courseId } = await client.training.courseSave({ ...course, certificate: 'Zendesk' });
    const base = { personId: ada, courseId, on: '2026-03-02', state: 'done' as const };
    const { id } = await client.training.enrolmentSave(base);
    expect(certificates()).toMatchObject([{ name: 'Zendesk', expiresOn: null }]);
    desk.db.prepare('DELETE FROM certificate').run();
    await client.training.enrolmentSave({ id, ...base, cost: 10 });
    expect(certificates()).toEqual([]);
  });

  it('a course that is not offered any more is finished and not begun; what was booked keeps its price', async () => {
    const { id: courseId } = await client.training.courseSave(course);
    const { id } = await client.training.enrolmentSave({ personId: ada, courseId, on: '2026-03-02' });
    await client.training.courseSave({ id: courseId, ...course, cost: 999, archived: true });
    expect((await client.training.courses()).courses).toMatchObject([{ cost: 999, archived: true }]);
    expect((await client.training.enrolments({ year: 2026 })).enrolments).toMatchObject([{ cost: 350.5 }]);
    await client.training.enrolmentSave({ id, personId: ada, courseId, on: '2026-03-02', cost: 350.5, state: 'done' });
    expect(await refusal(client.training.enrolmentSave({ personId: ben, courseId, on: '2026-03-02' }))).toMatchObject({
      code: 'CONFLICT',
      data: { field: 'courseId' },
    });
    expect(
      await refusal(client.training.enrolmentSave({ id, personId: ben, courseId, on: '2026-03-02' })),
    ).toMatchObject({ code: 'INVALID', data: { field: 'personId' } });
    expect(await refusal(client.training.courseSave({ ...course, validMonths: 12 }))).toMatchObject({
      code: 'INVALID',
      data: { field: 'validMonths' },
    });
  });
});

describe('who may see what (TRN-5)', () => {
  it('an agent sees what is theirs, and all else is refused', async () => {
    const { id: topicId } = await client.training.topicSave({ text: 'New tariff' });
    const { id: courseId } = await client.training.courseSave({ name: 'Admin', cost: 10 });
    const { id } = await client.training.refresherSave({ title: 'Both', personIds: [ada, ben] });
    await client.training.refresherSave({ title: 'Bens', personIds: [ben] });
    const { id: led } = await client.training.refresherSave({ title: 'Led', trainerId: ada, personIds: [ben, cleo] });
    const mine = await client.training.enrolmentSave({ personId: ada, courseId, on: '2026-03-02' });
    await client.training.enrolmentSave({ personId: ben, courseId, on: '2026-03-02' });
    const before = state();
    await asUser(ada);
    const asAgent = state();
    const seen = await all();
    expect(seen.map(({ title }) => title).toSorted()).toEqual(['Both', 'Led']);
    expect((await one(id)).attendance.map(({ personId }) => personId)).toEqual([ada]);
    expect((await one(led)).attendance.map(({ personId }) => personId)).toEqual([ben, cleo]);
    expect((await client.training.topics()).topics).toHaveLength(1);
    expect((await client.training.courses()).courses).toHaveLength(1);
    expect((await client.training.enrolments({ year: 2026 })).enrolments.map((each) => each.id)).toEqual([mine.id]);
    expect((await client.training.budget({ year: 2026 })).people.map(({ personId }) => personId)).toEqual([ada]);
    const refused: readonly Promise<unknown>[] = [
      client.training.needs({}),
      client.training.topicSave({ text: 'Mine' }),
      client.training.topicRemove({ id: topicId }),
      client.training.refresherSave({ title: 'Mine' }),
      client.training.refresherSave({ id: led, agenda: 'Mine' }),
      client.training.refresherRemove({ id }),
      client.training.slots({ id, from: tuesday }),
      client.training.place({ id, startAt: at('10:00') }),
      client.training.attend({ id, personIds: [ada], state: 'attended' }),
      client.training.courseSave({ name: 'Mine', cost: 0 }),
      client.training.enrolments({ year: 2026, personId: ben }),
      client.training.enrolmentSave({ personId: ada, courseId, on: '2026-03-02' }),
      client.training.budgetSave({ personId: ada, amount: 5000 }),
    ];
    for (const call of refused) expect(await refusal(call)).toMatchObject({ code: 'FORBIDDEN' });
    expect(state()).toEqual(asAgent);
    await asUser(null);
    expect(Object.keys(before)).toEqual(Object.keys(asAgent));
    // A trainer leads.
    await asUser(lead);
    expect(await all()).toHaveLength(3);
    const made = await client.training.refresherSave({ title: 'By the trainer' });
    expect((await one(made.id)).trainerId).toBe(lead);
  });
});

describe('needs of the desk (TRN-1, TRN-2)', () => {
  const q = qualityDesk(folder);

  it('come from the random sample, with whom they would help most', async () => {
    const score = async (agent: string, value: number): Promise<void> => {
      const ticketId = await q.solved('Late', agent);
      const { id } = await q.client.quality.reviewMake({ ticketId, reviewerId: q.people.cleo, scorecardId: q.card });
      await q.say(id, 'solution', { value, ...(value < 4 && { causes: ['Knowledge'] }) });
      await q.say(id, 'notes', { value: 'na' });
      await q.say(id, 'privacy', { value: 1 });
      await q.client.quality.finish({ id });
    };
    for (const value of [5, 5, 5]) await score(q.people.ada, value);
    for (const value of [3, 3, 3]) await score(q.people.ben, value);
    expect((await q.client.training.needs({})).needs).toEqual([]);
    q.desk.db.prepare("UPDATE review SET kind = 'random'").run();
    const { needs } = await q.client.training.needs({});
    const scored = (await q.client.quality.dashboard({ days: 90 })).criteria.find(
      (each) => each.criterion === 'solution',
    );
    expect(scored?.score).toMatchObject({ n: 6, mean: 3.75 });
    expect(needs).toMatchObject([
      {
        title: 'Right solution',
        n: 6,
        few: true,
        personIds: [q.people.ben],
        source: { kind: 'criterion', scorecardId: q.card, criterion: 'solution' },
      },
    ]);
    const { id } = await q.client.training.refresherSave({ sources: [needs[0]!.source] });
    expect((await q.client.training.needs({})).needs).toMatchObject([{ refresherId: id }]);
    expect((await q.client.training.refreshers()).refreshers).toMatchObject([{ title: 'Right solution' }]);
  });

  it('come from categories that are escalated or reopened more often than all others', async () => {
    const solve = async (category: string, again: boolean): Promise<void> => {
      const id = await q.solved(category);
      await q.client.tickets.update({ selection: { ids: [id] }, set: { category } });
      if (!again) return;
      await q.client.tickets.update({ selection: { ids: [id] }, set: { status: 'open' } });
      await q.client.tickets.update({ selection: { ids: [id] }, set: { status: 'solved' } });
    };
    for (let count = 0; count < 30; count += 1) await solve('Refund', count < 12);
    for (let count = 0; count < 40; count += 1) await solve('Delivery', count < 2);
    expect((await q.client.training.needs({})).needs).toMatchObject([
      {
        title: 'Refund',
        why: '40 % of 30 tickets were escalated or reopened, 5 % of 40 others',
        n: 30,
        few: false,
        source: { kind: 'category', category: 'Refund' },
      },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateSchema, stageSchema, type Newcomer } from '../../src/contract/index.ts';
import { dateOf, dayNumber } from '../../src/domain/calendar/wall-time.ts';
import { zoneOf } from '../../src/domain/calendar/zone.ts';
import { daysOff } from '../../src/domain/onboarding/days-off.ts';
import { checkProgramme } from '../../src/domain/onboarding/check.ts';
import { cohortWeeks } from '../../src/domain/onboarding/cohort.ts';
import { gateState } from '../../src/domain/onboarding/gates.ts';
import { planOf, rampDays, type StageDays } from '../../src/domain/onboarding/plan.ts';
import { gradeQuiz } from '../../src/domain/onboarding/quiz.ts';
import { byHelp, missingOf, standingOf } from '../../src/domain/onboarding/standing.ts';
import { countBetween, firstFrom, workDayOf, workWeekdays, type DayGap } from '../../src/domain/onboarding/workdays.ts';
import { rampAt } from '../../src/domain/roster/ramp.ts';
import { quantile } from '../../src/domain/statistics/quantile.ts';

const d = dayNumber;
const week = workWeekdays(null);
const gap = (from: string, to: string): DayGap => ({ from: d(from), to: d(to) });
const stages = (...lengths: (number | Partial<StageDays>)[]): StageDays[] =>
  lengths.map((each) => ({
    workDays: 5,
    extraDays: 0,
    passedOn: null,
    ...(typeof each === 'number' ? { workDays: each } : each),
  }));
const shown = (plan: ReturnType<typeof planOf>) =>
  plan.stages.map(({ startOn, endOn, state }) => `${dateOf(startOn)} ${dateOf(endOn)} ${state}`);

describe('days that count (ONB-3)', () => {
  it('Monday to Friday, or those they can work; a gap has none', () => {
    expect([...week]).toEqual([0, 1, 2, 3, 4]);
    expect([...workWeekdays({ sat: [['09:00', '13:00']], sun: [] })]).toEqual([5]);
    expect([...workWeekdays({ mon: [] })]).toEqual([0, 1, 2, 3, 4]);
    const isWork = workDayOf(week, [gap('2026-03-04', '2026-03-05')]);
    const days = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'];
    expect(days.map((date) => isWork(d(date)))).toEqual([true, false, false, true, false]);
    expect(dateOf(firstFrom(isWork, d('2026-03-04')))).toBe('2026-03-06');
    expect(countBetween(isWork, d('2026-03-02'), d('2026-03-09'))).toBe(3);
    expect(firstFrom(() => false, 5)).toBe(5);
  });
});

describe('days off by the roster (ONB-4)', () => {
  const zone = zoneOf('Europe/Lisbon');
  const off = (from: string, to: string, reason = 'Ill') => ({
    startAt: Date.parse(`${from}Z`),
    endAt: Date.parse(`${to}Z`),
    reason,
  });
  it('four hours of a day, all its stretches together; a night counts by what of it lies in each day', () => {
    expect(daysOff(zone, [off('2026-03-04T08:00', '2026-03-04T11:59')])).toEqual([]);
    expect(daysOff(zone, [off('2026-03-04T08:00', '2026-03-04T12:00')])).toHaveLength(1);
    const parts = [off('2026-03-04T08:00', '2026-03-04T11:30'), off('2026-03-04T13:00', '2026-03-04T16:30')];
    expect(daysOff(zone, parts)).toEqual([{ from: '2026-03-04', to: '2026-03-04', reason: 'Ill' }]);
    const twice = [off('2026-03-04T08:00', '2026-03-04T11:00'), off('2026-03-04T09:00', '2026-03-04T11:30')];
    expect(daysOff(zone, twice)).toEqual([]);
    expect(daysOff(zone, [off('2026-03-04T21:00', '2026-03-05T01:30')])).toEqual([]);
    expect(daysOff(zone, [off('2026-03-04T19:00', '2026-03-05T01:30')])).toEqual([
      { from: '2026-03-04', to: '2026-03-04', reason: 'Ill' },
    ]);
  });
  it('days that follow each other for one reason are one, told by the longest of each', () => {
    const all = [
      off('2026-03-02T00:00', '2026-03-04T00:00'),
      off('2026-03-04T00:00', '2026-03-05T00:00', 'Holiday'),
      off('2026-03-04T08:00', '2026-03-04T09:00'),
    ];
    expect(daysOff(zone, all)).toEqual([
      { from: '2026-03-02', to: '2026-03-03', reason: 'Ill' },
      { from: '2026-03-04', to: '2026-03-04', reason: 'Holiday' },
    ]);
  });
});

describe('the plan (ONB-2)', () => {
  const start = { startOn: d('2026-03-02'), today: d('2026-03-02'), isWork: workDayOf(week, []) };

  it('four weeks of five days follow each other over weekends', () => {
    const plan = planOf({ ...start, stages: stages(5, 5, 5, 5) });
    expect(shown(plan)).toEqual([
      '2026-03-02 2026-03-06 current',
      '2026-03-09 2026-03-13 ahead',
      '2026-03-16 2026-03-20 ahead',
      '2026-03-23 2026-03-27 ahead',
    ]);
    expect([dateOf(plan.endOn), plan.lateDays]).toEqual(['2026-03-27', 0]);
  });

  it('begun on a Saturday it starts on Monday; ill days and more days move all that follows', () => {
    const saturday = planOf({ ...start, startOn: d('2026-02-28'), stages: stages(2, 1) });
    expect(shown(saturday)).toEqual(['2026-03-02 2026-03-03 current', '2026-03-04 2026-03-04 ahead']);
    const ill = { ...start, isWork: workDayOf(week, [gap('2026-03-04', '2026-03-05')]) };
    expect(shown(planOf({ ...ill, stages: stages(5, 1) }))).toEqual([
      '2026-03-02 2026-03-10 current',
      '2026-03-11 2026-03-11 ahead',
    ]);
    expect(shown(planOf({ ...start, stages: stages({ extraDays: 2 }, 1) }))[0]).toBe('2026-03-02 2026-03-10 current');
  });

  it('passed on a day, the next begins on the following one, earlier or later than planned', () => {
    const early = stages({ passedOn: d('2026-03-04') }, 5);
    expect(shown(planOf({ ...start, today: d('2026-03-04'), stages: early }))).toEqual([
      '2026-03-02 2026-03-04 passed',
      '2026-03-05 2026-03-11 current',
    ]);
    const late = stages({ passedOn: d('2026-03-10') }, 5);
    expect(shown(planOf({ ...start, today: d('2026-03-10'), stages: late }))[1]).toBe('2026-03-11 2026-03-17 current');
    const all = stages({ passedOn: d('2026-03-02') }, { passedOn: d('2026-03-02') });
    expect(shown(planOf({ ...start, stages: all }))).toEqual([
      '2026-03-02 2026-03-02 passed',
      '2026-03-02 2026-03-02 passed',
    ]);
  });

  it('late by days that count; what follows moves with today', () => {
    const plan = planOf({ ...start, today: d('2026-03-10'), stages: stages(5, 5) });
    expect([plan.lateDays, ...shown(plan)]).toEqual([
      2,
      '2026-03-02 2026-03-06 current',
      '2026-03-11 2026-03-17 ahead',
    ]);
    expect(planOf({ ...start, today: d('2026-03-08'), stages: stages(5, 5) }).lateDays).toBe(0);
  });

  it('late in the last stage nobody is whole yet: that is for tomorrow, as far as anybody knows', () => {
    const plan = planOf({ ...start, today: d('2026-03-11'), stages: stages(5) });
    expect([dateOf(plan.endOn), dateOf(plan.freeOn), plan.lateDays]).toEqual(['2026-03-06', '2026-03-12', 3]);
    expect(rampDays(plan, [30]).map(({ from, percent }) => `${dateOf(from)} ${percent}`)).toEqual(['2026-03-12 100']);
    const onTime = planOf({ ...start, stages: stages(5) });
    expect(dateOf(onTime.freeOn)).toBe('2026-03-07');
  });

  it('whatever comes between, stages never overlap, each has its days, and no gap has one of them', () => {
    const days = fc.integer({ min: d('2026-01-01'), max: d('2026-06-30') });
    const input = fc.record({
      startOn: days,
      today: days,
      lengths: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
      gaps: fc.array(fc.tuple(days, fc.integer({ min: 0, max: 20 })), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(input, ({ startOn, today, lengths, gaps }) => {
        const isWork = workDayOf(
          week,
          gaps.map(([from, more]) => ({ from, to: from + more })),
        );
        const plan = planOf({ startOn, today, isWork, stages: stages(...lengths) });
        let before = startOn - 1;
        for (const [at, stage] of plan.stages.entries()) {
          expect(stage.startOn).toBeGreaterThan(before);
          expect(countBetween(isWork, stage.startOn - 1, stage.endOn)).toBe(lengths[at]);
          expect([isWork(stage.startOn), isWork(stage.endOn)]).toEqual([true, true]);
          before = stage.endOn;
        }
      }),
    );
  });
});

describe('the ramp (ONB-30)', () => {
  it('of stages ahead by their first day, then all of it the day after the last', () => {
    const plan = planOf({
      startOn: d('2026-03-02'),
      today: d('2026-03-10'),
      isWork: workDayOf(week, []),
      stages: stages({ passedOn: d('2026-03-06') }, 5, 5, 5),
    });
    const told = rampDays(plan, [0, 0, 50, 80]).map(({ from, percent }) => `${dateOf(from)} ${percent}`);
    expect(told).toEqual(['2026-03-16 50', '2026-03-23 80', '2026-03-28 100']);
  });

  it('at an instant: one’s own until the first step, the last step before it from then on', () => {
    const person = {
      rampPercent: 20,
      rampSteps: [
        { fromAt: 100, percent: 50 },
        { fromAt: '1970-01-01T00:00:00.200Z', percent: 100 },
      ],
    };
    expect([99, 100, 199, 200].map((at) => rampAt(person, at))).toEqual([20, 50, 50, 100]);
    expect([rampAt({ rampPercent: 60 }, 5), rampAt(undefined, 5)]).toEqual([60, 100]);
  });
});

describe('a quiz (ONB-5)', () => {
  const quiz = {
    passPercent: 60,
    questions: [
      { text: 'a', options: ['1', '2'], right: [1] },
      { text: 'b', options: ['1', '2', '3'], right: [0, 2] },
      { text: 'c', options: ['1', '2'], right: [0] },
    ],
  };
  it('counts a question where all that is right was chosen and nothing else', () => {
    expect(gradeQuiz(quiz, [[1], [2, 0], [0]])).toEqual({ percent: 100, passed: true, right: [true, true, true] });
    expect(gradeQuiz(quiz, [[1], [0], [0, 1]]).right).toEqual([true, false, false]);
    expect(
      gradeQuiz(quiz, [
        [1, 1],
        [0, 2],
      ]),
    ).toMatchObject({ passed: true, right: [true, true, false] });
    expect(gradeQuiz(quiz, [])).toEqual({ percent: 0, passed: false, right: [false, false, false] });
  });
});

describe('gates (ONB-10, ONB-11)', () => {
  const none = { solved: 0, scores: [], certificates: [] };
  const qa = gateSchema.parse({ kind: 'qaAverage', reviews: 3, atLeast: 4 });

  it('so many tickets', () => {
    const gate = gateSchema.parse({ kind: 'tickets', atLeast: 20 });
    expect(gateState(gate, { ...none, solved: 19 })).toMatchObject({ isOpen: false, text: '19 of 20 tickets solved' });
    expect(gateState(gate, { ...none, solved: 20 }).isOpen).toBe(true);
  });

  it('the mean of the last reviews, and shut while there are fewer', () => {
    expect(gateState(qa, none)).toMatchObject({
      isOpen: false,
      have: null,
      text: 'QA average – of 4.00, 0 of 3 reviews',
    });
    expect(gateState(qa, { ...none, scores: [5, 5] })).toMatchObject({ isOpen: false, n: 2, have: 5 });
    expect(gateState(qa, { ...none, scores: [4, 4, 4] })).toMatchObject({
      isOpen: true,
      text: 'QA average 4.00 of 4.00, last 3 reviews',
    });
    expect(gateState(qa, { ...none, scores: [5, 5, 2, 5] }).isOpen).toBe(true);
    expect(gateState(qa, { ...none, scores: [5, 5, 1.99, 5] })).toMatchObject({
      isOpen: false,
      text: 'QA average 3.99 of 4.00, last 3 reviews',
    });
    expect(gateState(qa, { ...none, scores: [4.1, 3.8, 4.1] }).isOpen).toBe(true);
  });

  it('a certificate that is valid, whatever its capitals', () => {
    const gate = gateSchema.parse({ kind: 'certificate', name: 'ITIL Foundation' });
    expect(gateState(gate, none).isOpen).toBe(false);
    expect(gateState(gate, { ...none, certificates: ['itil foundation'] }).isOpen).toBe(true);
  });
});

describe('whom to help (ONB-6, ONB-20)', () => {
  const stage = stageSchema.parse({
    id: 's',
    name: 'Basics',
    workDays: 5,
    rampPercent: 0,
    tasks: [{ id: 'a', name: 'Read' }],
  });
  const task = (doneAt: number | null) => [{ id: 'a', doneAt, doneBy: '', percent: null, tries: 0 }];
  const shut = gateState(gateSchema.parse({ kind: 'tickets', atLeast: 2 }), {
    solved: 1,
    scores: [],
    certificates: [],
  });
  const work = { stage, tasks: task(5), gates: [shut], agentSigned: false, trainerSigned: false };
  const asked = { state: 'running' as const, stageName: 'Basics', lateDays: 0, daysLeft: 3, daysUntil: 0 };

  it('names what is missing, tasks, then gates, then signatures that are asked for', () => {
    const texts = (of: Partial<typeof work>) => missingOf({ ...work, ...of }).map(({ text }) => text);
    const signs = ['Sign-off by the agent', 'Sign-off by the trainer'];
    expect(texts({ tasks: task(null) })).toEqual(['Read', '1 of 2 tickets solved', ...signs]);
    expect(texts({ gates: [], agentSigned: true })).toEqual(['Sign-off by the trainer']);
    const quiet = stageSchema.parse({ ...stage, signOff: { agent: false, trainer: false } });
    expect(texts({ stage: quiet, gates: [] })).toEqual([]);
  });

  it('late before blocked before to sign before due; paused, planned and done last', () => {
    const missing = missingOf(work);
    const told = (of: object) => standingOf({ ...asked, missing, ...of });
    expect(told({ lateDays: 2 })).toEqual({
      help: 'late',
      isBlocked: true,
      helpText: 'Basics, 2 days over: 1 of 2 tickets solved, and 2 more',
    });
    expect(told({})).toMatchObject({ help: 'blocked', isBlocked: true });
    expect(told({ missing: missing.filter(({ of }) => of === 'sign') })).toMatchObject({
      help: 'sign',
      isBlocked: false,
    });
    expect(told({ missing: [] }).helpText).toBe('Basics: everything is there: pass it');
    const open = missingOf({ ...work, tasks: task(null) });
    expect(told({ missing: open })).toMatchObject({ help: 'onTrack', isBlocked: false });
    expect([1, 0].map((daysLeft) => told({ missing: open, daysLeft }).helpText)).toEqual([
      'Basics ends tomorrow: Read, and 3 more',
      'Basics ends today: Read, and 3 more',
    ]);
    expect(told({ state: 'paused' })).toMatchObject({ help: 'paused', isBlocked: false });
    expect(told({ state: 'planned', daysUntil: 1 }).helpText).toBe('Begins in 1 day');
    const row = (help: Newcomer['help'], lateDays = 0, endOn = '2026-03-06') => ({ help, lateDays, endOn });
    const rows = [
      row('done'),
      row('onTrack'),
      row('late', 1),
      row('blocked', 0, '2026-03-07'),
      row('late', 4),
      row('blocked'),
    ];
    expect(rows.toSorted(byHelp).map(({ help, lateDays, endOn }) => `${help} ${lateDays} ${endOn.slice(8)}`)).toEqual([
      'late 4 06',
      'late 1 06',
      'blocked 0 06',
      'blocked 0 07',
      'onTrack 0 06',
      'done 0 06',
    ]);
  });
});

describe('earlier newcomers by week (ONB-31)', () => {
  it('the middle and the middle half of those who came so far; null beyond all of them', () => {
    const others = [
      [2, 10, null],
      [4, 20, 30],
      [6, 30, 50],
      [8, 40, null],
    ];
    expect(cohortWeeks(others, 4)).toEqual([
      { n: 4, low: 3.5, median: 5, high: 6.5 },
      { n: 4, low: 17.5, median: 25, high: 32.5 },
      { n: 2, low: 35, median: 40, high: 45 },
      null,
    ]);
    expect(cohortWeeks([], 2)).toEqual([null, null]);
  });

  it('quantiles as R’s type 7 has them', () => {
    // R: quantile(c(1, 3, 4, 9, 12), c(0, .1, .25, .5, .9, 1))
    const values = [1, 3, 4, 9, 12];
    const told = [0, 0.1, 0.25, 0.5, 0.9, 1].map((share) => Math.round(10 * quantile(values, share)) / 10);
    expect(told).toEqual([1, 1.8, 3, 4, 10.8, 12]);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('a programme (ONB-1)', () => {
  const task = { id: 'a', name: 'A', detail: '', material: '', quiz: null };
  const stage = stageSchema.parse({ id: 's', name: 'S', workDays: 1, rampPercent: 0, tasks: [task] });
  const programme = { name: 'P', summary: '', stages: [stage], certificate: null };
  const faulty = (body: typeof programme) => {
    try {
      checkProgramme(body);
    } catch (error) {
      return (error as { data: { field: string } }).data.field;
    }
    return null;
  };
  it('has each key once, and right answers that are options', () => {
    expect(faulty(programme)).toBeNull();
    expect(faulty({ ...programme, stages: [stage, stage] })).toBe('programme.stages.1.id');
    expect(faulty({ ...programme, stages: [{ ...stage, tasks: [task, task] }] })).toBe('programme.stages.0.tasks.1.id');
    const quizOf = (...right: number[]) => ({
      passPercent: 80,
      questions: [{ text: 'q', options: ['1', '2'], right }],
    });
    for (const right of [[2], [0, 2], []]) {
      const quiz = quizOf(...right);
      expect(faulty({ ...programme, stages: [{ ...stage, tasks: [{ ...task, quiz }] }] })).toBe(
        'programme.stages.0.tasks.0.quiz.questions.0.right',
      );
    }
  });
});

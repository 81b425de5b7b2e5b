import { describe, expect, test } from 'vitest';
import { programmeBodySchema, type Newcomer, type Quiz, type StageState } from '../../../src/contract/onboarding.ts';
import {
  choose,
  digitOf,
  noAnswers,
  openCount,
  placeOfDigit,
} from '../../../src/renderer/onboarding/forms/quiz-answers.ts';
import { countsOf } from '../../../src/renderer/onboarding/newcomers/counts.ts';
import { firstItem, gateShare, itemsOf, stagesOf } from '../../../src/renderer/onboarding/newcomers/items.ts';
import { signsAs } from '../../../src/renderer/onboarding/newcomers/may.ts';
import { doItem, pageActions } from '../../../src/renderer/onboarding/newcomers/page-actions.ts';
import { latestOf, placeIn, shownWeeks } from '../../../src/renderer/onboarding/newcomers/ramp.ts';
import { standingWords } from '../../../src/renderer/onboarding/certificates/standing.ts';
import { daysFrom } from '../../../src/renderer/onboarding/dates.ts';
import { ow } from '../../../src/renderer/strings/en-onboarding.ts';

const quiz: Quiz = {
  passPercent: 80,
  questions: [
    { text: 'One?', options: ['Yes', 'No'], right: [0] },
    { text: 'Several?', options: ['A', 'B', 'C'], right: [0, 2] },
  ],
};
const programme = programmeBodySchema.parse({
  name: 'Two',
  stages: [
    {
      id: 'basics',
      name: 'Basics',
      workDays: 5,
      rampPercent: 0,
      tasks: [
        { id: 'read', name: 'Read' },
        { id: 'quiz', name: 'Quiz', quiz },
      ],
    },
    { id: 'work', name: 'Work', workDays: 5, rampPercent: 50, gates: [{ kind: 'tickets', atLeast: 4 }] },
  ],
});
const stageState = (id: string, part: Partial<StageState>): StageState => ({
  id,
  startOn: '2026-03-02',
  endOn: '2026-03-06',
  extraDays: 0,
  state: 'ahead',
  passedAt: null,
  tasks: [],
  gates: [],
  agentSigned: null,
  trainerSigned: null,
  missing: [],
  ...part,
});
const newcomer = (part: Partial<Newcomer> = {}): Newcomer => ({
  id: 'n',
  personId: 'ada',
  trainerId: null,
  programme,
  programmeKey: 'two',
  startOn: '2026-03-02',
  endOn: '2026-03-13',
  firstEndOn: '2026-03-13',
  gaps: [],
  state: 'running',
  doneAt: null,
  endReason: '',
  stages: [
    stageState('basics', {
      state: 'current',
      tasks: [{ id: 'read', doneAt: 1, doneBy: 'Ada', percent: null, tries: 0 }],
    }),
    stageState('work', {}),
  ],
  current: 'basics',
  lateDays: 0,
  isBlocked: false,
  help: 'onTrack',
  helpText: '',
  rampPercent: 0,
  ...part,
});

describe('the page of a newcomer', () => {
  const idsOf = (each: Newcomer, turned: readonly string[] = []) => itemsOf(stagesOf(each, turned)).map(({ id }) => id);

  test('has the stage they are in open, the others folded, and what was turned the other way round', () => {
    const open = ['stage basics', 'task basics read', 'task basics quiz', 'sign basics agent', 'sign basics trainer'];
    expect(idsOf(newcomer())).toEqual([...open, 'stage work']);
    expect(idsOf(newcomer(), ['n basics'])).toEqual(['stage basics', 'stage work']);
    expect(idsOf(newcomer(), ['n basics', 'n work'])).toEqual([
      'stage basics',
      'stage work',
      'sign work agent',
      'sign work trainer',
    ]);
  });

  test('begins with the first task that is open; before the first day nobody is in a stage', () => {
    expect(firstItem(itemsOf(stagesOf(newcomer(), [])), 'basics')).toBe('task basics quiz');
    const planned = newcomer({ state: 'planned', current: null });
    expect(stagesOf(planned, []).map(({ state, open }) => [state.state, open])).toEqual([
      ['ahead', true],
      ['ahead', false],
    ]);
    expect(firstItem(itemsOf(stagesOf(planned, [])), null)).toBe('stage basics');
  });

  test('says how full a gate is, and no fuller than full', () => {
    const gate = { kind: 'tickets', atLeast: 4 } as const;
    expect(gateShare({ gate, have: 3, n: 3, isOpen: false, text: '' })).toBe(0.75);
    expect(gateShare({ gate, have: 9, n: 9, isOpen: true, text: '' })).toBe(1);
    expect(gateShare({ gate, have: null, n: 0, isOpen: false, text: '' })).toBe(0);
  });
});

describe('who may do what (ONB-52)', () => {
  const agent = { id: 'ada', role: 'Agent', leads: false };
  const lead = { id: 'rosa', role: 'Team lead', leads: true };
  const keysOf = (each: Newcomer, who: typeof agent) => Object.keys(pageActions(each, who)).sort();
  const signItem = (role: 'agent' | 'trainer') =>
    itemsOf(stagesOf(newcomer(), [])).find(({ id }) => id === `sign basics ${role}`);
  const ticks = (role: 'agent' | 'trainer', who: typeof agent): boolean => {
    const item = signItem(role);
    return item !== undefined && doItem(newcomer(), item, who).tick !== undefined;
  };

  test('a trainer plans, signs and passes; an agent signs alone; what is over is read', () => {
    expect(keysOf(newcomer(), lead)).toEqual(['away', 'end', 'extend', 'pass', 'pause', 'sign', 'trainer']);
    expect(keysOf(newcomer({ state: 'paused' }), lead)).toEqual(['away', 'end', 'extend', 'pause', 'trainer']);
    expect(keysOf(newcomer({ state: 'planned', current: null }), lead)).toEqual(['away', 'end', 'trainer']);
    expect(keysOf(newcomer(), agent)).toEqual(['sign']);
    expect(keysOf(newcomer({ state: 'done', current: null }), lead)).toEqual([]);
    expect(keysOf(newcomer({ state: 'done', current: null }), agent)).toEqual([]);
  });

  test('nobody signs for themselves as their trainer', () => {
    expect(signsAs(newcomer(), lead)).toBe('trainer');
    expect(signsAs(newcomer(), { ...lead, id: 'ada' })).toBe('agent');
    expect([ticks('agent', agent), ticks('trainer', agent)]).toEqual([true, false]);
    expect([ticks('agent', lead), ticks('trainer', lead)]).toEqual([true, true]);
    expect(ticks('trainer', { ...lead, id: 'ada' })).toBe(false);
  });
});

describe('a quiz being taken', () => {
  const [one, several] = quiz.questions;

  test('where one is right another takes its place; where several are, all that were chosen stay', () => {
    if (one === undefined || several === undefined) throw new Error('No questions.');
    const first = choose(choose(noAnswers(quiz), 0, one, 0), 0, one, 1);
    expect(first).toEqual([[1], []]);
    expect(choose(first, 0, one, 1)).toEqual([[], []]);
    const both = choose(choose(first, 1, several, 2), 1, several, 0);
    expect(both).toEqual([[1], [0, 2]]);
    expect(choose(both, 1, several, 2)).toEqual([[1], [0]]);
    expect([openCount(noAnswers(quiz)), openCount(first), openCount(both)]).toEqual([2, 1, 0]);
  });

  test('digits stand for options, 0 for the tenth', () => {
    expect(['1', '9', '0', 'a', 'Enter'].map(placeOfDigit)).toEqual([0, 8, 9, -1, -1]);
    expect([0, 8, 9].map(digitOf)).toEqual(['1', '9', '0']);
  });
});

describe('what the board and the curve say', () => {
  test('counts, most urgent first', () => {
    const counts = countsOf([
      { help: 'onTrack' },
      { help: 'late' },
      { help: 'onTrack' },
      { help: 'blocked' },
      { help: 'late' },
    ]);
    expect(ow.countsText(counts)).toBe('2 late, 1 blocked, 2 on track');
    expect(ow.countsText(countsOf([]))).toBe('');
  });

  test('what somebody needs, and how the end moved', () => {
    expect(ow.helpOf({ help: 'late', lateDays: 1 }, '')).toBe('late 1 day');
    expect(ow.helpOf({ help: 'planned', lateDays: 0 }, 'Mon 2 Mar')).toBe('starts Mon 2 Mar');
    const moved = (first: string, now: string) => ow.page.moved(daysFrom(first, now));
    expect(moved('2026-03-27', '2026-03-31')).toBe('4 days later than planned');
    expect(moved('2026-03-27', '2026-03-26')).toBe('1 day earlier than planned');
    // Over the day on which the clocks change.
    expect(moved('2026-03-28', '2026-03-30')).toBe('2 days later than planned');
    expect(moved('2026-03-27', '2026-03-27')).toBe('as planned');
  });

  test('what is missing, three of it in words', () => {
    expect(ow.page.needs('Basics', ['A', 'B'])).toBe('Basics still needs: A; B.');
    expect(ow.page.needs('Basics', ['A', 'B', 'C', 'D', 'E'])).toBe('Basics still needs: A; B; C; and 2 more.');
  });

  const cohort = (n: number) => ({ n, low: 10, median: 15, high: 20 });
  const week = (solved: number | null, n: number | null = null) => ({
    week: 1,
    solved,
    cohort: n === null ? null : cohort(n),
  });

  test('a week lies below, within or above the middle half, which fewer than four do not have', () => {
    expect([9, 10, 20, 21].map((solved) => placeIn(week(solved, 4)))).toEqual(['below', 'within', 'within', 'above']);
    expect(placeIn(week(9, 3))).toBeNull();
    expect(placeIn(week(null, 9))).toBeNull();
    expect(placeIn(week(9))).toBeNull();
  });

  test('weeks of which nothing is known are left out, down to four', () => {
    expect(shownWeeks([week(null), week(null)])).toEqual([]);
    expect(shownWeeks([week(1), ...Array.from({ length: 9 }, () => week(null))])).toHaveLength(4);
    expect(shownWeeks([...Array.from({ length: 6 }, () => week(null, 1)), week(null)])).toHaveLength(6);
    expect(latestOf([week(3), week(5), week(null, 2)])?.solved).toBe(5);
  });

  test('a certificate says when it ends, its last day included', () => {
    const certificate = { id: 'c', personId: 'ada', name: 'First aid', issuedOn: '2026-01-01', note: '' };
    const words = (state: 'valid' | 'soon' | 'expired', expiresOn: string | null) =>
      standingWords({ ...certificate, state, expiresOn }, '2026-03-02');
    expect(words('valid', null)).toBe('does not end');
    expect(words('valid', '2027-01-01')).toBe('valid');
    expect(words('soon', '2026-03-02')).toBe('ends today');
    expect(words('soon', '2026-03-03')).toBe('ends in 1 day');
    expect(words('expired', '2026-03-01')).toBe('expired 1 day ago');
  });
});

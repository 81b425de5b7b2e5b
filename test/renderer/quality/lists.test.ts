import { describe, expect, test } from 'vitest';
import type { ReviewRow } from '../../../src/contract/index.ts';
import { planSchema } from '../../../src/contract/quality-desk.ts';
import { groupReviews, kindOf, ticked, withKind, without } from '../../../src/renderer/quality/reviews/groups.ts';
import { draftOf, readPlan, readPlanNumber } from '../../../src/renderer/quality/sample/plan-draft.ts';
import { afterIn } from '../../../src/renderer/quality/workspace/next-review.ts';

const review = (id: string, state: ReviewRow['state'], reviewerId: string | null): ReviewRow => ({
  id,
  ticketId: 't',
  ticketNumber: 1,
  subject: 'S',
  channel: 'chat',
  priority: 'p3',
  closedAt: null,
  agentId: 'a',
  reviewerId,
  scorecardId: 'k',
  scorecardName: 'Chat',
  version: 1,
  kind: 'random',
  why: '',
  week: '2026-W47',
  sessionId: null,
  state,
  percent: null,
  passed: null,
  autoFailed: false,
  assignedAt: 0,
  startedAt: null,
  finishedAt: null,
  releasedAt: null,
  seconds: 0,
  skipReason: '',
  disputed: false,
  deadlineAt: null,
  conflicts: 0,
});

describe('the list of reviews', () => {
  test('my own to do come first, then others, then what is done; skipped ones are done with', () => {
    const groups = groupReviews(
      [
        review('1', 'done', 'me'),
        review('2', 'assigned', 'you'),
        review('3', 'started', 'me'),
        review('4', 'skipped', 'me'),
      ],
      'me',
    );
    expect(groups.map(({ key, reviews }) => [key, reviews.map(({ id }) => id)])).toEqual([
      ['mine', ['3']],
      ['others', ['2']],
      ['done', ['1', '4']],
    ]);
    expect(groupReviews([review('1', 'assigned', null)], null).map(({ key }) => key)).toEqual(['others']);
  });

  test('to do, done and all are states of a filter, and found again in it', () => {
    for (const kind of ['todo', 'done', 'all'] as const) expect(kindOf(withKind({ week: 'w' }, kind))).toBe(kind);
    expect(kindOf({ state: ['skipped'] })).toBeNull();
    expect(without({ from: '2026-01-01', days: 30, agentId: 'a' }, 'from')).toEqual({ agentId: 'a' });
  });

  test('a tick comes and goes', () => {
    expect([...ticked(new Set(['a']), 'b')]).toEqual(['a', 'b']);
    expect([...ticked(new Set(['a']), 'a')]).toEqual([]);
  });

  test('what comes next in a line goes round once', () => {
    expect(afterIn(['a', 'b', 'c'], 'b')).toEqual(['c', 'a']);
    expect(afterIn(['a'], 'a')).toEqual([]);
  });
});

describe('the plan', () => {
  test('what is typed is read back as it was', () => {
    const plan = planSchema.parse({ sharePercent: 7.5 });
    expect(readPlan(draftOf(plan))).toEqual({ plan, wrong: new Set() });
  });

  test('numbers out of bounds, with parts or with words are refused field by field', () => {
    const draft = { ...draftOf(planSchema.parse({})), sharePercent: '101', minPerAgent: '1.5', disputeDays: 'a week' };
    expect(readPlan(draft)).toEqual({ plan: null, wrong: new Set(['sharePercent', 'minPerAgent', 'disputeDays']) });
    expect(readPlanNumber('sharePercent', '7,5')).toBe(7.5);
  });
});

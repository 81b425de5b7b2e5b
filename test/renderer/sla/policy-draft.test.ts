import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskPolicy, Policy } from '../../../src/contract/index.ts';
import { metrics, priorities } from '../../../src/contract/words.ts';
import { newCondition } from '../../../src/renderer/rules/condition-draft.ts';
import {
  draftId,
  draftOf,
  policyOf,
  switched,
  withPolicy,
  type PolicyDraft,
} from '../../../src/renderer/sla/policy-draft.ts';

const vip: DeskPolicy = {
  id: 'vip',
  version: 2,
  since: null,
  name: 'VIP',
  match: { all: [{ field: 'tag', op: 'is', values: ['vip'] }], any: [] },
  calendar: 'business',
  targets: {
    firstResponse: { p1: { minutes: 30, time: 'calendar' } },
    resolution: { p1: { minutes: 480, time: 'business' }, p2: { minutes: 4320, time: 'calendar' } },
  },
  pauses: { resolution: ['pending', 'hold'] },
  reopen: 'restart',
  atRiskPercent: 80,
  ladder: [{ percent: 50 }, { minutesLeft: 180 }],
};
const last: DeskPolicy = { ...vip, id: 'rest', name: 'Rest', match: undefined };
const draft = draftOf(vip, false);

const typed = (text: string, time: 'business' | 'calendar' = 'business'): PolicyDraft => ({
  ...draft,
  targets: { ...draft.targets, firstResponse: { ...draft.targets.firstResponse, p1: { text, time } } },
});
const wrongAt = (of: PolicyDraft): readonly (readonly [string, string])[] => [...policyOf(of).problems];

test('a policy that is opened and not touched says the same again', () => {
  const { version: _, since: __, ...said } = vip;
  expect(policyOf(draft)).toEqual({ policy: said, problems: new Map() });
  expect(policyOf(draftOf(last, true)).policy).not.toHaveProperty('match');
});

test('targets of any whole minutes come back from their cells unchanged', () => {
  const target = fc.record({
    minutes: fc.integer({ min: 1, max: 366 * 24 * 60 }),
    time: fc.constantFrom('business' as const, 'calendar' as const),
  });
  const row = fc.record(Object.fromEntries(priorities.map((priority) => [priority, target])), { requiredKeys: ['p1'] });
  const table = fc.record(Object.fromEntries(metrics.map((metric) => [metric, row])), {
    requiredKeys: ['resolution'],
  });
  fc.assert(
    fc.property(table, (targets) => {
      expect(policyOf(draftOf({ ...vip, targets }, false)).policy?.targets).toEqual(targets);
    }),
  );
});

test('what is no time is said at its own cell (SLA-44)', () => {
  const at = 'targets.firstResponse.p1';
  expect(wrongAt(typed('soon'))).toEqual([[at, 'Not a time. Write 4h, 30m or 1h 30m.']]);
  expect(wrongAt(typed('0m')).map(([field]) => field)).toEqual([at]);
  expect(wrongAt(typed('2d'))).toEqual([[at, 'Days of open hours differ. Give hours, such as 16h.']]);
  expect(wrongAt(typed('2d', 'calendar'))).toEqual([]);
  expect(wrongAt(typed('367d', 'calendar'))).toEqual([[at, 'More than a year is no promise.']]);
  expect(policyOf(typed('soon')).policy).toBeNull();
});

test('a policy without name, targets, conditions, or with half a condition is none (SLA-44)', () => {
  const empty = Object.fromEntries(
    metrics.map((metric) => [metric, Object.fromEntries(priorities.map((p) => [p, { text: ' ', time: 'business' }]))]),
  ) as PolicyDraft['targets'];
  const fields = (change: Partial<PolicyDraft>) => wrongAt({ ...draft, ...change }).map(([field]) => field);
  expect(fields({ name: '  ' })).toEqual(['name']);
  expect(fields({ targets: empty })).toEqual(['targets']);
  expect(fields({ match: { all: [], any: [] } })).toEqual(['match']);
  expect(fields({ match: { all: [newCondition], any: [] } })).toEqual(['match']);
  expect(fields({ match: null })).toEqual([]);
});

test('the risk is a share or a time, and a mark of the ladder too', () => {
  const read = (change: Partial<PolicyDraft>) => policyOf({ ...draft, ...change });
  expect(read({ risk: '60 %' }).policy?.atRiskPercent).toBe(60);
  expect(read({ riskBy: 'minutes', risk: '1h 30m' }).policy?.atRiskMinutes).toBe(90);
  for (const risk of ['', '101', 'half']) expect([...read({ risk }).problems.keys()]).toEqual(['atRiskPercent']);
  expect([...read({ riskBy: 'minutes', risk: '75 %' }).problems.keys()]).toEqual(['atRiskMinutes']);
  expect(read({ ladder: ['80%', '2h'] }).policy?.ladder).toEqual([{ percent: 80 }, { minutesLeft: 120 }]);
  expect(read({ ladder: ['80%', 'later'] }).problems.get('ladder')).toContain('later');
  expect([...read({ ladder: ['0%'] }).problems.keys()]).toEqual(['ladder']);
});

test('a cell counted the other way is the same time, in words that way has', () => {
  expect(switched({ text: '2d', time: 'calendar' })).toEqual({ text: '48h', time: 'business' });
  expect(switched({ text: '48h', time: 'business' })).toEqual({ text: '2d', time: 'calendar' });
  expect(switched({ text: 'soon', time: 'business' })).toEqual({ text: 'soon', time: 'calendar' });
});

test('a policy is tried in its place, a new one before the last', () => {
  const changed: Policy = { ...vip, name: 'VIP 2' };
  expect(withPolicy([vip, last], changed).map(({ name }) => name)).toEqual(['VIP 2', 'Rest']);
  const { id: _, ...fresh } = changed;
  expect(withPolicy([vip, last], fresh).map(({ id }) => id)).toEqual(['vip', draftId, 'rest']);
});

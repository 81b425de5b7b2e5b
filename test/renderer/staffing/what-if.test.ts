import { expect, test } from 'vitest';
import type { Outcome } from '../../../src/contract/index.ts';
import { whatIfSchema } from '../../../src/contract/index.ts';
import { compared } from '../../../src/renderer/staffing/compare.ts';
import { changeOf, ends, isChanged, noChange } from '../../../src/renderer/staffing/what-if-draft.ts';
import { sw } from '../../../src/renderer/strings/en-staffing.ts';

const date = '2026-11-27';

test('what is typed becomes what the desk is asked, times by the clock of the zone', () => {
  const { change, wrong } = changeOf(
    { ...noChange, agents: '-1', aht: '+10', volume: '2,5', spike: '50', spikeFrom: '10:00', spikeTo: '11:30' },
    date,
    'Europe/Berlin',
  );
  expect(wrong.size).toBe(0);
  expect(change).toEqual({
    agents: -1,
    ahtPercent: 10,
    volumePercent: 2.5,
    laterMinutes: 0,
    absentIds: [],
    spike: { startAt: Date.UTC(2026, 10, 27, 9), endAt: Date.UTC(2026, 10, 27, 10, 30), percent: 50 },
  });
});

test('what cannot be meant is named and counts as no change', () => {
  const { change, wrong } = changeOf({ ...noChange, agents: '1.5', aht: 'x', later: '5000' }, date, 'UTC');
  expect([...wrong].sort()).toEqual(['agents', 'aht', 'later']);
  expect(change).toEqual({ agents: 0, ahtPercent: 0, volumePercent: 0, laterMinutes: 0, absentIds: [] });
});

test('a spike has to have two times, the second later; without a percentage there is none', () => {
  const spike = (part: object) => changeOf({ ...noChange, ...part }, date, 'UTC');
  expect([...spike({ spike: '50' }).wrong]).toEqual(['spikeFrom', 'spikeTo']);
  expect([...spike({ spike: '50', spikeFrom: '11:00', spikeTo: '10:00' }).wrong]).toEqual(['spikeTo']);
  expect(spike({ spike: '0', spikeFrom: '11:00', spikeTo: '10:00' }).wrong.size).toBe(0);
});

test('the ends of the fields are those of the contract', () => {
  const ask = (field: string, value: number) => whatIfSchema.safeParse({ [field]: value }).success;
  for (const [field, name] of [
    ['agents', 'agents'],
    ['aht', 'ahtPercent'],
    ['volume', 'volumePercent'],
    ['later', 'laterMinutes'],
  ] as const) {
    const [low, high] = ends[field];
    expect([ask(name, low), ask(name, high), ask(name, low - 1), ask(name, high + 1)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  }
});

test('a change back to nothing is no change', () => {
  expect(isChanged(noChange)).toBe(false);
  expect(isChanged({ ...noChange, agents: '+0' })).toBe(false);
  expect(isChanged({ ...noChange, agents: '-1' })).toBe(true);
  expect(isChanged({ ...noChange, absentIds: ['a'] })).toBe(true);
});

const before: Outcome = {
  contacts: 100,
  serviceLevel: 0.84,
  occupancy: 0.7,
  asaSeconds: 20,
  shortHours: 2,
  overHours: 1,
  worst: { at: 0, short: 1 },
};

test('differences say which way they go and whether that is good', () => {
  const after: Outcome = { ...before, serviceLevel: 0.76, asaSeconds: 15, overHours: 3, worst: null, contacts: 110 };
  const words = Object.fromEntries(compared(before, after).map((line) => [line.key, sw.whatIf.differs(line)]));
  expect(words).toEqual({
    contacts: '+10',
    serviceLevel: '−8 points, worse',
    asa: '−5 s, better',
    occupancy: 'same',
    short: 'same',
    over: '+2 h',
    worst: '−1 short, better',
  });
});

test('where a figure is not known, neither is the difference', () => {
  const [, level] = compared(before, { ...before, serviceLevel: null });
  expect(level).toMatchObject({ after: null, by: null, verdict: 'none' });
  expect(level === undefined ? '' : sw.whatIf.differs(level)).toBe('not known');
});

import type { Activity, ActivityKind, DeskShift, Person, StaffedInterval } from '../../../src/contract/index.ts';

/** 24 November 2026, a Tuesday. */
const day = Date.parse('2026-11-24T00:00:00Z');

/** An instant of that day in UTC: `at('09:30')`; over 24 hours it is the day after. */
export function at(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day + (hours * 60 + minutes) * 60_000;
}

export const activity = (kind: ActivityKind, from: string, to: string): Activity => ({
  kind,
  startAt: at(from),
  endAt: at(to),
});

export const shiftOf = (from: string, to: string, activities: readonly Activity[] = []): DeskShift => ({
  id: `shift-${from}`,
  personId: 'ada',
  startAt: at(from),
  endAt: at(to),
  work: 'calls',
  activities: [...activities],
  note: '',
  removed: false,
  published: null,
  draft: true,
});

export const personOf = (id: string, set: Partial<Person> = {}): Person => ({
  id,
  name: id,
  email: null,
  timeZone: null,
  active: true,
  skills: [],
  languages: [],
  capacity: null,
  away: false,
  phone: null,
  team: null,
  role: null,
  skillLevels: {},
  contractMinutes: null,
  availability: null,
  rampPercent: 100,
  ...set,
});

export const intervalOf = (set: Partial<StaffedInterval>): StaffedInterval => ({
  at: at('09:00'),
  forecast: 0,
  low: 0,
  high: 0,
  actual: null,
  required: 0,
  scheduled: 0,
  present: set.scheduled ?? 0,
  serviceLevel: null,
  occupancy: null,
  asaSeconds: null,
  ...set,
});

import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../../src/domain/calendar/compile.ts';
import { ownershipClock } from '../../../src/domain/escalation/ownership.ts';
import { defaultCalendar } from '../../../src/domain/sla/default-policy.ts';

const hour = 3_600_000;
const calendar = compileCalendar(defaultCalendar('UTC'));
/** Friday 6 March 2026, 15:00; the desk is open from 9 to 17 on weekdays. */
const friday = Date.UTC(2026, 2, 6, 15);
const clock = (time: 'business' | 'calendar', now: number, endedAt: number | null = null) =>
  ownershipClock({ startedAt: friday, minutes: 8 * 60, time, endedAt }, calendar, now);

describe('how long a level has had a ticket (ESC-3)', () => {
  it('is due around the clock, or by business hours over a weekend', () => {
    expect(clock('calendar', friday)).toMatchObject({ dueAt: friday + 8 * hour, riskAt: friday + 6 * hour });
    const monday = Date.UTC(2026, 2, 9);
    expect(clock('business', friday)).toMatchObject({ dueAt: monday + 15 * hour, riskAt: monday + 13 * hour });
  });

  it('is at risk from three quarters on, and late strictly after its time', () => {
    const at = (hours: number, ms = 0) => clock('calendar', friday + hours * hour + ms).state;
    expect([at(6, -1), at(6), at(8), at(8, 1)]).toEqual(['running', 'atRisk', 'atRisk', 'late']);
  });

  it('ended, it stands: in time to the mark, late after it, whenever one looks', () => {
    const ended = (ms: number) => clock('calendar', friday + 900 * hour, friday + 8 * hour + ms).state;
    expect([ended(0), ended(1)]).toEqual(['done', 'doneLate']);
  });
});

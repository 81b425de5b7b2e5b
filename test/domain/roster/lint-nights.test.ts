import { expect, it } from 'vitest';
import { of, shift } from './build.ts';

it('two shifts that meet at midnight are one night only of one work, and no longer than a shift may be (LNT-11)', () => {
  const people = [{ id: 'ada', name: 'Ada Lund' }];
  const first = (from: string) => shift('ada', `2026-03-04 ${from}`, '2026-03-05 00:00', [], { id: 'a' });
  const second = (work: 'calls' | 'chat') =>
    shift('ada', '2026-03-05 00:00', '2026-03-05 06:00', [], { id: 'b', work });
  const rules = { maxShiftMinutes: 600 };
  const nights = (shifts: ReturnType<typeof first>[]) => of('overnightOverlap', { people, shifts, rules }).length;
  expect(nights([first('20:00'), second('calls')])).toBe(1);
  expect(nights([first('20:00'), second('chat')])).toBe(0);
  expect(nights([first('19:45'), second('calls')])).toBe(0);
});

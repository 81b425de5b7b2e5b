import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workKinds } from '../../../src/contract/words.ts';
import type { RosterShift } from '../../../src/contract/roster-common.ts';
import { Fault } from '../../../src/domain/fault.ts';
import { shiftsToIcs } from '../../../src/domain/roster/ics.ts';
import { lisbon, shift } from './build.ts';

const given = { name: 'Ada Lund', timeZone: 'Europe/Lisbon', now: Date.UTC(2026, 2, 1, 12, 30, 5) };

/** What another program makes of it. */
const readBack = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return {
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      const { uid, summary, description, startDate, endDate } = event;
      return {
        uid,
        summary,
        description,
        startAt: startDate.toJSDate().getTime(),
        endAt: endDate.toJSDate().getTime(),
      };
    }),
  };
};

const night = shift(
  'ada',
  '2026-10-24 22:00',
  '2026-10-25 06:00',
  [
    ['break', '2026-10-25 00:30', '2026-10-25 00:45'],
    ['lunch', '2026-10-25 03:00', '2026-10-25 03:30'],
  ],
  { id: '0197-a', work: 'chat' },
);

describe('shifts as a calendar file (PAT-5)', () => {
  it('are read back as they are, in order', () => {
    const first = shift('ada', '2026-03-02 08:00', '2026-03-02 16:00', [], { id: 'one' });
    expect(readBack(shiftsToIcs([night, first], given))).toEqual({
      name: 'Shifts of Ada Lund',
      events: [
        { uid: 'one@foredesk', summary: 'Shift: calls', description: null, startAt: first.startAt, endAt: first.endAt },
        {
          uid: '0197-a@foredesk',
          summary: 'Shift: chat',
          description: '00:30 to 00:45 Break\n03:00 to 03:30 Lunch',
          startAt: lisbon('2026-10-24 22:00'),
          endAt: lisbon('2026-10-25 06:00'),
        },
      ],
    });
  });

  it('are written as RFC 5545 has it: CRLF, UTC, folded, escaped', () => {
    const text = shiftsToIcs([night], { ...given, name: 'Lund, Ada; "née" O\\Neil\nØ' });
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    expect(text).toContain('\r\nDTSTAMP:20260301T123005Z\r\n');
    expect(text).toContain('\r\nDTSTART:20261024T210000Z\r\nDTEND:20261025T060000Z\r\n');
    expect(text).toContain('X-WR-CALNAME:Shifts of Lund\\, Ada\\; "née" O\\\\Neil\\nØ\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('are refused where there are none', () => {
    expect(() => shiftsToIcs([], given)).toThrow(Fault);
  });

  it('come back whole whatever names and ids hold, no line over 75 octets', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 90 })
      .filter((one) => !/\p{Cc}/u.test(one) && one.trim() === one);
    const shifts = fc.array(
      fc
        .record({
          id: text,
          start: fc.integer({ min: 0, max: 500_000 }),
          length: fc.integer({ min: 30, max: 1440 }),
          work: fc.constantFrom(...workKinds),
        })
        .map(({ id, start, length, work }): RosterShift => {
          const startAt = Date.UTC(2026, 0) + start * 60_000;
          const endAt = startAt + length * 60_000;
          return {
            id,
            personId: 'ada',
            startAt,
            endAt,
            work,
            activities: [{ kind: 'break', startAt, endAt: startAt + 60_000 }],
          };
        }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(shifts, text, (list, name) => {
        const file = shiftsToIcs(list, { ...given, name });
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line);
        }
        const back = readBack(file);
        // What begins with X- has no type for ical.js, so it leaves the escapes in.
        expect(String(back.name).replace(/\\([\\;,])/g, '$1')).toBe(`Shifts of ${name}`);
        expect(back.events.map(({ startAt, endAt }) => [startAt, endAt])).toEqual(
          list.toSorted((a, b) => a.startAt - b.startAt).map(({ startAt, endAt }) => [startAt, endAt]),
        );
        expect(new Set(back.events.map(({ uid }) => uid))).toEqual(new Set(list.map(({ id }) => `${id}@foredesk`)));
      }),
      { numRuns: 200 },
    );
  });
});

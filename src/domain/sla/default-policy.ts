import type { Calendar } from '../../contract/calendar.ts';
import type { Policy, Target } from '../../contract/sla.ts';

const hour = 60;
const around = (minutes: number): Target => ({ minutes, time: 'calendar' });
const office = (minutes: number): Target => ({ minutes, time: 'business' });
const response = { p1: around(hour), p2: office(4 * hour), p3: office(4 * hour), p4: office(4 * hour) };

/** Monday to Friday, 09:00 to 17:00 in a zone. */
export const defaultCalendar = (timeZone: string): Calendar => ({
  timeZone,
  hours: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [['09:00', '17:00']],
    thu: [['09:00', '17:00']],
    fri: [['09:00', '17:00']],
  },
});

/** What a new desk promises, and the calendar it counts by: input for `prepareSla` and `replay`. SPEC SLA-24. */
export const defaultPolicy = (timeZone: string): { policy: Policy; calendars: Record<string, Calendar> } => ({
  policy: {
    id: 'default',
    name: 'Default',
    calendar: 'business',
    targets: {
      firstResponse: response,
      nextResponse: response,
      resolution: { p1: around(24 * hour), p2: around(48 * hour), p3: around(72 * hour), p4: around(72 * hour) },
    },
    pauses: { nextResponse: ['pending', 'hold'], resolution: ['pending', 'hold'] },
    reopen: 'resume',
    atRiskPercent: 75,
    ladder: [{ minutesLeft: 180 }, { minutesLeft: 120 }, { minutesLeft: 60 }],
  },
  calendars: { business: defaultCalendar(timeZone) },
});

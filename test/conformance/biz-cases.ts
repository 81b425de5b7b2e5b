import type { Calendar } from '../../src/contract/calendar.ts';
import {
  add,
  between,
  closures,
  exceptions,
  isOpen,
  nextClose,
  nextOpen,
  periods,
  previousClose,
  weekly,
} from './calendar-case.ts';
import type { CalendarSource } from './calendar-case.ts';

/** Facts from the expectations of Zendesk's biz (Ruby, Apache-2.0), in our own words. */
const at = (file: string) => `github.com/zendesk/biz@dddeea6 spec/${file}`;

const week = {
  mon: '09:00-17:00',
  tue: '10:00-16:00',
  wed: '09:00-17:00',
  thu: '10:00-16:00',
  fri: '09:00-17:00',
  sat: '11:00-14:30',
};
const plain = weekly(week);
const shiftsAfter = exceptions({
  '2005-12-31': '10:00-14:00',
  '2006-01-04': '08:00-12:00',
  '2006-01-06': '09:00-10:00',
});
const shiftsBefore = exceptions({
  '2006-01-04': '09:00-10:00',
  '2006-01-05': '08:00-12:00',
  '2006-01-31': '06:00-20:00',
});
const holidays = ['2006-01-16', '2006-01-18'];
const after = (breaks: Readonly<Record<string, string>> = {}): Calendar =>
  weekly(week, { exceptions: shiftsAfter, holidays, closures: closures(breaks) });
const before = (breaks: Readonly<Record<string, string>> = {}): Calendar =>
  weekly(week, { exceptions: shiftsBefore, holidays, closures: closures(breaks) });

const active = weekly(week, {
  exceptions: exceptions({ '2006-01-07': '09:00-11:00', '2006-01-10': '09:00-11:00', '2006-01-11': '09:00-11:00' }),
  closures: closures({ '2006-01-03': '05:30-11:00', '2006-01-10': '05:30-11:00' }),
  holidays: ['2006-01-04', '2006-01-11'],
});

const januaryDays = [2004, 2005, 2006, 2007, 2008].flatMap((year) =>
  Array.from({ length: 31 }, (_, day) => `${year}-01-${String(day + 1).padStart(2, '0')}`),
);
/** Open through every January from 2004 to 2008 and never else: the periods biz's timelines are tried on. */
const januaries = weekly(
  {},
  { exceptions: exceptions(Object.fromEntries(januaryDays.map((day) => [day, '00:00-24:00']))) },
);

const losAngeles = { timeZone: 'America/Los_Angeles' };
const day = 1440;

const durations: CalendarSource = {
  library: 'biz',
  file: at('calculation/for_duration_spec.rb'),
  agrees: [
    ['90 seconds on', plain, add('2006-01-04 15:58:30', 1.5), '2006-01-04 16:00'],
    ['90 seconds back', plain, add('2006-01-04 16:01:30', -1.5), '2006-01-04 16:00'],
    ['90 minutes on', plain, add('2006-01-04 14:30', 90), '2006-01-04 16:00'],
    ['90 minutes back', plain, add('2006-01-04 16:30', -90), '2006-01-04 15:00'],
    ['3 hours on', plain, add('2006-01-04 13:00', 180), '2006-01-04 16:00'],
    ['3 hours back from closing', plain, add('2006-01-04 17:00', -180), '2006-01-04 14:00'],
  ],
  differs: [
    ['nothing added while closed', plain, add('2006-01-03 00:00', 0), '2006-01-03 10:00', '2006-01-03 00:00', 'CAL-11'],
    [
      'nothing taken while closed',
      plain,
      add('2006-01-03 00:00', -0),
      '2006-01-02 17:00',
      '2006-01-03 00:00',
      'CAL-11',
    ],
    ['an hour less than nothing', plain, add('2006-01-02 11:00', -60), 'refused', '2006-01-02 10:00', 'CAL-12'],
  ],
};

const within: CalendarSource = {
  library: 'biz',
  file: at('calculation/duration_within_spec.rb'),
  agrees: [
    ['a week', plain, between('2006-01-01 00:00', '2006-01-08 00:00'), '2370 min'],
    ['no time at all', plain, between('2006-01-01 00:00', '2006-01-01 00:00'), '0 min'],
  ],
  differs: [
    ['a week, ends swapped', plain, between('2006-01-08 00:00', '2006-01-01 00:00'), '0 min', '-2370 min', 'CAL-13'],
  ],
};

const schedule: CalendarSource = {
  library: 'biz',
  file: at('schedule_spec.rb'),
  agrees: [
    ['one opening a week', weekly({ mon: '01:00-02:00' }), nextOpen('2006-01-01 00:00'), '2006-01-02 01:00'],
    ['from opening on', plain, add('2006-01-02 09:00', 30), '2006-01-02 09:30'],
    ['over a night', plain, between('2006-01-05 12:00', '2006-01-06 12:00'), '420 min'],
    ['too early', plain, isOpen('2006-01-02 08:00'), 'closed'],
    ['at noon', plain, isOpen('2006-01-02 12:00'), 'open'],
    [
      'in a break',
      weekly(week, { closures: closures({ '2006-01-02': '10:00-11:30' }) }),
      isOpen('2006-01-02 11:00'),
      'closed',
    ],
    ['on a holiday', weekly(week, { holidays: ['2006-12-25'] }), isOpen('2006-12-25 12:00'), 'closed'],
  ],
  differs: [],
};

const whenOpen: CalendarSource = {
  library: 'biz',
  file: at('calculation/active_spec.rb'),
  agrees: [
    ['a day without hours', active, isOpen('2006-01-01 06:00'), 'closed'],
    ['a break before the hours', active, isOpen('2006-01-03 06:00'), 'closed'],
    ['a holiday, outside the hours', active, isOpen('2006-01-04 06:00'), 'closed'],
    ['within the hours', active, isOpen('2006-01-02 12:00'), 'open'],
    ['a break within the hours', active, isOpen('2006-01-03 10:00'), 'closed'],
    ['a holiday within the hours', active, isOpen('2006-01-04 12:00'), 'closed'],
    ['hours that a shift replaced', active, isOpen('2006-01-07 12:00'), 'closed'],
    ['a shift outside the hours', active, isOpen('2006-01-07 10:00'), 'open'],
    ['a break within a shift', active, isOpen('2006-01-10 10:00'), 'closed'],
    ['a shift on a holiday', active, isOpen('2006-01-11 12:00'), 'closed'],
  ],
  differs: [],
};

const onwards: CalendarSource = {
  library: 'biz',
  file: at('periods/after_spec.rb'),
  agrees: [
    [
      'a week with two shifts',
      after(),
      periods('2006-01-01 00:00', '2006-01-08 00:00'),
      '2006-01-02 09:00 to 2006-01-02 17:00, 2006-01-03 10:00 to 2006-01-03 16:00, ' +
        '2006-01-04 08:00 to 2006-01-04 12:00, 2006-01-05 10:00 to 2006-01-05 16:00, ' +
        '2006-01-06 09:00 to 2006-01-06 10:00, 2006-01-07 11:00 to 2006-01-07 14:30',
    ],
    [
      'the week after it',
      after(),
      periods('2006-01-09 00:00', '2006-01-12 00:00'),
      '2006-01-09 09:00 to 2006-01-09 17:00, 2006-01-10 10:00 to 2006-01-10 16:00, 2006-01-11 09:00 to 2006-01-11 17:00',
    ],
    [
      'from the middle of a period',
      after(),
      periods('2006-01-02 12:00', '2006-01-03 00:00'),
      '2006-01-02 12:00 to 2006-01-02 17:00',
    ],
    [
      'a break over the opening',
      after({ '2006-01-02': '08:00-10:00' }),
      nextOpen('2006-01-01 00:00'),
      '2006-01-02 10:00',
    ],
    [
      'a break over the closing',
      after({ '2006-01-02': '16:00-18:00' }),
      nextClose('2006-01-01 00:00'),
      '2006-01-02 16:00',
    ],
    ['a break over all', after({ '2006-01-02': '08:00-18:00' }), nextOpen('2006-01-01 00:00'), '2006-01-03 10:00'],
    [
      'a break in the middle',
      after({ '2006-01-02': '13:30-15:30' }),
      periods('2006-01-01 00:00', '2006-01-03 00:00'),
      '2006-01-02 09:00 to 2006-01-02 13:30, 2006-01-02 15:30 to 2006-01-02 17:00',
    ],
    [
      'two breaks in the middle',
      after({ '2006-01-02': '10:00-11:30 13:00-14:00' }),
      periods('2006-01-01 00:00', '2006-01-03 00:00'),
      '2006-01-02 09:00 to 2006-01-02 10:00, 2006-01-02 11:30 to 2006-01-02 13:00, 2006-01-02 14:00 to 2006-01-02 17:00',
    ],
    [
      'a break over the gap between two periods',
      weekly({ mon: '17:00-19:00 20:00-22:00' }, { closures: closures({ '2006-01-02': '18:00-21:00' }) }),
      periods('2006-01-01 00:00', '2006-01-03 00:00'),
      '2006-01-02 17:00 to 2006-01-02 18:00, 2006-01-02 21:00 to 2006-01-02 22:00',
    ],
    [
      'two holidays',
      after(),
      periods('2006-01-14 00:00', '2006-01-20 00:00'),
      '2006-01-14 11:00 to 2006-01-14 14:30, 2006-01-17 10:00 to 2006-01-17 16:00, 2006-01-19 10:00 to 2006-01-19 16:00',
    ],
    [
      'Saturday there is Sunday in UTC',
      weekly({ sat: '06:00-18:00' }, losAngeles),
      periods('2006-01-07 17:00 -08:00', '2006-01-08 17:00 -08:00'),
      '2006-01-08 01:00 to 2006-01-08 02:00',
    ],
    [
      'hours that the change of clocks turns round',
      weekly({ sun: '02:30-03:15', mon: '09:00-17:00' }, losAngeles),
      nextOpen('2006-04-02 00:00 -08:00'),
      '2006-04-03 16:00',
    ],
  ],
  differs: [],
};

const backwards: CalendarSource = {
  library: 'biz',
  file: at('periods/before_spec.rb'),
  agrees: [
    ['the last closing of a week', before(), previousClose('2006-01-08 00:00'), '2006-01-07 14:30'],
    ['from outside a period', before(), previousClose('2006-01-03 00:00'), '2006-01-02 17:00'],
    ['from inside a period', before(), previousClose('2006-01-02 12:00'), '2006-01-02 12:00'],
    [
      'a break over the closing',
      before({ '2006-01-07': '14:00-15:00' }),
      previousClose('2006-01-08 00:00'),
      '2006-01-07 14:00',
    ],
    [
      'a break over all',
      before({ '2006-01-07': '10:00-16:00' }),
      previousClose('2006-01-08 00:00'),
      '2006-01-06 17:00',
    ],
    ['a holiday', before(), previousClose('2006-01-18 00:00'), '2006-01-17 16:00'],
    ['two holidays', before(), add('2006-01-20 00:00', -13 * 60), '2006-01-14 13:30'],
    [
      'Sunday there is Saturday in UTC',
      weekly({ sun: '06:00-18:00' }, { timeZone: 'Asia/Brunei' }),
      periods('2006-01-07 00:00 +08:00', '2006-01-08 07:00 +08:00'),
      '2006-01-07 22:00 to 2006-01-07 23:00',
    ],
  ],
  differs: [],
};

const clockChanges: CalendarSource = {
  library: 'biz',
  file: at('time_spec.rb'),
  agrees: [
    [
      'opens at a skipped time',
      weekly({ sun: '02:30-09:00' }, losAngeles),
      nextOpen('2014-03-09 00:00'),
      '2014-03-09 10:30',
    ],
    [
      'opens at a time that comes twice',
      weekly({ sun: '01:30-09:00' }, losAngeles),
      nextOpen('2014-11-02 00:00'),
      '2014-11-02 08:30',
    ],
    [
      'closes at a midnight that is skipped',
      weekly({ sat: '20:00-24:00' }, { timeZone: 'America/Sao_Paulo' }),
      nextClose('2015-10-17 23:30'),
      '2015-10-18 03:00',
    ],
  ],
  differs: [],
};

const timelineOn: CalendarSource = {
  library: 'biz',
  file: at('timeline/forward_spec.rb'),
  agrees: [
    ['2 seconds', januaries, add('2006-01-01 00:00', 2 / 60), '2006-01-01 00:00:02'],
    ['half of a period', januaries, add('2006-01-01 00:00', 15 * day), '2006-01-16 00:00'],
    ['a period and a half', januaries, add('2006-01-01 00:00', 46 * day), '2007-01-16 00:00'],
    ['nothing, at an opening', januaries, add('2006-01-01 00:00', 0), '2006-01-01 00:00'],
    ['up to between periods', januaries, between('2006-01-01 00:00', '2007-03-01 00:00'), `${62 * day} min`],
    ['up to an opening', januaries, between('2006-01-01 00:00', '2008-01-01 00:00'), `${62 * day} min`],
    ['up to the middle', januaries, between('2006-01-01 00:00', '2007-01-15 00:00'), `${45 * day} min`],
    ['up to a closing', januaries, between('2006-01-01 00:00', '2007-02-01 00:00'), `${62 * day} min`],
  ],
  differs: [
    [
      'used up exactly at the first closing',
      januaries,
      add('2006-01-01 00:00', 31 * day),
      '2007-01-01 00:00',
      '2006-02-01 00:00',
      'CAL-11',
    ],
    [
      'used up exactly at the second closing',
      januaries,
      add('2006-01-01 00:00', 62 * day),
      '2008-01-01 00:00',
      '2007-02-01 00:00',
      'CAL-11',
    ],
  ],
};

const timelineBack: CalendarSource = {
  library: 'biz',
  file: at('timeline/backward_spec.rb'),
  agrees: [
    ['2 seconds', januaries, add('2006-02-01 00:00', -2 / 60), '2006-01-31 23:59:58'],
    ['half of a period', januaries, add('2006-02-01 00:00', -15 * day), '2006-01-17 00:00'],
    ['used up exactly at an opening', januaries, add('2006-02-01 00:00', -31 * day), '2006-01-01 00:00'],
    ['used up exactly at the opening before', januaries, add('2006-02-01 00:00', -62 * day), '2005-01-01 00:00'],
    ['a period and a half', januaries, add('2006-02-01 00:00', -46 * day), '2005-01-17 00:00'],
  ],
  differs: [],
};

export const bizSources: readonly CalendarSource[] = [
  durations,
  within,
  schedule,
  whenOpen,
  onwards,
  backwards,
  clockChanges,
  timelineOn,
  timelineBack,
];

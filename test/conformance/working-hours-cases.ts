import {
  add,
  between,
  exceptions,
  isOpen,
  mondayToFriday,
  nextClose,
  nextOpen,
  previousClose,
  weekly,
} from './calendar-case.ts';
import type { CalendarCase, CalendarDiffers, CalendarSource } from './calendar-case.ts';

/** Facts from the expectations of working_hours (Ruby, MIT), in our own words. */
const file = 'github.com/Intrepidd/working_hours@27946fa spec/working_hours/computation_spec.rb';

const office = mondayToFriday('09:00-17:00');
const tokyo = mondayToFriday('09:00-17:00', { timeZone: 'Asia/Tokyo' });
const lunch = weekly({ mon: '07:00-12:00 13:00-18:00' });
const lunchWeek = mondayToFriday('09:00-17:00', {
  exceptions: exceptions({ '2014-04-07': '07:00-12:00 13:00-18:00' }),
});
const mayDay = mondayToFriday('09:00-17:00', { holidays: ['2014-05-01'] });
const mondays = weekly({ mon: '00:00-24:00' });
const thuFri = { thu: '08:00-18:00', fri: '08:00-18:00' };
const special = (date: string, hours: string) => weekly(thuFri, { exceptions: exceptions({ [date]: hours }) });
const lateStart = special('2019-12-27', '10:00-18:00');
const earlyEnd = special('2019-12-27', '08:00-17:00');
const longLunch = special('2019-12-27', '08:00-12:00 14:00-18:00');
const shortMonday = weekly(
  { mon: '08:00-18:00', tue: '08:00-18:00' },
  { exceptions: exceptions({ '2014-04-07': '10:00-12:00 14:00-17:00' }) },
);
const paris = (sun: string) => weekly({ sun }, { timeZone: 'Europe/Paris' });
const midnight = weekly({ mon: '00:00-24:00', tue: '09:00-17:00' });

const adding: readonly CalendarCase[] = [
  ['hours within a day', office, add('1991-11-15 14:00:42', 120), '1991-11-15 16:00:42'],
  ['hours back over a weekend', office, add('1991-11-18 14:00:42', -420), '1991-11-15 15:00:42'],
  ['hours over a weekend in Tokyo', tokyo, add('1991-11-15 07:00', 180), '1991-11-18 02:00'],
  ['hours over lunch', lunch, add('1991-11-11 05:00', 360), '1991-11-11 14:00'],
  ['minutes over a weekend', office, add('1991-11-15 16:30:42', 45), '1991-11-18 09:15:42'],
  ['seconds over a weekend', office, add('1991-11-15 16:59:42', 2), '1991-11-18 09:01:42'],
  ['seconds over a midnight closing', mondays, add('2014-04-07 23:59:30', 1), '2014-04-14 00:00:30'],
  [
    'seconds back over a midnight closing',
    weekly({ mon: '00:00-24:00', tue: '08:00-18:00' }),
    add('2014-04-08 00:00:30', -1),
    '2014-04-07 23:59',
  ],
  ['on from before a late start', lateStart, add('2019-12-27 09:00', 2), '2019-12-27 10:02'],
  ['back from before a late start', lateStart, add('2019-12-27 09:00', -2), '2019-12-26 17:58'],
  ['back over a late start', lateStart, add('2019-12-27 11:00', -120), '2019-12-26 17:00'],
  ['on from after an early end', earlyEnd, add('2019-12-27 17:59', 2), '2020-01-02 08:02'],
  ['back from after an early end', earlyEnd, add('2019-12-27 18:00', -2), '2019-12-27 16:58'],
  ['on over an early end', earlyEnd, add('2019-12-27 16:00', 120), '2020-01-02 09:00'],
  ['on from a longer lunch', longLunch, add('2019-12-27 12:59', 2), '2019-12-27 14:02'],
  ['back from the end of a longer lunch', longLunch, add('2019-12-27 14:00', -2), '2019-12-27 11:58'],
  ['on over a longer lunch', longLunch, add('2019-12-27 10:00', 240), '2019-12-27 16:00'],
  ['back over a longer lunch', longLunch, add('2019-12-27 16:00', -240), '2019-12-27 10:00'],
];

const edges: readonly CalendarCase[] = [
  ['opens after a holiday', mayDay, nextOpen('2014-05-01 12:00'), '2014-05-02 09:00'],
  ['opens after a Sunday', office, nextOpen('2014-06-01 12:00'), '2014-06-02 09:00'],
  ['open at the opening', office, nextOpen('2014-04-07 09:00'), '2014-04-07 09:00'],
  ['closed at the closing', office, nextOpen('2014-04-07 17:00'), '2014-04-08 09:00'],
  ['closed at the start of lunch', lunch, nextOpen('2014-04-07 12:00'), '2014-04-07 13:00'],
  ['asked from another zone', office, nextOpen('2014-04-07 22:00 +02:00'), '2014-04-08 09:00'],
  ['opens late', lateStart, nextOpen('2019-12-27 09:00'), '2019-12-27 10:00'],
  [
    'opens on the day of the spring change',
    paris('09:00-17:00'),
    nextOpen('2020-03-29 00:00 +01:00'),
    '2020-03-29 07:00',
  ],
  [
    'opens on the day of the autumn change',
    paris('09:00-17:00'),
    nextOpen('2020-10-25 00:00 +02:00'),
    '2020-10-25 08:00',
  ],
  ['closes after a holiday', mayDay, nextClose('2014-05-01 12:00'), '2014-05-02 17:00'],
  ['closes today', office, nextClose('2014-04-07 12:00'), '2014-04-07 17:00'],
  ['closes tomorrow, asked at the closing', office, nextClose('2014-04-07 17:00'), '2014-04-08 17:00'],
  ['closes for lunch', lunchWeek, nextClose('2014-04-07 10:00'), '2014-04-07 12:00'],
  ['closes after lunch', lunchWeek, nextClose('2014-04-07 12:00'), '2014-04-07 18:00'],
  ['closes early', special('2019-12-27', '10:00-17:00'), nextClose('2019-12-26 20:00'), '2019-12-27 17:00'],
  ['closes late', special('2019-12-26', '10:00-21:00'), nextClose('2019-12-26 20:00'), '2019-12-26 21:00'],
  [
    'closes on the day of the spring change',
    paris('09:00-17:00'),
    nextClose('2020-03-29 00:00 +01:00'),
    '2020-03-29 15:00',
  ],
  [
    'closes on the day of the autumn change',
    paris('09:00-17:00'),
    nextClose('2020-10-25 00:00 +02:00'),
    '2020-10-25 16:00',
  ],
  ['was open before a holiday', mayDay, previousClose('2014-05-01 12:00'), '2014-04-30 17:00'],
  ['was open until just now', office, previousClose('2014-04-07 17:00'), '2014-04-07 17:00'],
  ['was open yesterday, asked at the opening', office, previousClose('2014-04-08 09:00'), '2014-04-07 17:00'],
  ['was open before lunch', lunch, previousClose('2014-04-07 13:00'), '2014-04-07 12:00'],
  [
    'was open before the spring change',
    paris('00:00-01:00'),
    previousClose('2020-03-29 09:00 +02:00'),
    '2020-03-29 00:00',
  ],
  [
    'was open before the autumn change',
    paris('00:00-01:00'),
    previousClose('2020-10-25 09:00 +01:00'),
    '2020-10-24 23:00',
  ],
  ['within hours', office, isOpen('2014-04-07 16:59'), 'open'],
  ['at the closing', office, isOpen('2014-04-07 17:00'), 'closed'],
  ['before the opening', office, isOpen('2014-04-07 08:59'), 'closed'],
  ['at the end of lunch', lunch, isOpen('2014-04-07 13:00'), 'open'],
  ['the morning in Tokyo', tokyo, isOpen('2014-04-07 00:00'), 'open'],
  ['before a late start', special('2019-12-27', '10:00-20:00'), isOpen('2019-12-27 09:00'), 'closed'],
  ['after the usual end', special('2019-12-27', '10:00-20:00'), isOpen('2019-12-27 19:00'), 'open'],
];

const spans: readonly CalendarCase[] = [
  ['no time', office, between('2014-04-07 08:00', '2014-04-07 08:00'), '0 min'],
  ['a weekend', office, between('2014-04-11 20:00', '2014-04-14 05:00'), '0 min'],
  ['within a day', office, between('2014-04-07 10:00', '2014-04-07 15:00'), '300 min'],
  ['ends swapped', office, between('2014-04-07 15:00', '2014-04-07 10:00'), '-300 min'],
  ['more than a day of work', office, between('2014-04-07 07:00', '2014-04-07 20:00'), '480 min'],
  ['two years of Mondays', mondays, between('2014-04-06 12:00', '2016-04-06 12:00'), `${105 * 1440} min`],
  ['a minute on both sides of lunch', lunch, between('2014-04-07 11:59', '2014-04-07 13:01'), '2 min'],
  ['a week of lunches', lunch, between('2014-04-07 11:00', '2014-04-14 13:00'), '660 min'],
  ['from two zones', office, between('2014-04-07 01:00 -09:00', '2014-04-07 15:00 -04:00'), '420 min'],
  [
    'the spring change outside of hours',
    paris('08:00-21:00'),
    between('2020-03-29 01:00', '2020-03-30 00:00'),
    '780 min',
  ],
  [
    'the autumn change outside of hours',
    paris('08:00-21:00'),
    between('2019-10-27 01:00', '2019-10-28 00:00'),
    '780 min',
  ],
  ['19 years of changes', paris('08:00-21:00'), between('2002-10-27 06:00', '2021-10-30 00:00'), `${12_896 * 60} min`],
  ['before special hours', shortMonday, between('2014-04-07 08:00', '2014-04-07 09:00'), '0 min'],
  ['between special hours', shortMonday, between('2014-04-07 13:00', '2014-04-07 13:30'), '0 min'],
  ['after special hours', shortMonday, between('2014-04-07 19:00', '2014-04-07 20:00'), '0 min'],
  ['over the first special hours', shortMonday, between('2014-04-07 09:00', '2014-04-07 14:00'), '120 min'],
  ['over the second special hours', shortMonday, between('2014-04-07 12:00', '2014-04-07 18:00'), '180 min'],
];

const differs: readonly CalendarDiffers[] = [
  [
    'fractions of a second',
    office,
    add('1991-11-15 16:59:42.250', 120.4 / 60),
    '1991-11-18 09:01:43',
    '1991-11-18 09:01:42.650',
    'CAL-10',
  ],
  [
    'a hundredth of a second',
    office,
    between('2014-04-13 09:10:24.010', '2014-04-14 09:10:24.020'),
    `${624 / 60} min`,
    `${624_020 / 60_000} min`,
    'CAL-10',
  ],
  [
    'half a second',
    office,
    between('2014-04-07 10:00:00.250', '2014-04-07 10:00:00.750'),
    `${1 / 60} min`,
    `${0.5 / 60} min`,
    'CAL-10',
  ],
  [
    'a day of 25 hours, open all day',
    paris('00:00-24:00'),
    between('2020-10-24 22:00', '2020-10-25 23:00'),
    '1440 min',
    '1500 min',
    'CAL-4',
  ],
  [
    'closes at midnight',
    midnight,
    nextClose('2014-04-07 00:00'),
    '2014-04-07 23:59:59.999999',
    '2014-04-08 00:00',
    'CAL-2',
  ],
];

export const workingHoursSources: readonly CalendarSource[] = [
  { library: 'working_hours', file, agrees: [...adding, ...edges, ...spans], differs },
];

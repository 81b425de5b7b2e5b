import { add, between, closeAfterAdding, isOpen, mondayToFriday } from './calendar-case.ts';
import type { CalendarSource } from './calendar-case.ts';

/** Facts from the expectations of GLPI (PHP, GPL-3.0), in our own words; a working day of GLPI is a day's hours here. */
const office = mondayToFriday('08:00-20:00');
const allDay = mondayToFriday('00:00-24:00');
const summer = Array.from({ length: 56 }, (_, day) =>
  new Date(Date.UTC(2019, 6, 8) + day * 86_400_000).toISOString().slice(0, 10),
);
const withHolidays = mondayToFriday('08:00-20:00', { holidays: ['2019-05-01', ...summer] });
const officeDay = 12 * 60;
const wholeDay = 24 * 60;

export const glpiSources: readonly CalendarSource[] = [
  {
    library: 'GLPI',
    file: 'github.com/glpi-project/glpi@32d32fe phpunit/functional/CalendarTest.php',
    agrees: [
      ['7 working days on', office, add('2018-11-19 10:00', 7 * officeDay), '2018-11-28 10:00'],
      ['7 working days on, open all day', allDay, add('2018-11-19 10:00', 7 * wholeDay), '2018-11-28 10:00'],
      ['7 working days back', office, add('2018-11-19 10:00', -7 * officeDay), '2018-11-08 10:00'],
      ['7 working days back, open all day', allDay, add('2018-11-19 10:00', -7 * wholeDay), '2018-11-08 10:00'],
      [
        '7 working days and to closing',
        office,
        closeAfterAdding('2018-11-19 10:00', 7 * officeDay),
        '2018-11-28 20:00',
      ],
      ['back and to closing', office, closeAfterAdding('2018-11-19 10:00', -7 * officeDay), '2018-11-08 20:00'],
      ['an hour after opening', office, between('2019-01-01 07:00', '2019-01-01 09:00'), '60 min'],
      ['before opening', office, between('2019-01-01 06:00', '2019-01-01 07:00'), '0 min'],
      ['a week', office, between('2019-01-01 00:00', '2019-01-08 00:00'), `${5 * officeDay} min`],
      ['at midnight', office, isOpen('2019-01-01 00:00'), 'closed'],
      ['in the morning', office, isOpen('2019-01-02 08:30'), 'open'],
      ['in the evening', office, isOpen('2019-01-03 18:10'), 'open'],
      ['at night', office, isOpen('2019-01-04 21:00'), 'closed'],
      ['on a Saturday', office, isOpen('2019-01-05 08:30'), 'closed'],
      ['on a Sunday', office, isOpen('2019-01-06 00:00'), 'closed'],
      ['a holiday', withHolidays, isOpen('2019-05-01 10:00'), 'closed'],
      ['the day after a holiday', withHolidays, isOpen('2019-05-02 10:00'), 'open'],
      ['a week before the vacations', withHolidays, isOpen('2019-07-01 10:00'), 'open'],
      ['within the vacations', withHolidays, isOpen('2019-07-12 10:00'), 'closed'],
    ],
    differs: [
      [
        'a week, ends swapped',
        office,
        between('2019-01-08 00:00', '2019-01-01 00:00'),
        '0 min',
        `-${5 * officeDay} min`,
        'CAL-13',
      ],
      [
        'to closing, where open from Monday to Friday without a break',
        allDay,
        closeAfterAdding('2018-11-19 10:00', 7 * wholeDay),
        '2018-11-29 00:00',
        '2018-12-01 00:00',
        'CAL-2',
      ],
      [
        'back and to closing, the same way',
        allDay,
        closeAfterAdding('2018-11-19 10:00', -7 * wholeDay),
        '2018-11-09 00:00',
        '2018-11-10 00:00',
        'CAL-2',
      ],
    ],
  },
];

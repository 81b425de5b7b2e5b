import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/contract/index.ts';
import { hour } from '../support/fake-clock.ts';
import { tempFolder } from '../support/temp.ts';
import { newTicket, refusal, testDesk, type TestDesk } from '../support/test-desk.ts';

const folder = tempFolder();
let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk(folder);
});
afterEach(() => desk.close());

const weekdays = (hours: [string, string][]) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours });
const office: Calendar = { timeZone: 'UTC', hours: weekdays([['09:00', '17:00']]) };
const lunch: Calendar = {
  ...office,
  hours: weekdays([
    ['09:00', '12:00'],
    ['13:00', '17:00'],
  ]),
};
const dueAt = async (id: string) => (await desk.client.tickets.get({ id })).clocks.firstResponse.dueAt;

describe('the calendars of a desk (CAL-24)', () => {
  it('starts with one, by which its policy counts', async () => {
    const { calendars } = await desk.client.calendar.list();
    expect(calendars).toMatchObject([
      { key: 'business', version: 1, since: null, policies: [{ id: 'default', name: 'Default' }] },
    ]);
    expect(calendars[0]?.calendar.timeZone).toBe('UTC');
  });

  it('keeps a new one whole: names, yearly days, zone', async () => {
    const calendar: Calendar = {
      timeZone: 'Europe/Lisbon',
      hours: lunch.hours,
      holidays: ['2026-05-01', { date: '2026-06-10', name: 'Portugal Day' }],
      exceptions: [{ date: '2026-12-24', hours: [['09:00', '12:00']], name: 'Christmas Eve' }],
      closures: [{ date: '2026-06-12', from: '15:00', to: '24:00', name: 'Eve of St Anthony' }],
      yearly: [{ month: 12, day: 25, name: 'Christmas Day' }],
    };
    const saved = await desk.client.calendar.save({ name: 'Lisbon', calendar });
    expect(saved).toMatchObject({ key: 'lisbon', version: 1, label: 'New calendar “Lisbon”' });
    const { calendars } = await desk.client.calendar.list();
    const mine = calendars.find(({ key }) => key === 'lisbon');
    expect(mine).toMatchObject({ name: 'Lisbon', policies: [], calendar });
    expect((await desk.client.sla.policies()).calendars.lisbon).toMatchObject(calendar);
  });

  it('gives each its own key, and refuses a name that is there', async () => {
    expect((await desk.client.calendar.save({ name: 'Büro & Lager', calendar: office })).key).toBe('bu-ro-lager');
    expect((await desk.client.calendar.save({ name: 'Büro, Lager', calendar: office })).key).toBe('bu-ro-lager-2');
    expect((await desk.client.calendar.save({ name: '東京', calendar: office })).key).toBe('calendar');
    expect(await refusal(desk.client.calendar.save({ name: 'büro & lager', calendar: office }))).toMatchObject({
      code: 'INVALID',
      data: { field: 'name' },
    });
  });

  it('moves due times when it changes, and moves them back on undo', async () => {
    // Monday, 10:00; four business hours.
    const { id } = await newTicket(desk.client);
    const before = await dueAt(id);
    expect(before).toBe(desk.clock.now() + 4 * hour);
    const saved = await desk.client.calendar.save({
      key: 'business',
      name: 'Business hours',
      calendar: lunch,
      effective: 'always',
    });
    expect(saved.recounted).toBe(1);
    expect(await dueAt(id)).toBe(desk.clock.now() + 5 * hour);
    await desk.client.desk.undo({ changeSet: saved.changeSet ?? '' });
    expect(await dueAt(id)).toBe(before);
    expect((await desk.client.calendar.list()).calendars[0]?.calendar.hours).toEqual(office.hours);
  });

  it('from now on leaves what was promised, and always counts it anew', async () => {
    const { id } = await newTicket(desk.client);
    const promised = await dueAt(id);
    const save = (effective: 'now' | 'always') =>
      desk.client.calendar.save({ key: 'business', name: 'Business', calendar: lunch, effective });
    desk.clock.pass(hour);
    expect(await save('now')).toMatchObject({ version: 2 });
    expect((await desk.client.calendar.list()).calendars[0]).toMatchObject({ version: 2, since: desk.clock.now() });
    const later = await dueAt(id);
    // What is left is counted by the new hours from now on: the break lies ahead.
    expect(later).toBe((promised ?? 0) + hour);
    desk.clock.pass(8 * hour);
    const { id: next } = await newTicket(desk.client);
    expect(await dueAt(next)).toBe(Date.UTC(2026, 2, 3, 14));
    await save('always');
    expect((await desk.client.calendar.list()).calendars[0]).toMatchObject({ version: 3, since: null });
  });

  it.each<[string, Calendar, string]>([
    ['never open', { timeZone: 'UTC', hours: {} }, 'calendar.hours'],
    [
      'open twice at once',
      {
        ...office,
        hours: {
          mon: [
            ['09:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      },
      'calendar.hours.mon.1',
    ],
    [
      'a night into the next opening',
      { ...office, hours: { mon: [['22:00', '06:00']], tue: [['05:00', '12:00']] } },
      'calendar.hours.tue.0',
    ],
    ['a zone that is not', { ...office, timeZone: 'Europe/Atlantis' }, 'calendar.timeZone'],
    ['hours without length', { ...office, hours: { mon: [['09:00', '09:00']] } }, 'calendar.hours.mon.0'],
  ])('refuses an impossible one, and nothing of it is kept: %s (CAL-18)', async (_, calendar, field) => {
    const before = await desk.client.calendar.list();
    const { code, data } = await refusal(desk.client.calendar.save({ key: 'business', name: 'Business', calendar }));
    expect([code, data]).toEqual(['INVALID', { field }]);
    expect(await desk.client.calendar.list()).toEqual(before);
  });

  it('does not remove one that a policy counts by, and says which', async () => {
    const { code, message } = await refusal(desk.client.calendar.remove({ key: 'business' }));
    expect([code, message]).toEqual(['CONFLICT', '“Default” counts by it. Give it another calendar first.']);
  });

  it('removes one that nothing counts by, and brings it back on undo', async () => {
    const { key } = await desk.client.calendar.save({ name: 'Nights', calendar: office });
    const removed = await desk.client.calendar.remove({ key });
    expect((await desk.client.calendar.list()).calendars.map((one) => one.key)).toEqual(['business']);
    await desk.client.desk.undo({ changeSet: removed.changeSet ?? '' });
    expect((await desk.client.calendar.list()).calendars.map((one) => one.name)).toContain('Nights');
    expect(await refusal(desk.client.calendar.remove({ key: 'none' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(desk.client.calendar.save({ key: 'none', name: 'None', calendar: office }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('says no more than that it is as it was when nothing changed', async () => {
    const { key } = await desk.client.calendar.save({ name: 'Nights', calendar: office });
    expect(await desk.client.calendar.save({ key, name: 'Nights', calendar: office })).toMatchObject({
      changed: 0,
      changeSet: null,
    });
  });
});

describe('calendar.check (CAL-18)', () => {
  it('tells every problem with its path, also where it is no calendar at all', async () => {
    expect(await desk.client.calendar.check({ calendar: office })).toEqual({ problems: [], minutesPerWeek: 2400 });
    const torn = { timeZone: 'UTC', hours: { mon: [['9', '17:00']] }, holidays: ['soon'] };
    const { problems, minutesPerWeek } = await desk.client.calendar.check({ calendar: torn });
    expect(problems.map(({ field }) => field)).toEqual(['hours.mon.0.0', 'holidays.0']);
    expect(minutesPerWeek).toBeNull();
  });
});

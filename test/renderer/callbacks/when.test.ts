import { describe, expect, it } from 'vitest';
import type { CallbackRow } from '../../../src/contract/index.ts';
import { entriesOf, groupsOf, unconfirmedOf } from '../../../src/renderer/callbacks/groups.ts';
import { instantOfWhen, quickWhens, whenOf } from '../../../src/renderer/relations/when.ts';
import { hour, minute, mondayTen } from '../../support/fake-clock.ts';

const zone = 'Europe/Lisbon';

describe('a day and a time of the desk', () => {
  it('are an instant of its zone, and back', () => {
    const when = { date: '2026-07-01', time: '09:30' };
    expect(instantOfWhen(when, zone)).toBe(Date.UTC(2026, 6, 1, 8, 30));
    expect(whenOf(Date.UTC(2026, 6, 1, 8, 30), zone)).toEqual(when);
  });

  it('that the clocks skip move forward; what is no time is none', () => {
    expect(instantOfWhen({ date: '2026-03-29', time: '01:30' }, zone)).toBe(Date.UTC(2026, 2, 29, 1, 30));
    for (const when of [
      { date: '', time: '10:00' },
      { date: '2026-02-30', time: '10:00' },
      { date: '2026-03-02', time: '' },
    ])
      expect(instantOfWhen(when, zone)).toBeNull();
  });

  it('offered first are still to come; this evening only until it is over', () => {
    const names = (now: number) => quickWhens(now, zone).map(([name]) => name);
    expect(names(mondayTen)).toEqual(['inTwoHours', 'today', 'tomorrow', 'nextWeek']);
    expect(names(mondayTen + 7 * hour)).toEqual(['inTwoHours', 'tomorrow', 'nextWeek']);
    expect(quickWhens(mondayTen + minute, zone)[0]?.[1]).toEqual({ date: '2026-03-02', time: '12:15' });
    for (const [, when] of quickWhens(mondayTen + 13.9 * hour, zone))
      expect(instantOfWhen(when, zone)).toBeGreaterThan(mondayTen + 13.9 * hour);
  });
});

const call = (id: string, day: string, given: Partial<CallbackRow> = {}): CallbackRow => ({
  id,
  ticket: { id, number: 1, subject: 'Late', status: 'open', requester: 'Ann Lee' },
  phone: '123',
  promisedAt: Date.parse(`${day}T12:00:00Z`),
  day,
  ownerId: null,
  note: '',
  state: 'open',
  attempts: 0,
  moves: 0,
  result: null,
  validatedAt: null,
  validatedBy: null,
  createdAt: 0,
  createdBy: '',
  endedAt: null,
  endedBy: null,
  flags: [],
  ...given,
});

describe('the list of calls', () => {
  it('goes by day, what is owed from before together; ended ones by the day they ended (CBK-6)', () => {
    const open = [call('a', '2026-02-26'), call('b', '2026-02-27'), call('c', '2026-03-02'), call('d', '2026-03-04')];
    const keys = (rows: readonly CallbackRow[]) =>
      groupsOf(entriesOf(rows, undefined), mondayTen, 'UTC').map(({ key, entries }) => [key, entries.length]);
    expect(keys(open)).toEqual([
      ['earlier', 2],
      ['2026-03-02', 1],
      ['2026-03-04', 1],
    ]);
    const ended = call('e', '2026-02-26', { state: 'done', endedAt: mondayTen - 24 * hour });
    expect(keys([ended])).toEqual([['2026-03-01', 1]]);
  });

  it('knows which one key confirms (CBK-4)', () => {
    const flags: CallbackRow['flags'] = [{ kind: 'unconfirmed', reason: '' }];
    expect(unconfirmedOf([call('a', '2026-03-02', { flags }), call('b', '2026-03-02')])).toEqual(['a']);
  });
});

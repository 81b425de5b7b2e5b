import { expect, test } from 'vitest';
import { touchedBy } from '../../src/renderer/client/touched.ts';
import { alsoFor, commands } from '../../src/renderer/app/commands.ts';
import { fit, fitting, fromHit, isCalled, parted } from '../../src/renderer/app/palette-entries.ts';
import { dayEnd, dayOf, dayStart } from '../../src/renderer/ui/days.ts';
import { clockTime, duration, initials, moment } from '../../src/renderer/ui/format.ts';
import { alsoWords } from '../../src/renderer/strings/en-commands.ts';
import { t } from '../../src/renderer/strings/en.ts';

const at = Date.UTC(2026, 10, 24, 10, 24);

test('times are said in the zone of the desk, with the day where it is another', () => {
  expect(clockTime(at, 'Europe/Berlin')).toBe('11:24');
  expect(moment(at, 'Europe/Lisbon', at + 60_000)).toBe('10:24');
  expect(moment(at, 'Europe/Lisbon', at + 86_400_000)).toBe('24 Nov, 10:24');
  expect(duration(60)).toBe('60 min');
  expect(duration(240)).toBe('4 h');
  expect(duration(4320)).toBe('72 h');
});

test('initials are first and last, in any script', () => {
  expect(initials('Rosa Maria Silva')).toBe('RS');
  expect(initials('Åsa')).toBe('Å');
  expect(initials('😀 face')).toBe('😀F');
});

test('a day of a zone has its own first and last instant, also when clocks change', () => {
  const start = dayStart('2026-03-29', 'Europe/Berlin');
  expect(dayOf(start, 'Europe/Berlin')).toBe('2026-03-29');
  expect(dayEnd('2026-03-29', 'Europe/Berlin') - start + 1).toBe(23 * 3_600_000);
});

test('what changed decides what is read again', () => {
  const some = touchedBy([{ seq: 1, domain: 'tickets', ids: ['a'] }]);
  expect(some.boards).toBe(true);
  expect(some.people).toBe(false);
  expect(some.tickets).toEqual(new Set(['a']));
  expect(touchedBy([{ seq: 1, domain: 'sla', ids: null }]).tickets).toBe('all');
  // A review that is released, a survey that comes in and a state that is said change what the numbers show.
  for (const domain of ['quality', 'surveys', 'roster'] as const)
    expect([domain, touchedBy([{ seq: 1, domain, ids: null }]).metrics]).toEqual([domain, true]);
  const views = touchedBy([{ seq: 1, domain: 'views', ids: null }]);
  expect([views.views, views.boards]).toEqual([true, false]);
});

test('the palette finds words in any order and puts the start of a word first', () => {
  expect(fit('Set status', 'stat set')).not.toBeNull();
  expect(fit('Set status', 'queue')).toBeNull();
  const found = fitting([{ title: 'Unassigned' }, { title: 'Assign to me' }], 'assign');
  expect(found.map((entry) => entry.title)).toEqual(['Assign to me', 'Unassigned']);
});

test('the title counts what is urgent', () => {
  expect(t.title('At risk', 4)).toBe('(4) At risk · Foredesk');
  expect(t.title('At risk', 0)).toBe('At risk · Foredesk');
});

test('a view or action called as typed comes apart from those that only have the words', () => {
  const [called, others] = parted(['All open', 'Open the all-in-one', 'Reopen'], (title) => isCalled(title, ' all o'));
  expect(called).toEqual(['All open']);
  expect(others).toEqual(['Open the all-in-one', 'Reopen']);
  expect(isCalled('All open', '  ')).toBe(false);
});

test('a command is found by other words too, after those that have them in their title', () => {
  const team = { title: 'Team', also: 'people person' };
  const found = fitting([team, { title: 'Go to Customers', also: 'people' }, { title: 'People of today' }], 'people');
  expect(found.map(({ title }) => title)).toEqual(['People of today', 'Team', 'Go to Customers']);
  expect(fitting([team], 'person team')).toEqual([team]);
  expect(fitting([team], 'queue')).toEqual([]);
});

test('an excerpt begins shortly before the first word that was found, at a whole word', () => {
  const hit = { text: 'parcel', hit: true };
  const long = { text: 'The driver came on Tuesday at noon and left without ringing, with my ', hit: false };
  expect(fromHit([long, hit])).toEqual([{ text: '…and left without ringing, with my ', hit: false }, hit]);
  const short = [{ text: 'My ', hit: false }, hit];
  expect(fromHit(short)).toBe(short);
  expect(fromHit([hit, long])).toEqual([hit, long]);
  expect(fromHit([long])).toEqual([long]);
});

test('every command that has other words is there', () => {
  const ids = new Set(commands.map(({ id }) => id));
  expect(Object.keys(alsoWords).filter((id) => !ids.has(id))).toEqual([]);
  expect(
    fitting(
      commands.map((each) => ({ title: each.title, also: alsoFor(each) })),
      'person',
    ).length,
  ).toBeGreaterThan(0);
});

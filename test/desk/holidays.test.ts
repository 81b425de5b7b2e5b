import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRouterClient } from '@orpc/server';
import { createPureRouter } from '../../src/main/desk/router.ts';
import { refusal } from '../support/test-desk.ts';

const { calendar } = createRouterClient(createPureRouter(), { context: { trusted: false } });

type Ask = Parameters<typeof calendar.holidays>[0];
const dates = async (ask: Ask) => (await calendar.holidays(ask)).holidays.map(({ date }) => date);

/** What governments publish; each list is complete for its year. */
const published: readonly [string, Ask, readonly string[]][] = [
  [
    // https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/ : 3 July stands in for Saturday the 4th.
    'US federal holidays 2026, by the OPM',
    { country: 'US', years: [2026], types: ['public'] },
    [
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-07-04',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ],
  ],
  [
    // Bayerisches Gesetz über den Schutz der Sonn- und Feiertage, Art. 1 (Assumption holds in Catholic places only).
    'Bavaria 2026',
    { country: 'DE', state: 'BY', years: [2026], types: ['public'] },
    [
      '2026-01-01',
      '2026-01-06',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-06-04',
      '2026-10-03',
      '2026-11-01',
      '2026-12-25',
      '2026-12-26',
    ],
  ],
  [
    // Código do Trabalho, artigo 234.
    'Portugal 2026',
    { country: 'PT', years: [2026], types: ['public'] },
    [
      '2026-01-01',
      '2026-04-03',
      '2026-04-05',
      '2026-04-25',
      '2026-05-01',
      '2026-06-04',
      '2026-06-10',
      '2026-08-15',
      '2026-10-05',
      '2026-11-01',
      '2026-12-01',
      '2026-12-08',
      '2026-12-25',
    ],
  ],
  [
    // https://www.gov.uk/bank-holidays : Monday the 28th stands in for Boxing Day, a Saturday.
    'England 2026',
    { country: 'GB', state: 'ENG', years: [2026], types: ['public', 'bank'] },
    [
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-26',
      '2026-12-28',
    ],
  ],
];

describe('official holidays (CAL-22)', () => {
  it.each(published)('%s', async (_, ask, expected) => {
    expect(await dates(ask)).toEqual(expected);
  });

  it('says which day stands in for another, and asks for several years at once', async () => {
    const { holidays } = await calendar.holidays({
      country: 'gb',
      state: 'eng',
      years: [2027, 2026, 2026],
      types: ['public'],
    });
    const standIns = holidays.filter(({ substitute }) => substitute).map(({ date }) => date);
    expect(standIns).toEqual(['2026-12-28', '2027-12-27', '2027-12-28']);
  });

  it('gives half days where the library has them', async () => {
    const { holidays } = await calendar.holidays({ country: 'DE', years: [2026], types: ['bank'] });
    expect(holidays).toContainEqual({
      date: '2026-12-24',
      name: 'Christmas Eve',
      type: 'bank',
      substitute: false,
      from: '14:00',
      to: '24:00',
    });
  });

  it('gives each day of a feast of several', async () => {
    const found = await dates({ country: 'SA', years: [2026], types: ['public'] });
    expect(found).toEqual(expect.arrayContaining(['2026-05-26', '2026-05-27', '2026-05-28', '2026-05-29']));
  });

  it('lists countries, states and regions, and refuses others at their field', async () => {
    const { countries } = await calendar.regions();
    expect(countries.length).toBeGreaterThan(150);
    const bavaria = countries.find(({ code }) => code === 'DE')?.states.find(({ code }) => code === 'BY');
    expect(bavaria?.regions.map(({ name }) => name)).toContain('Stadt Augsburg');
    expect(await refusal(calendar.holidays({ country: 'XX', years: [2026] }))).toMatchObject({
      code: 'INVALID',
      data: { field: 'country' },
    });
    expect(await refusal(calendar.holidays({ country: 'DE', state: 'ZZ', years: [2026] }))).toMatchObject({
      data: { field: 'state' },
    });
  });
});

const file = (...events: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT`),
    'END:VCALENDAR',
  ].join('\n');
const read = (text: string, years = [2026], timeZone = 'UTC') => calendar.ics({ text, years, timeZone });

describe('holidays of an ICS file (CAL-23)', () => {
  const zone = process.env.TZ;
  // Whatever the machine's own zone: an all-day event is a date.
  beforeAll(() => (process.env.TZ = 'Pacific/Auckland'));
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('takes all-day events, of one day and of several, with their names', async () => {
    const text = file(
      'DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260502\nSUMMARY:Labour\\, Day',
      'DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Between\n  the years',
      'DTSTART;VALUE=DATE:20251224\nSUMMARY:Last year',
    );
    const found = await read(text);
    expect(found.holidays.map(({ date, name, line }) => [date, name, line])).toEqual([
      ['2026-05-01', 'Labour, Day', 3],
      ['2026-12-24', 'Between the years', 8],
      ['2026-12-25', 'Between the years', 8],
      ['2026-12-26', 'Between the years', 8],
    ]);
    expect(found).toMatchObject({ skipped: [], outside: 1 });
  });

  it('expands yearly events for the years asked for, without what is taken out or moved', async () => {
    const text = file(
      'UID:a\nDTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY\nSUMMARY:Christmas Day',
      'UID:b\nDTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\nSUMMARY:Thanksgiving',
      'UID:c\nDTSTART;VALUE=DATE:20200615\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270615\nSUMMARY:Foundation day',
      'UID:c\nRECURRENCE-ID;VALUE=DATE:20260615\nDTSTART;VALUE=DATE:20260616\nSUMMARY:Foundation day, moved',
    );
    const { holidays, skipped } = await read(text, [2026, 2027]);
    expect(skipped).toEqual([]);
    expect(holidays.map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2026-06-16 Foundation day, moved',
      '2026-11-26 Thanksgiving',
      '2026-12-25 Christmas Day',
      '2027-11-25 Thanksgiving',
      '2027-12-25 Christmas Day',
    ]);
  });

  it('tells timed events by the clocks of the zone asked for', async () => {
    const text = file(
      'DTSTART:20261224T130000Z\nDTEND:20261224T170000Z\nSUMMARY:In UTC',
      'DTSTART;TZID=America/New_York:20261231T200000\nDURATION:PT2H\nSUMMARY:Over midnight',
      'DTSTART:20260701T090000\nDTEND:20260701T100000\nSUMMARY:Wherever one is',
    );
    const { holidays } = await read(text, [2026, 2027], 'Europe/Berlin');
    expect(holidays.map(({ line: _, ...day }) => day)).toEqual([
      { date: '2026-07-01', from: '09:00', to: '10:00', name: 'Wherever one is' },
      { date: '2026-12-24', from: '14:00', to: '18:00', name: 'In UTC' },
      { date: '2027-01-01', from: '02:00', to: '04:00', name: 'Over midnight' },
    ]);
  });

  it.each([
    ['DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY\nSUMMARY:Team', /once a year/],
    ['DTSTART:20260105T000000Z\nDURATION:PT1H\nRRULE:FREQ=SECONDLY;COUNT=999999999\nSUMMARY:Endless', /once a year/],
    ['DTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20261231\nSUMMARY:All of it', /364 days/],
    ['DTSTART;VALUE=DATE:20260105\nDTEND;VALUE=DATE:20260105\nSUMMARY:Nothing', /ends when it starts/],
    ['DTSTART;VALUE=DATE:20260105\nSTATUS:CANCELLED\nSUMMARY:Off', /cancelled/],
    ['DTSTART;TZID=Middle-earth:20260105T090000\nDURATION:PT1H\nSUMMARY:Elsewhere', /not a time zone/],
    ['DTSTART;VALUE=DATE:20260230\nSUMMARY:No day', /./],
    ['DTSTART:nonsense\nSUMMARY:No date', /./],
    ['SUMMARY:No start', /no start/],
    ['DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=NEVER\nSUMMARY:No rule', /cannot be read/],
  ])('skips what is no holiday, with its line and why: %s', async (event, why) => {
    const good = 'DTSTART;VALUE=DATE:20260501\nSUMMARY:Labour Day';
    const { holidays, skipped } = await read(file(good, event));
    expect(holidays.map(({ name }) => name)).toEqual(['Labour Day']);
    expect(skipped).toMatchObject([{ line: 7, what: /SUMMARY:(.*)/.exec(event)?.[1] }]);
    expect(skipped[0]?.why).toMatch(why);
  });

  it('goes on after an event without an end', async () => {
    const text =
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Torn\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260501\nSUMMARY:Whole\nEND:VEVENT\nEND:VCALENDAR';
    const { holidays, skipped } = await read(text);
    expect(holidays.map(({ name }) => name)).toEqual(['Whole']);
    expect(skipped).toMatchObject([{ line: 2, what: 'Torn' }]);
    expect(skipped[0]?.why).toContain('END:VEVENT');
  });

  it('refuses what is no calendar file', async () => {
    for (const text of ['', '<html>', '{"a":1}'])
      expect(await refusal(read(text))).toMatchObject({ code: 'INVALID', data: { field: 'text' } });
  });

  it('keeps names to one short line without signs that turn text around', async () => {
    const { holidays } = await read(file(`DTSTART;VALUE=DATE:20260501\nSUMMARY:a\\n\u202Eb${'c'.repeat(900)}`));
    expect(holidays[0]?.name).toMatch(/^a bc+$/);
    expect(holidays[0]?.name).toHaveLength(200);
  });
});

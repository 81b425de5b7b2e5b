import { describe, expect, test } from 'vitest';
import { missingShifts, sameShift } from '../../../../src/domain/roster/exchange/same.ts';
import { iso, plan, said } from './support.ts';

const times = (text: string, options = {}) => {
  const read = plan(text, options);
  return { ...read, times: read.shifts.map(({ startAt, endAt }) => `${iso(startAt) ?? ''} ${iso(endAt) ?? ''}`) };
};

describe('shifts by the clock on the wall (RIO-4)', () => {
  test.each([
    ['9:00 AM', '5:30 PM', '08:00:00Z 2026-01-13T16:30:00Z'],
    ['9 am', '5 p.m.', '08:00:00Z 2026-01-13T16:00:00Z'],
    ['12:00 am', '12:00 PM', '-1 23:00:00Z 2026-01-13T11:00:00Z'],
    ['09:00', '17:00:00', '08:00:00Z 2026-01-13T16:00:00Z'],
    ['9h', '17h30', '08:00:00Z 2026-01-13T16:30:00Z'],
    ['9.00 Uhr', '17.15', '08:00:00Z 2026-01-13T16:15:00Z'],
    ['0900', '2400', '08:00:00Z 2026-01-13T23:00:00Z'],
    ['0.375', '0.7083333333', '08:00:00Z 2026-01-13T16:00:00Z'],
    ['22:00', '6:00', '21:00:00Z 2026-01-14T05:00:00Z'],
    ['8:00', '8:00', '07:00:00Z 2026-01-14T07:00:00Z'],
  ])('%s to %s', (from, to, expected) => {
    const day = expected.startsWith('-1 ') ? '2026-01-12T' : '2026-01-13T';
    const read = times(`Agent,Date,Start,End\nAda Lund,2026-01-13,${from},${to}\n`);
    expect(read.times).toEqual([day + expected.replace('-1 ', '')]);
    expect(read.issues).toEqual([]);
  });

  test('the nights the clocks change are an hour shorter and longer; a skipped or doubled time is warned of', () => {
    const read = times(
      'Agent,Date,Start,End\n' +
        'Ada Lund,2026-03-28,22:00,06:00\n' +
        'Ada Lund,2026-10-24,22:00,06:00\n' +
        'Bo Celik,2026-03-29,02:30,10:00\n' +
        'Bo Celik,2026-10-25,02:30,10:00\n',
    );
    expect(read.times).toEqual([
      '2026-03-28T21:00:00Z 2026-03-29T04:00:00Z',
      '2026-10-24T20:00:00Z 2026-10-25T05:00:00Z',
      '2026-03-29T01:30:00Z 2026-03-29T08:00:00Z',
      '2026-10-25T00:30:00Z 2026-10-25T09:00:00Z',
    ]);
    expect(said(read)).toEqual([
      '4 warning: The clocks of Europe/Berlin skipped this time; it was moved forward.',
      '5 warning: The clocks of Europe/Berlin showed this time twice; the first was taken.',
    ]);
  });

  test('both in one cell, with or without an offset, in UTC by the header, or in the zone of the row', () => {
    expect(times('Agent,Start,End\nAda Lund,2026-01-13T09:00-05:00,2026-01-13 17:00\n').times).toEqual([
      '2026-01-13T14:00:00Z 2026-01-13T16:00:00Z',
    ]);
    expect(times('Agent,Start (UTC),End (UTC)\nAda Lund,2026-01-13 09:00,17:00\n').times).toEqual([
      '2026-01-13T09:00:00Z 2026-01-13T17:00:00Z',
    ]);
    expect(times('Agent,Date,Start,End,Time zone\nAda Lund,2026-01-13,9:00,17:00,America/New_York\n').times).toEqual([
      '2026-01-13T14:00:00Z 2026-01-13T22:00:00Z',
    ]);
  });

  test('an end with a date of its own is on that date', () => {
    const read = times(
      'Agent,Start Date,Start Time,End Date,End Time\n' +
        'Ada Lund,2026-01-13,22:00,2026-01-14,06:00\n' +
        'Ada Lund,2026-01-13,22:00,2026-01-13,06:00\n' +
        'Ada Lund,2026-01-13,22:00,2026-02-13,06:00\n',
    );
    expect(read.times).toEqual(['2026-01-13T21:00:00Z 2026-01-14T05:00:00Z']);
    expect(said(read)).toEqual([
      '3 reject: The shift ends before it begins. Check its dates and times.',
      '4 reject: The shift is longer than a day. Check its end.',
    ]);
  });

  test('the order of dates is proven by the column, or asked; what the file proves goes before the answer', () => {
    const head = 'Agent,Date,Start,End\n';
    const open = `${head}Ada Lund,03/04/2026,09.30.00,17:00\n`;
    expect(plan(open)).toMatchObject({ shifts: [], questions: [{ kind: 'dateOrder' }] });
    expect(times(open, { dateOrder: 'mdy' }).times).toEqual(['2026-03-04T08:30:00Z 2026-03-04T16:00:00Z']);
    expect(times(open, { dateOrder: 'dmy' }).times).toEqual(['2026-04-03T07:30:00Z 2026-04-03T15:00:00Z']);
    const proven = `${open}Ada Lund,25/04/2026,9:00,17:00\n`;
    expect(times(proven, { dateOrder: 'mdy' }).times[0]).toBe('2026-04-03T07:30:00Z 2026-04-03T15:00:00Z');
  });

  test('a zone that does not exist is refused', () => {
    expect(() => plan('Agent,Date,Start,End\n', { timeZone: 'Mars/Olympus' })).toThrow('not a time zone');
  });
});

describe('who a shift is for (RIO-5)', () => {
  const head = 'Employee ID,Name,Email,Date,Start,End\n';
  const day = '2026-01-13,9:00,17:00\n';

  test('by employee id, then address, then name; case, accents and order of names do not matter', () => {
    const read = plan(
      `${head}0042,Somebody Else,,2026-01-13,9:00,17:00\n,,ADA@example.org,2026-01-14,9:00,17:00\n` +
        ',"lund, ADA",,2026-01-15,9:00,17:00\n,bo celik,bo@example.org,2026-01-16,9:00,17:00\n',
    );
    expect(read.shifts.map(({ personId }) => personId)).toEqual(['p-ada', 'p-ada', 'p-ada', 'p-bo']);
    expect(read.issues).toEqual([]);
  });

  test('somebody of the same name under another address is somebody else', () => {
    expect(plan(`${head},Ada Lund,ada.lund@example.net,${day}`).unknown).toMatchObject([
      { key: 'ada.lund@example.net', name: 'Ada Lund', line: 2, rows: 1 },
    ]);
  });

  test('two people of one name cannot be told apart by it', () => {
    const people = ['a', 'b'].map((id) => ({ id, name: 'Kim Lee', email: `${id}@example.org` }));
    const read = plan(`Agent,Email,Date,Start,End\nKim Lee,,${day}Kim Lee,b@example.org,${day}`, { people });
    expect(read.shifts).toMatchObject([{ personId: 'b', line: 3 }]);
    expect(said(read)).toEqual([
      '2 reject: 2 people here are called "Kim Lee". Add their e-mail addresses to the file.',
    ]);
  });

  test('somebody unknown is refused with the row, created on demand, or said to be somebody', () => {
    const text = `Agent,Date,Start,End\n"Nowak, Zoë",${day}zoe NOWAK,2026-01-14,9:00,17:00\nAda Lund,${day}`;
    const refused = plan(text);
    expect(refused.shifts).toMatchObject([{ personId: 'p-ada' }]);
    expect(refused.unknown).toMatchObject([{ key: 'zoe nowak', name: 'Zoë Nowak', line: 2, rows: 2 }]);
    expect(refused.issues).toMatchObject([
      {
        line: 2,
        column: 'Agent',
        value: 'Nowak, Zoë',
        reason: 'Nobody here is "Nowak, Zoë". Have them created, or say who they are.',
      },
      { line: 3 },
    ]);
    const created = plan(text, { createUnknown: true });
    expect(created.people).toMatchObject([{ key: 'zoe nowak', name: 'Zoë Nowak', personId: null, email: null }]);
    expect(created.shifts.map(({ personId, newPerson }) => personId ?? newPerson)).toEqual([
      'zoe nowak',
      'zoe nowak',
      'p-ada',
    ]);
    const matched = plan(text, { matches: { 'zoe nowak': 'p-bo' } });
    expect(matched.shifts.map(({ personId }) => personId)).toEqual(['p-bo', 'p-bo', 'p-ada']);
  });

  test('a name cut by its comma is put together where it is known or the address shows it; the file goes on', () => {
    const read = plan(
      `Agent,Email,Date,Start,End\nLund, Ada,ada@example.org,${day}Nowak, Zoe,zoe@example.org,${day}` +
        `Lund, Ada,,2026-01-15,9:00,17:00\nA,B,C,D,2026-01-15,9:00,17:00\nBo Celik,,${day}`,
      { createUnknown: true },
    );
    expect(read.shifts.map(({ personId, newPerson }) => personId ?? newPerson)).toEqual([
      'p-ada',
      'zoe@example.org',
      'p-ada',
      'p-bo',
    ]);
    expect(read.people).toMatchObject([{ name: 'Zoe Nowak' }]);
    expect(said(read).map((text) => text.slice(0, 40))).toEqual([
      '2 warning: A comma had cut the name in t',
      '3 warning: A comma had cut the name in t',
      '4 warning: A comma had cut the name in t',
      '5 reject: The row has 7 cells where the ',
    ]);
  });

  test('`Nom` beside `Prénom` is the last name', () => {
    const read = plan('Nom,Prénom,Date,Début,Fin\nLund,Ada,2026-01-13,9h00,17h00\n');
    expect(read.shifts).toMatchObject([{ personId: 'p-ada' }]);
  });
});

describe('rows (RIO-3, RIO-7 to RIO-9)', () => {
  test('When I Work: pay dropped, open shifts as many as counted, breaks in hours or minutes', () => {
    const read = plan(
      'Schedule,Site,Position,OpenShift Count,First Name,Last Name,Employee ID,Email,Shift Start Date,Shift Start Time,' +
        'Shift End Time,Unpaid Break,Scheduled Hours,Hourly Rate,Labor Cost,Status,Notes\n' +
        'Desk,,Live chat,,Ada,Lund,0042,ada@example.org,2026-01-13,8:00 am,5:00 pm,0.5,8.5,20,170,Published,Bring keys\n' +
        'Desk,,Phones,3,,,,,2026-01-13,10:00 pm,6:00 am,30,7.5,,,Published,\n' +
        'Desk,,Front desk,,Bo,Çelik,,,2026-01-13,8:00 am,5:00 pm,,9,20,180,Published,\n',
    );
    expect(read).toMatchObject({ kind: 'whenIWork', dropped: ['Hourly Rate', 'Labor Cost'], issues: [] });
    expect(read.shifts.map(({ personId, work, note }) => [personId, work, note])).toEqual([
      ['p-ada', 'chat', 'Bring keys'],
      [null, 'calls', ''],
      [null, 'calls', ''],
      [null, 'calls', ''],
      ['p-bo', 'calls', ''],
    ]);
    expect(read.notes).toContain('"Front desk" names no channel: 1 row is taken as calls.');
    const [chat, open] = read.shifts;
    expect(chat?.activities.map((each) => `${iso(each.startAt) ?? ''} ${iso(each.endAt) ?? ''}`)).toEqual([
      '2026-01-13T11:15:00Z 2026-01-13T11:45:00Z',
    ]);
    expect(open?.activities.map((each) => `${iso(each.startAt) ?? ''} ${iso(each.endAt) ?? ''}`)).toEqual([
      '2026-01-14T00:45:00Z 2026-01-14T01:15:00Z',
    ]);
  });

  test.each([
    ['8:10', '16:40', '30', '11:15:00Z 11:45:00Z'],
    ['8:00', '16:00', '20', '10:45:00Z 11:05:00Z'],
    ['8:05', '8:20', '10', '07:10:00Z 07:20:00Z'],
    ['8:05', '8:10', '4', '07:05:00Z 07:09:00Z'],
  ])('the break of a shift from %s to %s begins on a quarter of an hour near the middle', (from, to, minutes, span) => {
    const head = 'Agent,Date,Start,End,Break (minutes)';
    const [pause] = plan(`${head}\nAda Lund,2026-01-13,${from},${to},${minutes}\n`).shifts[0]?.activities ?? [];
    expect([pause?.startAt, pause?.endAt].map((at) => iso(at ?? null)?.slice(11)).join(' ')).toBe(span);
    expect(pause?.kind).toBe('break');
  });

  test('dates of Teams Shifts that prove nothing are asked, month first suggested', () => {
    const text = 'Member,Work Email,Start Date,Start Time,End Date,End Time\nAda Lund,,1/2/2026,8:00,1/2/2026,16:00\n';
    expect(plan(text).questions).toMatchObject([{ kind: 'dateOrder', suggested: 'mdy' }]);
  });

  test('Teams Shifts: month first where proven, blank members are open shifts, the group names the work', () => {
    const head =
      'Member,Work Email,Group,Start Date,Start Time,End Date,End Time,Theme Color,Custom Label,Unpaid Break (minutes),Notes,Shared\n';
    const read = plan(
      `${head}Ada Lund,ada@example.org,E-Mail team,1/13/2026,22:00,1/14/2026,6:00,2. Blue,Late,3,,1. Shared\n` +
        ',,Support,1/13/2026,8:00,1/13/2026,16:00,2. Blue,Chat,,,2. Not Shared\n',
    );
    expect(read).toMatchObject({
      kind: 'teamsShifts',
      issues: [],
      shifts: [
        { personId: 'p-ada', work: 'mail', startAt: Date.parse('2026-01-13T21:00:00Z') },
        { personId: null, newPerson: null, work: 'chat' },
      ],
    });
    const [pause] = read.shifts[0]?.activities ?? [];
    expect((pause?.endAt ?? 0) - (pause?.startAt ?? 0)).toBe(3 * 60_000);
  });

  test('a bad row is refused with line, column, value and reason; the rest goes in', () => {
    const read = plan(
      'Agent,Date,Start,End,Break\n' +
        'Ada Lund,2026-02-30,9:00,17:00,\n' +
        'Ada Lund,2026-01-13,9,17:00,\n' +
        'Ada Lund,2026-01-13,9:00,,\n' +
        'Ada Lund,2026-01-13,,17:00,\n' +
        'Ada Lund,,9:00,17:00,\n' +
        'Ada Lund,2026-01-13,9:00,10:00,60\n' +
        'Ada Lund,2026-01-13,9:00,17:00,soon\n' +
        'Ada Lund,2026-01-13,25:00,17:00,\n' +
        '"Ada Lund,2026-01-13,9:00\n' +
        'Ada Lund,2026-01-14,9:00\n' +
        'Ada Lund,2026-01-15,9:00,17:00,45 min\n',
    );
    expect(read.shifts).toMatchObject([{ line: 12 }]);
    expect(read.issues.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'Date', '2026-02-30'],
      [3, 'Start', '9'],
      [4, 'End', ''],
      [5, 'Start', ''],
      [6, null, null],
      [7, 'Break', '60'],
      [8, 'Break', 'soon'],
      [9, 'Start', '25:00'],
      [10, null, null],
      [11, null, null],
      [11, 'End', ''],
    ]);
    expect(said(read)[0]).toBe('2 reject: This day does not exist.');
  });

  test('a shift that stands twice is refused the second time; open shifts may be alike', () => {
    const row = '2026-01-13,9:00,17:00\n';
    const read = plan(`Agent,Date,Start,End\nAda Lund,${row}"Lund, Ada",${row}open,${row},${row}`);
    expect(read.shifts.map(({ line, personId }) => [line, personId])).toEqual([
      [2, 'p-ada'],
      [4, null],
      [5, null],
    ]);
    expect(said(read)).toEqual(['3 reject: This shift stands in line 2 already.']);
  });

  test('a shift of our own whose id stands twice is refused the second time, also where the rest differs', () => {
    const read = plan(
      'Foredesk shift,Foredesk person,Work,Start,End\ns1,p-ada,chat,2026-01-13 09:00,17:00\ns1,p-ada,mail,2026-01-14 09:00,17:00\n',
    );
    expect(read.shifts).toMatchObject([{ id: 's1', work: 'chat' }]);
    expect(said(read)).toEqual(['3 reject: This shift stands in line 2 already.']);
  });

  test('a header between the rows is passed over and said; formulas are text', () => {
    const read = plan(
      'Agent,Date,Start,End\nAda Lund,2026-01-13,9:00,17:00\nAgent,Date,Start,End\n=1+1,2026-01-13,9:00,17:00\n',
      { createUnknown: true },
    );
    expect(read.notes).toContain('The header stands 1 more time between the rows.');
    expect(read.people).toMatchObject([{ name: '=1+1' }]);
    expect(read.issues).toEqual([]);
  });
});

describe('the same file twice (RIO-11)', () => {
  test('gives the same plan, and nothing is missing of it the second time', () => {
    const text =
      'Agent,Date,Start,End\nAda Lund,2026-01-13,9:00,17:00\n,2026-01-13,9:00,17:00\n,2026-01-13,9:00,17:00\n';
    const [first, second] = [plan(text), plan(text)];
    expect(second).toEqual(first);
    expect(missingShifts(second.shifts, first.shifts)).toEqual([]);
    expect(missingShifts(second.shifts, first.shifts.slice(1, 2)).map(({ line }) => line)).toEqual([2, 4]);
    expect(missingShifts(second.shifts, [])).toEqual(second.shifts);
    const [a, b] = first.shifts;
    expect(a !== undefined && sameShift(a, { ...a, activities: [] })).toBe(true);
    expect(a !== undefined && b !== undefined && sameShift(a, b)).toBe(false);
    expect(a !== undefined && sameShift(a, { ...a, work: 'mail' })).toBe(false);
  });
});

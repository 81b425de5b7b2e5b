import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import type { RosterShift } from '../../../src/contract/roster-common.ts';
import { planRosterImport } from '../../../src/domain/roster/exchange/plan.ts';
import type { RosterImportInput } from '../../../src/domain/roster/exchange/plan.ts';
import {
  peopleTable,
  rosterCsv,
  shiftTable,
  teamsShiftsTable,
  whenIWorkTable,
} from '../../../src/domain/roster/exchange/write.ts';
import type { PersonOut, RosterTable } from '../../../src/domain/roster/exchange/write.ts';
import { readRosterTable, writeRosterXlsx } from '../../../src/main/desk/import/roster-file.ts';
import { fileOf } from './support.ts';

const people = [
  { id: 'p-ada', name: 'Ada Lund', email: 'ada@example.org', employeeId: '0042' },
  { id: 'p-zoe', name: '=Zoë, "Z"', email: null, employeeId: null },
];

async function planOf(content: string | Uint8Array, options: Partial<RosterImportInput> = {}) {
  const file = await readRosterTable(await fileOf('roster.bin', content));
  return { ...planRosterImport({ ...file, people, timeZone: 'Europe/Berlin', ...options }), fileNotes: file.notes };
}

type Cell =
  | string
  | number
  | null
  | { readonly type: DateConstructor | NumberConstructor; readonly value: unknown; readonly format: string };
const workbook = async (sheets: readonly { readonly sheet: string; readonly data: readonly (readonly Cell[])[] }[]) =>
  new Uint8Array(await writeWorkbook(sheets as never).toBuffer());

const day = (date: string): Cell => ({ type: Date, value: new Date(`${date}T00:00:00Z`), format: 'yyyy-mm-dd' });
const clock = (hours: number): Cell => ({ type: Number, value: hours / 24, format: 'hh:mm' });
const at = (text: string) => Date.parse(text);

describe('roster files from bytes (RIO-3)', () => {
  const text = 'Mitarbeiter\tDatum\tVon\tBis\tStundenlohn\nLund, Ada\t13.01.2026\t22:00\t06:00\t20\n';

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with tabs', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Windows-1252', Buffer.from(text.replace('Stundenlohn', 'Vergütung'), 'latin1')],
    ['gzip', gzipSync(Buffer.from(text))],
    ['semicolons below two titles', Buffer.from(`Dienstplan;;;;\n;;;;\n${text.replaceAll('\t', ';')}`)],
    ['old Mac line ends', Buffer.from(text.replaceAll('\n', '\r'))],
  ])('%s', async (_name, bytes) => {
    const read = await planOf(bytes);
    expect(read.kind).toBe('shiftTable');
    expect(read.dropped).toHaveLength(1);
    expect(read.issues).toEqual([]);
    expect(read.shifts).toMatchObject([
      { personId: 'p-ada', startAt: at('2026-01-13T21:00:00Z'), endAt: at('2026-01-14T05:00:00Z') },
    ]);
  });

  test('the sheet of When I Work is found beside others; cells that are dates and times are read to the minute', async () => {
    const read = await planOf(
      await workbook([
        {
          sheet: 'Hourly - Desk',
          data: [
            ['Hour', 'Mon'],
            ['8', 3],
            ['9', 4],
          ],
        },
        {
          sheet: 'Schedules - Desk',
          data: [
            ['Schedule of Desk', null, null],
            [
              'Schedule',
              'Position',
              'OpenShift Count',
              'First Name',
              'Last Name',
              'Employee ID',
              'Shift Start Date',
              'Shift Start Time',
              'Shift End Time',
              'Unpaid Break',
              'Hourly Rate',
              'Labor Cost',
            ],
            [
              'Desk',
              'Email',
              null,
              'Ada',
              'Lund',
              '0042',
              day('2026-03-28'),
              clock(22),
              clock(6),
              30,
              31337,
              '$424242',
            ],
            ['Desk', 'Calls', 2, null, null, null, day('2026-03-29'), clock(8 + 1 / 3), '4:40 pm', null, null, null],
            ['Desk', 'Calls', null, '=1+1', '"x"', null, day('2026-03-29'), '8:00 am', '4:00 pm', null, null, null],
          ],
        },
      ]),
      { createUnknown: true },
    );
    expect(read).toMatchObject({
      kind: 'whenIWork',
      dropped: ['Hourly Rate', 'Labor Cost'],
      issues: [],
      questions: [],
    });
    expect(read.shifts).toMatchObject([
      {
        line: 3,
        personId: 'p-ada',
        work: 'mail',
        startAt: at('2026-03-28T21:00:00Z'),
        endAt: at('2026-03-29T04:00:00Z'),
      },
      { line: 4, personId: null, startAt: at('2026-03-29T06:20:00Z'), endAt: at('2026-03-29T14:40:00Z') },
      { line: 4, newPerson: null },
      { line: 5, newPerson: '1 1 x' },
    ]);
    expect(read.people).toMatchObject([{ name: '=1+1 "x"' }]);
    expect(read.fileNotes).toEqual(['Only the sheet "Schedules - Desk" is read; not "Hourly - Desk".']);
    expect(JSON.stringify(read)).not.toMatch(/31337|424242/);
  });

  test('lengths in cells of a workbook, also above a day', async () => {
    const length = (hours: number): Cell => ({ type: Number, value: hours / 24, format: '[h]:mm:ss' });
    const stamp: Cell = { type: Date, value: new Date('2026-01-13T09:00:00Z'), format: 'yyyy-mm-dd hh:mm:ss' };
    const read = await planOf(
      await workbook([
        {
          sheet: 'Log',
          data: [
            ['Agent', 'State', 'Timestamp', 'Duration'],
            ['Ada Lund', 'ACW', stamp, length(1 / 3)],
            ['Ada Lund', 'Offline', stamp, length(30)],
          ],
        },
      ]),
    );
    expect(read.states.map(({ startAt, endAt }) => (endAt ?? 0) - startAt)).toEqual([1_200_000, 108_000_000]);
  });

  test('ragged rows: what is missing is blank, what is too much refuses the row, and the rest goes in', async () => {
    const read = await planOf(
      'Agent,Date,Start,End,Break\nAda Lund,2026-01-13,9:00,17:00\nX,Y,2026-01-13,9:00,17:00,30,\n"Lund, Ada",2026-01-14,9:00,17:00,30,,\n',
    );
    expect(read.shifts.map(({ line }) => line)).toEqual([2, 4]);
    expect(read.issues.map(({ line, severity }) => [line, severity])).toEqual([
      [2, 'warning'],
      [3, 'reject'],
    ]);
  });

  test.each([
    ['JSON', '{"a":1}'],
    ['a header alone', 'Agent,Date,Start,End\n'],
    ['an empty file', ''],
  ])('%s is refused with what to do', async (_name, content) => {
    await expect(planOf(content)).rejects.toMatchObject({ code: 'INVALID' });
  });

  test('a damaged workbook and one without rows are refused', async () => {
    const bytes = await workbook([{ sheet: 'A', data: [['Agent', 'Date', 'Start', 'End']] }]);
    await expect(planOf(bytes)).rejects.toThrow('no sheet with rows');
    await expect(planOf(bytes.slice(0, bytes.length / 2))).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('out and in again, as files (RIO-12)', () => {
  const shifts: readonly RosterShift[] = [
    {
      id: 's1',
      personId: 'p-ada',
      startAt: at('2026-10-24T20:00:00Z'),
      endAt: at('2026-10-25T05:00:00Z'),
      work: 'chat',
      activities: [
        { kind: 'break', startAt: at('2026-10-25T00:15:00Z'), endAt: at('2026-10-25T01:15:00Z') },
        { kind: 'coaching', startAt: at('2026-10-25T02:00:00Z'), endAt: at('2026-10-25T02:30:00Z') },
      ],
    },
    {
      id: 's2',
      personId: 'p-zoe',
      startAt: at('2026-10-26T08:00:00Z'),
      endAt: at('2026-10-26T16:00:00Z'),
      work: 'mail',
      activities: [],
    },
    {
      id: 's3',
      personId: null,
      startAt: at('2026-10-26T08:00:00Z'),
      endAt: at('2026-10-26T16:00:00Z'),
      work: 'calls',
      activities: [],
    },
  ];
  const byId = new Map(people.map((person) => [person.id, { ...person, team: null }]));
  const files = async (table: RosterTable) => [rosterCsv(table), new Uint8Array(await writeRosterXlsx([table]))];

  test('our own format, as CSV and as a workbook', async () => {
    for (const file of await files(shiftTable(shifts, byId, 'Europe/Berlin'))) {
      const read = await planOf(file, { timeZone: 'Asia/Tokyo' });
      expect(read).toMatchObject({ kind: 'shiftTable', issues: [], dropped: [] });
      expect(read.shifts).toMatchObject(shifts);
    }
  });

  test('people, with names that look like formulas, escaped, or both', async () => {
    const name = fc.string({ unit: fc.constantFrom('=', "'", '"', '+', '@', 'é', 'x', ',', ' ', ';'), minLength: 1 });
    const person = { ...people[0], phone: null, team: null, role: null, skills: null, languages: null, timeZone: null };
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          name.map((text) => text.trim()).filter((text) => text !== ''),
          { minLength: 1, maxLength: 5 },
        ),
        async (names) => {
          const out = names.map((text, index): PersonOut => ({
            ...person,
            id: `p${index}`,
            name: text,
            email: null,
            employeeId: null,
            contractMinutes: 2250,
            active: true,
          }));
          const known = out.map(({ id, name: called }) => ({ id, name: called, email: null }));
          for (const file of await files(peopleTable(out))) {
            const read = await planOf(file, { people: known });
            expect(read.people.map((each) => each.name)).toEqual(names);
            expect(read.people.map((each) => each.personId)).toEqual(out.map(({ id }) => id));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('Teams Shifts and When I Work, as workbooks', async () => {
    const teams = teamsShiftsTable(shifts.slice(1), byId, 'Europe/Berlin');
    const read = await planOf(new Uint8Array(await writeRosterXlsx([teams])));
    expect(read).toMatchObject({ kind: 'teamsShifts', issues: [] });
    expect(read.shifts).toMatchObject(shifts.slice(1).map(({ id: _id, ...rest }) => rest));
    const table = whenIWorkTable(shifts.slice(1), byId, {
      timeZone: 'Europe/Berlin',
      schedule: 'Help/Desk: a very long name of it',
    });
    expect(table.rows.map((cells) => cells[table.header.indexOf('OpenShift Count')])).toEqual(['', 1]);
    const again = await planOf(new Uint8Array(await writeRosterXlsx([table])));
    expect(again).toMatchObject({ kind: 'whenIWork', issues: [], dropped: [] });
    expect(again.shifts).toMatchObject(shifts.slice(1).map(({ id: _id, ...rest }) => rest));
  });
});

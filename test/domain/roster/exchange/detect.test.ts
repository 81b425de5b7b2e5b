import { describe, expect, test } from 'vitest';
import { detectRosterFile } from '../../../../src/domain/roster/exchange/detect.ts';
import { payColumn } from '../../../../src/domain/roster/exchange/pay.ts';
import { plan } from './support.ts';

const whenIWork =
  'Schedule,Site,Position,OpenShift Count,First Name,Last Name,Employee ID,Email,Shift Start Date,Shift Start Time,' +
  'Shift End Time,Unpaid Break,Scheduled Hours,Hourly Rate,Labor Cost,Status,Notes';
const teams =
  'Member,Work Email,Group,Start Date,Start Time,End Date,End Time,Theme Color,Custom Label,Unpaid Break (minutes),Notes,Shared';

describe('what a file is (RIO-1)', () => {
  test.each([
    ['whenIWork', whenIWork],
    ['teamsShifts', teams],
    ['zendeskTeam', 'ID,Name,Email,Suspended,Role,Time zone,Language,Primary Group,Groups'],
    ['peopleTable', 'Name,E-Mail,Telefon,Team,Fähigkeiten,Sprachen,Zeitzone,Wochenstunden'],
    ['peopleTable', 'Prénom,Nom,Courriel,Équipe'],
    ['peopleTable', 'Name,Email,Start Date,Status,Team'],
    ['shiftTable', 'Mitarbeiter,Datum,Von,Bis,Pause'],
    ['shiftTable', 'Empleado,Fecha,Hora de inicio,Hora de fin,Turno'],
    ['shiftTable', 'Agent,Date,Start,End,Status'],
    ['stateLog', 'Agent,Agent State,Start Time,End Time'],
    ['stateLog', 'AGENT NAME,STATE,REASON CODE,TIMESTAMP,DURATION'],
    ['stateLog', 'Agent,Status,Start,End'],
    [null, 'Ticket ID,Subject,Status,Priority,Created at'],
    [null, 'Start,End,Label'],
    [null, ''],
  ])('%s: %s', (kind, headers) => {
    expect(detectRosterFile(headers.split(','))).toBe(kind);
    expect(detectRosterFile(`\uFEFF${headers.toUpperCase()}`.split(','))).toBe(kind);
  });

  test('what is none of these brings nothing, and says what would be needed', () => {
    const read = plan('Ticket ID,Subject\n1,Hello\n');
    expect(read).toMatchObject({ kind: null, people: [], shifts: [], states: [], rows: 1 });
    expect(read.notes.join()).toContain('shifts a person, a start and an end');
  });
});

describe('pay (RIO-2)', () => {
  test.each(
    (
      'Hourly Rate|Labor Cost|Labour costs|Wage|Base salary|Salary (EUR)|Pay|Pay rate|Rate of pay|Rate|Rate ($)|Bonus|' +
      'Lohn|Stundenlohn|Gehalt|Jahresgehalt|Vergütung|Personalkosten|Stundensatz|Salaire|Salaire horaire|Taux horaire|' +
      'Rémunération|Sueldo|Salario|Tarifa por hora|Salário|Valor hora|Remuneração|Custo|Stipendio|Retribuzione|' +
      'Costo orario|Salaris|Uurloon|Loonkosten|Brutoloon|Overtime pay|Base Hourly Rate|€/h'
    ).split('|'),
  )('%s is pay', (header) => {
    expect(payColumn(header)).toBe(true);
  });

  test.each(
    (
      'Unpaid Break|Unpaid Break (minutes)|Paid break|Unbezahlte Pause|Pause non payée|Pause non rémunérée|' +
      'Descanso no pagado|Pausa não paga|Pausa non retribuita|Onbetaalde pauze|Payment method|Pay period|Payroll number|' +
      'Cost center|Centro de costos|Centre de coût|Kostenstelle|Kostenplaats|Salarié|Name|Email|Scheduled Hours|' +
      'Occupancy rate|Role|Start|Corporate|Pilot|Languages'
    ).split('|'),
  )('%s is not', (header) => {
    expect(payColumn(header)).toBe(false);
  });

  test('a column of pay is dropped whole and named; nothing of it comes out anywhere', () => {
    const read = plan(
      'Agent,Hourly Rate,Date,Start,End,Labor Cost,Pausa não paga\n' +
        'Ada Lund,31337,2026-01-13,9:00,17:00,424242,30\n' +
        'Ada Lund,31337,nonsense,9:00,17:00,424242,30\n' +
        'Ada Lund,31337,2026-01-14,9:00,17:00,424242,30,too,many\n' +
        'Ada Lund,31337\n',
    );
    expect(read.dropped).toEqual(['Hourly Rate', 'Labor Cost']);
    expect(read.shifts).toHaveLength(1);
    expect(read.shifts[0]?.activities).toHaveLength(1);
    expect(read.issues.map(({ line, severity }) => `${line} ${severity}`)).toEqual([
      '3 reject',
      '4 reject',
      '5 warning',
      '5 reject',
    ]);
    expect(JSON.stringify(read)).not.toMatch(/31337|424242/);
  });

  test('pay that only the row of titles above names is dropped as well', () => {
    const read = plan(
      'Employee,,Shift,,Wage\nName,Email,Start,End,USD\nAda Lund,,2026-01-13 09:00,2026-01-13 17:00,99\n',
    );
    expect(read).toMatchObject({ kind: 'shiftTable', dropped: ['USD'], rows: 1 });
    expect(read.shifts).toMatchObject([{ personId: 'p-ada', line: 3 }]);
  });
});

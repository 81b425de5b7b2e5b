import { describe, expect, test } from 'vitest';
import { plan, said } from './support.ts';

describe('people (RIO-6)', () => {
  test('a list in German: levels, languages by name, hours with a comma, gehalt dropped', () => {
    const read = plan(
      'Vorname,Nachname,E-Mail,Telefon,Abteilung,Funktion,Fähigkeiten,Sprachen,Zeitzone,Wochenstunden,Gehalt,Status\n' +
        'Zoë,Nowak,zoe@example.org,+49 30 1234,Voice,Teamleiterin,"Voice:3; Billing, Chat (5)",Deutsch; Englisch; pt-BR,Europe/Berlin,"37,5",99999,aktiv\n' +
        'Ada,Lund,,,,,,,,40,99999,inaktiv\n',
    );
    expect(read).toMatchObject({ kind: 'peopleTable', dropped: ['Gehalt'], issues: [] });
    expect(read.people).toEqual([
      {
        line: 2,
        personId: null,
        key: 'zoe@example.org',
        name: 'Zoë Nowak',
        email: 'zoe@example.org',
        employeeId: null,
        phone: '+49 30 1234',
        team: 'Voice',
        role: 'Teamleiterin',
        skills: [
          { name: 'Voice', level: 3 },
          { name: 'Billing', level: null },
          { name: 'Chat', level: 5 },
        ],
        languages: ['de', 'en', 'pt-BR'],
        timeZone: 'Europe/Berlin',
        contractMinutes: 2250,
        active: true,
      },
      expect.objectContaining({ personId: 'p-ada', skills: null, contractMinutes: 2400, active: false, team: null }),
    ]);
    expect(JSON.stringify(read)).not.toContain('99999');
  });

  test('the team of a Zendesk account', () => {
    const read = plan(
      'ID,Name,Email,Suspended,Role,Time zone,Language,Primary Group,Groups\n' +
        '7,Ada Lund,ada@example.org,FALSE,Agent,Europe/Lisbon,English (United States),Tier 1,Tier 1 | Tier 2\n' +
        '8,"Nowak, Zoë",zoe@example.org,TRUE,Admin,Lisbon,Klingon,Tier 2,\n',
    );
    expect(read.kind).toBe('zendeskTeam');
    expect(read.people).toMatchObject([
      {
        personId: 'p-ada',
        employeeId: '7',
        team: 'Tier 1',
        languages: ['en'],
        timeZone: 'Europe/Lisbon',
        active: true,
      },
      { personId: null, name: 'Zoë Nowak', timeZone: null, languages: [], active: false },
    ]);
    expect(read.issues.map(({ line, column, severity }) => [line, severity, column])).toEqual([
      [3, 'warning', 'Language'],
      [3, 'warning', 'Time zone'],
    ]);
  });

  test('what cannot be read is left out with a warning; who stands twice or is nobody is refused', () => {
    const read = plan(
      'Name,Email,Contract hours,Active\n' +
        'Zoe,not an address,a lot,perhaps\n' +
        'Ada Lund,ada@example.org,37:30,yes\n' +
        '"Lund, Ada",,40,yes\n' +
        ',,40,yes\n' +
        'Bo,bo@example.org,200,no\n',
    );
    expect(
      read.people.map(({ name, email, contractMinutes, active }) => [name, email, contractMinutes, active]),
    ).toEqual([
      ['Zoe', null, null, null],
      ['Ada Lund', 'ada@example.org', 2250, true],
      ['Bo', 'bo@example.org', null, false],
    ]);
    expect(said(read)).toEqual([
      '2 warning: This is not an e-mail address; it is left out.',
      '2 warning: These are not hours of a week; write 37.5 or 37:30. They are left out.',
      '2 warning: Neither active nor inactive; it is left as it is.',
      '4 reject: This person stands in line 3 already.',
      '5 reject: The row names nobody. Give it a name or an e-mail address.',
      '6 warning: These are not hours of a week; write 37.5 or 37:30. They are left out.',
    ]);
  });

  test('somebody known keeps the name they have where the file has none, or the same written otherwise', () => {
    const read = plan(
      'Name,Email,Skills\n,ADA@example.org,Voice\nbo CELIK,,Chat\nZoe,,Mail\n,new@example.org,Mail\n"Berg, Ada",ada@example.org,Mail\n',
    );
    expect(read.people.map(({ name, personId }) => [name, personId])).toEqual([
      ['Ada Lund', 'p-ada'],
      ['Bo Çelik', 'p-bo'],
      ['Zoe', null],
      ['new@example.org', null],
    ]);
    expect(plan('Name,Email,Skills\n"Berg, Ada",ada@example.org,Mail\n').people).toMatchObject([
      { name: 'Ada Berg', personId: 'p-ada' },
    ]);
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../../src/contract/index.ts';
import { rejectsCsv } from '../../../src/domain/exchange/csv-write.ts';
import { readDrafts } from '../../../src/main/desk/import/read.ts';
import { fileOf, fixture, inspect, readIn, readTable, readWith, story } from './support.ts';

const head = 'Ticket ID,Subject,Status,Created at\n';
const row = (id: string, subject: string, status = 'open', created = '2026-01-13 10:00') =>
  `${id},${subject},${status},${created}\n`;

const utf16 = (text: string, bigEndian: boolean, bom: boolean) => {
  const bytes = Buffer.from((bom ? '\uFEFF' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('encodings (IMP-2)', () => {
  const text = `${head}${row('1', 'Überweisung für Zoë')}${row('2', 'Plain')}`;
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 LE with BOM', utf16(text, false, true)],
    ['UTF-16 BE with BOM', utf16(text, true, true)],
    ['UTF-16 LE', utf16(text, false, false)],
    ['UTF-16 BE', utf16(text, true, false)],
    ['Windows-1252', Buffer.from(text, 'latin1')],
  ])('%s', async (label, bytes) => {
    const read = await readTable(bytes);
    expect(read.inspection.encoding).toBe(label);
    expect(read.drafts.map((draft) => draft.subject)).toEqual(['Überweisung für Zoë', 'Plain']);
    expect(read.inspection.notes.some((note) => note.includes('Windows-1252'))).toBe(label === 'Windows-1252');
  });

  test('a few bad bytes in UTF-8 stay a few bad characters', async () => {
    const good = row('1', 'Grüße an Jürgen, schöne Länder'.replace(',', '')).repeat(1);
    const bytes = Buffer.concat([
      Buffer.from(head + good + '2,Bad '),
      Buffer.from([0xff]),
      Buffer.from(',open,2026-01-13\n'),
    ]);
    const read = await readTable(bytes);
    expect(read.inspection.encoding).toBe('UTF-8, damaged');
    expect(read.drafts.map((draft) => draft.subject)).toEqual(['Grüße an Jürgen schöne Länder', 'Bad \uFFFD']);
  });

  test('a character on the border of two pieces is one character', async () => {
    const long = 'é'.repeat(400_001);
    const read = await readTable(`${head}${row('1', long.slice(0, 900))}2,"x${long}",open,2026-01-13\n`);
    expect(read.inspection.encoding).toBe('UTF-8');
    const whole = read.drafts[1]?.events.find((event) => event.type === 'customerMessage')?.body;
    expect(whole).toBe(`x${long}`);
  });
});

describe('containers (IMP-1)', () => {
  const text = `${head}${row('1', 'One')}`;
  test('gzip, and a ZIP with just one file', async () => {
    const zip = zipSync({ 'out/': new Uint8Array(), 'out/tickets.csv': strToU8(text) });
    for (const bytes of [gzipSync(text), zip]) {
      expect((await readTable(bytes)).drafts.map((draft) => draft.externalId)).toEqual(['1']);
    }
  });

  test('a ZIP with more files, or an archive in it, is refused with what to do', async () => {
    const two = await fileOf('a.zip', zipSync({ 'a.csv': strToU8(text), 'b.csv': strToU8(text) }));
    await expect(inspect(two)).rejects.toThrow('holds 2 files. Unpack it');
    const nested = await fileOf('b.zip', zipSync({ 'b.zip': zipSync({ 'a.csv': strToU8(text) }) }));
    await expect(inspect(nested)).rejects.toMatchObject({ code: 'INVALID' });
  });

  test('a damaged or cut-off archive says so', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => row(`${i}`, `Subject ${(i * 7919) % 1000}`)).join('');
    const gz = gzipSync(head + rows);
    await expect(inspect(await fileOf('a.csv.gz', gz.subarray(0, gz.length - 2000)))).rejects.toThrow('cut off');
    const zip = zipSync({ 'a.csv': strToU8(head + rows) });
    await expect(inspect(await fileOf('a.zip', zip.subarray(0, zip.length - 100)))).rejects.toThrow('damaged');
  });

  test.each([
    ['missing', 'NOT_FOUND', 'There is no file'],
    ['folder', 'INVALID', 'is not a file'],
    ['empty', 'INVALID', 'is empty'],
    ['old Excel', 'INVALID', 'old Excel file'],
    ['PDF', 'INVALID', 'not an export'],
    ['binary', 'INVALID', 'not a text file'],
    ['header only', 'INVALID', 'no rows'],
  ])('%s: a clear refusal', async (kind, code, words) => {
    const content: Record<string, Uint8Array | string> = {
      empty: '',
      'old Excel': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      PDF: '%PDF-1.7',
      binary: Buffer.alloc(5000, Buffer.from([0, 0, 1, 7])),
      'header only': head,
    };
    const path = await fileOf('x.csv', content[kind] ?? 'x');
    const folder = join(path, '../folder');
    await mkdir(folder);
    const target = kind === 'missing' ? `${path}.gone` : kind === 'folder' ? folder : path;
    await expect(inspect(target)).rejects.toMatchObject({ code });
    await expect(inspect(target)).rejects.toThrow(words);
  });

  test.each([
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'pipe'],
  ])('delimiter %j', async (delimiter) => {
    const read = await readTable(text.replaceAll(',', delimiter).replace('One', 'One, two'));
    expect(read.inspection.delimiter).toBe(delimiter);
    expect(read.drafts[0]?.subject).toBe('One, two');
  });

  test('sep= line, titles above the header, bare CR line ends', async () => {
    expect((await readTable(`sep=;\r\n${text.replaceAll(',', ';')}`)).drafts).toHaveLength(1);
    const titled = await readTable(`Ticket report,,,\n,,,\nWeek 3,,,\n${text}`);
    expect(titled.drafts.map((draft) => draft.line)).toEqual([5]);
    expect((await readTable(text.replaceAll('\n', '\r'))).drafts.map((draft) => draft.line)).toEqual([2]);
  });
});

describe('rows (IMP-4)', () => {
  test('ragged rows: short ones go in with a warning, long ones are refused unless the rest is blank', async () => {
    const read = await readTable(
      `${head}1,Short\n2,Long,open,2026-01-13,more\n3,Blank,open,2026-01-13,,\n4,Fine,open,2026-01-13\n`,
    );
    expect(read.drafts.map((draft) => draft.externalId)).toEqual(['3', '4']);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'The row does not say when the ticket was created.'],
      [3, 'The row has 5 cells where the header has 4. A comma or quote in a text may be to blame.'],
    ]);
    expect(read.warnings.map(({ line }) => line)).toEqual([2]);
    expect(read.rejects[1]?.row).toEqual(['2', 'Long', 'open', '2026-01-13', 'more']);
  });

  test('repeated headers are kept apart by their place', async () => {
    const read = await readTable(`Ticket ID,Created at,Comment,Comment,Comment\n1,2026-01-13,a,b,c\n`);
    expect(read.drafts[0]?.fields).toEqual({ Comment: 'a', 'Comment (2)': 'b', 'Comment (3)': 'c' });
  });

  test.each([
    ['de', 'Ticketnummer;Betreff;Zustand;Priorität;Erstellt am;Bearbeiter;Gruppe', 'In Bearbeitung;Hoch'],
    ['fr', 'Numéro du ticket;Sujet;État;Priorité;Créé le;Assigné à;Groupe', 'En cours;Élevée'],
    ['es', 'Número de caso;Asunto;Estado;Prioridad;Fecha de creación;Asignado a;Grupo', 'Abierto;Alta'],
    ['pt', 'Número do chamado;Assunto;Situação;Prioridade;Criado em;Responsável;Grupo', 'Em andamento;Alta'],
    ['it', 'Numero ticket;Oggetto;Stato;Priorità;Data di creazione;Assegnato a;Gruppo', 'Aperto;Alta'],
    ['nl', 'Zaaknummer;Onderwerp;Status;Prioriteit;Aangemaakt op;Behandelaar;Groep', 'In behandeling;Hoog'],
  ])('translated headers and values: %s', async (_language, header, values) => {
    const [status = '', priority = ''] = values.split(';');
    const text = `${header}\n77;Ça va, ¿no?;${status};${priority};31.12.2025 09:30;Zoë;Zentrale\n`;
    const read = await readTable(Buffer.from(text, 'latin1'), { timeZone: 'Europe/Berlin' });
    expect(read.inspection.questions.map((question) => question.kind)).toEqual(['timeZone']);
    expect(read.drafts[0]).toMatchObject({
      externalId: '77',
      subject: 'Ça va, ¿no?',
      status: 'open',
      priority: 'p2',
      assignee: 'Zoë',
      queue: 'Zentrale',
      createdAt: Date.parse('2025-12-31T09:30:00+01:00'),
    });
  });

  test('duplicate ids: the second is refused and names the first', async () => {
    const read = await readTable(head + row('7', 'First') + row('8', 'Other') + row('7', 'Second'));
    expect(read.drafts.map((draft) => draft.subject)).toEqual(['First', 'Other']);
    expect(read.rejects.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [4, 'Ticket ID', '7', 'Ticket 7 stands in line 2 already.'],
    ]);
  });

  test('a quote that is never closed costs its own row only', async () => {
    const read = await readTable(
      head + row('1', 'Fine') + row('2', '"open') + row('3', 'Fine') + row('4', 'say ""hi""'),
    );
    expect(read.drafts.map((draft) => draft.externalId)).toEqual(['1', '3', '4']);
    expect(read.rejects.map(({ line }) => line)).toEqual([3]);
  });

  test('quotes, markup, NUL, control and right-to-left characters are text', async () => {
    const odd = [
      '5" pipe',
      '<img src=x onerror=alert(1)>',
      'a\u0000b',
      '\u202Eevil\u202C',
      'bell\u0007',
      '=1+1',
      '+49 30',
      '-5',
      '@me',
    ];
    const read = await readTable(head + odd.map((subject, i) => row(`${i}`, subject)).join(''));
    expect(read.drafts.map((draft) => draft.subject)).toEqual(odd);
  });

  test('multi-line fields keep their lines, and lines are counted on', async () => {
    const read = await readTable(`${head}1,"one\ntwo, ""three""\r\nfour",open,2026-01-13\n2,x,open,nonsense\n`);
    expect(read.drafts[0]?.subject).toBe('one\ntwo, "three"\r\nfour');
    expect(read.rejects.map(({ line, column, value }) => [line, column, value])).toEqual([
      [5, 'Created at', 'nonsense'],
    ]);
  });

  test('huge fields: a long subject is cut and kept whole below; over 10 million characters refuse the row', async () => {
    const long = `${'word '.repeat(400)}end`;
    const read = await readTable(
      `${head}${row('1', long)}2,"${'x'.repeat(10_000_001)}",open,2026-01-13\n${row('3', 'ok')}`,
    );
    expect(read.drafts.map((draft) => [draft.externalId, draft.subject.length])).toEqual([
      ['1', 1000],
      ['3', 2],
    ]);
    expect(read.drafts[0]?.events.find((event) => event.type === 'customerMessage')?.body).toBe(long);
    expect(read.warnings.map(({ externalId }) => externalId)).toEqual(['1']);
    expect(read.rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'A field holds more than 10 million characters. Shorten it and import again.'],
    ]);
  });

  test('words such as "constructor" and "__proto__" are only words', async () => {
    const read = await readTable(`Ticket ID,Created at,Status,__proto__\n1,2026-01-13,constructor,x\n`);
    expect(read.drafts[0]).toMatchObject({ status: 'open', fields: {} });
    expect(read.warnings.map(({ value }) => value)).toEqual(['constructor']);
  });
});

describe('dates (IMP-6, IMP-7)', () => {
  test('the whole column tells day first from month first', async () => {
    const early = Array.from({ length: 3000 }, (_, i) => row(`${i}`, 's', 'open', '03/04/2026 10:00')).join('');
    const dmy = await inspect(await fileOf('a.csv', `${head}${early}x,s,open,13/04/2026 10:00\n`));
    const mdy = await inspect(await fileOf('b.csv', `${head}${early}x,s,open,04/13/2026 10:00\n`));
    expect([dmy.mapping.dateOrder, mdy.mapping.dateOrder]).toEqual(['dmy', 'mdy']);
    const unknown = await inspect(await fileOf('c.csv', head + early));
    expect(unknown.mapping.dateOrder).toBeNull();
    expect(unknown.questions.map(({ kind, suggested }) => [kind, suggested])).toEqual([
      ['dateOrder', null],
      ['timeZone', 'Europe/Berlin'],
    ]);
  });

  test('sorted dates only suggest an order, and mixed ones are asked with how many there are', async () => {
    const sorted = ['01/02/2026', '02/02/2026', '03/02/2026', '01/03/2026', '02/03/2026'];
    const asked = await inspect(
      await fileOf('a.csv', head + sorted.map((day, i) => row(`${i}`, 's', 'open', day)).join('')),
    );
    expect(asked.questions[0]).toMatchObject({ kind: 'dateOrder', suggested: 'dmy' });
    const mixed = await inspect(
      await fileOf('b.csv', head + row('1', 's', 'open', '25/01/2026') + row('2', 's', 'open', '01/25/2026')),
    );
    expect(mixed.mapping.dateOrder).toBeNull();
    expect(mixed.questions[0]?.text).toContain('Some dates can only be day first (1), others only month first (1)');
  });

  test('an open question is not answered by guessing', async () => {
    const path = await fileOf('a.csv', head + row('1', 's', 'open', '03/04/2026'));
    const { mapping } = await inspect(path);
    await expect(readWith(path, mapping)).rejects.toMatchObject({ code: 'INVALID', data: { field: 'dateOrder' } });
    await expect(readWith(path, { ...mapping, dateOrder: 'dmy' })).rejects.toMatchObject({
      data: { field: 'timeZone' },
    });
    await expect(readWith(path, { ...mapping, dateOrder: 'dmy', timeZone: 'Mars/Base' })).rejects.toThrow(
      'no time zone "Mars/Base"',
    );
  });

  test('times with their own zone raise no question', async () => {
    const read = await readTable(
      head + row('1', 's', 'open', '2026-01-13T10:00:00+02:00') + row('2', 's', 'open', '1768298400'),
      {},
    );
    expect(read.inspection.questions).toEqual([]);
    expect(read.drafts.map((draft) => draft.createdAt)).toEqual([
      Date.parse('2026-01-13T08:00:00Z'),
      1_768_298_400_000,
    ]);
  });

  test.each([
    ['30/02/2016', 'This day does not exist.'],
    ['29/02/2015 10:00', 'This day does not exist.'],
    ['13/13/2016', 'There is no month 13.'],
    ['13/01/2016 25:00', 'This time of day does not exist.'],
    ['13/01/1969', 'The year must lie between 1970 and 2100.'],
    ['13/01/2101', 'The year must lie between 1970 and 2100.'],
    ['soon', 'This is not a date Foredesk can read.'],
  ])('%s is refused with its value and column', async (date, reason) => {
    const read = await readTable(head + row('1', 's', 'open', '25/01/2016') + row('2', 's', 'open', date));
    expect(read.drafts).toHaveLength(1);
    expect(read.rejects).toMatchObject([{ line: 3, column: 'Created at', value: date, reason }]);
  });

  test('a time the clocks skipped moves forward, one they showed twice is the first; both are said', async () => {
    const dates = ['2026-03-29 02:30', '2026-10-25 02:30', '2026-10-25 12:00'];
    const read = await readTable(head + dates.map((date, i) => row(`${i}`, 's', 'open', date)).join(''), {
      timeZone: 'Europe/Berlin',
    });
    expect(read.drafts.map((draft) => new Date(draft.createdAt).toISOString())).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T11:00:00.000Z',
    ]);
    expect(read.warnings.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'The clocks of Europe/Berlin skipped this time; it was moved forward.'],
      [3, 'The clocks of Europe/Berlin showed this time twice; the first was taken.'],
    ]);
  });

  test('solved before created: kept, solved at its creation, and said', async () => {
    const read = await readTable(
      'Ticket ID,Status,Created at,Solved at,Updated at\n1,Solved,2026-01-13 10:00,2026-01-12 10:00,2026-01-11 10:00\n',
    );
    expect(story(read.drafts[0])).toEqual([
      '2026-01-13T10:00 created customer Unknown requester: p3 > open',
      '2026-01-13T10:00 status system Import: open > solved',
    ]);
    expect(read.warnings.map(({ reason }) => reason)).toEqual([
      'Updated before it was created; the time of creation is taken for both.',
      'Solved before it was created; kept, and put at the time of creation.',
    ]);
  });
});

describe('mappings (IMP-8)', () => {
  const text = 'Key,When,What,Mood\nA-1,13.01.2026 10:00,Broken,meh\n';
  const answer = (mapping: Mapping): Mapping => ({
    ...mapping,
    columns: mapping.columns.map((column) => ({
      ...column,
      field: ({ When: 'createdAt', What: 'subject', Mood: 'status' } as const)[column.header] ?? column.field,
    })),
    timeZone: 'Asia/Tokyo',
    values: { ...mapping.values, status: { meh: 'hold' } },
  });

  test('what cannot be mapped is said, and refused before anything is read', async () => {
    const path = await fileOf('a.csv', text);
    const inspection = await inspect(path);
    expect(inspection.notes).toContain('No column looks like the time of creation. Choose it before importing.');
    await expect(readWith(path, { ...inspection.mapping, timeZone: 'UTC' })).rejects.toMatchObject({
      data: { field: 'createdAt' },
    });
  });

  test('a saved mapping is found again by its headers in any order, with its answers', async () => {
    const mapping = answer((await inspect(await fileOf('a.csv', text))).mapping);
    const later = await fileOf('b.csv', 'What,Mood,Key,When\nLost,Meh,A-2,05.02.2026 09:00\n');
    const savedMappings = [{ name: 'Shop', mapping }];
    const read = await readIn(later, {}, { savedMappings });
    expect(read.inspection).toMatchObject({ savedMapping: 'Shop', questions: [] });
    expect(read.drafts).toMatchObject([
      { externalId: 'A-2', subject: 'Lost', status: 'hold', createdAt: Date.parse('2026-02-05T09:00:00+09:00') },
    ]);
    const other = await inspect(await fileOf('c.csv', 'What,Mood,Key\nx,y,z\n'), { savedMappings });
    expect(other.savedMapping).toBeNull();
  });

  test('a file that proves another date order than the saved mapping wins', async () => {
    const saved = await inspect(await fileOf('a.csv', head + row('1', 's', 'open', '25/01/2026')));
    const savedMappings = [{ name: 'Old', mapping: { ...saved.mapping, timeZone: 'UTC' } }];
    const now = await inspect(await fileOf('b.csv', head + row('1', 's', 'open', '01/25/2026')), { savedMappings });
    expect([now.savedMapping, now.mapping.dateOrder]).toEqual(['Old', 'mdy']);
  });

  test('a file that lacks a mapped column is refused by name', async () => {
    const { mapping } = await inspect(await fileOf('a.csv', head + row('1', 's')));
    const path = await fileOf('b.csv', 'Ticket ID,Created at\n1,2026-01-13\n');
    await expect(readWith(path, { ...mapping, timeZone: 'UTC' })).rejects.toThrow('no column "Subject"');
  });

  test('unknown values are noted once and warned where they stand', async () => {
    const read = await readTable(head + row('1', 's', 'Frobbed') + row('2', 's', 'Closed'));
    expect(read.inspection.notes).toContain('Status not known: Frobbed. Map them, or they are read as open.');
    expect(read.warnings.filter(({ value }) => value === 'Frobbed').map(({ line }) => line)).toEqual([2]);
  });
});

describe('along the way', () => {
  test('a rejects file can be mended and imported as it is', async () => {
    const first = await readTable(
      `${head}${row('1', '=2+3', 'open', '30/02/2026')}${row('2', 'ok', 'open', '25/02/2026')}`,
    );
    const csv = rejectsCsv(['Ticket ID', 'Subject', 'Status', 'Created at'], first.rejects);
    expect(csv).toContain("2,Created at: This day does not exist.,1,'=2+3,open,30/02/2026");
    const again = await readTable(csv.replace('30/02/2026', '28/02/2026'));
    expect(again.drafts.map((draft) => [draft.externalId, draft.subject])).toEqual([['1', '=2+3']]);
  });

  test('progress ends at the end, and a stop is heard', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => row(`${i}`, `Subject ${i}`)).join('');
    const path = await fileOf('big.csv', head + rows);
    const mapping = { ...(await inspect(path)).mapping, timeZone: 'UTC' };
    const seen: number[] = [];
    let last = { rowsRead: 0, bytesRead: 0, bytesTotal: 1 };
    for await (const _item of readDrafts(path, mapping, { onProgress: (progress) => (last = progress) }))
      seen.push(last.rowsRead);
    expect(last).toEqual({ rowsRead: 60_000, bytesRead: last.bytesTotal, bytesTotal: Buffer.byteLength(head + rows) });
    expect(new Set(seen).size).toBeGreaterThan(5);

    const stop = new AbortController();
    let taken = 0;
    const reading = async () => {
      for await (const _item of readDrafts(path, mapping, { signal: stop.signal })) {
        taken += 1;
        if (taken === 10) stop.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(taken).toBeLessThan(60_000);
  });

  test('the format can be forced, and the wrong one is refused', async () => {
    const path = await fileOf('x.csv', 'number,opened_at,state\n1,25/01/2026 10:00,Active\n');
    expect((await inspect(path)).mapping.format).toBe('generic');
    expect((await inspect(path, { format: 'servicenow' })).mapping.format).toBe('servicenow');
    await expect(inspect(path, { format: 'zendeskJson' })).rejects.toMatchObject({ code: 'INVALID' });
    const json = await inspect(fixture('zendesk-export.json'));
    await expect(readWith(path, json.mapping)).rejects.toThrow('not JSON');
    await writeFile(path, '');
    await expect(readWith(path, json.mapping)).rejects.toThrow('is empty');
  });
});

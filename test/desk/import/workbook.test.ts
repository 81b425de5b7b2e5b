import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { fileOf, inspect, readIn } from './support.ts';

const day = { type: Date, format: 'yyyy-mm-dd hh:mm' } as const;
const sheet = [
  ['Ticket ID', 'Subject', 'Status', 'Priority', 'Created at'],
  [101001240734, 'Übergabe, "neu"', 'Open', 'High', { value: new Date('2026-01-13T10:30:00Z'), ...day }],
  ['A-2', '=1+1', 'Solved', 'Low', { value: new Date('2026-02-05T09:00:00Z'), ...day }],
];
const workbook = async () => new Uint8Array(await writeWorkbook(sheet as never).toBuffer());

describe('workbooks (IMP-14, IMP-15)', () => {
  test('cells of every kind are read as text; times have no zone, so it is asked', async () => {
    const read = await readIn(await fileOf('tickets.xlsx', await workbook()), { timeZone: 'Europe/Berlin' });
    expect(read.inspection).toMatchObject({ container: 'xlsx', mapping: { format: 'generic', dateOrder: 'ymd' } });
    expect(read.inspection.questions.map((question) => question.kind)).toEqual(['timeZone']);
    expect(read.drafts).toMatchObject([
      {
        externalId: '101001240734',
        line: 2,
        subject: 'Übergabe, "neu"',
        priority: 'p2',
        createdAt: Date.parse('2026-01-13T10:30:00+01:00'),
      },
      { externalId: 'A-2', line: 3, subject: '=1+1', status: 'solved' },
    ]);
  });

  test('a bomb by its size, by its ratio, or with an archive inside is refused before it is unpacked', async () => {
    const parts = unzipSync(await workbook());
    const small = zipSync({ ...parts, 'xl/media/x.zip': strToU8('PK') });
    await expect(inspect(await fileOf('nested.xlsx', small))).rejects.toThrow('holds another archive');
    const zeros = new Uint8Array(60_000_000);
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': [zeros, { level: 9 }] });
    expect(bomb.length).toBeLessThan(300_000);
    await expect(inspect(await fileOf('bomb.xlsx', bomb))).rejects.toThrow('more than 200 times');
    const huge = Buffer.from(zipSync(parts));
    const at = huge.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    huge.writeUInt32LE(2_000_000_000, at + 24);
    await expect(inspect(await fileOf('huge.xlsx', huge))).rejects.toThrow('opens up to 1000 MB');
  });

  test('a directory that lies about the size of an entry is caught when it is unpacked', async () => {
    const parts = unzipSync(await workbook());
    const zeros = new Uint8Array(30_000_000);
    const lying = Buffer.from(zipSync({ ...parts, 'xl/extra.xml': [zeros, { level: 9 }] }));
    const name = lying.lastIndexOf(Buffer.from('xl/extra.xml'));
    lying.writeUInt32LE(1000, name - 46 + 24);
    await expect(inspect(await fileOf('lying.xlsx', lying))).rejects.toThrow('larger than it claims');
  });

  test('a damaged workbook says what to do', async () => {
    const parts = unzipSync(await workbook());
    const cut = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).slice(0, 200);
    const broken = zipSync({ ...parts, 'xl/workbook.xml': strToU8('<oops'), 'xl/worksheets/sheet1.xml': strToU8(cut) });
    await expect(inspect(await fileOf('broken.xlsx', broken))).rejects.toMatchObject({ code: 'INVALID' });
  });
});

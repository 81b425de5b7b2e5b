import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { derivedSchema } from '../../../src/contract/index.ts';
import { run } from '../../../src/main/store/db.ts';
import { tempFolder } from '../../support/temp.ts';
import { refusal, testDesk } from '../../support/test-desk.ts';
import { upload } from '../../support/upload.ts';
import { fileOf, inspect, readWith } from './support.ts';

const folder = tempFolder();
const derived = [derivedSchema.parse({ kind: 'split', column: 'Text', pattern: '{Category}: {Subject}' })];
const csv =
  'Ticket ID,Created at,Text\n1,2026-03-01,Cards: Lost card\n2,soon,Cards: Late card\n3,2026-03-01,no such text\n4,2026-03-01,a: b,too wide\n';

test('what is made of a column goes to fields; rejected rows stay as they stood, and go in again once mended (IMP-30)', async () => {
  const path = await fileOf('split.csv', csv);
  const { mapping } = await inspect(path, { derived });
  expect(mapping.columns.map(({ field }) => field)).toEqual([
    'externalId',
    'createdAt',
    'custom',
    'category',
    'subject',
  ]);
  const { drafts, rejects, warnings } = await readWith(path, { ...mapping, timeZone: 'UTC' });
  expect(drafts.map(({ externalId, category, subject }) => [externalId, category, subject])).toEqual([
    ['1', 'Cards', 'Lost card'],
    ['3', null, 'Ticket 3'],
  ]);
  expect(rejects.map(({ row }) => row)).toEqual([
    ['2', 'soon', 'Cards: Late card'],
    ['4', '2026-03-01', 'a: b', 'too wide'],
  ]);
  expect(warnings.map(({ line, column, value }) => [line, column, value])).toEqual([[4, 'Text', 'no such text']]);
  expect(await readFile(path, 'utf8')).toBe(csv);

  const { client, close } = await testDesk(folder);
  const whole = { ...mapping, timeZone: 'UTC' };
  const first = await client.exchange.run({
    source: { uploadId: await upload(client, 'a.csv', csv) },
    mapping: whole,
    mode: 'import',
  });
  const { csv: rejected } = await client.exchange.rejects({ id: first.id });
  expect(rejected.split('\r\n')[0]).toBe('\uFEFFForedesk line,Foredesk reason,Ticket ID,Created at,Text');
  const mended = rejected.replace('soon', '2026-03-02').replace(',too wide', '');
  const again = { uploadId: await upload(client, 'b.csv', mended) };
  const second = await client.exchange.run({ source: again, mapping: whole, mode: 'import' });
  expect([first.counts.create, second.counts.create, second.counts.reject]).toEqual([2, 2, 0]);
  await close();
});

test('a column that the file lacks is refused by name, of a log all of them (IMP-30)', async () => {
  const path = await fileOf('plain.csv', 'Ticket ID,Created at\n1,2026-03-01\n');
  await expect(inspect(path, { derived })).rejects.toMatchObject({
    code: 'INVALID',
    message: expect.stringContaining('"Text"') as string,
  });
  const log = await fileOf(
    'log.csv',
    'number,incident_state,sys_mod_count,opened_at,sys_updated_at,Text\nINC1,New,0,2026-03-01,2026-03-01,a: b\n',
  );
  const { mapping } = await inspect(log, { derived, format: 'servicenow' });
  await expect(readWith(log, { ...mapping, timeZone: 'UTC' })).rejects.toMatchObject({
    code: 'INVALID',
    message: expect.stringContaining('audit log') as string,
  });
});

test('a mapping whose columns cannot be made is not kept, and one that was keeps no other file from being read (IMP-30)', async () => {
  const { client, db, close } = await testDesk(folder);
  const source = { uploadId: await upload(client, 'a.csv', csv) };
  const { mapping } = await client.exchange.inspect({ source, derived });
  const broken = { ...mapping, derived: [{ ...derived[0]!, pattern: '{A}{B}' }] };
  expect(await refusal(client.exchange.mappingSave({ name: 'Broken', mapping: broken }))).toMatchObject({
    code: 'INVALID',
  });
  run(db, 'INSERT INTO mapping (name, body) VALUES (?, ?)', 'Old', JSON.stringify(broken));
  expect((await client.exchange.inspect({ source })).savedMapping).toBeNull();
  await close();
});

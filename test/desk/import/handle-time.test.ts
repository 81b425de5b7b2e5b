import { expect, test } from 'vitest';
import { readTable } from './support.ts';

test('handle time comes in under a name of its own beside what its column says; what is no time is kept and said (KPI-19)', async () => {
  const { inspection, drafts, warnings, rejects } = await readTable(
    'Ticket ID,Subject,Created at,Solved at,Status,Handle time (minutes)\n' +
      '1,One,2026-03-02 09:00,2026-03-02 10:00,Solved,12.5\n2,Two,2026-03-02 09:00,2026-03-02 10:00,Solved,12:30\n' +
      '3,Three,2026-03-02 09:00,2026-03-02 10:00,Solved,\n',
  );
  expect(inspection.mapping.columns.at(-1)).toEqual({ header: 'Handle time (minutes)', field: 'handleTime' });
  expect(drafts.map(({ fields }) => fields)).toEqual([
    { 'Handle time (minutes)': '12.5', 'Handle time (s)': '750' },
    { 'Handle time (minutes)': '12:30' },
    {},
  ]);
  expect(warnings).toMatchObject([{ externalId: '2', column: 'Handle time (minutes)', value: '12:30' }]);
  expect(rejects).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCsvReader } from '../../src/domain/exchange/csv-reader.ts';
import { compilePlan } from '../../src/domain/exchange/plan.ts';
import { createCells, createSnapshotReader, type Snapshot } from '../../src/domain/exchange/snapshot.ts';
import { limitsOf } from '../../src/domain/statistics/control-chart.ts';
import { derivedSchema, type Mapping, type Status } from '../../src/contract/index.ts';
import { openSource } from '../../src/main/desk/import/source.ts';
import { openTable } from '../../src/main/desk/import/table.ts';
import { hasShared, inspect, shared } from '../desk/import/support.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { tempFolder } from '../support/temp.ts';
import { testDesk, type Client } from '../support/test-desk.ts';
import { upload } from '../support/upload.ts';

const folder = tempFolder();

/** Rows by header, of a file with Unix line ends. */
const table = (name: string): Record<string, string>[] => rowsOf(readFileSync(shared(`worked-cases/${name}`), 'utf8'));

function rowsOf(csv: string): Record<string, string>[] {
  const text = csv.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const reader = createCsvReader({ delimiter: ',', newline: '\n' });
  const [head, ...records] = [...reader.push(text), ...reader.end()];
  return records
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((title, at) => [title, cells[at] ?? ''])));
}

const isoOf = (date: string): string => date.split('/').reverse().join('-');

describe.skipIf(!hasShared('worked-cases'))('worked case 119: complaints outside of their limits, by week', () => {
  const complaints = hasShared('worked-cases') ? table('119/inputs/input_01.csv') : [];
  const weeks = Map.groupBy(complaints, ({ Week }) => Week);
  const limits = (deviations: number) =>
    new Map(
      [...weeks].map(([week, rows]) => [
        week,
        limitsOf(
          rows.map(({ Complaints }) => Number(Complaints)),
          deviations,
        ),
      ]),
    );

  it.each([
    [1, 'output_01.csv', 'Lower Control Limit', 'Upper Control Limit'],
    [2, 'output_02.csv', 'Lower Control Limit (2SD)', 'Upper Control Limit (2SD)'],
    [3, 'output_03.csv', 'Lower Control Limit (3SD)', 'Upper Control Limit (3SD)'],
  ] as const)('at %i deviations has the outliers and limits of %s', (deviations, file, lower, upper) => {
    const by = limits(deviations);
    const wanted = table(`119/expected/${file}`);
    const key = (date: string | undefined, row: Record<string, string>) =>
      `${date} ${row.Week} ${row.Complaints} ${row.Department}`;
    const outside = complaints.filter(({ Week, Complaints }) => {
      const of = by.get(Week);
      return of != null && (Number(Complaints) < of.low || Number(Complaints) > of.high);
    });
    expect(outside.map((row) => key(isoOf(row.Date ?? ''), row)).sort()).toEqual(
      wanted.map((row) => key(row.Date, row)).sort(),
    );
    for (const row of wanted) {
      const of = by.get(row.Week);
      expect(of?.mean).toBeCloseTo(Number(row.Mean), 9);
      expect(of?.deviation).toBeCloseTo(Number(row['Standard Deviation']), 9);
      expect(of?.low).toBeCloseTo(Number(row[lower]), 9);
      expect(of?.high).toBeCloseTo(Number(row[upper]), 9);
    }
  });
});

const unless = !hasShared('worked-cases');
const splitting = (categories: readonly string[]) =>
  [
    {
      kind: 'split',
      column: 'Complaint Description',
      pattern: '{Product ID} - {Issue Type}: "{What the customer wrote}"',
    },
    { kind: 'lookUp', column: 'Product ID', letters: 2, header: 'Product Category', values: [...categories] },
  ].map((each) => derivedSchema.parse(each));

/** Closed with what is closed; the words of the log are kept beside it. */
const closedIs = (words: readonly string[]): Record<string, Status> =>
  Object.fromEntries(words.map((word) => [word.toLowerCase(), 'closed' as const]));
const closing = ['Closed with Explanation', 'Closed with Monetary Relief', 'Closed with Non-Monetary Relief'];

const sent = (mapping: Mapping, fields: Readonly<Record<string, Mapping['columns'][number]['field']>>): Mapping => ({
  ...mapping,
  timeZone: 'UTC',
  columns: mapping.columns.map((column) => ({ ...column, field: fields[column.header] ?? column.field })),
  values: { ...mapping.values, status: { ...mapping.values.status, 'in progress': 'open', ...closedIs(closing) } },
});

/** A day as the expected files write it. */
const dayMonthYear = (at: number | null): string =>
  at === null ? '' : new Date(at).toISOString().slice(0, 10).split('-').reverse().join('/');

const log280 = 'worked-cases/280/inputs/input_02.csv';

describe.skipIf(unless)(
  'worked case 280: a complaint’s text is split, its category looked up, what was resolved later is kept',
  () => {
    const categories = unless ? [] : table('280/inputs/input_01.csv').map((row) => row['Product Category'] ?? '');
    const fields = {
      'Complaint ID': 'externalId',
      'Response to Consumer': 'status',
      'Product Category': 'category',
    } as const;

    async function snapshots(mapping: Mapping): Promise<Snapshot[]> {
      const opened = await openTable(await openSource(shared(log280)));
      if (opened.kind === 'json') throw new Error('A table was expected');
      const plan = compilePlan(mapping, opened.header);
      const read = createSnapshotReader(plan, createCells(plan));
      const found: Snapshot[] = [];
      for await (const records of opened.batches())
        for (const { line, cells } of records) {
          const made = plan.deriver.cells(cells, (reason) => expect.unreachable(reason));
          const snapshot = read({ line, cells: made }, (issue) => expect.unreachable(issue.reason));
          if (snapshot !== null) found.push(snapshot);
        }
      return found;
    }

    it('to the last row and field, once it is said that a spreadsheet swapped days and months', async () => {
      const { mapping, questions } = await inspect(shared(log280), { derived: splitting(categories) });
      expect([mapping.dateOrder, mapping.yearOrder]).toEqual(['mdy', null]);
      expect(questions.map(({ kind, suggested }) => [kind, suggested])).toEqual([
        ['yearOrder', 'ydm'],
        ['timeZone', 'Europe/Berlin'],
      ]);
      expect(mapping.columns.map(({ header, field }) => [header, field])).toEqual(
        expect.arrayContaining([
          ['Complaint ID', 'externalId'],
          ['Date Received', 'createdAt'],
          ['Date Resolved', 'solvedAt'],
          ['Product ID', 'custom'],
          ['What the customer wrote', 'custom'],
        ]),
      );
      const given = {
        ...sent(mapping, { ...fields, 'Response to Consumer': 'custom', 'Issue Type': 'custom' }),
        yearOrder: 'ydm' as const,
      };
      const all = await snapshots(given);
      expect(all.length).toBe(100);
      const kept = all.filter(({ createdAt, solvedAt }) => solvedAt !== null && solvedAt > createdAt);
      const rows = kept.map((each) => ({
        'Complaint ID': each.externalId,
        'Receipt Number': each.fields['Receipt Number'],
        'Customer ID': each.fields['Customer ID'],
        'Date Received': dayMonthYear(each.createdAt),
        'Date Resolved': dayMonthYear(each.solvedAt),
        'Timely Response': each.fields['Timely Response'],
        'Response to Consumer': each.fields['Response to Consumer'],
        'Issue Type': each.fields['Issue Type'],
        'Product Category': each.category,
        'Product ID': each.fields['Product ID'],
        'Complaint Description': each.fields['What the customer wrote'],
      }));
      const byId = <Row extends { 'Complaint ID'?: string }>(list: readonly Row[]) =>
        list.toSorted((a, b) => (a['Complaint ID'] ?? '').localeCompare(b['Complaint ID'] ?? ''));
      expect(byId(rows)).toEqual(byId(table('280/expected/output_01.csv')));
      // As the dates stand other rows would be kept: what was asked is no formality.
      const asStands = (await snapshots({ ...given, yearOrder: 'ymd' })).filter(
        ({ createdAt, solvedAt }) => solvedAt !== null && solvedAt > createdAt,
      );
      expect(asStands.map(({ externalId }) => externalId).sort()).not.toEqual(
        kept.map(({ externalId }) => externalId).sort(),
      );
    });

    it('is a mapping that is saved, found again for the next such file, and fills a desk', async () => {
      const { client, close } = await testDesk(folder);
      const source = { uploadId: await upload(client, 'complaints.csv', readFileSync(shared(log280))) };
      const { mapping } = await client.exchange.inspect({ source, derived: splitting(categories) });
      const whole = { ...sent(mapping, fields), yearOrder: 'ydm' as const };
      await client.exchange.mappingSave({ name: 'Complaints', mapping: whole });
      const again = await client.exchange.inspect({ source });
      expect([again.savedMapping, again.questions, again.mapping]).toEqual(['Complaints', [], whole]);
      expect(again.sample[0]?.slice(-4)).toEqual([
        'CL1828',
        'Changed Mind',
        'Changed mind about the clothes, no longer want them.',
        'Clothes',
      ]);
      const job = await client.exchange.run({ source, mode: 'import' });
      expect([job.state, job.counts.create, job.counts.reject]).toEqual(['done', 100, 0]);
      const { total } = await client.tickets.counts({ filter: {} });
      expect(total).toBe(100);
      await close();
    });
  },
);

const log281 = 'worked-cases/281/inputs/input_01.csv';
const dayMs = 86_400_000;
const instantOf = (date: string | undefined): number => Date.parse(isoOf(date ?? ''));

describe.skipIf(unless)(
  'worked case 281: days to resolve and days open as of 26 June 2024, timely within 14 days',
  () => {
    const complaints = unless ? [] : table('281/inputs/input_01.csv');
    const isOpen = (row: Record<string, string>): boolean => row['Response to Consumer'] === 'In Progress';
    const today = Date.UTC(2024, 5, 26);

    async function imported(): Promise<{ client: Client; close: () => Promise<void> }> {
      const { client, close } = await testDesk(folder, { clock: fakeClock(today + 12 * 3_600_000) });
      const source = { uploadId: await upload(client, 'complaints.csv', readFileSync(shared(log281))) };
      const { mapping } = await client.exchange.inspect({ source });
      expect(mapping.dateOrder).toBe('dmy');
      const fields = {
        'Response to Consumer': 'status',
        'Product Category': 'category',
        'Complaint ID': 'externalId',
      } as const;
      const job = await client.exchange.run({ source, mapping: sent(mapping, fields), mode: 'import' });
      expect([job.state, job.counts.create]).toEqual(['done', 53]);
      return { client, close };
    }

    /** What a filter finds, in the order of the file. */
    async function exported(client: Client, open: boolean): Promise<Record<string, string>[]> {
      const asked = {
        filter: { status: [open ? ('open' as const) : ('closed' as const)] },
        sort: [{ by: 'number' as const }],
        timelyDays: 14,
      };
      const { csv } = await client.exchange.exportCsv(asked);
      return rowsOf(csv);
    }

    it('by the rules it sets, whichever of the two is asked for', async () => {
      const { client, close } = await imported();
      for (const open of [true, false]) {
        const wanted = complaints.filter((row) => isOpen(row) === open);
        const found = await exported(client, open);
        expect(found.length).toBe(open ? 11 : 42);
        expect(
          found.map((row) => [
            row['Created at']?.slice(0, 10),
            row['Days to resolve'],
            row['Days open'],
            row['Timely'],
          ]),
        ).toEqual(
          wanted.map((row) => {
            const received = instantOf(row['Date Received']);
            const days = Math.round(((open ? today : instantOf(row['Date Resolved'])) - received) / dayMs);
            return [
              isoOf(row['Date Received'] ?? ''),
              open ? '' : `${days}`,
              open ? `${days}` : '',
              days < 14 ? 'yes' : 'no',
            ];
          }),
        );
        // What is open was resolved on no day yet; today’s stands in the days.
        expect(found.map((row) => row['Solved at']?.slice(0, 10))).toEqual(
          wanted.map((row) => (open ? '' : isoOf(row['Date Resolved'] ?? ''))),
        );
      }
      await close();
    });

    it('the answer that was published is its input, untouched: it follows none of these rules, in these rows', async () => {
      const published = table('281/expected/output_01.csv');
      expect(published).toEqual(complaints);
      // Should be resolved on 26/06/2024, and are not; and which answers were to be other than they are.
      const unset = published.filter((row) => isOpen(row) && row['Date Resolved'] !== '26/06/2024');
      expect(unset.length).toBe(11);
      const { client, close } = await imported();
      const [open, done] = [await exported(client, true), await exported(client, false)];
      const told = [...done, ...open].map((row) => row['Timely'] === 'yes');
      const said = [...published.filter((row) => !isOpen(row)), ...published.filter(isOpen)].map(
        (row) => row['Timely Response'] === 'True',
      );
      expect([told.filter(Boolean).length, said.filter(Boolean).length]).toEqual([5, 25]);
      expect(told.filter((is, at) => is !== said[at]).length).toBe(30);
      await close();
    });
  },
);

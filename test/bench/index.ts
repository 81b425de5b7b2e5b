import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { boards } from './boards.ts';
import { carriers } from './carriers.ts';
import { dayBench } from './day.ts';
import { figuresBench } from './figures.ts';
import { growthBench } from './growth.ts';
import { reportsBench } from './reports.ts';
import { surveyBench } from './surveys.ts';
import { imports } from './imports.ts';
import { qualityBench } from './quality.ts';
import { packBench } from './packs.ts';
import { rosterBench } from './roster.ts';
import { rules } from './rules.ts';
import { searches } from './search.ts';
import { slaBench } from './sla.ts';
import { simulator } from './simulator.ts';
import { staffingBench } from './staffing.ts';
import { start } from './start.ts';
import type { Row } from './stats.ts';

const sizes = [10_000, 100_000, 1_000_000] as const;
const benches: Readonly<Record<string, (size: number) => Promise<Row[]> | Row[]>> = {
  rules,
  imports: () => imports(),
  carriers,
  boards,
  search: searches,
  sla: slaBench,
  start,
  simulator,
  staffing: () => staffingBench(),
  day: () => dayBench(),
  roster: () => rosterBench(),
  quality: () => qualityBench(),
  packs: packBench,
  growth: growthBench,
  figures: figuresBench,
  surveys: surveyBench,
  reports: reportsBench,
};
const sized = new Set([
  'boards',
  'search',
  'sla',
  'start',
  'simulator',
  'packs',
  'growth',
  'figures',
  'surveys',
  'reports',
]);

const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, sizes: { type: 'string' } },
});
const chosen = values.sizes === undefined ? sizes : values.sizes.split(',').map(Number);
const names = Object.keys(benches).filter((name) => values.only === undefined || name === values.only);
if (names.length === 0) throw new Error(`--only takes one of ${Object.keys(benches).join(', ')}`);

const figure = (value: number): string => (value >= 1000 ? Math.round(value).toLocaleString('en') : value.toFixed(2));
const rows: Row[] = [];
console.log(`${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`);
console.log('| what | ours | floor | ours / floor | |\n| --- | ---: | ---: | ---: | --- |');
for (const name of names) {
  for (const size of sized.has(name) ? chosen : [0]) {
    for (const row of (await benches[name]?.(size)) ?? []) {
      rows.push(row);
      const ratio = row.floor === null ? '' : (row.ours / row.floor).toFixed(2);
      console.log(
        `| ${row.name} | ${figure(row.ours)} ${row.unit} | ${row.floor === null ? '' : figure(row.floor)} | ${ratio} | ${row.note ?? ''} |`,
      );
    }
  }
}
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, rows }, null, 2)}\n`);

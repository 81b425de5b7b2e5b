import { existsSync, rmSync } from 'node:fs';
import { call } from '@orpc/server';
import { nodePorts } from '../../src/main/desk/node-ports.ts';
import { openDesk, type OpenDesk } from '../../src/main/desk/open-desk.ts';
import { connect, rows } from '../../src/main/store/db.ts';
import { scratch, withDesk } from './desks.ts';
import { time, type Row } from './stats.ts';

const people = 100;
const date = new Date().toISOString().slice(0, 10);

/** A sample of 10,000 tickets on which a hundred people work today, each with two breaks, a lunch and an hour of QA. */
async function dayFile(): Promise<string> {
  const file = scratch(`day-${people}.desk`);
  for (const suffix of ['', '-wal', '-shm', '-lock']) if (existsSync(file + suffix)) rmSync(file + suffix);
  const desk = await openDesk(file, nodePorts());
  const context = { context: desk.session({ trusted: true }) };
  await call(desk.router.desk.sample, { tickets: 10_000, seed: 1 }, context);
  const start = (await call(desk.router.roster.range, { from: date }, context)).startAt;
  const minute = 60_000;
  const shifts = [];
  for (let n = 0; n < people; n++) {
    const { id } = await call(desk.router.people.create, { name: `Person ${n}`, contractMinutes: 2400 }, context);
    const startAt = start + (8 * 60 + (n % 12) * 15) * minute;
    const part = (kind: 'break' | 'lunch' | 'qa', offset: number, minutes: number) => ({
      kind,
      startAt: startAt + offset * minute,
      endAt: startAt + (offset + minutes) * minute,
    });
    const activities = [part('break', 105, 15), part('lunch', 210, 30), part('qa', 300, 60), part('break', 390, 15)];
    shifts.push({ personId: id, startAt, endAt: startAt + 510 * minute, work: 'calls' as const, activities });
  }
  await call(desk.router.roster.save, { shifts, publish: true }, context);
  await desk.close();
  return file;
}

/** What the Day screen asks of the desk with a hundred people on it, and a shift moved; the floor is the bare rows. */
export async function dayBench(): Promise<Row[]> {
  const file = await dayFile();
  return withDesk(file, async (desk: OpenDesk) => {
    const context = { context: desk.session({ trusted: true }) };
    const { router } = desk;
    const range = await time(50, () => call(router.roster.range, { from: date }, context));
    const staffed = await time(30, () => call(router.staffing.day, { date }, context));
    const findings = await time(20, () => call(router.roster.findings, { from: date }, context));
    const moves = await time(5, () => call(router.staffing.moves, { date }, context));
    const { shifts } = await call(router.roster.range, { from: date }, context);
    const quarter = 15 * 60_000;
    const moved = await time(30, (run) => {
      const { id, personId, startAt, endAt } = shifts[run % shifts.length]!;
      const by = run % 2 === 0 ? quarter : -quarter;
      return call(
        router.roster.save,
        { shifts: [{ id, personId, startAt: startAt + by, endAt: endAt + by }] },
        context,
      );
    });
    const db = connect(file, { readonly: true });
    const bare = await time(50, () => rows(db, 'SELECT * FROM shift WHERE start_at > ?', Date.now() - 86_400_000));
    db.close();
    const name = `a day with ${people} people`;
    const row = (what: string, ours: number, floor: number | null): Row => ({
      name: `${name}: ${what}`,
      ours,
      floor,
      unit: 'ms',
      better: 'less',
    });
    return [
      row('its shifts, p95', range.p95, bare.p95),
      row('forecast, required, scheduled and present by interval, p95', staffed.p95, null),
      row('findings, p95', findings.p95, null),
      row('moves, p50', moves.p50, null),
      row('a shift moved and saved, p95', moved.p95, null),
    ];
  });
}

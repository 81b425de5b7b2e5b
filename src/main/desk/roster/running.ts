import { loadBand } from '../../../domain/roster/load.ts';
import { least } from '../../../domain/staffing/outcome.ts';
import { workKinds } from '../../../contract/words.ts';
import { row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { dayPlan, staffedStream } from '../staffing/day.ts';
import type { Outlooks } from '../staffing/outlook.ts';
import { today } from '../staffing/outlook.ts';
import { readSettings } from '../staffing/settings.ts';
import { published, shiftsIn } from './read.ts';
import { readPeople } from '../people.ts';
import { onShiftAt } from './presence.ts';
import { spanOf, type Span } from './span.ts';
import { statesNow } from './states.ts';

/** The next interval from an instant on in which some work is short. */
async function nextShort(core: Core, outlook: Outlooks, at: number) {
  const plan = await dayPlan(core, outlook, today(core), false);
  const found = plan.streams.flatMap((stream) => {
    const { intervals } = staffedStream(plan, stream);
    const short = intervals.find((each) => each.at >= at && each.required - each.present >= least);
    return short === undefined
      ? []
      : [{ at: short.at, work: stream.stream.work, short: Math.ceil(short.required - short.present) }];
  });
  return found.toSorted((a, b) => a.at - b.at || workKinds.indexOf(a.work) - workKinds.indexOf(b.work))[0] ?? null;
}

const isRostered = (core: Core, at: number): boolean =>
  row(
    core.db,
    'SELECT 1 FROM shift WHERE pub_start_at > ? AND pub_start_at < ? LIMIT 1',
    at - 7 * 86_400_000,
    at + 7 * 86_400_000,
  ) !== undefined;

/** Who is on shift, what each should be doing and is doing, and where it is short next. SPEC ROS-11. */
export async function onShift(core: Core, outlook: Outlooks, at: number) {
  const states = statesNow(core.db, at);
  const rostered = isRostered(core, at);
  return {
    at,
    people: onShiftAt(core, at).map((each) => ({ ...each, state: states.get(each.personId) ?? null })),
    rostered,
    nextShort: rostered ? await nextShort(core, outlook, at) : null,
  };
}

/** How much of the shifts of a day is over, by person: 0 to 1; for those who have one. */
function shareOver(core: Core, span: Span, now: number): Map<string, number> {
  const spent = new Map<string, { over: number; all: number }>();
  for (const { personId, startAt, endAt } of published(shiftsIn(core.db, span))) {
    if (personId === null) continue;
    const known = spent.get(personId) ?? { over: 0, all: 0 };
    const over = Math.min(Math.max(0, now - startAt), endAt - startAt);
    spent.set(personId, { over: known.over + over, all: known.all + endAt - startAt });
  }
  return new Map([...spent].map(([id, { over, all }]) => [id, over / all]));
}

/** A tenth of a shift says nothing yet of the whole of it. */
const leastShare = 0.1;

/** Contacts each agent handled on a day, against the band; of a day that runs, what it would come to. SPEC LOD-1. */
export async function loadOf(core: Core, date: string) {
  const span = spanOf(core, { from: date, days: 1 });
  const { loadBand: band } = readSettings(core);
  const handled = await core.pool.run({ kind: 'handled', query: span });
  const share = shareOver(core, span, core.ports.now());
  const people = readPeople(core.db)
    .filter(({ active }) => active)
    .flatMap(({ id, name }) => {
      const count = handled.get(name) ?? 0;
      const over = share.get(id);
      if (count === 0 && over === undefined) return [];
      const projected = over === undefined || over >= 1 ? count : over < leastShare ? null : Math.round(count / over);
      return [{ personId: id, handled: count, projected, band: projected === null ? null : loadBand(projected, band) }];
    });
  return { ...band, people };
}

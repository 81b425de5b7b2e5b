import { column, row, rows, run } from '../store/db.ts';
import { wallOf, zoneOf } from '../../domain/calendar/zone.ts';
import { customerWordsOff } from '../store/customer-words.ts';
import { slimEvents } from '../store/derive.ts';
import { clockStateCodes, firstDoneStatus, metricCodes } from '../store/codes.ts';
import type { StoredClock } from '../store/clock-engine.ts';
import { daysOff, dirtyAt, knownDays } from '../store/kpi-days.ts';
import type { Core } from './core.ts';
import { dayAt, hourIn } from './metrics/keeper.ts';
import { currentPolicy, fittingPolicy } from './policy-match.ts';
import { isPending } from './recount.ts';

type Check = { name: string; ok: boolean; detail: string };

/** Holds every cache of the desk against what it is made from. SPEC CHG-40. */
export function verifyDesk(core: Core): { ok: boolean; checks: Check[] } {
  const first = [integrity(core), links(core), counts(core), words(core), tags(core), found(core)];
  const checks = [...first, policies(core), clocks(core), figures(core)];
  return { ok: checks.every(({ ok }) => ok), checks };
}

function integrity(core: Core): Check {
  const found = column<string>(core.db, 'PRAGMA integrity_check(5)');
  return { name: 'file', ok: found[0] === 'ok', detail: found.join('; ') };
}

function links(core: Core): Check {
  const found = rows<{ table: string }>(core.db, 'PRAGMA foreign_key_check');
  return {
    name: 'links',
    ok: found.length === 0,
    detail:
      found.length === 0
        ? 'every reference leads somewhere'
        : `${found.length} lead nowhere, the first in ${found[0]?.table ?? '?'}`,
  };
}

function counts(core: Core): Check {
  const cells =
    'status, priority, ifnull(queue_id, 0) AS queue_id, ifnull(assignee_id, 0) AS assignee_id, channel, band';
  const off = row<{ n: number }>(
    core.db,
    `SELECT count(*) AS n FROM (SELECT ${cells}, count(*) AS n FROM ticket GROUP BY 1, 2, 3, 4, 5, 6) t
     FULL JOIN (SELECT * FROM ticket_count WHERE n <> 0) c USING (status, priority, queue_id, assignee_id, channel, band) WHERE t.n IS NOT c.n`,
  );
  return { name: 'counts', ok: off?.n === 0, detail: off?.n === 0 ? 'as counted' : `${off?.n ?? 0} cells differ` };
}

/** Whether every customer is found by words. */
function found(core: Core): Check {
  const off = customerWordsOff(core.db);
  return {
    name: 'customers',
    ok: off === 0,
    detail: off === 0 ? 'all are found' : `${off} are not found, or are gone`,
  };
}

function words(core: Core): Check {
  const off = row<{ tickets: number; missing: number; extra: number }>(
    core.db,
    `SELECT (SELECT count(*) FROM ticket) AS tickets,
      (SELECT count(*) FROM ticket WHERE id NOT IN (SELECT rowid FROM ticket_fts)) AS missing,
      (SELECT count(*) FROM ticket_fts WHERE rowid NOT IN (SELECT id FROM ticket)) AS extra`,
  );
  const { tickets = 0, missing = 0, extra = 0 } = off ?? {};
  const damage = indexDamage(core);
  return {
    name: 'search',
    ok: missing === 0 && extra === 0 && damage === null,
    detail:
      damage ??
      (missing + extra === 0
        ? `${tickets} tickets indexed`
        : `${missing} tickets are not indexed, ${extra} indexed ones are gone`),
  };
}

/** FTS5's own check of its index; what it finds comes as an error. */
function indexDamage(core: Core): string | null {
  try {
    run(core.db, "INSERT INTO ticket_fts (ticket_fts) VALUES ('integrity-check')");
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Folded as they are written, which is not how SQLite folds: it knows ASCII alone. */
function tags(core: Core): Check {
  const indexed = new Set(
    rows<{ tag: string; ticket_id: number }>(core.db, 'SELECT tag, ticket_id FROM ticket_tag').map(
      ({ tag, ticket_id }) => `${ticket_id} ${tag}`,
    ),
  );
  const wanted = new Set(
    rows<{ id: number; tags: string }>(core.db, "SELECT id, tags FROM ticket WHERE tags <> '[]'").flatMap(
      ({ id, tags: text }) => (JSON.parse(text) as string[]).map((tag) => `${id} ${tag.toLowerCase()}`),
    ),
  );
  const off = indexed.size + wanted.size - 2 * [...wanted].filter((each) => indexed.has(each)).length;
  return { name: 'tags', ok: off === 0, detail: off === 0 ? 'as on the tickets' : `${off} differ from the tickets` };
}

/** Every open ticket is under the first policy that fits it. SPEC SLA-41. */
function policies(core: Core): Check {
  const name = 'policies';
  if (isPending(core.db)) return { name, ok: true, detail: 'open tickets are still being matched' };
  const matcher = core.sla.matcher();
  const open = column<number>(core.db, `SELECT id FROM ticket WHERE status < ${firstDoneStatus}`);
  const off = open.filter(
    (id) => (currentPolicy(core.db, id) ?? matcher.forAll) !== fittingPolicy(core.db, matcher, id),
  ).length;
  return {
    name,
    ok: off === 0,
    detail: off === 0 ? `${open.length} open tickets are under the first policy that fits` : `${off} are under another`,
  };
}

/** Days of which nothing changed since are as their tickets add up to. SPEC KPI-11. */
function figures(core: Core): Check {
  const zone = zoneOf(core.facts.settings().timeZone);
  const waiting = new Set(dirtyAt(core.db).map((at) => wallOf(zone, at).day));
  const days = knownDays(core.db).filter((day) => !waiting.has(day));
  const off = daysOff(
    core.db,
    days.map((day) => dayAt(zone, day)),
    hourIn(zone),
  );
  const rest = waiting.size === 0 ? '' : `, ${waiting.size} days are still to be worked out`;
  return {
    name: 'figures',
    ok: off === 0,
    detail: `${off === 0 ? `${days.length} days add up` : `${off} days differ from their tickets`}${rest}`,
  };
}

type ClockRow = {
  metric: number;
  target_minutes: number | null;
  started_at: number | null;
  due_at: number | null;
  met_at: number | null;
  breached_at: number | null;
  state: number;
};

/** What of a clock does not depend on when it is looked at. */
const lasting = (
  clock: Pick<StoredClock, 'targetMinutes' | 'startedAt' | 'dueAt' | 'metAt' | 'breachedAt' | 'state'>,
): string => {
  const still = clock.state === 'paused';
  return JSON.stringify([
    clock.targetMinutes,
    clock.startedAt,
    still ? null : clock.dueAt,
    clock.metAt,
    clock.breachedAt,
    clock.state,
  ]);
};

function clocks(core: Core): Check {
  const now = core.ports.now();
  const engine = core.sla.engine();
  let off = 0;
  let seen = 0;
  for (const id of column<number>(core.db, 'SELECT id FROM ticket')) {
    const stored = rows<ClockRow>(
      core.db,
      'SELECT metric, target_minutes, started_at, due_at, met_at, breached_at, state FROM sla_clock WHERE ticket_id = ? ORDER BY metric',
      id,
    );
    const made = engine.clocks(slimEvents(core.db, id), now).clocks;
    seen += made.length;
    const same = stored.length === made.length && stored.every((clock, index) => sameClock(clock, made[index]));
    if (!same) off += 1;
  }
  return {
    name: 'clocks',
    ok: off === 0,
    detail: off === 0 ? `${seen} clocks follow from their events` : `${off} tickets differ from their events`,
  };
}

function sameClock(stored: ClockRow, made: StoredClock | undefined): boolean {
  if (made?.metric !== metricCodes.word(stored.metric)) return false;
  const known = {
    targetMinutes: stored.target_minutes,
    startedAt: stored.started_at,
    dueAt: stored.due_at,
    metAt: stored.met_at,
    breachedAt: stored.breached_at,
    state: clockStateCodes.word(stored.state),
  };
  return lasting(known) === lasting(made);
}

import type { AgentPage, Chain, ChangeOf, Coached, CoachingGoal, CoachingSession } from '../../../contract/index.ts';
import { dayMs } from '../../../domain/calendar/wall-time.ts';
import { byNeed, dueOf } from '../../../domain/coaching/cadence.ts';
import { effects } from '../../../domain/coaching/effect.ts';
import { periodSince } from '../../../domain/coaching/period.ts';
import { isLead, maySee } from '../../../domain/people/viewer.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { readPeople } from '../people.ts';
import { dateBack } from '../roster/span.ts';
import { mustPerson } from '../person.ts';
import { cadenceOf } from './cadence.ts';
import { changeOf, changesOf, criteriaChanges } from './figures.ts';
import { mustSession, readActions, readGoals, readPraise, readSessions } from './read.ts';
import { mustSee, viewerOf } from '../viewer.ts';
import { workOf } from './work.ts';

const minutesOver = 90;

type Standing = {
  last_at: number | null;
  next_at: number | null;
  minutes: number;
  unacknowledged: number;
  goals: number;
  actions: number;
  late: number;
};

/** Where somebody stands: when they were coached, when the next is due, and what is open. */
function coached(core: Core, personId: string): Coached {
  const now = core.ports.now();
  const today = dateBack(core, 0);
  const of = row<Standing>(
    core.db,
    `SELECT (SELECT max(at) FROM coaching_session s WHERE s.person_id = p.id AND s.state = 'held') AS last_at,
       (SELECT min(at) FROM coaching_session s WHERE s.person_id = p.id AND s.state = 'planned') AS next_at,
       (SELECT ifnull(sum(minutes), 0) FROM coaching_session s WHERE s.person_id = p.id AND s.state = 'held' AND s.at >= ?) AS minutes,
       (SELECT count(*) FROM coaching_session s WHERE s.person_id = p.id AND s.state = 'held' AND s.acknowledged_at IS NULL) AS unacknowledged,
       (SELECT count(*) FROM coaching_goal g WHERE g.person_id = p.id AND g.state = 'open') AS goals,
       (SELECT count(*) FROM coaching_action a WHERE a.person_id = p.id AND a.done_at IS NULL) AS actions,
       (SELECT count(*) FROM coaching_action a WHERE a.person_id = p.id AND a.done_at IS NULL AND a.due_on < ?) AS late
     FROM person p WHERE p.uid = ?`,
    now - minutesOver * dayMs,
    today,
    uuidBytes(personId),
  );
  const cadenceDays = cadenceOf(core, personId);
  const lastAt = of?.last_at ?? null;
  return {
    personId,
    cadenceDays,
    lastAt,
    nextAt: of?.next_at ?? null,
    ...dueOf(lastAt, cadenceDays, now),
    minutes: of?.minutes ?? 0,
    openGoals: of?.goals ?? 0,
    openActions: of?.actions ?? 0,
    lateActions: of?.late ?? 0,
    unacknowledged: of?.unacknowledged ?? 0,
  };
}

/** Everybody who is coached, who waits longest first; an agent finds themselves alone. SPEC COA-10. */
export function overview(core: Core): Coached[] {
  const viewer = viewerOf(core);
  return readPeople(core.db)
    .filter(({ id, active, role }) => active && maySee(viewer, id) && (viewer.id === id || !isLead({ id, role })))
    .map(({ id }) => coached(core, id))
    .toSorted(byNeed);
}

export function page(core: Core, personId: string): AgentPage {
  mustPerson(core, personId);
  mustSee(core, personId);
  const standing = coached(core, personId);
  const since = periodSince(standing.lastAt, core.ports.now());
  const before = workOf(core, personId, { startAt: since.from, endAt: since.split });
  const after = workOf(core, personId, { startAt: since.split, endAt: since.to });
  const uid = uuidBytes(personId);
  return {
    coached: standing,
    since,
    changes: changesOf(core, before, after),
    criteria: criteriaChanges(core, before, after),
    solved: { before: before.closed().length, since: after.closed().length },
    goals: readGoals(core.db, 'p.uid = ?', uid),
    actions: readActions(core.db, 'p.uid = ?', uid),
    praise: readPraise(core.db, personId),
    sessions: readSessions(core, 'p.uid = ?', uid),
  };
}

export function session(core: Core, id: string): CoachingSession & Pick<AgentPage, 'actions' | 'goals'> {
  const found = mustSession(core, id);
  mustSee(core, found.personId);
  const uid = uuidBytes(id);
  return {
    ...found,
    actions: readActions(core.db, 's.uid = ?', uid),
    goals: readGoals(core.db, 's.uid = ?', uid),
  };
}

/** The figure of a goal so many days before it was set and as many since, as far as they have come. */
function changeOfGoal(core: Core, { personId, metric, setAt, closedAt }: CoachingGoal, days: number): ChangeOf | null {
  if (metric === null) return null;
  const endAt = Math.min(core.ports.now(), Math.max(setAt + days * dayMs, closedAt ?? 0));
  return changeOf(
    core,
    metric,
    workOf(core, personId, { startAt: setAt - days * dayMs, endAt: setAt }),
    workOf(core, personId, { startAt: setAt, endAt: Math.max(setAt, endAt) }),
  );
}

/** Review, session, goal, and what came of it. SPEC COA-20. */
export function chains(core: Core, input: { readonly personId?: string | undefined; readonly days: number }): Chain[] {
  if (input.personId !== undefined) mustSee(core, input.personId);
  const viewer = viewerOf(core);
  const goals = (
    input.personId === undefined ? readGoals(core.db, '1') : readGoals(core.db, 'p.uid = ?', uuidBytes(input.personId))
  ).filter(({ personId }) => maySee(viewer, personId));
  const changes = goals.map((goal) => changeOfGoal(core, goal, input.days));
  const found = effects(changes);
  return goals.map((goal, at) => ({
    goal,
    change: changes[at] ?? null,
    adjustedP: found[at]?.adjustedP ?? null,
    verdict: found[at]?.verdict ?? 'notMeasured',
  }));
}

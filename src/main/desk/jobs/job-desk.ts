import { randomBytes } from 'node:crypto';
import { hybridClock } from '../../../domain/desk/hlc.ts';
import { uuidMaker, type UuidMaker } from '../../../domain/desk/uuid.ts';
import { matcherOf, type PolicyMatcher } from '../../../domain/sla/match.ts';
import { prepareTimeline, type SlaTimeline } from '../../../domain/sla/timeline.ts';
import { changeLog, type ChangeLog } from '../../store/change-log.ts';
import type { ClockEngine } from '../../store/clock-engine.ts';
import { connect, row, type WriteDb } from '../../store/db.ts';
import { deriveTouched } from '../../store/derive.ts';
import { slaEngine } from '../../store/sla-engine.ts';
import { readTimeline } from '../../store/timeline.ts';
import { followPolicies } from '../policy-match.ts';
import type { JobBase } from './messages.ts';

/** A job's own hands on the desk: a connection, an id maker, a change log whose stamps nobody else makes. */
export type JobDesk = {
  readonly db: WriteDb;
  readonly engine: ClockEngine;
  readonly matcher: PolicyMatcher;
  /** First in a transaction: rules saved while the job runs count for all it writes from there on. SPEC SLA-41. */
  readonly refresh: () => void;
  readonly newId: UuidMaker;
  readonly log: ChangeLog;
  /** From here on every row is checked and every commit is on the disk: before what makes the job count. */
  readonly settle: () => void;
  readonly cancelled: () => boolean;
  /** Lets whoever waits for the write lock have it. */
  readonly pause: () => void;
};

export function openJobDesk(base: JobBase, random: (count: number) => Uint8Array = randomBytes): JobDesk {
  const db = connect(base.file, { nativeBinding: base.nativeBinding, timeoutMs: 60_000 });
  // What a job writes counts once it is finished, and finishing is written with FULL.
  db.pragma('synchronous = NORMAL');
  // Pages that many transactions touch are copied into the desk once, not after every thousand pages.
  db.pragma('wal_autocheckpoint = 16000');
  // Bulk inserts look up every row they refer to themselves; having SQLite look again costs a fifth of the time.
  db.pragma('foreign_keys = OFF');
  const newId = uuidMaker(random);
  const rules = rulesOf(db, base.timeline);
  const { engine, matcher } = rules;
  const last = row<{ hlc: string | null }>(db, 'SELECT max(hlc) AS hlc FROM change_set')?.hlc ?? '';
  const clock = hybridClock('job', last);
  const now = (): number => base.now;
  const log = changeLog(db, {
    now,
    newId,
    clock,
    follow: followPolicies({
      db,
      now,
      newId,
      sla: { timeline: rules.timeline, matcher: () => matcher, engine: () => engine, forget: rules.refresh },
    }),
    derive: (touched) => deriveTouched(db, engine, touched, base.now),
  });
  const flag = new Int32Array(base.cancel);
  const nap = new Int32Array(new SharedArrayBuffer(4));
  const settle = (): void => {
    db.pragma('foreign_keys = ON');
    db.pragma('synchronous = FULL');
  };
  return {
    settle,
    refresh: rules.refresh,
    db,
    engine,
    matcher,
    newId,
    log,
    cancelled: () => Atomics.load(flag, 0) !== 0,
    pause: () => void Atomics.wait(nap, 0, 0, 1),
  };
}

/** The rules a job writes by: handles that stay, over rules that people may change meanwhile. */
function rulesOf(db: WriteDb, timeline: SlaTimeline) {
  const compiled = (of: SlaTimeline) => ({
    timeline: of,
    engine: slaEngine(prepareTimeline(of)),
    matcher: matcherOf(of),
  });
  let known = compiled(timeline);
  // Moves with each commit of another connection, and with nothing of ours.
  const moved = (): unknown => db.pragma('data_version', { simple: true });
  let seen: unknown;
  const engine: ClockEngine = { clocks: (events, now) => known.engine.clocks(events, now) };
  const matcher: PolicyMatcher = {
    get trivial() {
      return known.matcher.trivial;
    },
    get asks() {
      return known.matcher.asks;
    },
    get forAll() {
      return known.matcher.forAll;
    },
    of: (facts) => known.matcher.of(facts),
  };
  return {
    engine,
    matcher,
    timeline: () => known.timeline,
    refresh: (): void => {
      const version = moved();
      if (version === seen) return;
      seen = version;
      const now = readTimeline(db);
      if (JSON.stringify(now) !== JSON.stringify(known.timeline)) known = compiled(now);
    },
  };
}

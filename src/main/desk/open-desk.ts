import { contract, type Live } from '../../contract/index.ts';
import { hybridClock, nodeName } from '../../domain/desk/hlc.ts';
import { uuidMaker, uuidText } from '../../domain/desk/uuid.ts';
import { defaultPolicy } from '../../domain/sla/default-policy.ts';
import { deadBatches, isSmall, removeBatchRows } from '../store/batches.ts';
import { changeLog, type ChangeLog } from '../store/change-log.ts';
import { row, transaction } from '../store/db.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { readPool } from '../store/read-pool.ts';
import { writer, type Touched, type Writer } from '../store/writer.ts';
import { alarm, type Alarm } from './alarm.ts';
import { deriveAndNote } from './alerts.ts';
import { slaCache } from './clocks.ts';
import type { Core, DeskPorts } from './core.ts';
import { seedSettings } from './desk.ts';
import { logSteps } from './escalation-log.ts';
import { escalationWatch, type EscalationWatch } from './escalation-watch.ts';
import { deskFacts } from './facts.ts';
import { jobBase } from './job-base.ts';
import { jobBoard } from './jobs/job-board.ts';
import { liveHub, type LiveHub } from './live.ts';
import { figureKeeper } from './metrics/keeper.ts';
import { followPolicies, matchTickets, type MatchPorts } from './policy-match.ts';
import { retention } from './hiring/forget.ts';
import { reportScheduler, type ReportScheduler } from './reports/scheduler.ts';
import { finishRecount, recounter } from './recount.ts';
import { ruleCache } from './rule-cache.ts';
import { createRouter, missingHandlers, type Router } from './router.ts';
import type { Session } from './router-base.ts';
import { timedRules } from './timed-rules.ts';
import { triggeredLog } from './triggers.ts';
import { uploads } from './uploads.ts';
import { seedRules } from './sla-rules.ts';
import { seedViews } from './views.ts';

export type { DeskPorts } from './core.ts';
export type { Router } from './router.ts';
export type { Session } from './router-base.ts';

/** An open desk: what shells serve. One process, one desk file, one of these. */
export type OpenDesk = {
  readonly file: string;
  readonly router: Router;
  /** Who a carrier speaks for. */
  readonly session: (options: { readonly trusted: boolean }) => Session;
  readonly onLive: (listener: (live: Live) => void) => () => void;
  /** After sleep: makes up at once for what was missed. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
};

/**
 * Opens a desk file, or makes it, and starts its clocks. Throws Fault LOCKED, READ_ONLY, DAMAGED, NOT_A_DESK or
 * FROM_FUTURE, each with what to do; the file is then as it was.
 */
export async function openDesk(file: string, ports: DeskPorts): Promise<OpenDesk> {
  const store = openStore(file, { now: ports.now(), nativeBinding: ports.nativeBinding });
  try {
    if (row(store.db, "SELECT 1 FROM meta WHERE key = 'node'") === undefined) seedDesk(store, ports);
    const rules = slaCache(store.db);
    await finishRecount(store.db, rules.engine, ports.now);
    return start(store, ports);
  } catch (error) {
    store.close();
    throw error;
  }
}

function start(store: Store, ports: DeskPorts): OpenDesk {
  const hub = liveHub();
  const core = createCore(store, ports, hub, () => ({ clockAlarm, watch, scheduler }));
  const watch = escalationWatch(core);
  const keeper = figureKeeper(core);
  const scheduler = reportScheduler(core, keeper);
  const clockAlarm = alarm(core, [watch, timedRules(core), retention(core), scheduler]);
  const router = createRouter(core, keeper, scheduler);
  const gaps = missingHandlers(contract, router);
  if (gaps.length > 0) throw new Error(`The contract and its handlers differ: ${gaps.join(', ')}`);
  sweep(core);
  clockAlarm.catchUp();
  void core.recount.finish();
  void keeper.catchUp();
  return {
    file: store.file,
    router,
    session: ({ trusted }) => ({ trusted }),
    onLive: (listener) => hub.listen(listener),
    wake: () => clockAlarm.catchUp(),
    async close() {
      clockAlarm.stop();
      keeper.stop();
      await scheduler.stop();
      await core.recount.stop();
      await core.jobs.close();
      await core.pool.close();
      core.uploads.close();
      store.close();
    },
  };
}

/** What a killed import left goes before anything is shown; a great deal of it goes while the desk is already of use. */
function sweep(core: Core): void {
  const dead = deadBatches(core.db);
  if (dead.every((id) => isSmall(core.db, id))) {
    for (const id of dead) removeBatchRows(core.db, id, () => undefined);
    return;
  }
  const head = { id: uuidText(core.newId(core.ports.now())), mode: 'import', fileName: 'Rest of an import' } as const;
  void core.jobs.start(head, jobBase(core), { kind: 'sweep' }).then(() => core.changedWholesale());
}

/** What acts by itself in time. Asked for late: it is made of the core that tells it what was written. */
type Timed = () => {
  readonly clockAlarm: Alarm;
  readonly watch: EscalationWatch;
  readonly scheduler: ReportScheduler;
};

function createCore(store: Store, ports: DeskPorts, hub: LiveHub, timed: Timed): Core {
  const { db, file } = store;
  const { now } = ports;
  const newId = uuidMaker(ports.randomBytes);
  const facts = deskFacts(db, now);
  const sla = slaCache(db);
  const most = ports.mostInOneCommit;
  const matching = { db, now, newId, sla, most };
  const rules = ruleCache(db);
  const alarmLog = triggeredLog(deskLog(matching), () => core);
  const matchAll = (write: Writer, ids: readonly number[]) => matchTickets(matching, write, ids);
  const log = settledLog(alarmLog, sla, () => timed().clockAlarm.settle());
  const { announce, changedWholesale } = announcer(store, hub, { facts, rules }, timed);
  const core: Core = {
    file,
    db,
    log,
    alarmLog,
    rules,
    hub,
    ports,
    newId,
    facts,
    sla,
    actor: () => whoSits(facts),
    announce,
    changedWholesale,
    pool: readPool(file, ports.nativeBinding),
    uploads: uploads(),
    recount: recounter({ db, log, engine: sla.engine, now, match: matchAll, done: changedWholesale, most }),
    jobs: jobBoard(now, ({ id }) => hub.changed('exchange', [id])),
    write(command, work) {
      const done = log.commit({ actor: whoSits(facts), ...command }, work);
      if (done.changeSet !== null) announce(done.touched);
      return done;
    },
  };
  return core;
}

/** Tells the window, and what acts in time, of what was written; what was remembered of it goes first. */
function announcer(
  store: Store,
  hub: LiveHub,
  { facts, rules }: Pick<Core, 'facts' | 'rules'>,
  timed: Timed,
): Pick<Core, 'announce' | 'changedWholesale'> {
  const wakeTimed = (touched: Touched | null): void => {
    timed().watch.look(touched);
    timed().scheduler.look(touched);
    timed().clockAlarm.reset();
  };
  return {
    announce(touched) {
      facts.forget();
      if (touched.entities.has('rule')) rules.forget();
      announceTouched(store, hub, touched);
      if (rules.takeRan() && !touched.entities.has('rule')) hub.changed('automation', null);
      wakeTimed(touched);
    },
    changedWholesale() {
      for (const each of [facts, rules]) each.forget();
      for (const domain of wholeDesk) hub.changed(domain, null);
      wakeTimed(null);
    },
  };
}

const whoSits = (facts: Core['facts']): string => {
  const { me, people } = facts.context();
  return people.find(({ id }) => id === me)?.name ?? 'Coordinator';
};

/** The change log, with all that follows from what is written. */
function deskLog(matching: MatchPorts): ChangeLog {
  const { db, now, newId, sla } = matching;
  const derive = (touched: Touched, by: { readonly actor: string; readonly name: string }): void => {
    deriveAndNote(db, sla.engine(), touched, now(), by.name);
    logSteps(db, touched, by, now());
  };
  const follow = followPolicies(matching);
  return changeLog(db, { now, newId, clock: stamps(db), follow, derive });
}

/** The hybrid clock of this desk, from where the log ends. SPEC CHG-2. */
function stamps(db: Store['db']) {
  const node = row<{ value: string }>(db, "SELECT value FROM meta WHERE key = 'node'")?.value ?? '""';
  const last = row<{ hlc: string | null }>(db, 'SELECT max(hlc) AS hlc FROM change_set')?.hlc ?? '';
  return hybridClock(nodeName(JSON.parse(node) as string), last);
}

/** Before each command, clocks say what they have to say up to now; and the rules as they were are known. */
const settledLog = (log: ChangeLog, sla: MatchPorts['sla'], settle: () => void): ChangeLog => {
  const settled = <T>(work: () => T): T => {
    settle();
    sla.timeline();
    try {
      return work();
    } catch (error) {
      // What was read of rules that are now not to be.
      sla.forget();
      throw error;
    }
  };
  return {
    commit: (command, work) => settled(() => log.commit(command, work)),
    undo: (actor, uid) => settled(() => log.undo(actor, uid)),
    redo: (actor) => settled(() => log.redo(actor)),
    undoBatch: (actor, uid) => settled(() => log.undoBatch(actor, uid)),
  };
};

const wholeDesk = [
  'escalation',
  'tickets',
  'sla',
  'people',
  'directory',
  'customers',
  'exchange',
  'desk',
  'automation',
  'roster',
  'staffing',
  'quality',
  'coaching',
  'onboarding',
  'training',
  'hiring',
  'surveys',
  'reports',
] as const;

const domainOf = {
  view: 'views',
  person: 'people',
  queue: 'directory',
  mapping: 'exchange',
  customer: 'customers',
  contact_point: 'customers',
  organisation: 'customers',
  meta: 'desk',
  policy: 'sla',
  policy_version: 'sla',
  calendar: 'sla',
  calendar_version: 'sla',
  rule: 'automation',
  escalation: 'escalation',
  escalation_step: 'escalation',
  incident: 'escalation',
  decision_tree: 'escalation',
  shift: 'roster',
  time_off: 'roster',
  shift_request: 'roster',
  attendance: 'roster',
  agent_state: 'roster',
  adherence_excuse: 'roster',
  shift_pattern: 'roster',
  forecast_event: 'staffing',
  scorecard: 'quality',
  scorecard_version: 'quality',
  calibration: 'quality',
  review: 'quality',
  review_field: 'quality',
  quality_conflict: 'quality',
  pack: 'quality',
  coaching_session: 'coaching',
  coaching_goal: 'coaching',
  coaching_action: 'coaching',
  praise: 'coaching',
  programme: 'onboarding',
  newcomer: 'onboarding',
  newcomer_stage: 'onboarding',
  newcomer_task: 'onboarding',
  certificate: 'onboarding',
  refresher: 'training',
  refresher_attendance: 'training',
  training_topic: 'training',
  course: 'training',
  enrolment: 'training',
  seat: 'hiring',
  candidate: 'hiring',
  interview: 'hiring',
  survey: 'surveys',
  survey_question: 'surveys',
  survey_response: 'surveys',
  survey_answer: 'surveys',
  survey_code: 'surveys',
  survey_coded: 'surveys',
  survey_problem: 'surveys',
  report: 'reports',
  report_issue: 'reports',
  report_comment: 'reports',
  action_item: 'reports',
} as const;

function announceTouched(store: Store, hub: LiveHub, touched: Touched): void {
  if (touched.tickets.size > 0) hub.changed('tickets', touched.tickets.size > 200 ? null : ticketIds(store, touched));
  for (const [entity, domain] of Object.entries(domainOf)) {
    const keys = touched.entities.get(entity as keyof typeof domainOf);
    if (keys !== undefined)
      hub.changed(domain, entity === 'view' || entity === 'person' || entity === 'queue' ? [...keys] : null);
  }
}

/** Those that are gone, too: whoever shows one has to hear of it. */
function ticketIds(store: Store, touched: Touched): string[] {
  const here = [...touched.tickets.keys()].flatMap(
    (id) => row<{ uid: Uint8Array }>(store.db, 'SELECT uid FROM ticket WHERE id = ?', id)?.uid ?? [],
  );
  return [...new Set([...here.map(uuidText), ...(touched.entities.get('ticket') ?? [])])];
}

/** What a new desk has: settings, the seeds' policy and hours in this machine's zone, the pinned views. SPEC SLA-24. */
function seedDesk(store: Store, ports: DeskPorts): void {
  const { db } = store;
  const newId = uuidMaker(ports.randomBytes);
  const timeZone = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  const { policy, calendars } = defaultPolicy(timeZone);
  transaction(db, () => {
    seedSettings(db, uuidText(newId(ports.now())), timeZone);
    const write = writer(db, () => undefined);
    seedRules(write, ports.now(), policy, calendars);
    seedViews(write, () => newId(ports.now()));
  });
}

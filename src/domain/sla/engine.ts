import { priorities, statuses as allStatuses } from '../../contract/words.ts';
import type { Priority, Status } from '../../contract/common.ts';
import type { EventType } from '../../contract/tickets.ts';
import type { CompiledCalendar } from '../calendar/compile.ts';
import { Fault } from '../fault.ts';
import { begin, finish, idleClock, resume, retarget, settle, wouldChange } from './clock.ts';
import type { Running, Sink } from './clock.ts';
import type { Epoch, PreparedPolicy, PreparedSla } from './prepare.ts';

/**
 * What clocks need to know of an event; events of drafts and of the store fit as they are. `created` has the first
 * status in `to` and the first priority in `from`; `status`, `priority`, `policy` and `calendar` have the new one in `to`.
 */
export type ClockEvent = {
  readonly at: number;
  readonly type: EventType;
  readonly from: string | null;
  readonly to: string | null;
};

/** A ticket while its events are read. */
export type Run = {
  /** As they stand at the event being read. */
  rules: Omit<Epoch, 'from'>;
  readonly later: readonly Epoch[];
  /** How many of `later` have begun. */
  begun: number;
  readonly sink: Sink | null;
  readonly first: Running;
  readonly next: Running;
  readonly update: Running;
  readonly resolution: Running;
  policy: PreparedPolicy;
  /** As the last `policy` and `calendar` event have it; null: the policy a ticket starts under, the policy's calendar. */
  policyKey: string | null;
  calendarKey: string | null;
  calendar: CompiledCalendar;
  status: Status;
  priority: Priority;
  /** The customer wrote and nobody has answered. */
  unanswered: boolean;
  /** Somebody here has written to the customer: they are to hear from us again. */
  replied: boolean;
  /** The periodic update as the last reply ended it, and when: what stands if that very reply solves the ticket. */
  heard: { readonly at: number; readonly clock: Running } | null;
};

const isDone = (status: Status) => status === 'solved' || status === 'closed';

const statuses: readonly string[] = allStatuses;
const isStatus = (value: string): value is Status => statuses.includes(value);
const priorityNames: readonly string[] = priorities;
const isPriority = (value: string): value is Priority => priorityNames.includes(value);

const unknown = (what: string, value: string | null, index: number) =>
  new Fault('INVALID', `Event ${index + 1} names the ${what} "${value ?? ''}", which is not known.`, {
    field: `events.${index}.to`,
  });

const statusOf = (value: string | null, index: number): Status => {
  if (value !== null && isStatus(value)) return value;
  throw unknown('status', value, index);
};

const priorityOf = (value: string | null, index: number): Priority => {
  if (value !== null && isPriority(value)) return value;
  throw unknown('priority', value, index);
};

const targetOf = (run: Run, clock: Running) => run.policy.targets[clock.metric][run.priority];
const pausedIn = (run: Run, clock: Running) => run.policy.pauses[clock.metric].has(run.status);

const start = (run: Run, clock: Running, at: number, reason: string) => {
  settle(clock, run.calendar, at, reason, run.sink);
  begin(clock, targetOf(run, clock), pausedIn(run, clock));
};

const end = (run: Run, clock: Running, at: number, reason: string) => {
  if (clock.phase !== 'active') return;
  settle(clock, run.calendar, at, reason, run.sink);
  finish(clock, run.calendar);
};

/** What began a clock goes on to tell why, where something else is so from the same instant on; a pause tells why itself. */
const keepCause = (clock: Running, at: number) => {
  if (clock.startedAt === at && !clock.paused) clock.reason = clock.startReason;
};

/** Brings a clock in line with the ticket's status, priority and policy. */
const adjust = (run: Run, clock: Running, at: number, reason: string) => {
  if (clock.phase !== 'active') return;
  const target = targetOf(run, clock);
  const paused = pausedIn(run, clock);
  if (!wouldChange(clock, target, paused)) return;
  settle(clock, run.calendar, at, reason, run.sink);
  retarget(clock, target, paused);
  keepCause(clock, at);
};

const adjustAll = (run: Run, at: number, reason: string) => {
  adjust(run, run.first, at, reason);
  adjust(run, run.next, at, reason);
  adjust(run, run.update, at, reason);
  adjust(run, run.resolution, at, reason);
};

/** The next response is awaited once there was a first one, while the ticket is not solved. SPEC SLA-12. */
const awaitNext = (run: Run, at: number, reason: string) => {
  const awaited = run.unanswered && run.first.phase === 'done' && !isDone(run.status);
  if (awaited && run.next.phase !== 'active') start(run, run.next, at, reason);
};

/** A reply that solves the ticket promises no other: the run it started never was. SPEC SLA-15. */
const endUpdates = (run: Run, at: number, reason: string) => {
  if (run.update.phase === 'active' && run.heard?.at === at) Object.assign(run.update, run.heard.clock);
  else end(run, run.update, at, reason);
};

/** Nothing is awaited any more: all clocks end, answered or not. SPEC SLA-11, SLA-13. */
const solve = (run: Run, at: number, reason: string) => {
  end(run, run.first, at, reason);
  end(run, run.next, at, reason);
  endUpdates(run, at, reason);
  end(run, run.resolution, at, reason);
  run.unanswered = false;
};

const reopen = (run: Run, at: number, reason: string) => {
  const clock = run.resolution;
  if (run.policy.restarts) start(run, clock, at, reason);
  else {
    settle(clock, run.calendar, at, reason, run.sink);
    resume(clock, targetOf(run, clock), pausedIn(run, clock));
  }
  awaitNext(run, at, reason);
  if (run.replied) start(run, run.update, at, reason);
};

const create = (run: Run, event: ClockEvent, index: number) => {
  if (event.to !== null) run.status = statusOf(event.to, index);
  if (event.from !== null) run.priority = priorityOf(event.from, index);
  start(run, run.first, event.at, 'created');
  start(run, run.resolution, event.at, 'created');
  if (isDone(run.status)) solve(run, event.at, `status ${run.status}`);
};

const changeStatus = (run: Run, status: Status, at: number) => {
  const wasDone = isDone(run.status);
  const reason = `status ${status}`;
  run.status = status;
  if (isDone(status)) {
    if (!wasDone) solve(run, at, reason);
  } else if (wasDone) reopen(run, at, reason);
  else adjustAll(run, at, reason);
};

/** Time already spent stays as it was counted; what comes counts by the new calendar. SPEC SLA-7. */
const changeCalendar = (run: Run, calendar: CompiledCalendar, at: number, reason: string) => {
  if (calendar === run.calendar) return;
  for (const clock of [run.first, run.next, run.update, run.resolution]) {
    if (clock.phase !== 'active' || !clock.target?.business) continue;
    settle(clock, run.calendar, at, reason, run.sink);
    keepCause(clock, at);
  }
  run.calendar = calendar;
};

const putUnder = (run: Run, policy: PreparedPolicy, calendar: CompiledCalendar, at: number, reason: string) => {
  changeCalendar(run, calendar, at, reason);
  run.policy = policy;
  adjustAll(run, at, reason);
};

const changePolicy = (run: Run, policy: PreparedPolicy, key: string, at: number) => {
  run.policyKey = key;
  run.calendarKey = null;
  putUnder(run, policy, policy.calendar, at, `policy ${policy.name}`);
};

const policyNow = (run: Run): PreparedPolicy =>
  (run.policyKey === null ? undefined : run.rules.policies.get(run.policyKey)) ?? run.rules.policy;

const calendarNow = (run: Run, policy: PreparedPolicy): CompiledCalendar =>
  (run.calendarKey === null ? undefined : run.rules.calendars.get(run.calendarKey)) ?? policy.calendar;

/** New versions of policies and calendars: what was counted stays, what comes counts by them. SPEC SLA-42. */
const enterEpochs = (run: Run, until: number) => {
  for (let epoch = run.later[run.begun]; epoch && epoch.from <= until; epoch = run.later[run.begun]) {
    run.begun += 1;
    run.rules = epoch;
    const policy = policyNow(run);
    const calendar = calendarNow(run, policy);
    if (policy === run.policy && calendar === run.calendar) continue;
    const version = policy.version === null ? '' : `, version ${policy.version}`;
    const reason = policy.version === run.policy.version ? 'hours' : `policy ${policy.name}${version}`;
    putUnder(run, policy, calendar, epoch.from, reason);
  }
};

/** The next update is due so long after this one. Two replies at one instant are one. SPEC SLA-15. */
const update = (run: Run, at: number) => {
  if (run.update.phase === 'active' && run.heard?.at === at) return;
  end(run, run.update, at, 'agentReply');
  if (isDone(run.status)) return;
  settle(run.update, run.calendar, at, run.update.reason, run.sink);
  run.heard = { at, clock: { ...run.update } };
  start(run, run.update, at, 'agentReply');
};

const reply = (run: Run, at: number) => {
  end(run, run.first, at, 'agentReply');
  end(run, run.next, at, 'agentReply');
  run.unanswered = false;
  run.replied = true;
  update(run, at);
};

const apply = (run: Run, event: ClockEvent, index: number) => {
  const { at, to } = event;
  switch (event.type) {
    case 'customerMessage':
      run.unanswered = true;
      awaitNext(run, at, 'customerMessage');
      break;
    case 'agentReply':
      reply(run, at);
      break;
    case 'status':
      changeStatus(run, statusOf(to, index), at);
      break;
    case 'priority':
      run.priority = priorityOf(to, index);
      adjustAll(run, at, `priority ${run.priority}`);
      break;
    case 'policy': {
      const policy = run.rules.policies.get(to ?? '');
      if (!policy) throw unknown('policy', to, index);
      changePolicy(run, policy, to ?? '', at);
      break;
    }
    case 'calendar': {
      const calendar = run.rules.calendars.get(to ?? '');
      if (!calendar) throw unknown('calendar', to, index);
      run.calendarKey = to;
      changeCalendar(run, calendar, at, `calendar ${to ?? ''}`);
      break;
    }
    default:
  }
};

const always: readonly Epoch[] = [];

const newRun = (rules: PreparedSla, sink: Sink | null, at: number): Run => {
  const later = rules.later ?? always;
  // Most tickets are newer than most versions: nothing needs to be switched for what was over before they were made.
  let begun = later.length;
  while (begun > 0 && (later[begun - 1]?.from ?? 0) > at) begun -= 1;
  const first = later[begun - 1] ?? rules;
  return {
    rules: first,
    later,
    begun,
    sink,
    first: idleClock('firstResponse', at),
    next: idleClock('nextResponse', at),
    update: idleClock('periodicUpdate', at),
    resolution: idleClock('resolution', at),
    policy: first.policy,
    policyKey: null,
    calendarKey: null,
    calendar: first.policy.calendar,
    status: 'new',
    priority: 'p3',
    unanswered: false,
    replied: false,
    heard: null,
  };
};

const checkOrder = (event: ClockEvent, previous: number, index: number) => {
  if (event.at < previous) {
    throw new Fault('INVALID', `Event ${index + 1} is earlier than the one before it. Give events in time order.`, {
      field: `events.${index}.at`,
    });
  }
  if ((event.type === 'created') !== (index === 0)) {
    const message = index === 0 ? 'The first event must be "created".' : `Event ${index + 1} is a second "created".`;
    throw new Fault('INVALID', message, { field: `events.${index}.type` });
  }
};

/**
 * Reads a ticket's events up to `now` and settles its clocks there; later events are only checked. SPEC SLA-2.
 * Faults INVALID, naming the event, on events out of order or that name what is not known.
 */
export const runEvents = (rules: PreparedSla, events: readonly ClockEvent[], now: number, sink: Sink | null): Run => {
  const run = newRun(rules, sink, events[0]?.at ?? now);
  let previous = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index];
    if (!event) continue;
    checkOrder(event, previous, index);
    previous = event.at;
    if (event.at > now) continue;
    if (run.begun < run.later.length) enterEpochs(run, event.at);
    if (index === 0) create(run, event, index);
    else apply(run, event, index);
  }
  if (run.begun < run.later.length) enterEpochs(run, now);
  settle(run.first, run.calendar, now, 'now', run.sink);
  settle(run.next, run.calendar, now, 'now', run.sink);
  settle(run.update, run.calendar, now, 'now', run.sink);
  settle(run.resolution, run.calendar, now, 'now', run.sink);
  return run;
};

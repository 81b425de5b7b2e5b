import type { Clock, Segment } from '../../contract/sla.ts';
import { instantInWords, minutesInWords } from '../calendar/words.ts';
import type { Running } from './clock.ts';

type Numbers = Omit<Clock, 'ledger' | 'why'>;
type Say = (at: number) => string;

const noClock = 'No clock runs: ';

const idleWhy = (clock: Readonly<Running>) => {
  if (clock.phase === 'idle') {
    if (clock.metric === 'nextResponse') return `${noClock}the customer has not written since the first response.`;
    if (clock.metric === 'periodicUpdate') return `${noClock}it starts with a reply that leaves the ticket unsolved.`;
    return `${noClock}the ticket has not been created yet.`;
  }
  return `${noClock}there is no target for this priority.`;
};

const causes: Readonly<Record<string, string>> = {
  created: 'when the ticket was created',
  customerMessage: 'when the customer wrote',
  agentReply: 'when we last replied',
  status: 'when the ticket was reopened',
};

const [priorityWord, policyWord, calendarWord, statusWord] = ['priority', 'policy', 'calendar', 'status'];
/** What begins a stretch when new opening hours begin to count. */
const hoursWord = 'hours';

/** `priority p1` as `the priority became P1`. */
const changeInWords = (reason: string): string => {
  const [what = '', ...rest] = reason.split(' ');
  const to = rest.join(' ');
  if (what === priorityWord) return `the priority became ${to.toUpperCase()}`;
  if (what === policyWord) return `the policy became ${to}`;
  if (what === calendarWord) return `the calendar became ${to}`;
  if (what === hoursWord) return 'the opening hours changed';
  if (what === statusWord) return `the status became ${to}`;
  return reason;
};

const started = (clock: Readonly<Running>, at: number, timeZone: string) => {
  const [what = ''] = clock.startReason.split(' ');
  const cause = causes[what] ?? `when ${changeInWords(clock.startReason)}`;
  return `Started ${instantInWords(timeZone, at)} ${cause}.`;
};

/** Pauses of a cycle, those that follow each other as one. */
const pausesIn = (cycle: readonly Segment[]) => {
  const pauses: { from: number; to: number; status: string }[] = [];
  for (const { from, to, kind, reason } of cycle) {
    if (kind !== 'paused') continue;
    const last = pauses.at(-1);
    if (last?.to === from) last.to = to;
    else pauses.push({ from, to, status: reason.startsWith('status ') ? reason.slice(7) : '' });
  }
  return pauses;
};

const waitingOn: Readonly<Record<string, string>> = {
  pending: ', waiting on the customer (pending)',
  hold: ', on hold',
};

/** Of more pauses, changes or reopenings than these the last are told, and how many there were. */
const most = 3;

const lastOf = (sentences: readonly string[], inAll: (count: number) => string): string[] =>
  sentences.length <= most ? [...sentences] : [inAll(sentences.length), ...sentences.slice(-most)];

const stoodStill = (cycle: readonly Segment[], clock: Numbers, say: Say, now: number): string[] =>
  lastOf(
    pausesIn(cycle).map(({ from, to, status }) => {
      const why = waitingOn[status] ?? (status ? ` (${status})` : '');
      return to === now && clock.state === 'paused'
        ? `Stands still since ${say(from)}${why}.`
        : `Stood still ${say(from)} to ${say(to)}${why}.`;
    }),
    (count) => `Stood still ${count} times, ${minutesInWords(clock.pausedMinutes)} in all; the last were these.`,
  );

const targetChanges = (cycle: readonly Segment[], say: Say): string[] => {
  const sentences: string[] = [];
  let last: number | null = null;
  for (const { from, kind, reason, targetMinutes } of cycle) {
    if (kind === 'idle' || kind === 'done' || targetMinutes === null) continue;
    if (last !== null && last !== targetMinutes) {
      sentences.push(
        `The target went from ${minutesInWords(last)} to ${minutesInWords(targetMinutes)} at ${say(from)}, when ${changeInWords(reason)}.`,
      );
    }
    last = targetMinutes;
  }
  return lastOf(sentences, (count) => `The target changed ${count} times; the last changes were these.`);
};

/** A new calendar moves a due time without any change of target: that is said, too. */
const hoursChanges = (cycle: readonly Segment[], say: Say): string[] =>
  lastOf(
    cycle.flatMap(({ from, reason }) =>
      reason === hoursWord || reason.startsWith(`${calendarWord} `)
        ? [`From ${say(from)} on other opening hours count.`]
        : [],
    ),
    (count) => `The opening hours changed ${count} times; the last changes were these.`,
  );

const reopened = (cycle: readonly Segment[], say: Say): string[] =>
  lastOf(
    cycle.flatMap(({ from, to, kind }, i) =>
      kind === 'done' && i < cycle.length - 1 ? [`Was done from ${say(from)} to ${say(to)}, then reopened.`] : [],
    ),
    (count) => `Was reopened ${count} times; the last were these.`,
  );

const used = ({ spentMinutes, targetMinutes, time }: Numbers): string => {
  const target = targetMinutes ?? 0;
  const amount =
    target < 120 && spentMinutes < 120
      ? `${Math.round(spentMinutes)} of ${minutesInWords(target)}`
      : `${minutesInWords(spentMinutes)} of ${minutesInWords(target)}`;
  return `${amount} used${time === 'business' ? ', counting business hours only' : ''}.`;
};

const outcome = (clock: Numbers, say: Say): string => {
  const { dueAt, metAt, state } = clock;
  if (dueAt === null) return 'Its calendar has no open time left, so it is never due.';
  if (metAt !== null) {
    return state === 'met'
      ? `Done ${say(metAt)}, in time: it was due ${say(dueAt)}.`
      : `Done ${say(metAt)}, too late: it was due ${say(dueAt)}.`;
  }
  if (state === 'breached') return `It was due ${say(dueAt)} and is late.`;
  return state === 'paused' ? `If it ran again now, it would be due ${say(dueAt)}.` : `Due ${say(dueAt)}.`;
};

/**
 * "Why this due time?" as a customer could read it, times in the calendar's zone, the day named where it is not the day
 * the clock started on. SPEC SLA-21.
 */
export const whyOf = (
  clock: Readonly<Running>,
  numbers: Numbers,
  ledger: readonly Segment[],
  timeZone: string,
  now: number,
): string => {
  const { startedAt } = numbers;
  if (startedAt === null) return idleWhy(clock);
  const say: Say = (at) => instantInWords(timeZone, at, startedAt);
  const cycle = ledger.filter(({ from }) => from >= startedAt);
  return [
    started(clock, startedAt, timeZone),
    ...targetChanges(cycle, say),
    ...hoursChanges(cycle, say),
    ...reopened(cycle, say),
    ...stoodStill(cycle, numbers, say, now),
    used(numbers),
    outcome(numbers, say),
  ].join(' ');
};

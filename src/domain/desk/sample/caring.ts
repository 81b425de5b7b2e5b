import { prng } from '../../prng.ts';
import type { TicketDraft } from '../../tickets/draft.ts';
import { isOpen, type SampleTicket } from './care.ts';
import { dayOf, type Days } from './days.ts';
import { canBeEscalated, canHaveBeenEscalated, escalatedByItself, isEscalated, wasEscalated } from './escalations.ts';
import { canPromise, promiseCount, promised } from './promises.ts';
import { canWait, carelessOf, pausedWrongly, waitsLong } from './waits.ts';

const dayMs = 86_400_000;
/** How far back escalations reach. */
const reachMs = 60 * dayMs;
const fewestTickets = 150;

type Options = {
  readonly tickets: number;
  readonly seed: number;
  readonly until: number;
  readonly timeZone: string;
  readonly days: Days;
  /** Tickets a day, in the places of `days`. */
  readonly counts: readonly number[];
};

const most = { past: 8, waits: 5, paused: 4, open: 2 } as const;

/** Takes one of so many, however they lie: that one, or the next that will do. */
function oneIn(every: number, first: number) {
  let seen = 0;
  let next = first;
  return (will: boolean): boolean => {
    seen += 1;
    if (!will || seen <= next) return false;
    next += every;
    return true;
  };
}

const hourMs = 3_600_000;

/** The day that holds the end of the history: half past nine on it, and its midnight. */
function dayAt({ days, until }: Options): { readonly opens: number; readonly midnight: number } {
  const day = dayOf(days, until);
  const nine = days.nine[day] ?? until;
  return { opens: nine + hourMs / 2, midnight: (days.nine[day + 1] ?? nine + dayMs) - 9 * hourMs };
}

/**
 * Goes through the tickets in order and gives some of them what the screens of a coordinator are about: escalations, past
 * and open, calls promised, customers who wait too long, clocks that were paused wrongly. SPEC SMP-10. A small sample has
 * less of it, one below 150 tickets only its P1.
 */
export function caring(options: Options): (draft: TicketDraft) => SampleTicket {
  const { tickets, seed, until, timeZone } = options;
  const rng = prng(seed, 8);
  const small = tickets < fewestTickets;
  const left = {
    past: small ? 0 : Math.min(most.past, Math.floor(tickets / 120)),
    waits: Math.min(most.waits, Math.floor(tickets / 200)),
  };
  const recent = options.counts.slice(Math.max(0, options.days.last - 60)).reduce((sum, n) => sum + n, 0);
  const every = Math.max(1, Math.floor(recent / (left.past + 1)));
  const turn = {
    past: oneIn(every, Math.floor(every / 3)),
    waits: oneIn(3, 0),
    promises: oneIn(5, 2),
    open: oneIn(4, 1),
  };
  const given = { past: 0, waits: 0, promises: 0, open: 0, paused: new Map<string, number>() };
  const plain = (draft: TicketDraft): SampleTicket => ({ draft, care: null });

  const unsolved = (draft: TicketDraft): SampleTicket => {
    if (draft.priority === 'p1') return escalatedByItself(rng, draft, until);
    if (small) return plain(draft);
    if (given.open < most.open && turn.open(canBeEscalated(draft, until))) {
      given.open += 1;
      return isEscalated(rng, draft, until, given.open === 1 ? 2 : 3);
    }
    const agent = carelessOf(draft, until);
    const paused = agent === null ? 0 : (given.paused.get(agent) ?? 0);
    if (agent !== null && paused < most.paused) {
      given.paused.set(agent, paused + 1);
      return plain(pausedWrongly(rng, draft, agent, until));
    }
    if (given.waits < left.waits && turn.waits(canWait(draft, until))) {
      given.waits += 1;
      return plain(waitsLong(rng, draft, until));
    }
    if (given.promises >= promiseCount || !turn.promises(canPromise(draft, until))) return plain(draft);
    given.promises += 1;
    return promised(draft, given.promises - 1, { until, timeZone, ...dayAt(options) });
  };

  return (draft) => {
    if (isOpen(draft)) return unsolved(draft);
    const recentEnough = until - draft.createdAt < reachMs;
    if (!recentEnough || given.past >= left.past || !turn.past(canHaveBeenEscalated(draft))) return plain(draft);
    given.past += 1;
    return wasEscalated(rng, draft, given.past - 1);
  };
}

import type { Done, PlanJob, ProposeInput, Stream, Wish } from '../../../contract/index.ts';
import { Fault } from '../../../domain/fault.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import type { Core } from '../core.ts';
import { propose } from '../solver/propose.ts';
import { dayPlan } from '../staffing/day.ts';
import type { Outlooks } from '../staffing/outlook.ts';
import { readSettings } from '../staffing/settings.ts';
import { requiredPeople } from '../../../domain/staffing/stream.ts';
import { rosterPeople } from './people.ts';
import { awayIn, planned, shiftsIn } from './read.ts';
import { readRules } from './rules.ts';
import { freshId, insertFree } from './shifts.ts';
import { spanOf, touches } from './span.ts';

/** Proposals of this run of the desk; what is not taken over is gone with it. */
export type PlanBoard = {
  readonly start: (input: {
    readonly from: string;
    readonly days: number;
    readonly seconds: number;
    readonly personIds?: readonly string[] | undefined;
    readonly wishes: readonly Wish[];
    readonly keep: boolean;
  }) => Promise<PlanJob>;
  readonly get: (id: string) => PlanJob;
  readonly cancel: (id: string) => Promise<PlanJob>;
  readonly apply: (id: string) => Done;
};

/** `replaced`: shifts that are planned anew, and go when the proposal is taken over. */
type Entry = {
  job: PlanJob;
  readonly stop: AbortController;
  readonly replaced: readonly string[];
  done: Promise<void>;
};
const keptPlans = 10;

/** The demand of some days: of each stream, the people it needs; streams on one kind of work are added. */
async function demandOf(core: Core, outlook: Outlooks, from: string, days: number): Promise<ProposeInput['demand']> {
  const first = dayNumber(from);
  const plans = [];
  for (let day = 0; day < days; day += 1) plans.push(await dayPlan(core, outlook, dateOf(first + day), true));
  const needs = new Map<string, ProposeInput['demand'][number]>();
  for (const plan of plans) {
    const staffing = { shrinkage: plan.settings.shrinkage, intervalMinutes: plan.settings.intervalMinutes };
    for (const { stream, arriving } of plan.streams)
      addDemand(needs, stream, arriving, requiredPeople(stream, staffing, arriving));
  }
  return [...needs.values()];
}

function addDemand(
  needs: Map<string, ProposeInput['demand'][number]>,
  { work }: Stream,
  arriving: readonly { readonly at: number }[],
  required: readonly number[],
): void {
  arriving.forEach(({ at }, index) => {
    const more = required[index] ?? 0;
    if (more <= 0) return;
    const key = `${work} ${at}`;
    needs.set(key, { at, work, required: (needs.get(key)?.required ?? 0) + more });
  });
}

export function planBoard(core: Core, outlook: Outlooks): PlanBoard {
  const entries = new Map<string, Entry>();
  const find = (id: string): Entry => {
    const entry = entries.get(id);
    if (entry === undefined) throw new Fault('NOT_FOUND', 'That proposal is not here any more. Work it out again.');
    return entry;
  };
  const update = (entry: Entry, next: Partial<PlanJob>): void => {
    entry.job = { ...entry.job, ...next };
    core.hub.changed('roster', []);
  };

  const work = async (entry: Entry, input: ProposeInput): Promise<void> => {
    try {
      const proposal = await propose(input, {
        signal: entry.stop.signal,
        newId: () => freshId(core),
        onProgress: (progress) => update(entry, { progress }),
      });
      update(entry, { state: entry.stop.signal.aborted ? 'cancelled' : 'done', proposal });
    } catch (error) {
      const cancelled = entry.stop.signal.aborted;
      update(entry, { state: cancelled ? 'cancelled' : 'failed', error: cancelled ? null : wordsOf(error) });
    }
  };

  return {
    async start(input) {
      const id = freshId(core);
      const { from, days, seconds } = input;
      const job: PlanJob = {
        id,
        from,
        days,
        state: 'running',
        progress: null,
        secondsAllowed: seconds,
        proposal: null,
        error: null,
      };
      const { asked, replaced } = await inputOf(core, outlook, input);
      const entry: Entry = { job, stop: new AbortController(), replaced, done: Promise.resolve() };
      entries.set(id, entry);
      for (const old of [...entries.keys()].slice(0, -keptPlans)) {
        entries.get(old)?.stop.abort();
        entries.delete(old);
      }
      entry.done = work(entry, asked);
      return entry.job;
    },
    get: (id) => find(id).job,
    async cancel(id) {
      const entry = find(id);
      entry.stop.abort();
      await entry.done;
      return entry.job;
    },
    apply: (id) => applyPlan(core, find(id)),
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function inputOf(
  core: Core,
  outlook: Outlooks,
  input: Parameters<PlanBoard['start']>[0],
): Promise<{ asked: ProposeInput; replaced: readonly string[] }> {
  const span = spanOf(core, input);
  const around = { startAt: span.startAt - 7 * 86_400_000, endAt: span.endAt + 7 * 86_400_000 };
  const wanted = input.personIds === undefined ? null : new Set(input.personIds);
  const people = rosterPeople(core).filter(({ id }) => wanted === null || wanted.has(id));
  if (people.length === 0)
    throw new Fault('INVALID', 'Nobody is here to be put on the roster. Add people first.', { field: 'personIds' });
  const there = planned(shiftsIn(core.db, around));
  const planning = new Set(people.map(({ id }) => id));
  const replaced = there
    .filter((shift) => !input.keep && shift.personId !== null && planning.has(shift.personId) && touches(shift, span))
    .map(({ id }) => id);
  const asked: ProposeInput = {
    timeZone: core.facts.settings().timeZone,
    from: input.from,
    days: input.days,
    intervalMinutes: readSettings(core).intervalMinutes,
    people,
    demand: await demandOf(core, outlook, input.from, input.days),
    fixed: there.filter(({ id }) => !replaced.includes(id)),
    away: awayIn(core.db, around),
    wishes: [...input.wishes],
    rules: readRules(core),
    seconds: input.seconds,
  };
  return { asked, replaced };
}

/**
 * Puts a proposal on the plan, as one change set and a draft. Whoever was put to work at that time since is passed over.
 * Faults CONFLICT while it is being worked out.
 */
function applyPlan(core: Core, { job: { proposal }, replaced }: Entry): Done {
  if (proposal === null) throw new Fault('CONFLICT', 'That proposal is not worked out yet. Wait for it, or stop it.');
  const fresh = proposal.shifts.filter((shift) => shift.personId !== null);
  return insertFree(core, fresh, { name: 'roster.planApply', verb: 'from a proposal', replaced });
}

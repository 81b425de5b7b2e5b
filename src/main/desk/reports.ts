import { dayBlockSchema, type DayBlock, type Filter, type ReportTable, type StandUp } from '../../contract/index.ts';
import { compiledFor } from '../../domain/calendar/compile.ts';
import { checkDay, defaultDay, placeDay } from '../../domain/reports/day-blocks.ts';
import { daysAgo, nightSince } from '../../domain/reports/night.ts';
import { longWaitHours, reconciliationTables } from '../../domain/reports/reconciliation.ts';
import { readByIds } from '../store/boards.ts';
import { countsOf } from './board-reads.ts';
import { callbacksToday } from './callbacks.ts';
import type { Core } from './core.ts';
import { readMeta, saveMeta } from './meta.ts';
import { reportFile } from './report-file.ts';
import { os } from './router-base.ts';

const waitBefore = (now: number): number => now - longWaitHours * 3_600_000;

async function standUp(core: Core, limit: number): Promise<StandUp> {
  const now = core.ports.now();
  const { timeZone } = core.facts.settings();
  const since = nightBefore(core, now, timeZone);
  const query = {
    now,
    since,
    yesterday: daysAgo(timeZone, now, 1),
    lastWeek: daysAgo(timeZone, now, 7),
    waitBefore: waitBefore(now),
    limit,
  };
  const { queues, ...found } = await core.pool.run<'morning'>({ kind: 'morning', query });
  const sum = (of: 'now' | 'yesterday' | 'lastWeek'): number => queues.reduce((total, each) => total + each[of], 0);
  const backlog = { now: sum('now'), yesterday: sum('yesterday'), lastWeek: sum('lastWeek') };
  return { at: now, since, ...found, callbacks: callbacksDue(core, limit), backlog, queues };
}

function callbacksDue(core: Core, limit: number): StandUp['callbacks'] {
  const { callbacks, counts } = callbacksToday(core);
  const due = callbacks.slice(0, limit);
  const tickets = new Map(
    readByIds(
      core.db,
      due.map(({ ticket }) => ticket.number),
    ).map((each) => [each.id, each]),
  );
  const rows = due.flatMap((callback) => {
    const ticket = tickets.get(callback.ticket.id);
    return ticket === undefined || ticket.drill ? [] : [{ ticket, callback }];
  });
  return { total: counts.today, rows };
}

/** The night by the calendar of the policy that is for everything. */
function nightBefore(core: Core, now: number, timeZone: string): number {
  const { policies, calendars } = core.sla.rules();
  const calendar = calendars[policies.at(-1)?.calendar ?? ''];
  return calendar === undefined ? daysAgo(timeZone, now, 1) : nightSince(compiledFor(calendar), now);
}

const mostWaits = 5000;

async function reconciliation(core: Core): Promise<{ at: number; tables: ReportTable[] }> {
  const at = core.ports.now();
  const query = { waitBefore: waitBefore(at), limit: mostWaits };
  const work = await core.pool.run<'openWork'>({ kind: 'openWork', query });
  const people = new Map(core.facts.context().people.map(({ id, name }) => [id, name]));
  return { at, tables: [...reconciliationTables(work, people, at)] };
}

const dayKey = 'day.blocks';

function dayBlocks(core: Core): readonly DayBlock[] {
  const kept = readMeta(core.db, dayKey);
  return kept === undefined ? defaultDay : dayBlockSchema.array().parse(kept);
}

function saveDay(core: Core, blocks: readonly DayBlock[]): void {
  checkDay(blocks);
  saveMeta(core, { name: 'reports.daySave', label: 'Blocks of the day' }, dayKey, blocks);
}

const base: Filter = { open: true, drill: false };
const waitsOf: Readonly<Record<DayBlock['kind'], readonly { readonly what: string; readonly filter: Filter }[]>> = {
  triage: [
    { what: 'without an owner', filter: { ...base, assignee: [null] } },
    { what: 'new', filter: { drill: false, status: ['new'] } },
  ],
  quality: [{ what: 'solved in the last 7 days', filter: { drill: false, text: 'solved:7d' } }],
  escalations: [
    { what: 'escalated', filter: { ...base, level: [2, 3] } },
    { what: `waiting over ${longWaitHours} h`, filter: { ...base, waitingOverHours: longWaitHours } },
  ],
  reports: [
    { what: 'late', filter: { ...base, band: ['breached'] } },
    { what: 'solved today', filter: { drill: false, solvedToday: true } },
  ],
  other: [],
};

async function day(core: Core) {
  const at = core.ports.now();
  const placed = placeDay(dayBlocks(core), core.facts.settings().timeZone, at);
  const blocks = await Promise.all(
    placed.map(async (block) => ({
      ...block,
      waits: await Promise.all(
        waitsOf[block.kind].map(async ({ what, filter }) => ({
          what,
          filter,
          count: (await countsOf(core, filter)).total,
        })),
      ),
    })),
  );
  return { at, blocks };
}

export function reports(core: Core) {
  return {
    standUp: os.reports.standUp.handler(({ input }) => standUp(core, input.limit)),
    reconciliation: os.reports.reconciliation.handler(() => reconciliation(core)),
    reconciliationFile: os.reports.reconciliationFile.handler(async ({ input }) => {
      const { at, tables } = await reconciliation(core);
      return reportFile('reconciliation', tables, {
        format: input.format,
        at,
        timeZone: core.facts.settings().timeZone,
      });
    }),
    day: os.reports.day.handler(() => day(core)),
    daySave: os.reports.daySave.handler(({ input }) => {
      saveDay(core, input.blocks);
      return { blocks: [...dayBlocks(core)] };
    }),
  };
}

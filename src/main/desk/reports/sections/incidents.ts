import type { ReportCell, ReportTable } from '../../../../contract/index.ts';
import { uuidText } from '../../../../domain/desk/uuid.ts';
import { count, minutes, plainNumber, table, text, ticket } from '../../../../domain/reports/cells.ts';
import { breachImpact, byImpact, priorityWeights } from '../../../../domain/reports/impact.ts';
import { counted, periodWords } from '../../../../domain/reports/words.ts';
import { rows } from '../../../store/db.ts';
import { slimEvents } from '../../../store/derive.ts';
import type { LateClock } from '../../../store/late-clocks.ts';
import { incidentById, toIncident } from '../../incidents.ts';
import { spanOf } from '../../roster/span.ts';
import type { Ask, Part } from '../ask.ts';

const most = 5;

export type RanIncident = {
  readonly id: string;
  readonly ticketId: string;
  readonly number: number;
  readonly title: string;
  readonly startedAt: number;
  readonly closedAt: number | null;
  /** Its own and those linked to it. */
  readonly tickets: number;
  /** Of the clock on the wall, within the days. */
  readonly minutes: number;
};

/** Incidents that ran in the days, by impact; drills are none. SPEC REP-22. */
export function ranIncidents({ core, period, now }: Ask): RanIncident[] {
  const { startAt, endAt } = spanOf(core, period);
  const found = rows<{ uid: Uint8Array }>(
    core.db,
    'SELECT uid FROM incident WHERE drill = 0 AND started_at < ? AND ifnull(closed_at, ?) >= ?',
    endAt,
    endAt,
    startAt,
  );
  return found
    .map(({ uid }) => {
      const {
        id,
        ticket: own,
        title,
        startedAt,
        closedAt,
        linked,
      } = toIncident(core.db, incidentById(core.db, uuidText(uid)));
      const until = Math.min(closedAt ?? now, endAt, now);
      const ran = Math.max(0, until - Math.max(startedAt, startAt)) / 60_000;
      return {
        id,
        ticketId: own.id,
        number: own.number,
        title,
        startedAt,
        closedAt,
        tickets: 1 + linked,
        minutes: ran,
      };
    })
    .toSorted(byImpact);
}

const incidentTable = (all: readonly RanIncident[]): ReportTable =>
  table(
    'incidents',
    'Incidents, by tickets touched',
    ['Incident', 'Ticket', 'Started', 'Ran in these days', 'Tickets', ''],
    all
      .slice(0, most)
      .map((each): ReportCell[] => [
        text(each.title),
        ticket(`#${each.number}`, each.ticketId),
        { value: each.startedAt, kind: 'instant' },
        minutes(each.minutes),
        count(each.tickets),
        text(each.closedAt === null ? 'still running' : ''),
      ]),
    all.length,
  );

/** Enough that those which are told too long by an upper bound do not push out others. */
const candidates = 300;

/** Working minutes over as of now, of a clock that still runs. */
function settled({ core, now }: Ask, late: LateClock): LateClock {
  if (late.isMet) return late;
  const clock = core.sla
    .engine()
    .clocks(slimEvents(core.db, late.number), now)
    .clocks.find(({ metric }) => metric === late.metric);
  const over = clock === undefined ? late.over : clock.spentMs / 60_000 - late.targetMinutes;
  return { ...late, over };
}

/** The worst clock of each ticket, worst first. */
async function worstBreaches(ask: Ask, limit: number): Promise<LateClock[]> {
  const { startAt, endAt } = spanOf(ask.core, ask.period);
  const query = { from: startAt, to: endAt, now: ask.now, weights: priorityWeights, limit: candidates };
  const found = (await ask.core.pool.run<'late'>({ kind: 'late', query })).map((each) => settled(ask, each));
  const sorted = found.toSorted((a, b) => breachImpact(b) - breachImpact(a) || a.number - b.number);
  const seen = new Set<number>();
  const worst = sorted.filter(({ number }) => !seen.has(number) && seen.add(number));
  return worst.slice(0, limit);
}

const metricWords = {
  firstResponse: 'First response',
  nextResponse: 'Next response',
  periodicUpdate: 'Update',
  resolution: 'Resolution',
} as const;

const breachTable = (all: readonly LateClock[]): ReportTable =>
  table(
    'breaches',
    'Worst breaches, by working minutes over the target times the priority',
    ['Ticket', 'Priority', 'Target', 'Over it', '', 'Impact'],
    all.map((late): ReportCell[] => [
      ticket(`#${late.number} ${late.subject}`, late.id),
      text(late.priority?.toUpperCase() ?? 'none'),
      text(metricWords[late.metric]),
      minutes(late.over),
      text(late.isMet ? '' : 'still open'),
      plainNumber(Math.round(breachImpact(late))),
    ]),
  );

/** Top five by impact: incidents, and where there are fewer the worst breaches. SPEC REP-22. */
export async function incidentsSection(ask: Ask): Promise<Part> {
  const ran = ranIncidents(ask);
  const breaches = ran.length >= most ? [] : await worstBreaches(ask, most - ran.length);
  const days = periodWords(ask.period);
  const lines = [
    ran.length === 0
      ? `No incident ran: ${days}. Drills are not counted.`
      : `${counted(ran.length, 'incident')} ran: ${days}. Impact is how many tickets each touched.`,
    ...(ran.length >= most ? [] : [breaches.length === 0 ? 'No target was missed.' : 'Below are the worst breaches.']),
  ];
  const tables = [
    ...(ran.length === 0 ? [] : [incidentTable(ran)]),
    ...(breaches.length === 0 ? [] : [breachTable(breaches)]),
  ];
  return { title: `Top ${most} incidents by impact`, lines, tables };
}

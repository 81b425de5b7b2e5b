import type { Scored, SurveyFigure, SurveyQuestion } from '../../../contract/index.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { csatOf, npsOf } from '../../../domain/surveys/scores.ts';
import type { NpsCounts } from '../../../domain/statistics/nps.ts';
import { row, rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';
import { readQuestions, surveyRow } from './read.ts';

export type Counts = { readonly n: number; readonly good: number; readonly bad: number };
type Month = { readonly month: string; readonly from: number; readonly to: number };

const countText = 'count(*) AS n, ifnull(sum(a.score >= a.top), 0) AS good, ifnull(sum(a.score <= 6), 0) AS bad';

function figureOf({ kind }: SurveyQuestion, counts: Counts): SurveyFigure {
  return kind === 'nps'
    ? { nps: npsOf(npsCounts(counts)), csat: null }
    : { nps: null, csat: csatOf({ satisfied: counts.good, n: counts.n }) };
}

/** What was answered to a question from one instant up to another. */
export const countsOf = (core: Core, question: number, { from, to }: Pick<Month, 'from' | 'to'>): Counts =>
  row<Counts>(
    core.db,
    `SELECT ${countText} FROM survey_answer a WHERE a.question_id = ? AND a.at >= ? AND a.at < ?`,
    question,
    from,
    to,
  ) ?? none;

export const npsCounts = ({ n, good, bad }: Counts): NpsCounts => ({
  promoters: good,
  passives: n - good - bad,
  detractors: bad,
});

const plus = (a: Counts, b: Counts): Counts => ({ n: a.n + b.n, good: a.good + b.good, bad: a.bad + b.bad });
const none: Counts = { n: 0, good: 0, bad: 0 };

/** Months by the desk's clock, from the one so many days ago to this one, oldest first. */
export function monthsBack(timeZone: string, now: number, days: number): Month[] {
  const zone = zoneOf(timeZone);
  const today = wallOf(zone, now).day;
  const [year = 0, month = 1] = dateOf(today - days)
    .split('-')
    .map(Number);
  const startOf = (add: number): { readonly name: string; readonly at: number } => {
    const name = new Date(Date.UTC(year, month - 1 + add, 1)).toISOString().slice(0, 7);
    return { name, at: instantOfWall(zone, dayNumber(`${name}-01`), 0) };
  };
  const found: Month[] = [];
  for (let add = 0; startOf(add).at <= now; add += 1)
    found.push({ month: startOf(add).name, from: startOf(add).at, to: startOf(add + 1).at });
  return found;
}

type By = Counts & {
  queue: Uint8Array | null;
  queue_name: string | null;
  agent: Uint8Array | null;
  agent_name: string | null;
};

/** Of answers that are of a ticket: by the queue it is in and by who owns it now. */
const byTicket = (core: Core, question: number, from: number): By[] =>
  rows<By>(
    core.db,
    `SELECT q.uid AS queue, q.name AS queue_name, p.uid AS agent, p.name AS agent_name, c.n, c.good, c.bad FROM (
       SELECT t.queue_id, t.assignee_id, ${countText} FROM survey_answer a JOIN ticket t ON t.id = a.ticket_id
       WHERE a.question_id = ? AND a.at >= ? GROUP BY 1, 2
     ) c LEFT JOIN queue q ON q.id = c.queue_id LEFT JOIN person p ON p.id = c.assignee_id`,
    question,
    from,
  );

function grouped(
  question: SurveyQuestion,
  all: readonly By[],
  of: (each: By) => readonly [Uint8Array | null, string | null],
): Scored['queues'] {
  const groups = Map.groupBy(all, (each) =>
    JSON.stringify([of(each)[0] === null ? null : uuidText(of(each)[0] ?? new Uint8Array()), of(each)[1] ?? '']),
  );
  return [...groups]
    .map(([key, each]) => {
      const [id, name] = JSON.parse(key) as [string | null, string];
      return { id, name, counts: each.reduce<Counts>(plus, none) };
    })
    .toSorted((a, b) => b.counts.n - a.counts.n || a.name.localeCompare(b.name, 'en'))
    .map(({ id, name, counts }) => ({ id, name, figure: figureOf(question, counts) }));
}

type Span = { readonly surveyId: string | null; readonly days: number };

/** NPS and CSAT of each question that was answered: all, by month, by queue and by agent. SPEC SUR-4. */
export function scores(core: Core, { surveyId, days }: Span): Scored[] {
  mustLead(core);
  const survey = surveyRow(core, surveyId);
  const months = monthsBack(core.facts.settings().timeZone, core.ports.now(), days);
  const names = new Map(
    rows<{ id: number; uid: Uint8Array; name: string }>(core.db, 'SELECT id, uid, name FROM survey').map((each) => [
      each.id,
      each,
    ]),
  );
  return readQuestions(core.db)
    .filter((each) => survey === null || each.surveyId === survey)
    .flatMap(({ id, surveyId: of, question }): Scored[] => {
      const counts = months.map((month) => countsOf(core, id, month));
      const total = counts.reduce(plus, none);
      const named = names.get(of);
      if (total.n === 0 || named === undefined) return [];
      const tickets = byTicket(core, id, months[0]?.from ?? 0);
      return [
        {
          question,
          surveyId: uuidText(named.uid),
          surveyName: named.name,
          total: figureOf(question, total),
          months: months.map(({ month }, at) => ({ month, figure: figureOf(question, counts[at] ?? none) })),
          queues: grouped(question, tickets, ({ queue, queue_name: name }) => [queue, name]),
          agents: grouped(question, tickets, ({ agent, agent_name: name }) => [agent, name]),
        },
      ];
    });
}

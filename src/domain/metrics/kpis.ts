import type { Kpi, KpiDimension, KpiName } from '../../contract/metrics.ts';
import { kpiDimensions } from '../../contract/words.ts';
import { leastDays, leastSample } from './compare.ts';

const owner = 'Coordinator';
const seeds =
  'Foredesk’s own starting targets: CSAT 85 to 92 %, first response under 60 minutes where urgent, SLA compliance 95 % or more';
/** SPEC SLA-1. */
const clocks = 'minutes as the SLA clock counts them: its calendar, its pauses left out';

type Defined = Omit<Kpi, 'name' | 'leastSample' | 'owner' | 'lacks'>;

const ofTickets = { sample: 'tickets', apart: [...kpiDimensions] } satisfies Partial<Defined>;
/** An answer and a review have no hour of the desk that says anything of it. */
const throughTicket: KpiDimension[] = ['queue', 'channel', 'priority', 'agent', 'team', 'category', 'customer'];
const people: KpiDimension[] = ['agent', 'team'];

const share = (
  title: string,
  better: Kpi['better'],
  day: Kpi['day'],
  formula: string,
  target: number | null = null,
): Defined => ({
  ...ofTickets,
  title,
  kind: 'share',
  unit: 'Share, in per cent',
  better,
  day,
  formula,
  target,
  source: target === null ? 'ISO 18295-1, customer contact centres; names as the field has them' : seeds,
});
const minutes = (title: string, day: Kpi['day'], formula: string, target: number | null = null): Defined => ({
  ...ofTickets,
  title,
  kind: 'minutes',
  unit: 'Working time in minutes: the median',
  better: 'less',
  day,
  formula: `${formula}; ${clocks}. Median, and the 90th percentile beside it`,
  target,
  source: seeds,
});
const count = (title: string, day: Kpi['day'], formula: string): Defined => ({
  ...ofTickets,
  title,
  kind: 'count',
  sample: 'days',
  unit: 'Tickets',
  better: 'neither',
  day,
  formula,
  target: null,
  source: 'Counted',
});

const defined: Readonly<Record<KpiName, Defined>> = {
  firstResponse: minutes('First response time', 'created', 'From arrival to the first answer somebody wrote', 60),
  nextResponse: minutes(
    'Next response time',
    'created',
    'From a later message of the customer to its answer, the last such of a ticket',
  ),
  resolution: minutes('Resolution time', 'solved', 'From arrival to solved'),
  firstContactResolution: share(
    'First contact resolution',
    'more',
    'solved',
    'Solved tickets that took one answer at most, were not escalated and did not come back, of all solved',
  ),
  csat: share(
    'CSAT',
    'more',
    'solved',
    'Good ratings of all ratings, of tickets solved, one for each: its own, else the last that a survey has of it',
    0.85,
  ),
  nps: {
    title: 'NPS',
    kind: 'nps',
    unit: 'Points, from -100 to 100',
    better: 'more',
    day: 'answered',
    sample: 'responses',
    apart: throughTicket,
    formula:
      'Promoters (9, 10) less detractors (0 to 6), in percent of all who answered a survey; told apart through the ticket that an answer is of',
    target: 20,
    source:
      'Foredesk’s own starting targets: NPS of 20 or more of service teams; interval: Rocks 2016, The American Statistician 70(4)',
  },
  qaScore: {
    title: 'QA score',
    kind: 'score',
    unit: 'Points out of five',
    better: 'more',
    day: 'reviewed',
    sample: 'reviews',
    apart: throughTicket,
    formula:
      'Mean score of the random sample of reviews that are done; agent and team are whose work it was, all else is of the ticket',
    target: 4,
    source:
      'Foredesk’s own starting targets: QA score of 4.0 of 5.0 or more on average; SPEC QAD-2; interval: Student 1908',
  },
  escalated: share('Escalation rate', 'less', 'solved', 'Tickets that went above level 1, of all solved'),
  reopened: share('Reopen rate', 'less', 'solved', 'Tickets that were solved before and came back, of all solved'),
  slaMet: share('SLA compliance', 'more', 'solved', 'Tickets without a breach, of solved ones that had a target', 0.95),
  firstResponseMet: share(
    'First response in time',
    'more',
    'created',
    'First answers in time, of those that were given or are late',
    0.95,
  ),
  nextResponseMet: share(
    'Next response in time',
    'more',
    'created',
    'Later answers in time, of those that were given or are late, the last of a ticket',
    0.95,
  ),
  resolutionMet: share(
    'Resolved in time',
    'more',
    'solved',
    'Solved within the target, of solved ones that had one',
    0.95,
  ),
  handleTime: {
    ...minutes('Handle time', 'solved', ''),
    unit: 'Minutes of work: the median',
    formula:
      'Time that people worked on a ticket, as imports say it or its field “Handle time (s)”; of solved tickets of which it is known. Median, and the 90th percentile beside it',
    source: 'ISO 18295-1, customer contact centres; the median, since a few long ones pull the mean',
  },
  adherence: {
    title: 'Adherence',
    kind: 'share',
    unit: 'Share, in per cent',
    better: 'more',
    day: 'worked',
    sample: 'agentDays',
    apart: people,
    formula:
      'Scheduled time in a state that fits, of scheduled time of published shifts, excused time left out; days of which no state of anybody is known are not told',
    target: null,
    source: 'Cleveland, Call Center Management on Fast Forward, 2012; interval: ratio estimator, Cochran 1977, 6.4',
  },
  ticketsPerAgent: {
    title: 'Tickets per agent and day',
    kind: 'rate',
    unit: 'Tickets solved of one agent on one day',
    better: 'neither',
    day: 'over',
    sample: 'agentDays',
    apart: people,
    formula:
      'Mean of tickets solved, over every day on which somebody solved any or had a published shift with queue work and was not away for all of it; of days that are over',
    target: null,
    source:
      'Foredesk’s own starting targets: 40 to 80 a day by the mix of channels: neither more nor less is better by itself',
  },
  costPerContact: {
    title: 'Cost per contact',
    kind: 'money',
    unit: '',
    better: 'less',
    day: 'over',
    sample: 'days',
    apart: [],
    formula:
      'Paid hours of published shifts (breaks and lunch left out) times what an hour costs, by tickets that came in; of days that are over, from the first published shift on',
    target: null,
    source:
      'Rumburg, MetricNet: cost per ticket is expense by inbound volume; interval: ratio estimator, Cochran 1977, 6.4',
  },
  created: count('Tickets in', 'created', 'Tickets that came in; without drills and merged ones'),
  solved: count('Tickets solved', 'solved', 'Tickets solved; without drills and merged ones'),
  backlog: {
    ...count(
      'Backlog',
      'end',
      'Tickets that had come in and were not solved at the end of the last day, as they stand now',
    ),
    better: 'less',
    sample: 'tickets',
    // How many of a customer are open, their page says.
    apart: kpiDimensions.filter((by) => by !== 'customer' && by !== 'hour'),
  },
};

export const kpiOf = (name: KpiName): Kpi => ({
  name,
  leastSample: defined[name].sample === 'days' ? leastDays : leastSample,
  owner,
  lacks: null,
  ...defined[name],
});

/** Every figure with its definition, in the order in which they are told. SPEC KPI-1. */
export const kpis: readonly Kpi[] = (Object.keys(defined) as KpiName[]).map(kpiOf);

/** Whether a figure is told apart by a dimension; null: as a whole. SPEC KPI-13. */
export const isApartBy = (name: KpiName, by: KpiDimension | null): boolean =>
  by === null || defined[name].apart.includes(by);

import type { Kpi, KpiName } from '../../contract/metrics.ts';

const leastSample = 30;
const seeds =
  'Foredesk seeds: CSAT 85 to 92 %, first response under 60 minutes where urgent, SLA compliance 95 % or more';
const clocks = 'minutes as the SLA clock counts them: its calendar, its pauses left out (SLA-1)';

type Defined = Omit<Kpi, 'name' | 'leastSample'>;

const share = (
  title: string,
  better: Kpi['better'],
  day: Kpi['day'],
  formula: string,
  target: number | null = null,
): Defined => ({
  title,
  kind: 'share',
  better,
  day,
  formula,
  target,
  source: target === null ? 'ISO 18295-1, customer contact centres; names as the field has them' : seeds,
});
const minutes = (title: string, day: Kpi['day'], formula: string, target: number | null = null): Defined => ({
  title,
  kind: 'minutes',
  better: 'less',
  day,
  formula: `${formula}; ${clocks}. Median, and the 90th percentile beside it`,
  target,
  source: seeds,
});
const count = (title: string, day: Kpi['day'], formula: string): Defined => ({
  title,
  kind: 'count',
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
  csat: share('CSAT', 'more', 'solved', 'Good ratings of all ratings, of tickets solved', 0.85),
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
  created: count('Tickets in', 'created', 'Tickets that came in; without drills and merged ones'),
  solved: count('Tickets solved', 'solved', 'Tickets solved; without drills and merged ones'),
  backlog: {
    ...count(
      'Backlog',
      'end',
      'Tickets that had come in and were not solved at the end of the last day, as they stand now',
    ),
    better: 'less',
  },
};

/** Every figure of tickets with its definition, in the order in which they are told. SPEC KPI-1. */
export const kpis: readonly Kpi[] = (Object.keys(defined) as KpiName[]).map((name) => ({
  name,
  leastSample,
  ...defined[name],
}));

export const kpiOf = (name: KpiName): Kpi => ({ name, leastSample, ...defined[name] });

import type { Change } from '../../contract/index.ts';

/** Which of the window's queries a batch of changes makes stale. */
export type Touched = {
  /** Boards, counts and the status bar. */
  readonly boards: boolean;
  readonly views: boolean;
  readonly people: boolean;
  readonly queues: boolean;
  readonly exchange: boolean;
  /** Policies and calendars. */
  readonly rules: boolean;
  /** Customers, and how many tickets they have. */
  readonly customers: boolean;
  /** What intake shows: the matrix, how complete triage is, what a ticket may belong to. */
  readonly intake: boolean;
  /** Macros, triggers, timed automations and what they did. */
  readonly automation: boolean;
  /** Shifts, who is there, forecasts. */
  readonly roster: boolean;
  /** Reviews, scorecards, packs. */
  readonly quality: boolean;
  /** Who is coached, sessions, and the figures of them. */
  readonly coaching: boolean;
  /** Newcomers, programmes, certificates. */
  readonly onboarding: boolean;
  /** Refreshers, courses, budget. */
  readonly training: boolean;
  /** Seats and candidates. */
  readonly hiring: boolean;
  /** Figures: every ticket, clock, response, review, shift and state counts, and names and targets show. */
  readonly metrics: boolean;
  /** Surveys, their responses and figures. */
  readonly surveys: boolean;
  /** Questions that are saved; answers stay as they were asked for. */
  readonly ask: boolean;
  /** Reports, their issues, and action items; when the next is due goes by the desk's hours. */
  readonly reports: boolean;
  readonly info: boolean;
  /** Tickets that may be open: their ids, or `all` where they were too many to list. */
  readonly tickets: 'all' | ReadonlySet<string>;
};

function ticketIds(changes: readonly Change[]): 'all' | ReadonlySet<string> {
  const ids = new Set<string>();
  for (const change of changes) {
    if (change.domain !== 'tickets' && change.domain !== 'sla') continue;
    if (change.ids === null) return 'all';
    for (const id of change.ids) ids.add(id);
  }
  return ids;
}

/** What the changes of one or several commits touch, so that screens refetch just that. */
export function touchedBy(changes: readonly Change[]): Touched {
  const any = (...domains: readonly Change['domain'][]): boolean =>
    changes.some(({ domain }) => domains.includes(domain));
  const rules = changes.some(({ domain, ids }) => (domain === 'sla' || domain === 'calendar') && ids === null);
  return {
    // Renamed people and queues change what a board sorts and groups by; the desk's "me" and zone change filters.
    boards: any('tickets', 'sla', 'people', 'directory', 'desk'),
    views: any('views', 'tickets', 'sla', 'desk'),
    people: any('people'),
    queues: any('directory'),
    exchange: any('exchange'),
    rules,
    customers: any('customers', 'tickets'),
    intake: any('tickets', 'desk'),
    automation: any('automation'),
    // The ramp of a newcomer is part of who is there.
    roster: any('roster', 'staffing', 'people', 'directory', 'desk', 'onboarding'),
    quality: any('quality', 'people', 'directory', 'desk'),
    coaching: any('coaching', 'quality', 'people', 'tickets', 'roster', 'desk'),
    onboarding: any('onboarding', 'training', 'quality', 'people', 'tickets', 'roster', 'desk'),
    training: any('training', 'onboarding', 'quality', 'people', 'tickets', 'roster', 'desk'),
    hiring: any('hiring', 'people', 'desk'),
    metrics: any('tickets', 'sla', 'people', 'directory', 'desk', 'surveys', 'quality', 'roster', 'customers'),
    // Not with every ticket: what they say of one is only who owns it.
    surveys: any('surveys', 'people', 'directory', 'customers', 'desk'),
    ask: any('ask', 'people', 'desk'),
    reports: rules || any('reports', 'people', 'desk'),
    info: any('desk', 'tickets'),
    tickets: any('people', 'directory', 'desk') ? 'all' : ticketIds(changes),
  };
}

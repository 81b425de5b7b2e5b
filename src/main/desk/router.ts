import { isContractProcedure } from '@orpc/contract';
import { isProcedure } from '@orpc/server';
import { automation } from './automation.ts';
import { calendar, calendarRules } from './calendar.ts';
import type { Core } from './core.ts';
import { coaching } from './coaching.ts';
import { customers } from './customers.ts';
import { desk } from './desk.ts';
import { directory } from './directory.ts';
import { escalation } from './escalation.ts';
import { exchange } from './exchange.ts';
import { people } from './people.ts';
import { onboarding } from './onboarding.ts';
import { training } from './training.ts';
import { hiring } from './hiring.ts';
import { metrics, metricsRules } from './metrics.ts';
import type { FigureKeeper } from './metrics/keeper.ts';
import { surveyRules, surveys } from './surveys.ts';
import { reportIssues } from './report-issues.ts';
import type { ReportScheduler } from './reports/scheduler.ts';
import { os, together } from './router-base.ts';
import { quality, qualityRules } from './quality.ts';
import { reports } from './reports.ts';
import { roster, rosterRules } from './roster.ts';
import { replayProcedure, sla } from './sla.ts';
import { outlooks } from './staffing/outlook.ts';
import { staffing, staffingRules } from './staffing.ts';
import { tickets } from './tickets.ts';

/** A handler for every procedure of the contract. */
export function createRouter(core: Core, keeper: FigureKeeper, scheduler: ReportScheduler) {
  // One memory of forecasts for both who ask for them.
  const outlook = outlooks(core);
  return os.router({
    automation: automation(core),
    calendar: calendar(core),
    coaching: coaching(core),
    customers: customers(core),
    desk: desk(core),
    directory: directory(core),
    escalation: escalation(core),
    exchange: exchange(core),
    hiring: hiring(core),
    metrics: metrics(core, keeper),
    onboarding: onboarding(core),
    people: people(core),
    quality: quality(core),
    reports: together(reports(core), reportIssues(core, keeper, scheduler)),
    roster: roster(core, outlook),
    sla: sla(core),
    staffing: staffing(core, outlook),
    surveys: surveys(core),
    tickets: tickets(core),
    training: training(core, outlook),
  });
}
/** The pure rules alone: they can be tried without a desk. */
export function createPureRouter() {
  return {
    calendar: calendarRules(),
    metrics: metricsRules(),
    quality: qualityRules(),
    roster: rosterRules(),
    sla: { replay: replayProcedure },
    staffing: staffingRules(),
    surveys: surveyRules(),
  };
}
export type Router = ReturnType<typeof createRouter>;

/**
 * Procedures without a handler, handlers without a procedure, and handlers that stand under another's name: types can be
 * cast away, this cannot. SPEC CTR-1.
 */
export function missingHandlers(contract: object, router: object): string[] {
  const asked = leaves(contract, isContractProcedure);
  const served = leaves(router, isProcedure);
  return [
    ...[...asked.keys()].filter((name) => !served.has(name)),
    ...[...served.keys()].filter((name) => !asked.has(name)).map((name) => `${name} (not in the contract)`),
    ...[...asked]
      .filter(([name, node]) => served.has(name) && !isOf(served.get(name), node))
      .map(([name]) => `${name} (handled by another's handler)`),
  ];
}

type Told = {
  readonly '~orpc': {
    readonly inputSchema?: unknown;
    readonly outputSchema?: unknown;
    readonly route: { readonly summary?: string };
  };
};

/** A handler carries what it was made for. */
function isOf(handler: unknown, procedure: unknown): boolean {
  const { '~orpc': made } = handler as Told;
  const { '~orpc': asked } = procedure as Told;
  return (
    made.inputSchema === asked.inputSchema &&
    made.outputSchema === asked.outputSchema &&
    made.route.summary === asked.route.summary
  );
}

function leaves(tree: object, isLeaf: (node: unknown) => boolean, path = ''): Map<string, unknown> {
  return new Map(
    Object.entries(tree).flatMap(([key, node]: [string, unknown]) => {
      const name = path === '' ? key : `${path}.${key}`;
      if (isLeaf(node)) return [[name, node] as const];
      return typeof node === 'object' && node !== null ? [...leaves(node, isLeaf, name)] : [];
    }),
  );
}

import type { ChangeOf, Compare, MetricRef } from '../../../contract/index.ts';
import { Fault } from '../../../domain/fault.ts';
import { compare } from '../../../domain/metrics/compare.ts';
import type { ClosedTicket } from '../../store/closed-tickets.ts';
import type { Core } from '../core.ts';
import { mustCard } from '../quality/cards.ts';
import type { Work } from './work.ts';

type Side = Compare['a'];
type DeskFigure = Exclude<MetricRef['kind'], 'criterion'>;
type Figure = {
  readonly name: string;
  /** In what it is told. */
  readonly unit: ChangeOf['unit'];
  readonly better: ChangeOf['better'];
  readonly of: (work: Work) => Side;
};

const shareOf = (closed: readonly ClosedTicket[], isOne: (ticket: ClosedTicket) => boolean): Side => ({
  n: closed.length,
  successes: closed.filter(isOne).length,
});

const figures: Readonly<Record<DeskFigure, Figure>> = {
  qaScore: { name: 'QA score', unit: 'score', better: 'more', of: (work) => ({ values: [...work.scores()] }) },
  csat: {
    name: 'CSAT',
    unit: 'share',
    better: 'more',
    of: (work) =>
      shareOf(
        work.closed().filter(({ csat }) => csat !== null),
        ({ csat }) => csat === 'good',
      ),
  },
  firstResponse: {
    name: 'First response time',
    unit: 'minutes',
    better: 'less',
    of: (work) => ({ values: [...work.firstResponses()] }),
  },
  slaMet: {
    name: 'SLA compliance',
    unit: 'share',
    better: 'more',
    of: (work) =>
      shareOf(
        work.closed().filter(({ hasTarget }) => hasTarget),
        ({ slaMissed }) => !slaMissed,
      ),
  },
  reopened: {
    name: 'Reopen rate',
    unit: 'share',
    better: 'less',
    of: (work) => shareOf(work.closed(), ({ reopened }) => reopened),
  },
  escalated: {
    name: 'Escalation rate',
    unit: 'share',
    better: 'less',
    of: (work) => shareOf(work.closed(), ({ escalated }) => escalated),
  },
  adherence: { name: 'Adherence', unit: 'percent', better: 'more', of: (work) => ({ values: [...work.adherence()] }) },
};

const deskFigures: readonly MetricRef[] = (Object.keys(figures) as DeskFigure[]).map((kind) => ({
  kind,
  scorecardId: null,
  criterion: null,
}));

function criterionFigure(core: Core, { scorecardId, criterion }: MetricRef): Figure {
  const known = mustCard(core.db, scorecardId ?? '').card.sections.flatMap(({ criteria }) => criteria);
  const scoresIn = (work: Work): readonly number[] =>
    work.criteria().find((each) => each.scorecardId === scorecardId && each.criterion === criterion)?.scores ?? [];
  return {
    name: known.find(({ id }) => id === criterion)?.name ?? criterion ?? '',
    unit: 'score',
    better: 'more',
    of: (work) => ({ values: [...scoresIn(work)] }),
  };
}

/** Faults INVALID where a metric names no criterion of a scorecard that is here. */
export function checkMetric(core: Core, metric: MetricRef | null): void {
  if (metric?.kind !== 'criterion') return;
  if (metric.scorecardId === null || metric.criterion === null)
    throw new Fault('INVALID', 'Say which criterion, and of which scorecard.', { field: 'metric' });
  mustCard(core.db, metric.scorecardId);
}

/** A figure of somebody's work in two stretches of time, the second with the first. */
export function changeOf(core: Core, metric: MetricRef, before: Work, since: Work): ChangeOf {
  const { of, ...told } = metric.kind === 'criterion' ? criterionFigure(core, metric) : figures[metric.kind];
  const measure = metric.kind === 'firstResponse' ? 'median' : 'mean';
  return { metric, ...told, comparison: compare({ a: of(before), b: of(since), measure }) };
}

/** All figures of the desk. */
export const changesOf = (core: Core, before: Work, since: Work): ChangeOf[] =>
  deskFigures.map((metric) => changeOf(core, metric, before, since));

/** All criteria by which somebody was scored in either stretch. */
export function criteriaChanges(core: Core, before: Work, since: Work): ChangeOf[] {
  const scored = [...before.criteria(), ...since.criteria()].map(({ scorecardId, criterion }): MetricRef => ({
    kind: 'criterion',
    scorecardId,
    criterion,
  }));
  const metrics = new Map(scored.map((metric) => [`${metric.scorecardId}/${metric.criterion}`, metric]));
  return [...metrics.values()].map((metric) => changeOf(core, metric, before, since));
}

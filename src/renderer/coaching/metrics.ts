import { useQuery } from '@tanstack/react-query';
import type { MetricRef, Scorecard } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { cw } from '../strings/en-coaching.ts';

export type MetricChoice = { readonly value: string; readonly label: string; readonly metric: MetricRef };

const noCards: readonly Scorecard[] = [];

/** A figure as one word, for a list to choose from. */
export const keyOfMetric = ({ kind, scorecardId, criterion }: MetricRef): string =>
  kind === 'criterion' ? `${kind} ${scorecardId ?? ''} ${criterion ?? ''}` : kind;

function choicesOf(cards: readonly Scorecard[]): readonly MetricChoice[] {
  const kinds = Object.keys(cw.metric) as (keyof typeof cw.metric)[];
  const desk = kinds.map((kind): MetricChoice => {
    const metric: MetricRef = { kind, scorecardId: null, criterion: null };
    return { value: keyOfMetric(metric), label: cw.metric[kind], metric };
  });
  const criteria = cards.flatMap((card) =>
    card.sections
      .flatMap((section) => section.criteria)
      .map((criterion): MetricChoice => {
        const metric: MetricRef = { kind: 'criterion', scorecardId: card.id, criterion: criterion.id };
        return { value: keyOfMetric(metric), label: `${criterion.name} (${card.name})`, metric };
      }),
  );
  return [...desk, ...criteria];
}

/** All that a goal can be measured by: the desk's figures, and the criteria of scorecards. */
export function useMetrics(): readonly MetricChoice[] {
  const { data } = useQuery(orpc.quality.cards.queryOptions());
  return choicesOf(data?.cards ?? noCards);
}

/** What a figure is called; null for none. */
export function useMetricName(): (metric: MetricRef | null) => string | null {
  const choices = useMetrics();
  return (metric) =>
    metric === null
      ? null
      : (choices.find(({ value }) => value === keyOfMetric(metric))?.label ?? metric.criterion ?? metric.kind);
}

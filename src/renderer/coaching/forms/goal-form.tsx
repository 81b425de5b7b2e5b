import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CoachingGoal, ReviewRow } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { useZone } from '../../client/use-desk.ts';
import { cw } from '../../strings/en-coaching.ts';
import { DateField, Field, Select } from '../../ui/field.tsx';
import { shortDate } from '../../ui/format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { keyOfMetric, useMetrics } from '../metrics.ts';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';

const w = cw.form;
const states = (['open', 'met', 'dropped'] as const).map((value) => ({ value, label: w.goalStates[value] }));
const noReviews: readonly ReviewRow[] = [];

/** Reviews of somebody's work that are done, newest first. */
export function useReviewsOf(personId: string): readonly ReviewRow[] {
  const input = {
    filter: {
      agentId: personId,
      state: ['done' as const, 'released' as const, 'acknowledged' as const, 'disputed' as const],
    },
    limit: 50,
  };
  return useQuery(orpc.quality.reviews.queryOptions({ input })).data?.reviews ?? noReviews;
}

type Props = {
  readonly personId: string;
  readonly sessionId: string | null;
  readonly goal: CoachingGoal | null;
  readonly onClose: () => void;
};

function useDraft(goal: CoachingGoal | null) {
  const [draft, setDraft] = useState({
    text: goal?.text ?? '',
    metric: goal?.metric ? keyOfMetric(goal.metric) : '',
    dueOn: goal?.dueOn ?? '',
    reviewId: goal?.reviewId ?? '',
    state: goal?.state ?? ('open' as const),
  });
  const change = (part: Partial<typeof draft>): void => setDraft((held) => ({ ...held, ...part }));
  return { draft, change };
}

/** What is to be reached, by which figure one sees it, by when, and which review it came of. */
export function GoalForm({ personId, sessionId, goal, onClose }: Props) {
  const { draft, change } = useDraft(goal);
  const [tried, setTried] = useState(false);
  const metrics = useMetrics();
  const reviews = useReviewsOf(personId);
  const zone = useZone();
  const now = useMinute();
  const isEmpty = draft.text.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    const known = goal?.metric ?? null;
    // A criterion of a scorecard that is not there any more is none of the choices, and stays.
    const own = known !== null && keyOfMetric(known) === draft.metric ? known : null;
    const done = await command(
      client.coaching.goalSave({
        ...(goal !== null && { id: goal.id }),
        personId,
        sessionId,
        reviewId: draft.reviewId === '' ? null : draft.reviewId,
        text: draft.text.trim(),
        metric: metrics.find(({ value }) => value === draft.metric)?.metric ?? own,
        dueOn: draft.dueOn === '' ? null : draft.dueOn,
        state: draft.state,
      }),
    );
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={goal === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <Area
        label={w.goalText}
        max={1000}
        value={draft.text}
        error={tried && isEmpty ? w.goalNeed : undefined}
        onChange={(text) => change({ text })}
      />
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.metric} hint={w.metricHint}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.metric}
              onPick={(metric) => change({ metric })}
              options={[{ value: '', label: w.noMetric }, ...metrics]}
            />
          )}
        </Field>
        <DateField label={w.due} note={w.optional} value={draft.dueOn} onDate={(on) => change({ dueOn: on })} />
      </div>
      <Field label={w.review}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.reviewId}
            onPick={(reviewId) => change({ reviewId })}
            options={[
              { value: '', label: w.noReview },
              ...reviews.map(({ id, ticketNumber, subject, finishedAt, assignedAt }) => ({
                value: id,
                label: `#${ticketNumber}, ${shortDate(finishedAt ?? assignedAt, zone, now)}: ${subject}`,
              })),
            ]}
          />
        )}
      </Field>
      {goal !== null && (
        <div className="flex flex-col items-start gap-1">
          <span className="text-small font-medium text-ink-2">{w.goalState}</span>
          <Segmented
            look="accent"
            label={w.goalState}
            segments={states}
            value={draft.state}
            onChange={(state) => change({ state })}
          />
        </div>
      )}
    </DialogForm>
  );
}

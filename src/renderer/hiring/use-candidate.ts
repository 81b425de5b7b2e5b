import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useKeeping as useKeepingOf } from '../app/outbox.ts';
import type { Candidate, Interview, InterviewForm } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { candidateOptions, flush, flushAll, useHeld } from './keeper.ts';

/** One's own form as it stands on screen. */
export type OwnForm = Pick<Interview, 'form' | 'ratings' | 'recommend' | 'done' | 'mean'>;

/** A candidate as they are on screen: what the desk has, with what was just said over it. */
export function useCandidate(id: string) {
  const asked = useQuery(candidateOptions(id));
  const { held, failed } = useHeld(id);
  const { data } = asked;
  const candidate = useMemo<Candidate | undefined>(
    () => (data === undefined || held.notes === undefined ? data : { ...data, notes: held.notes }),
    [data, held.notes],
  );
  const isHeld = Object.keys(held).length > 0;
  const kept = !isHeld ? ('kept' as const) : failed === null ? ('keeping' as const) : ('failed' as const);
  return { asked, candidate, kept, failed };
}

/** One's own form: begun, or as it would begin now; undefined until the questions are read. */
export function useOwnForm({ id, interviewForms }: Candidate, viewerId: string | null): OwnForm | undefined {
  const { held } = useHeld(id);
  const own = interviewForms.find(({ byId }) => byId === viewerId);
  const asked = useQuery({ ...orpc.hiring.settings.queryOptions(), enabled: own === undefined });
  const form: InterviewForm | undefined = own?.form ?? asked.data?.form;
  if (form === undefined) return undefined;
  return {
    form,
    ratings: { ...own?.ratings, ...held.ratings },
    recommend: held.recommend === undefined ? (own?.recommend ?? null) : held.recommend,
    done: own?.done ?? false,
    mean: own?.mean ?? null,
  };
}

/** All that was typed is sent before the candidate goes from the screen, or the window does. */
export const useKeeping = (id: string): void => useKeepingOf(id, flush, flushAll);

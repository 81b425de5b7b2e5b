import { useQuery } from '@tanstack/react-query';
import type { AskResult } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { orpc, queryClient } from '../client/client.ts';
import { useAsk } from './ask-store.ts';
import { useTabActions } from './tab-actions.ts';

const most = 10_000;

export type Answer = {
  readonly result: AskResult | null;
  /** The refusal in words. */
  readonly problem: string | null;
  readonly isRunning: boolean;
  /** It was stopped before it was answered. */
  readonly isStopped: boolean;
  readonly stop: () => void;
};

/** The answer to what was asked last; taken back, it is stopped at the desk as well. */
export function useAnswer(): Answer {
  const asked = useAsk((state) => state.asked);
  const input = { sql: asked?.sql ?? '', limit: most };
  const options = orpc.ask.run.queryOptions({ input, enabled: asked !== null, gcTime: 10_000 });
  const queryKey = [...options.queryKey, asked?.turn ?? 0] as unknown as typeof options.queryKey;
  const { data, error, isFetching } = useQuery({ ...options, queryKey });
  const stop = (): void => void queryClient.cancelQueries({ queryKey });
  useTabActions(isFetching ? { stop } : {});
  return {
    result: data ?? null,
    problem: error === null ? null : messageOf(error),
    isRunning: isFetching,
    isStopped: asked !== null && data === undefined && error === null && !isFetching,
    stop,
  };
}

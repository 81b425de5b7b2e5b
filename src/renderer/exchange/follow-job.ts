import { QueryObserver } from '@tanstack/react-query';
import type { ImportJob } from '../../contract/index.ts';
import { codeOf } from '../app/errors.ts';
import { orpc, queryClient } from '../client/client.ts';

const pollMs = 1000;

type Follower = { readonly onJob: (job: ImportJob) => void; readonly onLost: () => void };

/**
 * Follows a job to its end, whatever screen is shown: the desk's live news makes its query stale, and where no news
 * comes, or the connection went, it is asked again once a second. A desk that was started again knows the job no more.
 */
export function followJob(id: string, { onJob, onLost }: Follower): () => void {
  const observer = new QueryObserver(queryClient, {
    ...orpc.exchange.job.queryOptions({ input: { id } }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.state === 'running' ? pollMs : false),
  });
  const stop = observer.subscribe(({ data, error }) => {
    if (codeOf(error) === 'NOT_FOUND') {
      stop();
      onLost();
    } else if (error === null && data !== undefined) {
      if (data.state !== 'running') stop();
      onJob(data);
    }
  });
  return stop;
}

import type { ImportJob } from '../../contract/index.ts';
import { x } from '../strings/en-exchange.ts';

type Pace = Pick<ImportJob, 'bytesRead' | 'bytesTotal' | 'rowsRead' | 'rowsPerSecond' | 'secondsLeft'>;

/** How much of the file has been read, 0 to 1; null where nobody can say yet. */
export const shareOf = ({ bytesRead, bytesTotal }: Pick<Pace, 'bytesRead' | 'bytesTotal'>): number | null =>
  bytesTotal <= 0 ? null : Math.min(1, Math.max(0, bytesRead / bytesTotal));

/** Rows, rate and time left; once all is read, that the last writes run. */
export const wordsOf = (job: Pace): string =>
  shareOf(job) === 1 ? `${x.rows(job.rowsRead)}. ${x.run.finishing}` : x.pace(job);

const saidEvery = 10;

/** Progress worth saying aloud: every ten percent, so that a screen reader is not flooded. */
export const saidPercent = (share: number | null): number =>
  share === null ? 0 : Math.floor((share * 100) / saidEvery) * saidEvery;

import type { ReviewFilter } from '../../../contract/index.ts';
import { plusDays } from '../../roster/dates.ts';
import type { Kind } from './dashboard-store.ts';

const finished = ['done', 'released', 'acknowledged', 'disputed'] as const;

/** The reviews that all figures of some days are of, up to `today`. The same as the desk reckons by. SPEC QAD-1. */
export const baseFilter = (today: string, days: number, kind: Kind): ReviewFilter => ({
  from: plusDays(today, 1 - days),
  days,
  state: [...finished],
  ...(kind === 'random' && { kind: ['random'] }),
});

const common: ReadonlySet<string> = new Set(['from', 'days', 'state', 'kind']);

/** Whether a filter finds a part of the reviews, and not all of them again. */
export const isPart = (filter: ReviewFilter): boolean => Object.keys(filter).some((key) => !common.has(key));

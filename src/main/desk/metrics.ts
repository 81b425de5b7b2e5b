import { compare } from '../../domain/metrics/compare.ts';
import { os } from './router-base.ts';

/** Needs no desk. */
export const metrics = () => ({
  compare: os.metrics.compare.handler(({ input }) => compare(input)),
});

import { randomBytes } from 'node:crypto';
import { uuidMaker, uuidText } from '../../domain/desk/uuid.ts';
import { benchmark } from './solver/benchmark.ts';
import { placeBreaks } from '../../domain/roster/breaks/place.ts';
import { propose } from './solver/propose.ts';
import { os } from './router-base.ts';

/** What the solver answers; needs no desk. A call that is given up stops it. */
export const solverRules = () => {
  const newId = uuidMaker(randomBytes);
  return {
    propose: os.roster.propose.handler(({ input, signal }) =>
      propose(input, { newId: () => uuidText(newId(0)), ...(signal !== undefined && { signal }) }),
    ),
    breaks: os.roster.breaks.handler(({ input }) => placeBreaks(input)),
    benchmark: os.roster.benchmark.handler(async ({ input, signal }) => {
      const { waived, ...answer } = await benchmark(input, signal);
      return { ...answer, waived: [...waived] };
    }),
  };
};

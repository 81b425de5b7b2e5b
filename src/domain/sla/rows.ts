import type { z } from 'zod';
import type { Clock, Metric } from '../../contract/sla.ts';
import type { Band, rowClockSchema } from '../../contract/tickets.ts';
import { metrics } from '../../contract/words.ts';

export type RowClock = z.infer<typeof rowClockSchema>;
type Shown = Pick<Clock, 'state' | 'dueAt' | 'riskAt' | 'metAt'>;
type ShownClocks = Readonly<Record<Metric, Shown>>;

const bands: readonly Band[] = ['breached', 'atRisk', 'onTime', 'paused', 'none'];

const bandOfClock = ({ state, metAt }: Shown): Band => {
  if (metAt !== null || state === 'idle' || state === 'met') return 'none';
  return state === 'running' ? 'onTime' : state;
};

/** The worst of a ticket's clocks that are not done: breached, at risk, on time, paused, else none. SPEC SLA-22. */
export const bandOf = (clocks: ShownClocks): Band => {
  const found = metrics.map((metric) => bandOfClock(clocks[metric]));
  return bands.find((band) => found.includes(band)) ?? 'none';
};

type Named = Shown & { readonly metric: Metric };

const dueFirst = (clocks: readonly Named[]): Named | undefined =>
  clocks.reduce<Named | undefined>(
    (first, one) => (first && (first.dueAt ?? Infinity) <= (one.dueAt ?? Infinity) ? first : one),
    undefined,
  );

const doneLast = (clocks: readonly Named[]): Named | undefined =>
  clocks.reduce<Named | undefined>(
    (last, one) => (last && (last.metAt ?? 0) > (one.metAt ?? 0) ? last : one),
    undefined,
  );

/** The worst state first: what is late or about to be must not hide behind what is merely due before it. */
const worstFirst: readonly Shown['state'][] = ['breached', 'atRisk', 'running', 'paused'];

/**
 * The one clock a board's row shows: of those that are not done the one in the worst state, of several the one due first;
 * else the one done last; null where there is none. SPEC SLA-23.
 */
export const rowClock = (clocks: ShownClocks): RowClock | null => {
  const all = metrics.map((metric): Named => ({ ...clocks[metric], metric }));
  const undone = all.filter(({ state, metAt }) => state !== 'idle' && metAt === null);
  const worst = worstFirst.find((state) => undone.some((clock) => clock.state === state));
  const shown =
    dueFirst(undone.filter(({ state }) => state === worst)) ?? doneLast(all.filter(({ metAt }) => metAt !== null));
  if (!shown || shown.state === 'idle') return null;
  return { metric: shown.metric, state: shown.state, dueAt: shown.dueAt, riskAt: shown.riskAt, metAt: shown.metAt };
};

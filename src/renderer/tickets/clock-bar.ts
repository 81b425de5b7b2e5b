import type { Clock, Segment } from '../../contract/index.ts';

/** `over` is counted time beyond the target. */
export type Stretch = {
  readonly kind: 'counted' | 'over' | 'paused' | 'closed' | 'left';
  /** Share of the bar, 0 to 1. */
  readonly share: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly minutes: number;
};
export type ClockBar = { readonly stretches: readonly Stretch[]; readonly targetAt: number | null };

type Weighed = Omit<Stretch, 'share'> & { readonly weight: number };

const minutesOf = (segment: Segment): number => (segment.to - segment.from) / 60_000;

/** Counted minutes of one segment, parted where the target was passed. */
function counted(segment: Segment, spentBefore: number, target: number): readonly Weighed[] {
  const within = Math.min(segment.countedMinutes, Math.max(0, target - spentBefore));
  const over = segment.countedMinutes - within;
  const parts: Weighed[] = [];
  const { from, to } = segment;
  if (within > 0) parts.push({ kind: 'counted', weight: within, minutes: within, from, to });
  if (over > 0) parts.push({ kind: 'over', weight: over, minutes: over, from, to });
  return parts;
}

/**
 * A clock as a bar: what counted, where it stood still (by status or outside business hours), what is left, in order.
 * Counted time is to scale. Time that did not count is shown but narrow, at most a quarter of the target each, so that a
 * weekend does not hide the hours that matter. SPEC SLA-20.
 */
export function clockBar(clock: Clock): ClockBar {
  const target = clock.targetMinutes ?? clock.spentMinutes;
  const parts: Weighed[] = [];
  let spent = 0;
  for (const segment of clock.ledger) {
    const { from, to } = segment;
    if (segment.kind === 'counting') {
      parts.push(...counted(segment, spent, target));
      spent += segment.countedMinutes;
    } else if (segment.kind === 'paused' || segment.kind === 'closed') {
      const minutes = minutesOf(segment);
      const widest = target * (segment.kind === 'paused' ? 0.25 : 0.04);
      if (minutes > 0) parts.push({ kind: segment.kind, weight: Math.min(minutes, widest), minutes, from, to });
    }
  }
  const left = Math.max(0, target - spent);
  if (left > 0) parts.push({ kind: 'left', weight: left, minutes: left, from: null, to: null });
  return scaled(parts, spent > target);
}

function scaled(parts: readonly Weighed[], late: boolean): ClockBar {
  const whole = parts.reduce((sum, part) => sum + part.weight, 0);
  if (whole <= 0) return { stretches: [], targetAt: null };
  const stretches = parts.map(({ weight, ...part }) => ({ ...part, share: weight / whole }));
  if (!late) return { stretches, targetAt: null };
  let targetAt = 0;
  for (const stretch of stretches) {
    if (stretch.kind === 'over') break;
    targetAt += stretch.share;
  }
  return { stretches, targetAt };
}

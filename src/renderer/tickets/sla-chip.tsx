import { Check, Pause, Timer, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Metric } from '../../contract/index.ts';
import { deskTime, onTick } from '../client/clock.ts';
import { t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { exact, shortDate } from '../ui/format.ts';
import { chipText, stateAt, type ChipState } from './countdown.ts';

const looks: Record<ChipState, string> = {
  running: 'bg-sunken text-ink-2',
  atRisk: 'bg-risk-soft text-risk',
  breached: 'bg-late-soft text-late',
  paused: 'bg-paused-soft text-paused',
  met: 'bg-met-soft text-met',
};
const icons: Record<ChipState, LucideIcon> = {
  running: Timer,
  atRisk: Timer,
  breached: TriangleAlert,
  paused: Pause,
  met: Check,
};

type ClockProps = {
  /** What is measured, for the hint. */
  readonly name: string;
  readonly state: ChipState;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  readonly metAt: number | null;
  readonly zone: string;
  /** Says "left" or "late" after the time. */
  readonly wordy?: boolean;
};

function hint({ name, dueAt, metAt, zone }: ClockProps, state: ChipState): string {
  if (state === 'paused') return t.chip.pausedWhy(name);
  if (state === 'met') return t.chip.metWhy(name);
  if (dueAt === null) return name;
  const at = exact(dueAt, zone);
  if (state === 'breached' && metAt !== null) return t.chip.doneLateWhy(name, at, exact(metAt, zone));
  return state === 'breached' ? t.chip.lateWhy(name, at) : t.chip.dueAt(name, at);
}

function spoken(text: string, state: ChipState, wordy: boolean): string {
  if (!wordy || !/\d/.test(text) || text.startsWith(t.chip.late)) return text;
  if (state === 'breached') return t.chip.lateBy(text.replace('−', ''));
  return text.includes(':') || text.includes(' h ') ? t.chip.left(text) : text;
}

/**
 * Icon, time and tint of a clock. The text is written straight into the page once a second; React renders again only when
 * the state changes (running to at risk to late).
 */
export function ClockChip(props: ClockProps) {
  const { state, dueAt, riskAt, metAt, zone, wordy = false } = props;
  const words = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(() => stateAt({ state, dueAt, riskAt, metAt }, deskTime()));

  useLayoutEffect(
    () =>
      onTick((now) => {
        const held = { state, dueAt, riskAt, metAt };
        const next = stateAt(held, now);
        setShown(next);
        const text = chipText(held, now, t.chip, (at) => shortDate(at, zone, now));
        const full = spoken(text, next, wordy);
        if (words.current !== null && words.current.textContent !== full) words.current.textContent = full;
      }),
    [state, dueAt, riskAt, metAt, zone, wordy],
  );

  const Icon = icons[shown];
  return (
    <span
      title={hint(props, shown)}
      data-state={shown}
      className={cx(
        'inline-flex h-5 shrink-0 items-center gap-[5px] rounded-[5px] px-[6px] text-[12.5px] font-bold whitespace-nowrap tabular-nums',
        looks[shown],
      )}
    >
      <Icon size={12} strokeWidth={shown === 'paused' ? 2 : 2.1} aria-hidden className="shrink-0" />
      <span ref={words} />
    </span>
  );
}

type Props = Omit<ClockProps, 'name'> & { readonly metric: Metric };

/** A clock of the SLA. */
export const SlaChip = ({ metric, ...rest }: Props) => <ClockChip {...rest} name={t.metric[metric]} />;

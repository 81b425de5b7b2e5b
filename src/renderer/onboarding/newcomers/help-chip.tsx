import {
  CalendarClock,
  CircleCheck,
  CircleSlash,
  Hourglass,
  Lock,
  Pause,
  PenLine,
  Sprout,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { Newcomer } from '../../../contract/index.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { cx } from '../../ui/cx.ts';
import { dayText } from '../dates.ts';

const looks: Readonly<Record<Newcomer['help'], { readonly icon: LucideIcon; readonly tone: string }>> = {
  late: { icon: TriangleAlert, tone: 'bg-late-soft text-late' },
  blocked: { icon: Lock, tone: 'bg-risk-soft text-risk' },
  sign: { icon: PenLine, tone: 'bg-accent-soft text-on-soft' },
  due: { icon: Hourglass, tone: 'bg-risk-soft text-risk' },
  paused: { icon: Pause, tone: 'bg-paused-soft text-paused' },
  planned: { icon: CalendarClock, tone: 'bg-sunken text-ink-2' },
  onTrack: { icon: Sprout, tone: 'bg-met-soft text-met' },
  done: { icon: CircleCheck, tone: 'bg-met-soft text-met' },
  ended: { icon: CircleSlash, tone: 'bg-sunken text-ink-2' },
};

/** What somebody needs, in words, with a sign and a colour. */
export function HelpChip({ newcomer, now }: { readonly newcomer: Newcomer; readonly now: number }) {
  const { icon: Icon, tone } = looks[newcomer.help];
  return (
    <span
      className={cx(
        'inline-flex h-[20px] shrink-0 items-center gap-1 rounded-[4px] px-[6px] text-small font-semibold whitespace-nowrap tabular-nums',
        tone,
      )}
    >
      <Icon size={12} aria-hidden />
      {ow.helpOf(newcomer, dayText(newcomer.startOn, now))}
    </span>
  );
}

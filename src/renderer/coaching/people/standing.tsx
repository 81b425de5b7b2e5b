import { CalendarClock, CircleDashed, TriangleAlert } from 'lucide-react';
import type { Coached } from '../../../contract/index.ts';
import { cw } from '../../strings/en-coaching.ts';
import { cx } from '../../ui/cx.ts';
import { standingOf } from '../due.ts';

const looks = {
  overdue: { icon: TriangleAlert, tone: 'bg-late-soft text-late' },
  today: { icon: CalendarClock, tone: 'bg-risk-soft text-risk' },
  due: { icon: CalendarClock, tone: 'bg-sunken text-ink-2' },
  never: { icon: CircleDashed, tone: 'bg-sunken text-ink-2' },
} as const;

/** Whether somebody waits for a session, in words, with a sign and a colour. */
export function Standing({ coached, now }: { readonly coached: Coached; readonly now: number }) {
  const standing = standingOf(coached, now);
  const { icon: Icon, tone } = looks[standing.kind];
  return (
    <span
      className={cx(
        'inline-flex h-[20px] shrink-0 items-center gap-1 rounded-[4px] px-[6px] text-small font-semibold whitespace-nowrap tabular-nums',
        tone,
      )}
    >
      <Icon size={12} aria-hidden />
      {cw.standing(standing)}
    </span>
  );
}

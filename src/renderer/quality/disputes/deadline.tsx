import { TriangleAlert } from 'lucide-react';
import { useZone } from '../../client/use-desk.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { cx } from '../../ui/cx.ts';
import { duration, exact, moment } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';

const minuteMs = 60_000;

/** `3 d`, `4 h`: days from two on, as deadlines are read. */
const farText = (ms: number): string =>
  ms >= 2 * 1440 * minuteMs ? `${Math.round(ms / (1440 * minuteMs))} days` : duration(ms / minuteMs);

/** Until when a dispute has to be decided; what is late says so in words. */
export function Deadline({ at, long = false }: { readonly at: number; readonly long?: boolean }) {
  const zone = useZone();
  const now = useMinute();
  const late = at < now;
  const far = farText(Math.abs(at - now));
  return (
    <span
      className={cx('inline-flex items-center gap-1 tabular-nums', late ? 'font-semibold text-late' : 'text-ink-2')}
      title={exact(at, zone)}
    >
      {late && <TriangleAlert size={13} aria-hidden />}
      {long && `${moment(at, zone, now)}, `}
      {late ? qm.disputes.late(far) : qm.disputes.left(far)}
    </span>
  );
}

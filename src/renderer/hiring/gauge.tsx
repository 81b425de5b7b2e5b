import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Pipeline } from '../../contract/index.ts';
import { hw } from '../strings/en-hiring.ts';
import { locale } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';

const w = hw.gauge;
const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

/** One mark for each open seat: filled where a candidate is for it, dashed where nobody is. */
function Marks({ pipeline }: { readonly pipeline: Pipeline }) {
  const { open, bare } = pipeline;
  const covered = open - bare.length;
  return (
    <span
      role="meter"
      aria-label={w.label}
      aria-valuemin={0}
      aria-valuemax={open}
      aria-valuenow={covered}
      aria-valuetext={w.covered(pipeline)}
      title={w.rule}
      className="flex max-w-[220px] min-w-[14px] shrink gap-[3px] overflow-hidden"
    >
      {Array.from({ length: open }, (_, at) => (
        <span
          key={at}
          className={cx(
            'h-[12px] w-[18px] min-w-[2px] shrink rounded-[3px] border',
            at < covered ? 'border-accent bg-accent' : 'border-dashed border-risk',
          )}
        />
      ))}
    </span>
  );
}

/** Whether there is one candidate in the running for each open seat: in marks, and in words. SPEC HIR-1. */
export function Gauge({ pipeline }: { readonly pipeline: Pipeline }) {
  const { open, running, bare, perSeat, verdict } = pipeline;
  const Icon = verdict === 'short' ? TriangleAlert : CircleCheck;
  const words = [
    w.open(open),
    w.running(running),
    ...(open === 0 ? [] : [w.covered(pipeline)]),
    ...(perSeat === null || bare.length > 0 ? [] : [w.perSeat(ratio.format(perSeat))]),
  ];
  return (
    <div className="flex min-w-0 items-center gap-3" data-verdict={verdict}>
      {open > 0 && <Marks pipeline={pipeline} />}
      {verdict !== 'noSeats' && (
        <span
          className={cx(
            'flex shrink-0 items-center gap-1 font-semibold',
            verdict === 'short' ? 'text-risk' : 'text-met',
          )}
        >
          <Icon size={14} aria-hidden />
          {w.verdict[verdict]}
        </span>
      )}
      <span className="min-w-0 truncate text-small text-ink-2 tabular-nums" title={words.join(' · ')}>
        {words.join(' · ')}
      </span>
    </div>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EscalationRate } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { e } from '../strings/en-escalation.ts';
import { number } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { useMinute } from '../ui/use-now.ts';

const hourMs = 3_600_000;
const days = 28;

const tones: Readonly<Record<EscalationRate['verdict'], string>> = {
  tooFew: 'text-ink-2',
  above: 'text-late',
  within: 'text-met',
  unsure: 'text-risk',
};

function Numbers({ rate }: { readonly rate: EscalationRate }) {
  const { percent, low, high, created, escalated, targetPercent, verdict } = rate;
  if (percent === null || low === null || high === null) return <span className="text-ink-2">{e.rate.none}</span>;
  return (
    <>
      <span className={cx('text-title font-bold', tones[verdict])}>{e.percent(percent)}</span>
      <span>{e.rate.of(escalated, created)}</span>
      <span className="text-ink-2">{e.rate.interval(low, high)}</span>
      <span className="text-ink-2">{e.rate.target(targetPercent)}</span>
      <span className={cx('font-semibold', tones[verdict])}>{e.rate.verdict[verdict]}</span>
    </>
  );
}

/** The share of tickets that were escalated: with how many that is, how sure it is, and why they were. */
export function RateStrip() {
  const now = useMinute();
  const to = Math.ceil(now / hourMs) * hourMs;
  const options = orpc.escalation.rate.queryOptions({ input: { from: to - days * 24 * hourMs, to } });
  const { data } = useQuery({ ...options, placeholderData: keepPreviousData });
  const causes = (data?.causes ?? []).filter((each) => each.escalated > 0);
  return (
    <section
      aria-label={e.rate.label}
      className="flex min-h-[58px] shrink-0 flex-col justify-center gap-1 border-b border-line bg-canvas px-4 py-2 text-small tabular-nums"
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{e.rate.title}</span>
        {data !== undefined && <Numbers rate={data} />}
      </p>
      {causes.length > 0 && (
        <p className="flex flex-wrap gap-x-3 text-ink-2">
          <span>{e.rate.causes}</span>
          {causes.map(({ cause, escalated }) => (
            <span key={cause} dir="auto">
              {cause} <span className="font-semibold text-ink">{number(escalated)}</span>
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

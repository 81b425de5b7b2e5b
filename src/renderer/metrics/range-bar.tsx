import { CalendarDays } from 'lucide-react';
import { useZone } from '../client/use-desk.ts';
import { mw } from '../strings/en-metrics.ts';
import { Button } from '../ui/button.tsx';
import { moment } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { ask, setMetrics, useMetrics } from './metrics-store.ts';
import { NarrowPicker } from './narrow-picker.tsx';
import { againsts, spans } from './range.ts';
import { useFigures, type Looked } from './use-numbers.ts';

const w = mw.range;
const daySegments = spans.map((days) => ({ value: String(days), label: String(days) }));
const againstSegments = againsts.map((value) => ({ value, label: mw.against[value] }));

/** When what is shown was last worked out; all of it is, since the desk answers only then. SPEC KPI-51. */
export function Fresh({ looked }: { readonly looked: Looked }) {
  const zone = useZone();
  const now = useMinute();
  const { data } = useFigures(looked, null);
  if (data === undefined) return <span>{w.loading}</span>;
  return <span>{data.fresh.at === 0 ? w.freshNow : w.fresh(moment(data.fresh.at, zone, now))}</span>;
}

/** Which days, what they are compared with, of what, and how fresh it is. */
export function RangeBar({ looked }: { readonly looked: Looked }) {
  const { span, own, against } = useMetrics();
  return (
    <div className="flex min-h-[38px] shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-[5px] text-small text-ink-2">
      <span className="max-[640px]:hidden">{w.days}</span>
      <Segmented
        label={w.days}
        segments={daySegments}
        value={own === null ? String(span) : ''}
        onChange={(value) => setMetrics({ span: spans.find((each) => String(each) === value) ?? 30, own: null })}
      />
      <Button small look="quiet" onClick={() => ask({ what: 'days' })} icon={<CalendarDays size={13} aria-hidden />}>
        <span className="max-[640px]:sr-only">{w.own}</span>
        <span className="max-[640px]:hidden">
          <Kbd keys="d" />
        </span>
      </Button>
      <span className="max-[640px]:hidden">{w.against}</span>
      <Segmented
        label={w.against}
        segments={againstSegments}
        value={against}
        onChange={(next) => setMetrics({ against: next })}
      />
      <span className="max-[640px]:hidden">
        <Kbd keys="v" />
      </span>
      {looked.leads ? <NarrowPicker looked={looked} /> : <span className="font-semibold">{w.onlyOwn}</span>}
      <span className="flex-1" />
      {looked.range.own && <span className="hidden tabular-nums max-[640px]:inline">{looked.words}</span>}
      <span className="tabular-nums" data-fresh>
        <Fresh looked={looked} />
      </span>
    </div>
  );
}

import { ArrowLeft, Coins, Target, Ticket } from 'lucide-react';
import { isMinutes, type MinutesName } from '../../domain/metrics/tally.ts';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import type { Kpi } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { FigureTable, Figures } from '../ui/table.tsx';
import { mw } from '../strings/en-metrics.ts';
import { Button } from '../ui/button.tsx';
import { dayStart } from '../ui/days.ts';
import { shortDate } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useMinute } from '../ui/use-now.ts';
import { Hints } from '../ui/hints.tsx';
import { Bars } from './bars.tsx';
import { TargetMark, VerdictMark } from './figure-marks.tsx';
import type { Series } from './line.ts';
import { BigLine } from './line-chart.tsx';
import { ask, askBehind, setMetrics, useMetrics } from './metrics-store.ts';
import { useTabActions } from './tab-actions.ts';
import { tileWords } from './tile-words.ts';
import { useSeries, type Looked, type Told } from './use-numbers.ts';

const w = mw.detail;

type Props = { readonly kpi: Kpi; readonly told: Told; readonly looked: Looked };

export function Part({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <h2 id={id} className="flex flex-wrap items-baseline gap-x-2 border-b border-line pb-1">
        <span className="font-bold">{title}</span>
        {note !== undefined && <span className="min-w-0 text-small font-normal text-ink-2">{note}</span>}
      </h2>
      {children}
    </section>
  );
}

/** What a figure is, wherever it is shown: one definition, from the desk. SPEC KPI-1. */
function Definition({ kpi, told }: { readonly kpi: Kpi; readonly told: Told }) {
  const { comparison } = told;
  const entries: readonly (readonly [string, string])[] = [
    [w.formula, kpi.formula],
    [w.unit, w.unitIn(kpi)],
    [w.better, w.betters[kpi.better]],
    [w.day, w.dayOf[kpi.day]],
    [w.target, mw.targetOf(kpi)],
    [w.least, w.leastOf(kpi.leastSample, kpi.sample)],
    [w.apart, w.apartOf(kpi.apart)],
    [w.owner, kpi.owner],
    [w.source, kpi.source],
    ...(comparison === null
      ? []
      : ([
          [w.interval, mw.difference(mw.unitOf(kpi), comparison)],
          [w.chance, mw.chance(comparison.p) || mw.missing],
        ] as const)),
  ];
  return (
    <dl className="grid grid-cols-[130px_minmax(0,1fr)] gap-x-3 gap-y-1 text-small max-[560px]:grid-cols-1">
      {entries.map(([term, words]) => (
        <div key={term} className="contents">
          <dt className="text-ink-2">{term}</dt>
          <dd className="tabular-nums">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function DayTable({
  kpi,
  series,
  dateOf,
}: {
  readonly kpi: Kpi;
  readonly series: Series;
  readonly dateOf: (day: string) => string;
}) {
  const c = w.columns;
  return (
    <Figures label={w.figures}>
      <FigureTable
        label={w.figures}
        columns={[
          { label: c.day },
          { label: c.value, right: true },
          { label: c.of, right: true },
          { label: c.low, right: true },
          { label: c.high, right: true },
          { label: c.signal },
        ]}
        lines={series.days.map(({ date, figure, low, high, signal }) => ({
          key: date,
          marked: signal !== null,
          cells: [
            dateOf(date),
            mw.amount(kpi, figure.value),
            mw.value('count', figure.n),
            limit(kpi, low),
            limit(kpi, high),
            signal === null ? '' : mw.tile.signal[signal],
          ],
        }))}
      />
    </Figures>
  );
}

const limit = (kpi: Kpi, value: number | null): string =>
  mw.amount(kpi, value === null || kpi.kind !== 'count' ? value : Math.round(10 * value) / 10);

function Line({
  kpi,
  looked,
  dateOf,
}: {
  readonly kpi: Kpi;
  readonly looked: Looked;
  readonly dateOf: (day: string) => string;
}) {
  const { data } = useSeries(looked, kpi.name);
  if (data === undefined) return null;
  const signals = data.days.filter(({ signal }) => signal !== null).length;
  return (
    <Part title={w.line} note={w.lineHow(signals)}>
      <BigLine kpi={kpi} series={data} dateOf={dateOf} />
      <DayTable kpi={kpi} series={data} dateOf={dateOf} />
    </Part>
  );
}

function Spread({ name, looked }: { readonly name: MinutesName; readonly looked: Looked }) {
  const { data } = useQuery({
    ...orpc.metrics.distribution.queryOptions({ input: { ...looked.input, name } }),
    enabled: looked.known,
  });
  if (data === undefined || data.n === 0) return null;
  const most = Math.max(...data.steps.map(({ n }) => n));
  return (
    <Part title={w.spread} note={w.spreadOf(data.n, data.error)}>
      <div className="grid grid-cols-[minmax(0,1fr)_220px] gap-x-8 gap-y-3 max-[820px]:grid-cols-1">
        <Bars
          label={w.steps}
          bars={data.steps.map(({ from, to, n }) => ({
            key: String(from),
            label: w.step(from, to),
            of: n / Math.max(1, most),
            text: mw.value('count', n),
            note: mw.value('share', n / data.n),
          }))}
        />
        <FigureTable
          label={w.quantiles}
          columns={[{ label: w.quantiles }, { label: w.columns.value, right: true }]}
          lines={data.quantiles.map(({ share, minutes: at }) => ({
            key: String(share),
            cells: [w.quantile(share), mw.value('minutes', at)],
          }))}
        />
      </div>
    </Part>
  );
}

/** A figure whole: what it is, its days with what is usual, how its minutes are spread, and the way to its tickets. */
export function Detail({ kpi, told, looked }: Props) {
  const against = useMetrics((state) => state.against);
  const zone = useZone();
  const now = useMinute();
  const words = tileWords(kpi, told, against, looked.range.days);
  const close = (): void => setMetrics({ opened: null });
  const behind = (): void => askBehind({ name: kpi.name });
  const target = (): void => ask({ what: 'target', name: kpi.name });
  const cost = (): void => ask({ what: 'cost' });
  useTabActions({ back: close, behind, ...(looked.leads && { target }) });
  const dateOf = (day: string): string => shortDate(dayStart(day, zone), zone, now);
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button data-first small onClick={close} icon={<ArrowLeft size={13} aria-hidden />}>
            {w.back} <Kbd keys="escape" />
          </Button>
          <h2 className="text-title font-bold">{kpi.title}</h2>
          <span className="text-[22px] leading-[28px] font-bold tabular-nums">{words.value}</span>
          <span className="text-small text-ink-2 tabular-nums">
            {[words.of, words.spread].filter(Boolean).join(', ')}
          </span>
          <TargetMark told={told} />
          <span className="flex-1" />
          {looked.leads && kpi.kind === 'money' && (
            <Button small onClick={cost} icon={<Coins size={13} aria-hidden />}>
              {w.cost} <Kbd keys="h" />
            </Button>
          )}
          {looked.leads && (
            <Button small onClick={target} icon={<Target size={13} aria-hidden />}>
              {w.setTarget} <Kbd keys="t" />
            </Button>
          )}
          <Button small look="primary" onClick={behind} icon={<Ticket size={13} aria-hidden />}>
            {w.behind} <Kbd keys="b" on />
          </Button>
        </div>
        <p className="text-small">
          <VerdictMark kpi={kpi} told={told} says={words.says} />
        </p>
        <Definition kpi={kpi} told={told} />
        <Line kpi={kpi} looked={looked} dateOf={dateOf} />
        {isMinutes(kpi.name) && <Spread name={kpi.name} looked={looked} />}
      </div>
      <Hints
        yields
        hints={[
          ['escape', mw.hints.back],
          ['b', mw.hints.behind],
          ...(looked.leads ? ([['t', mw.hints.target]] as const) : []),
          [', / .', mw.hints.days],
          ['shift+e', mw.hints.save],
        ]}
      />
    </>
  );
}

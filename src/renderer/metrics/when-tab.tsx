import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { orpc } from '../client/client.ts';
import { deskTime } from '../client/clock.ts';
import { NotRead } from '../ui/not-read.tsx';
import { useFirstFocus } from '../app/use-focus.ts';
import { mw } from '../strings/en-metrics.ts';
import { openFilter } from '../tickets/open-filter.ts';
import { Kbd } from '../ui/kbd.tsx';
import { onRowKey } from '../ui/row-keys.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Hints } from '../ui/hints.tsx';
import { Bars } from './bars.tsx';
import { causesOf, fewOf, type CauseBar } from './causes.ts';
import { Part } from './detail.tsx';
import { HeatMap, useHeat } from './heat-map.tsx';
import { askBehind, setMetrics, useMetrics, type Cause } from './metrics-store.ts';
import { useTabActions } from './tab-actions.ts';
import { useFigures, type FigureRow, type Looked } from './use-numbers.ts';

const w = mw.when;
const dayMs = 86_400_000;

/** Shows the open tickets of an age on the board. */
function openAge(fromDays: number, toDays: number | null): void {
  const now = deskTime();
  openFilter({
    open: true,
    drill: false,
    ...(fromDays > 0 && { createdTo: now - fromDays * dayMs }),
    ...(toDays !== null && { createdFrom: now - toDays * dayMs + 1 }),
  });
}

function Ageing({ looked }: { readonly looked: Looked }) {
  const { data } = useQuery({ ...orpc.metrics.ageing.queryOptions(), enabled: looked.known && looked.leads });
  if (data === undefined) return null;
  const most = Math.max(1, ...data.steps.map(({ n }) => n));
  return (
    <Part title={w.ageing} note={w.ageingHow(data.n)}>
      <Bars
        label={w.ageing}
        bars={data.steps.map(({ fromDays, toDays, n, breached }) => {
          const label = w.age(fromDays, toDays);
          return {
            key: String(fromDays),
            label,
            of: n / most,
            marked: breached / most,
            text: mw.value('count', n),
            note: w.breached(breached),
            open: {
              label: [`${label}: ${w.open(n)}`, w.breached(breached)].filter(Boolean).join(', '),
              run: () => openAge(fromDays, toDays),
            },
          };
        })}
      />
    </Part>
  );
}

/** The line of what the bars come to together, from one to the next. */
const SoFar = ({ bar }: { readonly bar: CauseBar }) => (
  <svg width="100%" height="100%" className="absolute inset-0 overflow-visible">
    <line
      x1={`${100 * bar.before}%`}
      y1={bar.before === 0 ? '50%' : '-50%'}
      x2={`${100 * bar.soFar}%`}
      y2="50%"
      className="stroke-ink"
      strokeWidth={1.4}
    />
    <circle cx={`${100 * bar.soFar}%`} cy="50%" r={2.6} className="fill-ink" />
  </svg>
);

const segments = (['created', 'escalated'] as const).map((value) => ({ value, label: w.causes[value] }));
const otherCause: Readonly<Record<Cause, Cause>> = { created: 'escalated', escalated: 'created' };

function Causes({ rows, first }: { readonly rows: readonly FigureRow[]; readonly first: boolean }) {
  const cause = useMetrics((state) => state.cause);
  const bars = causesOf(rows, cause);
  return (
    <Part title={w.pareto} note={w.paretoHow(fewOf(bars), bars.length)}>
      <div className="flex items-center gap-2 text-small text-ink-2">
        {w.paretoOf}
        <Segmented
          label={w.paretoOf}
          segments={segments}
          value={cause}
          onChange={(next) => setMetrics({ cause: next })}
        />
        <Kbd keys="e" />
      </div>
      <Bars
        label={w.pareto}
        first={first}
        bars={bars.map((bar) => ({
          key: bar.key,
          label: bar.label,
          of: bar.share,
          text: mw.value('count', bar.n),
          note: mw.value('share', bar.soFar),
          over: <SoFar bar={bar} />,
          open: {
            label: w.bar(bar.label, bar.n, bar.share, bar.soFar),
            run: () =>
              askBehind({
                name: cause,
                which: cause === 'escalated' ? 'hits' : 'all',
                place: bar.label,
                row: { by: 'category', key: bar.key },
              }),
          },
        }))}
      />
    </Part>
  );
}

/** When tickets come in, how old open ones are, and what they are about. */
export function WhenTab({ looked }: { readonly looked: Looked }) {
  const cause = useMetrics((state) => state.cause);
  const asked = useFigures(looked, 'category');
  const box = useRef<HTMLDivElement>(null);
  const { data } = asked;
  const heat = useHeat(looked);
  const isRead = data !== undefined && (heat.data !== undefined || !looked.leads);
  useFirstFocus(box, isRead ? 'some' : null);
  useTabActions({ cause: () => setMetrics({ cause: otherCause[cause] }) });
  if (!isRead) return <NotRead asked={heat.error === null ? asked : heat} words={mw.reading} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col" onKeyDown={onRowKey}>
      <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4">
        {looked.leads ? (
          <div data-part>
            <Part title={w.heat} note={w.heatHow}>
              <HeatMap looked={looked} />
            </Part>
          </div>
        ) : (
          <p className="text-ink-2">{w.leads}</p>
        )}
        <div className="grid grid-cols-2 gap-x-8 gap-y-5 max-[1100px]:grid-cols-1">
          {looked.leads && (
            <div data-part>
              <Ageing looked={looked} />
            </div>
          )}
          <div data-part>
            <Causes rows={data.rows} first={!looked.leads} />
          </div>
        </div>
      </div>
      <Hints
        yields
        hints={[
          ['arrowdown / arrowright', mw.hints.move],
          ['pagedown', mw.hints.part],
          ['enter', mw.hints.behind],
          ['e', mw.hints.cause],
          ['shift+e', mw.hints.save],
        ]}
      />
    </div>
  );
}

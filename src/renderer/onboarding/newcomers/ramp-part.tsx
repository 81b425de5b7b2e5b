import { dateText } from '../../ui/format.ts';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import type { Newcomer } from '../../../contract/index.ts';
import type { Told } from '../../coaching/page/rows.tsx';
import { orpc } from '../../client/client.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { FigureTable, type Line } from '../../ui/table.tsx';
import { ow } from '../../strings/en-onboarding.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { latestOf, placeIn, shownWeeks, type RampWeek } from './ramp.ts';
import { RampChart } from './ramp-chart.tsx';

const w = ow.ramp;
const p = ow.page;
/** Moved along quickly, the curves between are not read. */
const restMs = 150;

const columns = [
  { label: w.week },
  { label: w.solved, right: true },
  { label: w.middle, title: w.middleOf, right: true },
  { label: w.half, title: w.halfOf, right: true },
  { label: w.of, title: w.ofWhat, right: true },
];

const lineOf = ({ week, solved, cohort }: RampWeek): Line => ({
  key: String(week),
  cells: [
    w.value(week),
    solved === null ? w.nothing : w.value(solved),
    cohort === null ? w.nothing : w.value(cohort.median),
    cohort === null ? w.nothing : w.range(cohort.low, cohort.high),
    cohort === null ? w.nothing : w.value(cohort.n),
  ],
});

function Curve({ weeks, others }: { readonly weeks: readonly RampWeek[]; readonly others: number }) {
  const latest = latestOf(weeks);
  return (
    <>
      <p className="text-small text-ink-2 tabular-nums">
        {latest === undefined ? w.none : w.says(latest, placeIn(latest))}{' '}
        {others === 0 ? w.noOthers : `(${w.others(others)})`}
      </p>
      {weeks.length > 0 && (
        <>
          <RampChart weeks={weeks} />
          <FigureTable label={w.table} columns={columns} lines={weeks.map(lineOf)} />
        </>
      )}
    </>
  );
}

function Ramp({ id }: { readonly id: string }) {
  const asked = useQuery(orpc.onboarding.ramp.queryOptions({ input: { id } }));
  if (asked.data === undefined) return <NotRead asked={asked} />;
  return <Curve weeks={shownWeeks(asked.data.weeks)} others={asked.data.others} />;
}

function Gaps({ newcomer: { gaps }, told }: { readonly newcomer: Newcomer; readonly told: Told }) {
  const span = (from: string, to: string | null): string =>
    p.gapSpan(dateText(from, told.now), to === null ? null : dateText(to, told.now));
  if (gaps.length === 0) return <p className="text-small text-ink-2">{p.noGaps}</p>;
  return (
    <ul className="text-small tabular-nums">
      {gaps.map(({ from, to, reason, kind }) => (
        <li key={`${kind} ${from}`} className="flex flex-wrap gap-x-2 border-b border-line py-[3px]">
          <span className="font-semibold">{span(from, to)}</span>
          <span className="text-ink-2">{p.gapKind[kind]}</span>
          <span className="min-w-0 break-words" dir="auto">
            {reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Props = {
  readonly ref: Ref<HTMLDivElement>;
  readonly newcomer: Newcomer;
  readonly told: Told;
};

/** How they come on beside earlier newcomers, and which days did not count. */
export function RampPart({ ref, newcomer, told }: Props) {
  const shown = useSettled(newcomer.id, restMs);
  return (
    <div
      ref={ref}
      tabIndex={0}
      role="region"
      aria-label={w.figures}
      className="flex w-[400px] shrink-0 flex-col gap-2 border-l border-line p-4 -outline-offset-2 max-[1240px]:w-full max-[1240px]:border-t max-[1240px]:border-l-0"
    >
      <h3 className="font-bold">{w.title}</h3>
      <Ramp id={shown} />
      <h3 className="pt-2 font-bold">{p.gaps}</h3>
      <Gaps newcomer={newcomer} told={told} />
    </div>
  );
}

import type { Counted, ReviewFilter } from '../../../contract/index.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { showReviews } from '../quality-store.ts';
import { countedWords, OpenLine } from './part.tsx';
import { placeOf, whiskerOf, type Span } from './whisker-geometry.ts';

const w = qm.dashboard;
const tall = 96;
const padPx = 8;

type Week = { readonly week: string; readonly score: Counted };
type Props = {
  readonly weeks: readonly Week[];
  readonly target: number;
  readonly span: Span;
  readonly filter: ReviewFilter;
};

const yOf = (value: number, span: Span): number => tall - padPx - placeOf(value, span, tall - 2 * padPx);
const between = (one: number | null | undefined, other: number | null): number | null =>
  one === null || one === undefined || other === null ? null : (one + other) / 2;

type ColumnProps = {
  readonly week: Week;
  readonly before: Week | undefined;
  readonly after: Week | undefined;
  readonly target: number;
  readonly span: Span;
};

/** One week: the target runs through all columns, the line of means from the middle of one to the middle of the next. */
function Column({ week, before, after, target, span }: ColumnProps) {
  const { mean } = week.score;
  const drawn = whiskerOf(week.score, span, tall - 2 * padPx);
  const up = (px: number): number => tall - padPx - px;
  const left = between(before?.score.mean, mean);
  const right = between(after?.score.mean, mean);
  return (
    <svg aria-hidden width="100%" height={tall} className="block overflow-visible">
      <line x1="0" x2="100%" y1={yOf(target, span)} y2={yOf(target, span)} className="stroke-ink" strokeWidth={1.5} />
      {mean !== null && left !== null && (
        <line
          x1="0"
          x2="50%"
          y1={yOf(left, span)}
          y2={yOf(mean, span)}
          className="stroke-accent"
          strokeWidth={1.5}
          opacity={0.55}
        />
      )}
      {mean !== null && right !== null && (
        <line
          x1="50%"
          x2="100%"
          y1={yOf(mean, span)}
          y2={yOf(right, span)}
          className="stroke-accent"
          strokeWidth={1.5}
          opacity={0.55}
        />
      )}
      {drawn !== null && (
        <>
          <line x1="50%" x2="50%" y1={up(drawn.low)} y2={up(drawn.high)} className="stroke-accent" strokeWidth={2} />
          <circle cx="50%" cy={up(drawn.dot)} r={4.5} strokeWidth={2} className="fill-accent stroke-surface" />
        </>
      )}
    </svg>
  );
}

/** The mean of each week with its interval, the figures under it. */
export function WeekTrend({ weeks, target, span, filter }: Props) {
  return (
    <div className="mt-2 flex items-start">
      <span
        aria-hidden
        className="w-[62px] shrink-0 text-cap font-semibold"
        style={{ paddingTop: yOf(target, span) - 8 }}
      >
        {w.target(target)}
      </span>
      {weeks.map((week, at) => (
        <OpenLine
          key={week.week}
          label={`${w.week(week.week)}: ${countedWords(week.score, target)}`}
          onOpen={() => showReviews({ ...filter, week: week.week })}
          className="max-w-[130px] min-w-0 flex-1 rounded-md border-b-0 pb-1"
        >
          <Column week={week} before={weeks[at - 1]} after={weeks[at + 1]} target={target} span={span} />
          <span className="block text-center text-cap text-ink-2">{w.week(week.week)}</span>
          <span className="block text-center text-small font-semibold tabular-nums">
            {week.score.mean === null ? '–' : w.outOfFive(week.score.mean)}
          </span>
          <span className="block text-center text-cap text-ink-2 tabular-nums">{w.n(week.score.n)}</span>
        </OpenLine>
      ))}
    </div>
  );
}

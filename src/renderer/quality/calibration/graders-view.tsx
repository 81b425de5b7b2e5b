import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { orpc, type client } from '../../client/client.ts';
import { useNames } from '../../client/use-desk.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Avatar } from '../../ui/marks.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { onRowKey } from '../../ui/row-keys.ts';
import { OpenLine } from '../dashboard/part.tsx';
import { spanAround, type Span } from '../dashboard/whisker-geometry.ts';
import { WhiskerMark } from '../dashboard/whisker.tsx';
import { showReviews } from '../quality-store.ts';
import { graderSpans, setCalibration, useCalibration } from './calibration-store.ts';

const w = qm.calibration.graders;
type Grader = Awaited<ReturnType<typeof client.quality.graders>>['reviewers'][number];
const columns = 'grid-cols-[24px_minmax(0,1.8fr)_minmax(100px,1fr)_minmax(0,1fr)_96px_96px_108px]';
const segments = graderSpans.map((days) => ({ value: String(days), label: String(days) }));

function Line({ grader, span, first }: { readonly grader: Grader; readonly span: Span; readonly first: boolean }) {
  const { people } = useNames();
  const name = people.get(grader.reviewerId) ?? qw.someone;
  const { difference, low, high, driftPerMonth, driftLow, driftHigh } = grader;
  const drift = qm.drift(name, driftPerMonth, driftLow, driftHigh);
  const minutes = grader.minutesPerReview === null ? w.noMinutes : qw.decimal(grader.minutesPerReview);
  const overturned = w.overturnedSaid(grader.overturned, grader.disputes);
  const sure = driftLow !== null && driftHigh !== null && (driftLow > 0 || driftHigh < 0);
  return (
    <OpenLine
      first={first}
      label={`${qm.leniency(name, grader)} ${w.drift}: ${drift}. ${w.golden}: ${w.goldenSaid(grader.golden)}. ${w.minutes}: ${minutes}. ${overturned}`}
      onOpen={() => showReviews({ reviewerId: grader.reviewerId })}
      className={cx('grid min-h-[46px] items-center gap-x-3 px-4 py-1', columns)}
    >
      <Avatar name={name} size={24} />
      <span className={cx('min-w-0', grader.moreThanChance && 'font-semibold')}>{qm.leniency(name, grader)}</span>
      <WhiskerMark value={{ mean: difference, low, high }} span={span} mark={0} />
      <span className={cx('min-w-0 text-small', sure ? 'font-semibold' : 'text-ink-2')}>{drift}</span>
      <span className="text-small tabular-nums">{w.goldenSaid(grader.golden)}</span>
      <span className="text-right text-small tabular-nums">{minutes}</span>
      <span className="text-right text-small tabular-nums">{overturned}</span>
    </OpenLine>
  );
}

/** Each reviewer over time: lenient or strict, drifting, close to golden conversations, quick or slow, overturned. */
export function GradersView() {
  const days = useCalibration((state) => state.days);
  const options = orpc.quality.graders.queryOptions({ input: { days } });
  const asked = useQuery({ ...options, placeholderData: keepPreviousData });
  const reviewers = asked.data?.reviewers;
  if (reviewers === undefined) return <NotRead asked={asked} />;
  const span = spanAround(reviewers.map(({ difference }) => difference));
  return (
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onRowKey}>
      <div className="flex min-h-[38px] flex-wrap items-center gap-x-3 border-b border-line px-4 py-[5px]">
        <span className="text-small text-ink-2">{w.days}</span>
        <Segmented
          label={w.days}
          segments={segments}
          value={String(days)}
          onChange={(value) => setCalibration({ days: graderSpans.find((each) => String(each) === value) ?? 180 })}
        />
        <span className="min-w-0 flex-1 text-small text-ink-2">{w.how(days)}</span>
      </div>
      {reviewers.length === 0 ? (
        <Empty
          title={w.empty}
          icon={<Scale size={28} strokeWidth={1.4} aria-hidden />}
          actions={
            <Button data-first onClick={() => setCalibration({ view: 'sessions' })}>
              {qm.calibration.views.sessions}
              <Kbd keys="l" />
            </Button>
          }
        >
          {w.emptyHow}
        </Empty>
      ) : (
        <div className="min-h-0 flex-1 overflow-auto">
          <section data-part aria-label={w.label} className="min-w-[820px]">
            <div
              aria-hidden
              className={cx(
                'grid h-[28px] items-center gap-x-3 border-b border-line px-4 text-small font-medium text-ink-2',
                columns,
              )}
            >
              <span />
              <span>{w.leniency}</span>
              <span className="flex justify-between text-cap">
                <span>{w.stricter}</span>
                <span>{w.lenient}</span>
              </span>
              <span>{w.drift}</span>
              <span>{w.golden}</span>
              <span className="text-right whitespace-nowrap">{w.minutes}</span>
              <span className="text-right">{w.overturned}</span>
            </div>
            {reviewers.map((grader, at) => (
              <Line key={grader.reviewerId} grader={grader} span={span} first={at === 0} />
            ))}
          </section>
        </div>
      )}
    </div>
  );
}

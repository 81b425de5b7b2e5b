import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn, Download } from 'lucide-react';
import { useRef } from 'react';
import type { ReviewFilter } from '../../../contract/index.ts';
import { orpc, type client } from '../../client/client.ts';
import { useNames, usePeople, useZone } from '../../client/use-desk.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { useFirstFocus } from '../../app/use-focus.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { t } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { dayOf } from '../../ui/days.ts';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { onRowKey } from '../../ui/row-keys.ts';
import { useMinute } from '../../ui/use-now.ts';
import { InHeader } from '../header-slot.tsx';
import { showReviews, showTab } from '../quality-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { setDashboard, spans, stepDays, useDashboard } from './dashboard-store.ts';
import { exportReviews } from './export-reviews.ts';
import { baseFilter, isPart } from './filters.ts';
import { worstFirst } from './judge.ts';
import { Overall } from './overall.tsx';
import { Axis, CountedRow, OpenLine, Part } from './part.tsx';
import { WeekTrend } from './week-trend.tsx';
import { spanFor, type Span } from './whisker-geometry.ts';

const w = qm.dashboard;
type Data = Awaited<ReturnType<typeof client.quality.dashboard>>;
type Group = Data['agents'][number];

const daySegments = spans.map((days) => ({ value: String(days), label: String(days) }));
const kindSegments = (['random', 'all'] as const).map((value) => ({ value, label: w.kinds[value] }));

function Bar() {
  const { days, kind } = useDashboard();
  return (
    <div className="flex min-h-[38px] shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-[5px]">
      <span className="text-small text-ink-2">{w.days}</span>
      <Segmented
        label={w.days}
        segments={daySegments}
        value={String(days)}
        onChange={(value) => setDashboard({ days: spans.find((each) => String(each) === value) ?? 30 })}
      />
      <Segmented
        label={w.kind}
        segments={kindSegments}
        value={kind}
        onChange={(next) => setDashboard({ kind: next })}
      />
      <span className="min-w-0 flex-1 text-small text-ink-2">{w.leftOut[kind]}</span>
    </div>
  );
}

function ExportButton({ filter }: { readonly filter: ReviewFilter }) {
  const open = useDashboard(({ exporting }) => exporting);
  return (
    <Menu
      label={w.exportLabel}
      align="end"
      open={open}
      onOpenChange={(exporting) => setDashboard({ exporting })}
      trigger={
        <Button icon={<Download size={15} strokeWidth={1.8} aria-hidden />}>
          {w.export}
          <Kbd keys="shift+e" />
        </Button>
      }
      items={[
        { label: w.csv, onPick: () => void exportReviews(filter, 'csv') },
        { label: w.xlsx, onPick: () => void exportReviews(filter, 'xlsx') },
      ]}
    />
  );
}

type GroupsProps = {
  readonly title: string;
  readonly groups: readonly Group[];
  readonly target: number;
  readonly span: Span;
};

const Groups = ({ title, groups, target, span }: GroupsProps) => (
  <Part title={title} note={w.worst}>
    <Axis span={span} target={target} />
    {worstFirst(groups).map((group) => (
      <CountedRow {...group} key={group.key} target={target} span={span} />
    ))}
  </Part>
);

/** A team is its agents: it lists them, where the desk has no filter of its own for it. */
function Teams({
  teams,
  target,
  span,
}: {
  readonly teams: readonly Group[];
  readonly target: number;
  readonly span: Span;
}) {
  const team = useDashboard((state) => state.team);
  return (
    <Part title={w.teams} note={w.worst}>
      <Axis span={span} target={target} />
      {worstFirst(teams).map((group) => (
        <CountedRow
          {...group}
          key={group.key}
          target={target}
          span={span}
          {...(!isPart(group.filter) && {
            title: w.teamTotal,
            pressed: team === group.key,
            onOpen: () => setDashboard({ team: team === group.key ? null : group.key }),
          })}
        />
      ))}
    </Part>
  );
}

function Coverage({ weeks, kind }: { readonly weeks: Data['coverage']; readonly kind: ReviewFilter['kind'] }) {
  return (
    <Part title={w.coverage} note={w.coverageHow}>
      {weeks.map((week) => {
        const share = week.coverage ?? 0;
        const said = `${w.covered(week.done, week.wanted)}, ${w.coveredShare(week.coverage)}`;
        return (
          <OpenLine
            key={week.week}
            label={`${w.week(week.week)}: ${said} ${w.skipped(week.skipped)}`.trim()}
            onOpen={() => showReviews({ week: week.week, ...(kind !== undefined && { kind }) })}
            className="grid min-h-[28px] grid-cols-[44px_minmax(60px,1fr)_76px_96px_70px] items-center gap-x-3"
          >
            <span className="pl-1 font-medium tabular-nums">{w.week(week.week)}</span>
            <span aria-hidden className="h-[6px] rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${Math.min(100, Math.round(100 * share))}%` }}
              />
            </span>
            <span className="text-right text-small tabular-nums">
              {week.wanted === 0 ? '' : w.covered(week.done, week.wanted)}
            </span>
            <span className={cx('text-right text-small tabular-nums', week.coverage === null && 'text-ink-2')}>
              {w.coveredShare(week.coverage)}
            </span>
            <span className="pr-1 text-right text-cap text-ink-2">{w.skipped(week.skipped)}</span>
          </OpenLine>
        );
      })}
    </Part>
  );
}

function Figures({ data, filter }: { readonly data: Data; readonly filter: ReviewFilter }) {
  const { people } = useNames();
  const team = useDashboard((state) => state.team);
  const teamOf = new Map(usePeople().map((person) => [person.id, person.team]));
  const { targetOutOfFive: target, agents, teams, channels, criteria, weeks } = data;
  const span = spanFor(
    [...agents, ...teams, ...channels, ...criteria].map(({ score }) => score),
    target,
  );
  const shown = team === null ? agents : agents.filter(({ key }) => teamOf.get(key) === team);
  return (
    <div className="grid grid-cols-2 gap-x-8 gap-y-5 px-4 py-4 max-[1100px]:grid-cols-1">
      <Overall
        overall={data.overall}
        target={target}
        autoFail={data.autoFailRate}
        disputes={data.disputes}
        filter={filter}
      />
      {weeks.length > 0 && (
        <Part title={w.weeks} wide>
          <WeekTrend
            weeks={weeks}
            target={target}
            span={spanFor(
              weeks.map(({ score }) => score),
              target,
            )}
            filter={filter}
          />
        </Part>
      )}
      <Groups title={team === null ? w.agents : `${w.agents}, ${team}`} groups={shown} target={target} span={span} />
      <Part title={w.criteria} note={w.worst}>
        <Axis span={span} target={target} />
        {worstFirst(criteria).map((each) => (
          <CountedRow key={`${each.scorecardId} ${each.criterion}`} {...each} target={target} span={span} />
        ))}
      </Part>
      {teams.length > 0 && <Teams teams={teams} target={target} span={span} />}
      <Groups
        title={w.channels}
        groups={channels.map((each) => ({ ...each, name: t.channel[each.key as keyof typeof t.channel] }))}
        target={target}
        span={span}
      />
      <Coverage weeks={data.coverage} kind={['random']} />
      <Part title={w.blind}>
        {data.blindSpots.length === 0 && <p className="py-2 text-ink-2">{w.noBlind}</p>}
        {data.blindSpots.map(({ text, filter: own }) => (
          <OpenLine key={text} label={text} onOpen={() => showReviews(own)} className="min-h-[28px] px-1 py-1">
            {text}
          </OpenLine>
        ))}
      </Part>
      <Part title={w.reviewers}>
        {data.reviewers.map(({ reviewerId, reviews, minutes }) => {
          const name = people.get(reviewerId) ?? qw.someone;
          return (
            <OpenLine
              key={reviewerId}
              label={`${name}: ${w.reviews(reviews)}, ${w.minutes(minutes, reviews)}`}
              onOpen={() => showReviews({ ...filter, reviewerId })}
              className="grid min-h-[28px] grid-cols-[minmax(0,1fr)_88px_150px] items-center gap-x-3"
            >
              <span className="truncate pl-1 font-medium" dir="auto">
                {name}
              </span>
              <span className="text-right text-small tabular-nums">{w.reviews(reviews)}</span>
              <span className="pr-1 text-right text-small text-ink-2 tabular-nums">{w.minutes(minutes, reviews)}</span>
            </OpenLine>
          );
        })}
      </Part>
    </div>
  );
}

/** QA in figures: each with how many it is of and how sure it is, and each opens the reviews it was reckoned from. */
export function DashboardTab() {
  const { days, kind } = useDashboard();
  const zone = useZone();
  const today = dayOf(useMinute(), zone);
  const filter = baseFilter(today, days, kind);
  const box = useRef<HTMLDivElement>(null);
  const options = orpc.quality.dashboard.queryOptions({ input: { days, kind } });
  const asked = useQuery({ ...options, placeholderData: keepPreviousData });
  const { data } = asked;
  const nothing = data?.overall.n === 0 && data.coverage.every(({ done }) => done === 0);
  useFirstFocus(box, data === undefined ? null : nothing ? 'none' : 'some');
  useTabActions({
    before: () => stepDays(-1),
    after: () => stepDays(1),
    kind: () => setDashboard({ kind: kind === 'random' ? 'all' : 'random' }),
    export: () => setDashboard({ exporting: true }),
  });
  if (data === undefined) return <NotRead asked={asked} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col" onKeyDown={onRowKey}>
      <InHeader>
        <ExportButton filter={filter} />
      </InHeader>
      <Bar />
      {nothing ? (
        <Empty
          title={w.empty}
          icon={<ChartNoAxesColumn size={28} strokeWidth={1.4} aria-hidden />}
          actions={
            <Button data-first onClick={() => showTab('sample')}>
              {qw.show(qw.tabs.sample)}
              <Kbd keys="2" />
            </Button>
          }
        >
          {w.emptyHow}
        </Empty>
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <Figures data={data} filter={filter} />
        </div>
      )}
      <Hints
        hints={[
          ['enter', w.hints.open],
          ['pagedown', w.hints.part],
          [', / .', w.hints.days],
          ['w', w.hints.kind],
          ['shift+e', w.hints.export],
        ]}
      />
    </div>
  );
}

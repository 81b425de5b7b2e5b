import { useQuery } from '@tanstack/react-query';
import { Dices } from 'lucide-react';
import { useRef, useState } from 'react';
import type { QualityPlan, ReviewRow, SampleWeek, Scorecard } from '../../../contract/index.ts';
import { undo } from '../../app/actions.ts';
import { sayError } from '../../app/errors.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client, orpc } from '../../client/client.ts';
import { useZone } from '../../client/use-desk.ts';
import { placeAfter } from '../../ui/list-steps.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { useFirstFocus } from '../../app/use-focus.ts';
import { qw } from '../../strings/en-quality.ts';
import { t } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { dayOf } from '../../ui/days.ts';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { InHeader } from '../header-slot.tsx';
import { openReview, setQuality, showTab, useQuality } from '../quality-store.ts';
import { ReviewGrid, type Group } from '../reviews/review-grid.tsx';
import { useTabActions } from '../tab-actions.ts';
import { PlanForm } from './plan-form.tsx';
import { WeeksGrid } from './weeks-grid.tsx';

const w = qw.sample;
const nonePicked: ReadonlySet<string> = new Set();

/** What was drawn, at random and by risk apart: only the first is what averages are made of. SPEC QAS-3. */
function groupPicks(reviews: readonly ReviewRow[]): readonly Group[] {
  const keyOf = ({ kind }: ReviewRow): 'random' | 'risk' | 'other' =>
    kind === 'random' || kind === 'golden' ? 'random' : kind === 'risk' ? 'risk' : 'other';
  return (['random', 'risk', 'other'] as const)
    .map((key) => ({ key, title: w.groups[key], reviews: reviews.filter((each) => keyOf(each) === key) }))
    .filter((group) => group.reviews.length > 0);
}

/** Draws a week, or adds what it lacks by now, and says what came of it. */
async function draw(week: SampleWeek, zone: string): Promise<void> {
  try {
    const { random, risk, label, changeSet } = await whileSaving(
      client.quality.draw({ date: dayOf(week.startAt, zone) }),
    );
    if (random + risk === 0) say({ title: w.nothingNew });
    else
      say({
        title: label,
        body: w.drew(random, risk),
        ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
      });
  } catch (error) {
    sayError(error);
  }
}

type PicksProps = { readonly week: SampleWeek; readonly onLeave: () => void };

/** What was drawn of a week, with its reason on each. */
function Picks({ week, onLeave }: PicksProps) {
  const asked = useQuery(orpc.quality.reviews.queryOptions({ input: { filter: { week: week.week }, limit: 500 } }));
  const reviewId = useQuality((state) => state.reviewId);
  const list = useRef<HTMLDivElement>(null);
  const groups = groupPicks(asked.data?.reviews ?? []);
  const rows = groups.flatMap(({ reviews }) => reviews);
  const current = rows.find(({ id }) => id === reviewId) ?? rows[0];
  const open = (id: string): void =>
    openReview(
      { id },
      rows.map((row) => row.id),
    );
  useTabActions({
    ...(current !== undefined && { open: () => open(current.id), pick: () => list.current?.focus() }),
  });
  if (asked.data === undefined) return <NotRead asked={asked} />;
  if (rows.length === 0)
    return (
      <Empty title={w.noPicks} icon={<Dices size={28} strokeWidth={1.4} aria-hidden />}>
        {week.closed === 0 ? w.noClosed : w.noPicksHow(week.closed, week.wanted)}
      </Empty>
    );
  return (
    <div
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        onLeave();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <ReviewGrid
        ref={list}
        first={false}
        label={w.picks(week.week)}
        groups={groups}
        currentId={current?.id ?? null}
        picked={nonePicked}
        onMove={(id) => setQuality({ reviewId: id })}
        onOpen={open}
        onPick={null}
      />
    </div>
  );
}

type LoadedProps = {
  readonly weeks: readonly SampleWeek[];
  readonly plan: QualityPlan;
  readonly cards: readonly Scorecard[];
};

function Loaded({ weeks, plan, cards }: LoadedProps) {
  const zone = useZone();
  const shown = useQuality((state) => state.week);
  const [drawing, setDrawing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useFirstFocus(box, 'shown');
  const found = weeks.findIndex(({ week }) => week === shown);
  const at = found === -1 ? 0 : found;
  const week = weeks[at];
  const canDraw = cards.some(({ active }) => active);
  const move = (to: string): void => setQuality({ week: to, reviewId: null });
  const step = (by: number): void => {
    const next = weeks[placeAfter(at, by, weeks.length)];
    if (next !== undefined) move(next.week);
  };
  const run = async (): Promise<void> => {
    if (week === undefined || drawing) return;
    if (!canDraw) {
      say({ title: w.noCards, action: { label: qw.show(qw.tabs.scorecards), run: () => showTab('scorecards') } });
      return;
    }
    setDrawing(true);
    await draw(week, zone);
    setDrawing(false);
  };
  useTabActions({ again: () => void run(), before: () => step(1), after: () => step(-1) });
  if (week === undefined) return null;
  const isDrawn = week.random + week.risk > 0;
  return (
    <div className="flex min-h-0 flex-1">
      <InHeader>
        <Button
          look="primary"
          disabled={drawing}
          icon={<Dices size={15} strokeWidth={1.8} aria-hidden />}
          onClick={() => void run()}
        >
          {isDrawn ? w.topUp(week.week) : w.draw(week.week)}
          <Kbd keys="t" on />
        </Button>
      </InHeader>
      <div ref={box} className="flex min-w-0 flex-1 flex-col">
        {!canDraw && (
          <div className="flex min-h-[38px] shrink-0 items-center gap-2 border-b border-line bg-risk-soft px-4">
            <span className="min-w-0 flex-1">{w.noCards}</span>
            <Button small onClick={() => showTab('scorecards')}>
              {w.toCards}
              <Kbd keys="3" />
            </Button>
          </div>
        )}
        <WeeksGrid ref={list} weeks={weeks} at={at} onMove={move} />
        <Picks key={week.week} week={week} onLeave={() => list.current?.focus()} />
        <Hints
          hints={[
            ['j / k', w.hints.week],
            ['t', w.hints.draw],
            ['x', w.hints.picks],
            ['enter', w.hints.open],
            ['e', w.hints.plan],
          ]}
        />
      </div>
      <PlanForm plan={plan} cards={cards} />
    </div>
  );
}

/** The sample: how much is read of what, by whom; what was drawn of each week, and how far it is done. */
export function SampleTab() {
  const weeks = useQuery(orpc.quality.weeks.queryOptions({ input: { count: 12 } }));
  const plan = useQuery(orpc.quality.plan.queryOptions());
  const cards = useQuery(orpc.quality.cards.queryOptions());
  if (weeks.data === undefined) return <NotRead asked={weeks} />;
  if (plan.data === undefined) return <NotRead asked={plan} />;
  if (cards.data === undefined) return <NotRead asked={cards} />;
  return <Loaded weeks={weeks.data.weeks} plan={plan.data} cards={cards.data.cards} />;
}

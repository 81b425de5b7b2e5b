import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { DoorClosed, Plus, UserRoundPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CandidateRow, Pipeline, Seat } from '../../contract/index.ts';
import { Header } from '../app/header.tsx';
import { orpc } from '../client/client.ts';
import { useInfo, usePeople } from '../client/use-desk.ts';
import { useViewer } from '../people/viewer.ts';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { stageOf, useFirstFocus } from '../app/use-focus.ts';
import { hw } from '../strings/en-hiring.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { Asked } from './forms/asked.tsx';
import { Gauge } from './gauge.tsx';
import { ask, setHiring, toggleClosed, useHiring } from './hiring-store.ts';
import { PipelineList } from './list/pipeline-list.tsx';
import { moveBy } from './moves.ts';
import { CandidatePage } from './panel/candidate-page.tsx';
import type { Place } from './panel/entering.ts';
import { SeatPage } from './panel/seat-page.tsx';
import { doOnTab, useTabActions } from './screen-actions.ts';
import { groupsOf, isRunning, seatsShown } from './stages.ts';
import { useTold } from './use-told.ts';

const w = hw.screen;
type Data = {
  readonly seats: readonly Seat[];
  readonly candidates: readonly CandidateRow[];
  readonly pipeline: Pipeline;
};

/** Moved along quickly, the pages between are not read. */
const restMs = 120;

type Current = { readonly seat: Seat | undefined; readonly candidate: CandidateRow | undefined };

/** What keys do to what the cursor is on, also while its page is still being read. */
function useCurrentActions({ seat, candidate }: Current, enter: (place: Place) => void): void {
  const isIn = candidate !== undefined && isRunning(candidate.stage);
  useTabActions({
    enter: () => enter('page'),
    candidate: () => ask({ what: 'newCandidate', seatId: seat?.state === 'open' ? seat.id : null }),
    ...(seat !== undefined && { edit: () => ask({ what: 'seat', seat }) }),
    ...(candidate !== undefined &&
      candidate.stage !== 'hired' && {
        edit: () => ask({ what: 'candidate', id: candidate.id }),
        move: () => setHiring({ picking: true }),
        forget: () => ask({ what: 'forget', id: candidate.id }),
      }),
    ...(candidate !== undefined && {
      test: () => ask({ what: 'test', id: candidate.id, at: null }),
      notes: () => enter('notes'),
      interview: () => enter('interview'),
    }),
    ...(isIn && {
      next: () => moveBy(candidate, 1),
      back: () => moveBy(candidate, -1),
      hire: () => ask({ what: 'hire', id: candidate.id }),
      out: () => ask({ what: 'out', id: candidate.id }),
    }),
  });
}

const h = hw.list.hints;
/** Of what the cursor is on: a key that does nothing there is not told. */
function hintsOf({ candidate }: Current): readonly (readonly [string, string])[] {
  const always = [
    ['j / k', h.move],
    ['enter', h.enter],
    ['n', h.candidate],
    ['s', h.seat],
  ] as const;
  if (candidate === undefined) return always;
  const known = [...always, ['t', h.test], ['i', h.interview]] as const;
  return isRunning(candidate.stage)
    ? [...known, ['shift+arrowleft / shift+arrowright', h.stage], ['h', h.hire], ['r', h.out]]
    : known;
}
const i = hw.interview.hints;
const rating = [
  ['1', i.rate],
  ['j / k', i.move],
  ['enter', i.next],
  ['c', i.note],
  ['0', i.clear],
  ['mod+enter', i.done],
  ['escape', h.back],
] as const;

function Loaded({ seats, candidates }: Data) {
  const { currentId, place, withClosed } = useHiring();
  const told = useTold();
  const list = useRef<HTMLDivElement>(null);
  const [entering, setEntering] = useState<Place | null>(null);
  const [asks, setAsks] = useState(false);
  const shownSeats = seatsShown(seats, withClosed);
  const groups = groupsOf(candidates);
  const ids = [...shownSeats.map(({ id }) => id), ...groups.flatMap((group) => group.candidates.map(({ id }) => id))];
  const current = ids.find((id) => id === currentId) ?? ids[Math.min(place, ids.length - 1)] ?? null;
  const shown = useSettled(current, restMs);
  const titles = new Map(seats.map(({ id, title }) => [id, title]));
  const seatOf = (id: string | null): Seat | undefined => shownSeats.find((each) => each.id === id);
  const candidateOf = (id: string | null): CandidateRow | undefined => candidates.find((each) => each.id === id);
  useCurrentActions({ seat: seatOf(current), candidate: candidateOf(current) }, setEntering);
  const page = {
    told,
    entering: shown === current ? entering : null,
    onEntered: () => setEntering(null),
    onLeave: () => list.current?.focus({ preventScroll: true }),
  };
  const seat = seatOf(shown);
  const candidate = candidateOf(shown);
  return (
    <div
      className="flex min-h-0 flex-1 flex-col"
      onFocusCapture={(event) => setAsks(event.target.closest('[data-question]') !== null)}
    >
      <div className="flex min-h-0 flex-1 max-[820px]:flex-col">
        <div className="flex w-[332px] shrink-0 flex-col max-[1100px]:w-[264px] max-[820px]:h-[40%] max-[820px]:w-full">
          <PipelineList
            list={list}
            seats={shownSeats}
            titles={titles}
            groups={groups}
            ids={ids}
            currentId={current}
            told={told}
            onChoose={() => setEntering(null)}
            onEnter={() => setEntering('page')}
          />
        </div>
        {seat !== undefined && <SeatPage key={seat.id} seat={seat} candidates={candidates} {...page} />}
        {candidate !== undefined && <CandidatePage key={candidate.id} id={candidate.id} titles={titles} {...page} />}
      </div>
      {/* A low window keeps its height for the work. */}
      <div className="[@media(max-height:430px)]:hidden">
        <Hints hints={asks ? rating : hintsOf({ seat, candidate })} />
      </div>
    </div>
  );
}

const NoSeats = () => (
  <Empty
    title={w.empty}
    icon={<UserRoundPlus size={28} strokeWidth={1.4} aria-hidden />}
    actions={
      <>
        <Button data-first look="primary" onClick={() => ask({ what: 'seat', seat: null })}>
          {w.emptySeat}
          <Kbd keys="s" on />
        </Button>
        <Button onClick={() => ask({ what: 'newCandidate', seatId: null })}>
          {w.candidate}
          <Kbd keys="n" />
        </Button>
      </>
    }
  >
    {w.emptyHow}
  </Empty>
);

/** The gauge, who is shown, and the settings. */
function Bar({ pipeline }: { readonly pipeline: Pipeline }) {
  const withClosed = useHiring((state) => state.withClosed);
  return (
    <div className="flex min-h-[38px] items-center gap-2 px-4 pb-[6px]">
      <Gauge pipeline={pipeline} />
      <span className="flex-1" />
      <Button small look="quiet" aria-pressed={withClosed} onClick={toggleClosed}>
        {withClosed ? w.closedHide : w.closedShow}
        <Kbd keys="v" />
      </Button>
      <Button small look="quiet" className="max-[640px]:hidden" onClick={() => ask({ what: 'settings' })}>
        {w.settings}
        <Kbd keys="shift+s" />
      </Button>
    </div>
  );
}

const NewCandidate = () => (
  <Button look="primary" icon={<Plus size={15} strokeWidth={2.2} aria-hidden />} onClick={() => doOnTab('candidate')}>
    {w.candidate}
    <Kbd keys="n" on />
  </Button>
);

/** For whoever leads: seats and candidates, with what the cursor is on beside them. */
function Hiring() {
  const withClosed = useHiring((state) => state.withClosed);
  const options = orpc.hiring.overview.queryOptions({ input: { withClosed }, placeholderData: keepPreviousData });
  const asked = useQuery(options);
  const { data } = asked;
  const box = useRef<HTMLElement>(null);
  const count = data === undefined ? undefined : seatsShown(data.seats, withClosed).length + data.candidates.length;
  useFirstFocus(box, stageOf(count));
  useTabActions({
    // Where there is a list, what its cursor is on says for which seat.
    ...(count === 0 && { candidate: () => ask({ what: 'newCandidate', seatId: null }) }),
    seat: () => ask({ what: 'seat', seat: null }),
    closed: toggleClosed,
    settings: () => ask({ what: 'settings' }),
  });
  return (
    <>
      <Header title={t.screens.hiring} action={<NewCandidate />}>
        {data !== undefined && <Bar pipeline={data.pipeline} />}
      </Header>
      <main ref={box} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        {data === undefined ? <NotRead asked={asked} /> : count === 0 ? <NoSeats /> : <Loaded {...data} />}
      </main>
      <Asked />
    </>
  );
}

const Door = () => (
  <>
    <Header title={t.screens.hiring} />
    <main className="flex min-h-0 flex-1 flex-col">
      <Empty title={w.door} icon={<DoorClosed size={28} strokeWidth={1.4} aria-hidden />}>
        {w.doorHow}
      </Empty>
    </main>
  </>
);

/** Hiring, or a closed door in words; nothing before it is known who asks. SPEC HIR-4. */
export function HiringScreen() {
  const isKnown = useInfo().data !== undefined;
  const people = usePeople();
  const { id, leads } = useViewer();
  if (!isKnown || (id !== null && people.length === 0)) return <Header title={t.screens.hiring} />;
  return leads ? <Hiring /> : <Door />;
}

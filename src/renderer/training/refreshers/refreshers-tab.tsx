import { useQuery } from '@tanstack/react-query';
import { GraduationCap, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { Refresher } from '../../../contract/index.ts';
import { orpc } from '../../client/client.ts';
import { useViewer } from '../../people/viewer.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { tw } from '../../strings/en-training.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Beside } from '../../ui/beside.tsx';
import { ask, showTab, useTraining } from '../training-store.ts';
import { useTold, type Told } from '../use-told.ts';
import { weeksWithout } from '../weeks.ts';
import { RefresherList } from './refresher-list.tsx';
import { RefresherPanel } from './refresher-panel.tsx';
import { useRefresherKeys } from './use-refresher-keys.ts';

const w = tw.refreshers;
const h = w.hints;

/** Weekly is weekly: a week without one is told. SPEC TRN-15. */
function Missing({ refreshers, told }: { readonly refreshers: readonly Refresher[]; readonly told: Told }) {
  const none = weeksWithout(refreshers, told.now, told.zone);
  if (!none.now && !none.next) return null;
  return (
    <p
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-2 border-b border-line px-4 py-[6px] text-small"
    >
      <TriangleAlert size={13} aria-hidden className="text-risk" />
      <span className="font-semibold">
        {none.now && none.next ? w.noneEither : none.now ? w.noneThisWeek : w.noneNextWeek}
      </span>
      <span className="text-ink-2 max-[820px]:hidden">{w.weekly}</span>
    </p>
  );
}

function NoRefreshers({ leads }: { readonly leads: boolean }) {
  const icon = <GraduationCap size={28} strokeWidth={1.4} aria-hidden />;
  if (!leads)
    return (
      <Empty
        title={w.emptyAgent}
        icon={icon}
        actions={<Button onClick={() => showTab('courses')}>{tw.tabs.courses}</Button>}
      >
        {w.emptyAgentHow}
      </Empty>
    );
  return (
    <Empty
      title={w.empty}
      icon={icon}
      actions={
        <>
          <Button look="primary" onClick={() => showTab('needs')}>
            {w.toNeeds}
            <Kbd keys="2" on />
          </Button>
          <Button onClick={() => ask({ what: 'refresher', refresher: null })}>
            {w.plan}
            <Kbd keys="n" />
          </Button>
        </>
      }
    >
      {w.emptyHow}
    </Empty>
  );
}

type LoadedProps = { readonly refreshers: readonly Refresher[]; readonly leads: boolean };

function hintsOf(side: 'left' | 'right', leads: boolean, refresher: Refresher | undefined) {
  const lead = [
    ['n', h.new],
    ['t', h.find],
    ['i', h.invite],
    ['w', h.agenda],
    ['h', h.held],
  ] as const;
  const say = [
    ['y', h.attended],
    ['m', h.missed],
    ['s', h.excused],
    ['shift+y', h.all],
  ] as const;
  if (side === 'left') return [['j / k', h.move] as const, ['enter', h.open] as const, ...(leads ? lead : [])];
  const isHeld = leads && refresher?.state === 'held';
  return [['j / k', h.move] as const, ...(isHeld ? say : leads ? lead.slice(1) : []), ['escape', h.back] as const];
}

function Loaded({ refreshers, leads }: LoadedProps) {
  const { refresherId, attendeeId, side } = useTraining();
  const told = useTold();
  const list = useRef<HTMLDivElement>(null);
  const people = useRef<HTMLDivElement>(null);
  const current = refreshers.find(({ id }) => id === refresherId) ?? refreshers[0];
  const attendance = current?.attendance ?? [];
  const attendee = attendance.find(({ personId }) => personId === attendeeId) ?? attendance[0];
  const pointed = side === 'right' ? (attendee?.personId ?? null) : null;
  useRefresherKeys(current, pointed, leads);
  return (
    <>
      {leads && <Missing refreshers={refreshers} told={told} />}
      {refreshers.length === 0 && <NoRefreshers leads={leads} />}
      {current !== undefined && (
        <Beside
          left={
            <RefresherList
              list={list}
              refreshers={refreshers}
              currentId={current.id}
              told={told}
              onEnter={() => people.current?.focus()}
            />
          }
          right={
            <RefresherPanel
              key={current.id}
              refresher={current}
              told={told}
              leads={leads}
              list={people}
              attendeeId={attendee?.personId ?? null}
              onLeave={() => list.current?.focus({ preventScroll: true })}
            />
          }
        />
      )}
      {current !== undefined && <Hints hints={hintsOf(side, leads, current)} />}
    </>
  );
}

/** Weekly refreshers, what is to come first, beside the one under the cursor. */
export function RefreshersTab() {
  const asked = useQuery(orpc.training.refreshers.queryOptions());
  const { leads } = useViewer();
  const box = useRef<HTMLDivElement>(null);
  const refreshers = asked.data?.refreshers;
  useFirstFocus(box, stageOf(refreshers?.length));
  if (refreshers === undefined) return <NotRead asked={asked} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <Loaded refreshers={refreshers} leads={leads} />
    </div>
  );
}

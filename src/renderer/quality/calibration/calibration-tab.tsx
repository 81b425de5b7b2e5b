import { useQuery } from '@tanstack/react-query';
import { Plus, Scale } from 'lucide-react';
import { useRef } from 'react';
import type { CalibrationSession } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { say } from '../../app/toasts.tsx';
import { client, orpc } from '../../client/client.ts';
import { useInfo } from '../../client/use-desk.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { useLast } from '../../ui/use-last.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { InHeader } from '../header-slot.tsx';
import { useMoreActions } from '../more-actions.ts';
import { showTab } from '../quality-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { setCalibration, useCalibration } from './calibration-store.ts';
import { GradersView } from './graders-view.tsx';
import { scoreMine, useSessionReviews } from './open-session.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { SessionList } from './session-list.tsx';
import { SessionPanel } from './session-panel.tsx';

const w = qm.calibration;
const views = (['sessions', 'graders'] as const).map((value) => ({ value, label: w.views[value] }));

const MakeButton = ({ onMake }: { readonly onMake: () => void }) => (
  <Button look="primary" onClick={onMake} icon={<Plus size={15} strokeWidth={2.2} aria-hidden />}>
    {w.make}
    <Kbd keys="n" on />
  </Button>
);

const endClosing = (): void => {
  setCalibration({ closing: false });
  keepFocus();
};

/** All scores are shown to all from there on: it is asked for once more, with what is not scored yet. */
function CloseDialog({ session, open }: { readonly session: CalibrationSession; readonly open: boolean }) {
  const close = async (): Promise<void> => {
    if ((await command(client.quality.sessionClose({ id: session.id }))) !== null) endClosing();
  };
  const left = session.of - session.done;
  return (
    <Dialog title={w.closeTitle(session.name)} open={open} onClose={endClosing} width={420}>
      <div
        className="flex flex-col gap-3 p-4"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void close();
        }}
      >
        <p>{left === 0 ? w.closeAll : w.closeLeft(left)}</p>
        <div className="flex justify-end gap-2">
          <Button onClick={endClosing}>{qm.cancel}</Button>
          <Button look="primary" autoFocus tabIndex={0} onClick={() => void close()}>
            {w.close}
            <Kbd keys="mod+enter" on />
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const toResult = (): void => document.querySelector<HTMLElement>('main [role="grid"]')?.focus();
const askClose = (): void => setCalibration({ closing: true });

/** What the keys do with the session under the cursor: score mine, close it, or go to what came of it. */
function useSessionKeys(session: CalibrationSession, mine: (() => void) | undefined): void {
  const isOpen = session.state === 'open';
  useMoreActions({ ...(mine !== undefined && { blind: mine }), ...(isOpen && { closeSession: askClose }) });
  useTabActions({ ...(!isOpen && { open: toResult }), ...(mine !== undefined && { open: mine }) });
}

type Listed = { readonly sessions: readonly CalibrationSession[]; readonly current: CalibrationSession };

function Sessions({ sessions, current }: Listed) {
  const closing = useCalibration((state) => state.closing);
  const me = useInfo().data?.me ?? null;
  const reviews = useSessionReviews(current.id);
  const closes = useLast(current.state === 'open' ? current : null);
  useSessionKeys(current, current.state === 'open' ? scoreMine(reviews, me) : undefined);
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex w-[300px] shrink-0 flex-col max-[1100px]:w-[240px]">
        <SessionList
          open={sessions.filter(({ state }) => state === 'open')}
          closed={sessions.filter(({ state }) => state === 'closed')}
          currentId={current.id}
          onChoose={(id) => setCalibration({ sessionId: id })}
        />
      </div>
      <SessionPanel key={current.id} session={current} reviews={reviews} onClose={askClose} />
      {closes !== null && <CloseDialog session={closes} open={closing} />}
    </div>
  );
}

const NoSessions = ({ onMake }: { readonly onMake: () => void }) => (
  <Empty
    title={w.empty}
    icon={<Scale size={28} strokeWidth={1.4} aria-hidden />}
    actions={
      <Button data-first onClick={onMake}>
        {w.make} <Kbd keys="n" />
      </Button>
    }
  >
    {w.emptyHow}
  </Empty>
);

/** The session under the cursor: the one chosen, else the first that runs. */
const currentOf = (sessions: readonly CalibrationSession[], id: string | null): CalibrationSession | undefined =>
  sessions.find((each) => each.id === id) ?? sessions.find(({ state }) => state === 'open') ?? sessions[0];

/** Several score the same blind: how far they agree, who is lenient; and each reviewer over time. */
export function CalibrationTab() {
  const { view, making, sessionId } = useCalibration();
  const box = useRef<HTMLDivElement>(null);
  const asked = useQuery(orpc.quality.sessions.queryOptions());
  const cards = useQuery(orpc.quality.cards.queryOptions()).data?.cards;
  const sessions = asked.data?.sessions;
  const make = (): void => {
    if (cards?.some(({ active }) => active) === false)
      say({ title: w.noCards, action: { label: qw.show(qw.tabs.scorecards), run: () => showTab('scorecards') } });
    else setCalibration({ making: true });
  };
  const switchView = (): void => setCalibration({ view: view === 'sessions' ? 'graders' : 'sessions' });
  const stage = stageOf(sessions?.length);
  useFirstFocus(box, stage === null ? null : `${view} ${stage}`);
  useTabActions({ add: make });
  useMoreActions({ graders: switchView });
  if (sessions === undefined) return <NotRead asked={asked} />;
  const current = currentOf(sessions, sessionId);
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <InHeader>
        <MakeButton onMake={make} />
      </InHeader>
      <div className="flex h-[38px] shrink-0 items-center gap-2 border-b border-line px-4">
        <Segmented
          label={w.views.label}
          segments={views}
          value={view}
          onChange={(next) => setCalibration({ view: next })}
        />
        <Kbd keys="l" />
      </div>
      {view === 'graders' && <GradersView />}
      {view === 'sessions' && current === undefined && <NoSessions onMake={make} />}
      {view === 'sessions' && current !== undefined && <Sessions sessions={sessions} current={current} />}
      <Hints
        hints={
          view === 'sessions'
            ? [
                ['n', w.hints.make],
                ...(current === undefined
                  ? []
                  : ([
                      ['b', w.hints.blind],
                      ['shift+c', w.hints.close],
                      ['enter', w.hints.open],
                    ] as const)),
                ['l', w.hints.graders],
              ]
            : [
                ['enter', w.hints.open],
                ['l', w.hints.sessions],
              ]
        }
      />
      <SessionDialog
        open={making}
        onClose={() => {
          setCalibration({ making: false });
          keepFocus();
        }}
      />
    </div>
  );
}

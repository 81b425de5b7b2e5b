import { MessageSquareWarning } from 'lucide-react';
import { useRef } from 'react';
import type { ReviewRow } from '../../../contract/index.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { goTo, openTicket } from '../../app/window-store.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useMoreActions } from '../more-actions.ts';
import { openReview, showTab } from '../quality-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { DisputeList } from './dispute-list.tsx';
import { DisputePanel } from './dispute-panel.tsx';
import { setDisputes, useDisputes } from './disputes-store.ts';
import { OverturnRates } from './overturn-rates.tsx';
import { useAllDisputes } from './use-disputes.ts';

const w = qm.disputes;

function Loaded({ open, decided }: { readonly open: readonly ReviewRow[]; readonly decided: readonly ReviewRow[] }) {
  const { reviewId } = useDisputes();
  const list = useRef<HTMLDivElement>(null);
  const all = [...open, ...decided];
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === reviewId),
  );
  const current = all[at];
  const focusList = (): void => list.current?.focus({ preventScroll: true });
  const show = (): void => {
    if (current !== undefined)
      openReview(
        { id: current.id },
        all.map(({ id }) => id),
      );
  };
  const ticket = (): void => {
    if (current === undefined) return;
    goTo('queues');
    openTicket(current.ticketId);
  };
  const onDecided = (): void => {
    // The next that is open takes its place under the cursor.
    const next = open[at + 1] ?? open[at - 1] ?? current;
    setDisputes({ deciding: false, reviewId: next?.id ?? null });
    focusList();
    keepFocus();
  };
  const isOpen = current?.state === 'disputed';
  useTabActions({ ...(current !== undefined && { open: show }) });
  useMoreActions({
    ...(current !== undefined && { ticket }),
    ...(isOpen && { decide: () => setDisputes({ reviewId: current.id, deciding: true }) }),
  });
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex w-[320px] shrink-0 flex-col max-[1100px]:w-[260px]">
        <DisputeList
          list={list}
          open={open}
          decided={decided}
          currentId={current?.id ?? null}
          onChoose={(id) => setDisputes({ reviewId: id, deciding: false })}
        />
        <OverturnRates />
      </div>
      {current !== undefined && (
        <DisputePanel
          key={current.id}
          row={current}
          onOpen={show}
          onTicket={ticket}
          onLeave={() => {
            setDisputes({ deciding: false });
            focusList();
          }}
          onDecided={onDecided}
        />
      )}
    </div>
  );
}

/** What agents do not agree with, by deadline, and the decision on it. */
export function DisputesTab() {
  const { asked, open, decided } = useAllDisputes();
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, stageOf(asked.data?.reviews.length));
  if (asked.data === undefined) return <NotRead asked={asked} />;
  const empty = open.length + decided.length === 0;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      {empty ? (
        <Empty
          title={w.empty}
          icon={<MessageSquareWarning size={28} strokeWidth={1.4} aria-hidden />}
          actions={
            <Button data-first onClick={() => showTab('reviews')}>
              {qw.show(qw.tabs.reviews)} <Kbd keys="1" />
            </Button>
          }
        >
          {w.emptyHow}
        </Empty>
      ) : (
        <Loaded open={open} decided={decided} />
      )}
      {!empty && (
        <Hints
          hints={[
            ...(open.length > 0 ? [['i', w.hints.decide] as const] : []),
            ['enter', w.hints.open],
            ['shift+t', w.hints.ticket],
          ]}
        />
      )}
    </div>
  );
}

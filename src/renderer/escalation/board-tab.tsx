import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { Escalation, EscalationLevel } from '../../contract/index.ts';
import { openTicket, useWindow } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { useNames } from '../client/use-desk.ts';
import { durationText } from '../sla/duration-text.ts';
import { e } from '../strings/en-escalation.ts';
import { resetBoard, useBoard, type BoardHandle } from '../tickets/board-store.ts';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { BoardRow, escalationRowId } from './board-row.tsx';
import { useEscalations } from './escalation-store.ts';
import { NotRead } from '../ui/not-read.tsx';
import { RateStrip } from './rate-strip.tsx';

/** Keys move over all levels as over one list, and an open ticket follows. */
function useCursor(all: readonly Escalation[]) {
  const list = useRef<HTMLDivElement>(null);
  const position = useBoard((state) => state.cursor.position);
  const at = Math.min(Math.max(position, 0), all.length - 1);
  const current = all[at] ?? null;
  useEffect(() => {
    resetBoard();
    // Not from a dialog that was opened before the list was read.
    if (useWindow.getState().dialog === null) list.current?.focus({ preventScroll: true });
    return () => {
      resetBoard();
      useEscalations.setState({ current: null });
    };
  }, []);
  useEffect(() => {
    const id = current?.ticket.id ?? null;
    useEscalations.setState({ current });
    if (useBoard.getState().cursor.id !== id || position !== at) useBoard.setState({ cursor: { position: at, id } });
  }, [current, position, at]);
  const handle = useMemo<BoardHandle>(() => {
    const go = (to: number): void => {
      const next = Math.min(Math.max(to, 0), all.length - 1);
      const found = all[next];
      if (found === undefined) return;
      useBoard.setState({ cursor: { position: next, id: found.ticket.id } });
      if (useWindow.getState().ticketId !== null) openTicket(found.ticket.id);
      document.getElementById(escalationRowId(next))?.scrollIntoView({ block: 'nearest' });
    };
    const steps = { next: 1, previous: -1, first: -all.length, last: all.length, pageDown: 10, pageUp: -10 };
    return { move: (to) => go(at + steps[to]), focus: () => list.current?.focus({ preventScroll: true }) };
  }, [all, at]);
  useEffect(() => {
    useBoard.setState({ handle });
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [handle]);
  return { list, at };
}

type Level = EscalationLevel & { readonly escalations: readonly Escalation[] };

function LevelHead({ level }: { readonly level: Level }) {
  const { people } = useNames();
  const owner = level.ownerId === null ? e.board.noOwner : (people.get(level.ownerId) ?? '…');
  const late = level.escalations.filter(({ clock }) => clock.state === 'late').length;
  return (
    <div role="row" className="flex h-[28px] items-center border-b border-line bg-canvas px-4">
      <span role="columnheader" aria-colspan={6} className="flex min-w-0 items-center gap-2 text-small">
        <span className="shrink-0 font-bold">{e.levelName(level.level, level.name)}</span>
        <span className="text-ink-2 tabular-nums">{level.escalations.length}</span>
        {late > 0 && <span className="font-semibold text-late tabular-nums">{e.board.late(late)}</span>}
        <span className="truncate text-ink-2" dir="auto">
          {e.board.has(durationText(level.minutes, level.time), owner)}
        </span>
      </span>
    </div>
  );
}

function List({ levels }: { readonly levels: readonly Level[] }) {
  const all = useMemo(() => levels.flatMap(({ escalations }) => escalations), [levels]);
  const { list, at } = useCursor(all);
  const starts = levels.map((_, index) => levels.slice(0, index).reduce((sum, one) => sum + one.escalations.length, 0));
  return (
    <div
      ref={list}
      role="grid"
      data-board
      tabIndex={0}
      aria-label={e.board.label}
      aria-rowcount={all.length}
      aria-activedescendant={all.length > 0 ? escalationRowId(at) : undefined}
      className="shrink-0 -outline-offset-2"
    >
      {levels.map((level, place) => (
        <div role="rowgroup" key={level.level}>
          <LevelHead level={level} />
          {level.escalations.map((escalation, index) => (
            <BoardRow
              key={escalation.id}
              escalation={escalation}
              index={(starts[place] ?? 0) + index}
              current={(starts[place] ?? 0) + index === at}
            />
          ))}
          {level.escalations.length === 0 && (
            <div role="row" className="flex h-[34px] items-center border-b border-line px-4 text-ink-2">
              <span role="gridcell" aria-colspan={6}>
                {e.board.none}
              </span>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

const h = e.board.hints;
const hints = [
  ['enter', h.open],
  ['m', h.take],
  ['f', h.hand],
  ['d', h.act],
  ['shift+r', h.resolve],
  ['shift+b', h.back],
  ['b', h.up],
] as const;

function Hints() {
  const current = useEscalations((state) => state.current);
  if (current === null) return null;
  return (
    <div className="flex shrink-0 flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-[6px] text-small text-ink-2">
      {hints.map(([keys, words]) => (
        <span key={keys} className="flex items-center gap-1 whitespace-nowrap">
          <Kbd keys={keys} /> {words}
        </span>
      ))}
    </div>
  );
}

const everyMinute = 60_000;

/** Open escalations by level, due first on top, below how many tickets are escalated at all. */
export function BoardTab() {
  const options = orpc.escalation.board.queryOptions({ input: {} });
  const board = useQuery({ ...options, placeholderData: keepPreviousData, refetchInterval: everyMinute });
  const levels = useMemo(
    () =>
      [...(board.data?.levels ?? [])].reverse().filter(({ level, escalations }) => level > 1 || escalations.length > 0),
    [board.data],
  );
  if (board.data === undefined) return <NotRead asked={board} words={e} />;
  const nothing = levels.every(({ escalations }) => escalations.length === 0);
  return (
    <>
      <RateStrip />
      <div className="@container flex min-h-0 flex-1 flex-col overflow-y-auto">
        <List levels={levels} />
        {nothing && (
          <Empty title={e.board.empty} icon={<ShieldCheck size={28} strokeWidth={1.4} aria-hidden />}>
            {e.board.emptyHow}
          </Empty>
        )}
      </div>
      <Hints />
    </>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PhoneCall, Send } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Header } from '../app/header.tsx';
import { messageOf } from '../app/errors.ts';
import { openTicket, useWindow } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { deskTime } from '../client/clock.ts';
import { useZone } from '../client/use-desk.ts';
import { r } from '../strings/en-relations.ts';
import { locale } from '../strings/en.ts';
import { resetBoard, useBoard, type BoardHandle } from '../tickets/board-store.ts';
import { TicketPanel } from '../tickets/panel.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { confirmAll } from './commands.ts';
import { showEnded, showTab, useCallbacks, type Entry } from './callbacks-store.ts';
import { EntryRow, entryId } from './entry-row.tsx';
import { dayAfter, entriesOf, groupsOf, unconfirmedOf } from './groups.ts';

const everyMinute = 60_000;
/** What is on screen changes as time passes: a promise becomes overdue without anybody doing anything. */
const kept = { placeholderData: keepPreviousData, refetchInterval: everyMinute } as const;

function useLists() {
  const show = useCallbacks((state) => state.show);
  const calls = useQuery({ ...orpc.tickets.callbacks.queryOptions({ input: { show } }), ...kept });
  const out = useQuery({ ...orpc.tickets.dispatches.queryOptions({ input: { state: show } }), ...kept });
  return { calls, out };
}

/** Keys on the list: they move over all days as over one list, and an open ticket follows. */
function useCursor(entries: readonly Entry[]) {
  const list = useRef<HTMLDivElement>(null);
  const position = useBoard((state) => state.cursor.position);
  const at = Math.min(Math.max(position, 0), entries.length - 1);
  const current = entries[at] ?? null;
  useEffect(() => {
    resetBoard();
    // Not from a dialog that was opened before the list was read.
    if (useWindow.getState().dialog === null) list.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const id = current?.row.ticket.id ?? null;
    useCallbacks.setState({ current });
    if (useBoard.getState().cursor.id !== id || position !== at) useBoard.setState({ cursor: { position: at, id } });
  }, [current, position, at]);
  const handle = useMemo<BoardHandle>(() => {
    const go = (to: number): void => {
      const next = Math.min(Math.max(to, 0), entries.length - 1);
      const entry = entries[next];
      if (entry === undefined) return;
      useBoard.setState({ cursor: { position: next, id: entry.row.ticket.id } });
      if (useWindow.getState().ticketId !== null) openTicket(entry.row.ticket.id);
      document.getElementById(entryId(next))?.scrollIntoView({ block: 'nearest' });
    };
    const steps = { next: 1, previous: -1, first: -entries.length, last: entries.length, pageDown: 10, pageUp: -10 };
    return { move: (to) => go(at + steps[to]), focus: () => list.current?.focus({ preventScroll: true }) };
  }, [entries, at]);
  useEffect(() => {
    useBoard.setState({ handle });
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [handle]);
  return { list, at };
}

const dayFormat = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

function headOf(key: string, today: string): string {
  if (key === 'earlier') return r.list.earlier;
  const day = dayFormat.format(Date.parse(`${key}T00:00:00Z`));
  if (key === today) return `${r.list.today}, ${day}`;
  return key === dayAfter(today) ? `${r.list.tomorrow}, ${day}` : day;
}

const emptyIcon = { callbacks: PhoneCall, dispatches: Send } as const;

function Nothing() {
  const { tab, show } = useCallbacks();
  const Icon = emptyIcon[tab];
  const icon = <Icon size={28} strokeWidth={1.4} aria-hidden />;
  if (show === 'ended') return <Empty title={r.list.emptyEnded} icon={icon} />;
  const calls = tab === 'callbacks';
  return (
    <Empty title={calls ? r.list.empty : r.list.emptyDispatch} icon={icon}>
      {calls ? r.list.emptyHow : r.list.emptyDispatchHow}
    </Empty>
  );
}

function List({ entries }: { readonly entries: readonly Entry[] }) {
  const zone = useZone();
  const { tab, show } = useCallbacks();
  const { list, at } = useCursor(entries);
  const now = deskTime();
  const groups = useMemo(() => groupsOf(entries, now, zone), [entries, now, zone]);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + group.entries.length, 0));
  return (
    <>
      <div
        ref={list}
        role="grid"
        data-board
        tabIndex={0}
        aria-label={tab === 'callbacks' ? r.list.label : r.list.dispatchLabel}
        aria-rowcount={entries.length}
        aria-activedescendant={entries.length > 0 ? entryId(at) : undefined}
        className={cx('-outline-offset-2', entries.length === 0 && 'flex flex-1 flex-col')}
      >
        {groups.map((group, place) => (
          <div role="rowgroup" key={`${group.key} ${place}`}>
            <div role="row" className="flex h-[28px] items-center gap-2 border-b border-line bg-canvas px-4">
              <span role="columnheader" aria-colspan={6} className="flex items-center gap-2 text-small font-bold">
                {headOf(group.key, today)}
                <span className="font-normal text-ink-2 tabular-nums">{group.entries.length}</span>
              </span>
            </div>
            {group.entries.map((entry, index) => (
              <EntryRow
                key={entry.row.id}
                entry={entry}
                index={(starts[place] ?? 0) + index}
                current={(starts[place] ?? 0) + index === at}
                ended={show === 'ended'}
              />
            ))}
          </div>
        ))}
        {entries.length === 0 && (
          <div role="row" className="flex flex-1">
            <div role="gridcell" className="flex flex-1">
              <Nothing />
            </div>
          </div>
        )}
      </div>
    </>
  );
}

const tabs = [
  { value: 'callbacks', label: r.list.callbacks },
  { value: 'dispatches', label: r.list.dispatches },
] as const;
const shows = [
  { value: 'open', label: r.list.open },
  { value: 'ended', label: r.list.ended },
] as const;

type Lists = ReturnType<typeof useLists>;

function Told({ calls, out }: Lists) {
  const onCalls = useCallbacks((state) => state.tab === 'callbacks');
  const { overdue: late = 0, unconfirmed = 0, needSomeone } = calls.data?.counts ?? {};
  const overdue = onCalls ? late : (out.data?.counts.overdue ?? 0);
  return (
    <span role="status" className="flex gap-2 text-small whitespace-nowrap text-ink-2 tabular-nums">
      {overdue > 0 && <span className="font-semibold text-late">{r.list.overdue(overdue)}</span>}
      {onCalls && unconfirmed > 0 && <span>{r.list.toConfirm(unconfirmed)}</span>}
      {onCalls && needSomeone === 0 && <span>{r.list.needs(0)}</span>}
    </span>
  );
}

function Bar(lists: Lists) {
  const { tab, show } = useCallbacks();
  const unconfirmed = lists.calls.data?.counts.unconfirmed ?? 0;
  return (
    <div className="flex min-h-[34px] flex-wrap items-center gap-x-3 gap-y-1 px-4 pb-1">
      <Segmented tabs label={r.screen} segments={tabs} value={tab} onChange={showTab} />
      <Told {...lists} />
      <span className="flex-1" />
      {tab === 'callbacks' && unconfirmed > 0 && (
        <Button small onClick={confirmAll}>
          {r.list.confirmAll} <Kbd keys="shift+v" />
        </Button>
      )}
      <Segmented label={r.list.show} segments={shows} value={show} onChange={showEnded} />
    </div>
  );
}

const h = r.list.hints;
const callHints = [
  ['enter', h.open],
  ['v', h.confirm],
  ['d', h.done],
  ['m', h.moved],
  ['shift+n', h.tried],
  ['shift+m', h.missed],
  ['e', h.correct],
  ['delete', h.cancel],
] as const;
const dispatchHints = [
  ['enter', h.open],
  ['d', h.came],
  ['m', h.moved],
  ['delete', h.cancel],
] as const;

/** The keys of the line under the cursor. */
function Hints() {
  const current = useCallbacks((state) => state.current);
  if (current?.row.state !== 'open') return null;
  return (
    <div className="flex shrink-0 flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-[6px] text-small text-ink-2">
      {(current.kind === 'callback' ? callHints : dispatchHints).map(([keys, words]) => (
        <span key={keys} className="flex items-center gap-1 whitespace-nowrap">
          <Kbd keys={keys} /> {words}
        </span>
      ))}
    </div>
  );
}

/** Calls that were promised, in the order of their times, and what is out with others. */
export function CallbacksScreen() {
  const lists = useLists();
  const tab = useCallbacks((state) => state.tab);
  const ticketId = useWindow((state) => state.ticketId);
  const { calls, out } = lists;
  const shown = tab === 'callbacks' ? calls : out;
  const open = shown.data?.counts.open;
  const entries = useMemo(
    () =>
      tab === 'callbacks' ? entriesOf(calls.data?.callbacks, undefined) : entriesOf(undefined, out.data?.dispatches),
    [tab, calls.data, out.data],
  );
  useEffect(() => {
    useCallbacks.setState({ unconfirmed: unconfirmedOf(calls.data?.callbacks ?? []) });
  }, [calls.data]);
  return (
    <>
      <Header title={r.screen} {...(open !== undefined && { note: r.list.note(open) })}>
        <Bar {...lists} />
      </Header>
      <div className="relative flex min-h-0 flex-1">
        <main aria-busy={shown.data === undefined} className="flex min-w-0 flex-1 flex-col">
          <div className="@container flex min-h-0 flex-1 flex-col overflow-y-auto">
            {shown.data !== undefined && <List key={tab} entries={entries} />}
            {shown.data === undefined && shown.error !== null && (
              <Empty
                title={r.list.failed}
                actions={<Button onClick={() => void shown.refetch()}>{r.list.retry}</Button>}
              >
                {messageOf(shown.error)}
              </Empty>
            )}
          </div>
          <Hints />
        </main>
        {ticketId !== null && <TicketPanel key="panel" id={ticketId} />}
      </div>
    </>
  );
}

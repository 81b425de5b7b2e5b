import { useQuery } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { RouteChoice, RouteRule } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { messageOf } from '../app/errors.ts';
import { openDialog, useWindow } from '../app/window-store.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { r } from '../strings/en-rules.ts';
import { updateTickets } from '../tickets/actions.ts';
import { useBoard } from '../tickets/board-store.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Avatar } from '../ui/marks.tsx';
import { Segmented } from '../ui/segmented.tsx';

const close = (): void => openDialog(null);
type Way = RouteRule['by'];
const ways = [
  { value: 'leastLoaded', label: r.route.leastLoaded },
  { value: 'roundRobin', label: r.route.roundRobin },
] as const;

type Candidate = RouteChoice['considered'][number];

/** The one who would get it first, then who fits, then the rest; each by how much they hold. */
export function ranked({ personId, considered }: RouteChoice): readonly Candidate[] {
  const rank = (one: Candidate): number => (one.personId === personId ? 0 : one.fits ? 1 : 2);
  return considered.toSorted((a, b) => rank(a) - rank(b) || a.open - b.open || a.name.localeCompare(b.name));
}

type LineProps = {
  readonly id: string;
  readonly person: Candidate;
  readonly best: boolean;
  readonly current: boolean;
  readonly onPick: () => void;
};

function Line({ id, person, best, current, onPick }: LineProps) {
  const Mark = person.fits ? Check : X;
  return (
    <div
      id={id}
      role="option"
      aria-selected={current}
      onClick={onPick}
      className={cx(
        'flex min-h-[40px] items-center gap-2 rounded-[5px] px-2 py-1 select-none',
        current ? 'bg-accent-soft' : 'hover:bg-canvas',
      )}
    >
      <Avatar name={person.name} size={24} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="flex items-center gap-2">
          <span className="truncate font-semibold" dir="auto">
            {person.name}
          </span>
          {best && <span className="shrink-0 text-cap font-semibold text-on-soft">{r.route.best}</span>}
        </span>
        <span className="truncate text-small text-ink-2" dir="auto" title={person.reason}>
          {person.reason}
        </span>
      </span>
      {person.reason !== r.route.open(person.open) && (
        <span className="shrink-0 text-small text-ink-2 tabular-nums">{r.route.open(person.open)}</span>
      )}
      <Mark
        size={14}
        role="img"
        aria-label={person.fits ? r.route.fits : r.route.fitsNot}
        className={cx('shrink-0', person.fits ? 'text-met' : 'text-ink-3')}
      />
    </div>
  );
}

/** Gives the ticket to whom the desk would choose now, so that a turn is counted as one; said with a way back. */
async function assignBest(ticketId: string, route: RouteRule): Promise<void> {
  const routed = client.automation
    .route({ ticketId, route, assign: true })
    .then(({ personId, considered, changeSet }) => {
      const name = considered.find((one) => one.personId === personId)?.name;
      const label = name === undefined ? r.route.nobody : r.route.given(name);
      return { changed: changeSet === null ? 0 : 1, label, changeSet };
    });
  await command(routed);
  void queryClient.invalidateQueries({ queryKey: orpc.automation.route.key() });
}

type ListProps = { readonly choice: RouteChoice; readonly ticketId: string; readonly route: RouteRule };

function List({ choice, ticketId, route }: ListProps) {
  const id = useId();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const people = ranked(choice);
  // The dialog gave the focus to what came first; Enter has to mean the best choice as soon as it is known.
  useEffect(() => {
    const soon = window.setTimeout(() => list.current?.focus(), 0);
    return () => window.clearTimeout(soon);
  }, []);
  const assign = (person: Candidate | undefined): void => {
    if (person === undefined) return;
    close();
    if (person.personId === choice.personId) void assignBest(ticketId, route);
    else void updateTickets({ ids: [ticketId] }, { assigneeId: person.personId });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    const digit = /^[1-9]$/.test(event.key) ? people[Number(event.key) - 1] : undefined;
    if (step !== undefined) setAt(Math.min(Math.max(at + step, 0), people.length - 1));
    else if (digit !== undefined) assign(digit);
    else if (event.key === 'Enter') assign(people[at]);
    else return;
    event.preventDefault();
  };
  if (people.length === 0)
    return (
      <div className="flex items-center gap-3 p-4">
        <p className="flex-1 text-ink-2">{r.route.empty}</p>
        <Button onClick={() => openDialog('team')}>{r.route.team}</Button>
      </div>
    );
  return (
    <>
      <p className={cx('px-4 pt-1 pb-2', choice.personId === null ? 'text-risk' : 'text-ink-2')} dir="auto">
        {choice.personId === null ? `${r.route.nobody}. ${choice.reason}` : choice.reason}
      </p>
      <div
        ref={list}
        role="listbox"
        aria-label={r.route.list}
        tabIndex={0}
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={onKeyDown}
        className="max-h-[50vh] overflow-y-auto border-t border-line p-1 -outline-offset-2"
      >
        {people.map((person, index) => (
          <Line
            key={person.personId}
            id={`${id}-${index}`}
            person={person}
            best={person.personId === choice.personId}
            current={index === at}
            onPick={() => assign(person)}
          />
        ))}
      </div>
      <p className="flex items-center gap-1 border-t border-line px-4 py-[6px] text-cap text-ink-2">
        <Kbd keys="enter" /> {r.route.assign}
      </p>
    </>
  );
}

function Inside({ ticketId }: { readonly ticketId: string }) {
  const [by, setBy] = useState<Way>('leastLoaded');
  const route: RouteRule = { type: 'route', by, skills: [], language: true, among: [] };
  const input = { ticketId, route };
  const { data, error } = useQuery(orpc.automation.route.queryOptions({ input, staleTime: 0, gcTime: 0 }));
  return (
    <>
      <div className="flex items-center gap-2 px-4 pt-3 pb-1">
        <span className="text-small text-ink-2">{r.route.by}</span>
        <Segmented label={r.route.by} segments={ways} value={by} onChange={setBy} />
      </div>
      {error !== null && (
        <p role="alert" className="p-4 text-late">
          {r.route.failed}. {messageOf(error)}
        </p>
      )}
      {data !== undefined && <List key={by} choice={data} ticketId={ticketId} route={route} />}
    </>
  );
}

/** Who would get the ticket, and why or why not each: Enter gives it to the one the keys are on. */
export function RouteDialog() {
  const open = useWindow((state) => state.dialog === 'route');
  const opened = useWindow((state) => state.ticketId);
  const cursor = useBoard((state) => state.cursor.id);
  const ticketId = opened ?? cursor;
  return (
    <Dialog title={r.route.title} open={open && ticketId !== null} onClose={close} width={520}>
      {ticketId !== null && <Inside ticketId={ticketId} />}
    </Dialog>
  );
}

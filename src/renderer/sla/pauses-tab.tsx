import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { messageOf } from '../app/errors.ts';
import { orpc, type client } from '../client/client.ts';
import { deskTime } from '../client/clock.ts';
import { useZone } from '../client/use-desk.ts';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { duration, exact, moment } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { fixPaused, openPaused, usePauses, type AuditDays } from './pauses-store.ts';

type Answer = Awaited<ReturnType<typeof client.sla.pauseAudit>>;
type Group = Answer['groups'][number];

const periods: readonly { readonly value: AuditDays; readonly label: string }[] = [
  { value: '1', label: c.pauses.day },
  { value: '7', label: c.replay.days(7) },
  { value: '30', label: c.replay.days(30) },
  { value: '90', label: c.replay.days(90) },
];
const dayMs = 86_400_000;
const mostRows = 500;

type Asked = Pick<Group, 'assignee' | 'status'>;
const isOf = (group: Asked | null, row: Asked): boolean =>
  group === null || (group.assignee === row.assignee && group.status === row.status);

function Groups({ groups }: { readonly groups: readonly Group[] }) {
  const group = usePauses((state) => state.group);
  const item = (label: string, tickets: number, minutes: number, asked: Asked | null) => {
    const isChosen = asked === null ? group === null : group !== null && isOf(group, asked);
    return (
      <li key={asked === null ? '' : `${asked.assignee ?? ''} ${asked.status}`}>
        <button
          type="button"
          aria-pressed={isChosen}
          onClick={() => usePauses.setState({ group: asked, cursor: null })}
          className={cx(
            'grid w-full grid-cols-[minmax(0,1fr)_36px_72px] gap-2 px-4 py-[6px] text-left -outline-offset-2',
            isChosen ? 'bg-accent-soft font-semibold text-on-soft' : 'hover:bg-canvas',
          )}
        >
          <span className="truncate" dir="auto">
            {label}
          </span>
          <span className="text-right tabular-nums">{tickets}</span>
          <span className="text-right tabular-nums">{duration(minutes)}</span>
        </button>
      </li>
    );
  };
  const tickets = groups.reduce((sum, each) => sum + each.tickets, 0);
  const minutes = groups.reduce((sum, each) => sum + each.minutes, 0);
  return (
    <nav
      aria-label={c.pauses.groups}
      className="w-[300px] shrink-0 overflow-y-auto border-line max-[1100px]:w-[230px] max-[680px]:max-h-[124px] max-[680px]:w-auto max-[680px]:border-b min-[681px]:border-r"
    >
      <div className="grid grid-cols-[minmax(0,1fr)_36px_72px] gap-2 border-b border-line px-4 py-[6px] text-small text-ink-2">
        <span>{c.pauses.ownerStatus}</span>
        <span className="text-right">{c.pauses.ticketsHead}</span>
        <span className="text-right">{c.pauses.stood}</span>
      </div>
      <ul>
        {item(c.pauses.everybody, tickets, minutes, null)}
        {groups.map((each) =>
          item(`${each.assignee ?? t.panel.nobody} · ${t.status[each.status]}`, each.tickets, each.minutes, {
            assignee: each.assignee,
            status: each.status,
          }),
        )}
      </ul>
    </nav>
  );
}

function onRowsKey(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  rows[Math.min(Math.max(0, at + step), rows.length - 1)]?.focus();
  event.preventDefault();
}

function Rows({ rows }: Pick<Answer, 'rows'>) {
  const cursor = usePauses((state) => state.cursor);
  const zone = useZone();
  const now = useMinute();
  const list = useRef<HTMLUListElement>(null);
  const keyOf = (row: Answer['rows'][number]): string => `${row.id} ${row.metric} ${row.from}`;
  const [at, setAt] = useState<string | null>(null);
  const current = rows.find((row) => keyOf(row) === at) ?? rows.find(({ id }) => id === cursor) ?? rows[0];
  // The keys and the buttons above act on what is marked, though the focus was never in the list.
  const currentId = current?.id ?? null;
  useEffect(() => usePauses.setState({ cursor: currentId }), [currentId]);
  return (
    <ul ref={list} aria-label={c.pauses.rows} onKeyDown={onRowsKey} className="min-w-0 flex-1 overflow-y-auto">
      {rows.map((row) => {
        const { id, number, subject, metric, assignee, status, from, to, minutes, standing } = row;
        const isCurrent = row === current;
        return (
          <li key={keyOf(row)} className="border-b border-line">
            <button
              type="button"
              data-row
              tabIndex={isCurrent ? 0 : -1}
              aria-current={isCurrent}
              onFocus={() => {
                setAt(keyOf(row));
                usePauses.setState({ cursor: id });
              }}
              onDoubleClick={openPaused}
              onKeyDown={(event) => {
                if (event.key === 'Enter') openPaused();
              }}
              className={cx(
                'flex w-full flex-col gap-[2px] px-4 py-[6px] text-left -outline-offset-2',
                isCurrent ? 'bg-accent-soft text-on-soft' : 'hover:bg-canvas',
              )}
            >
              <span className="flex w-full items-baseline gap-2">
                <span className="text-small text-ink-2 tabular-nums">#{number}</span>
                <span className="min-w-0 flex-1 truncate font-semibold text-ink" dir="auto">
                  {subject}
                </span>
                {standing && <span className="shrink-0 text-small font-semibold text-late">{c.pauses.standing}</span>}
                <span className="shrink-0 font-semibold tabular-nums">{duration(minutes)}</span>
              </span>
              <span className="truncate text-small text-ink-2" title={`${exact(from, zone)} – ${exact(to, zone)}`}>
                {c.pauses.said(
                  t.metric[metric],
                  t.status[status],
                  moment(from, zone, now),
                  standing ? null : moment(to, zone, now),
                )}
                {' · '}
                {assignee ?? t.panel.nobody}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function Loaded({ data }: { readonly data: Answer }) {
  const group = usePauses((state) => state.group);
  if (data.rows.length === 0) return <Empty title={c.pauses.empty}>{c.pauses.emptyHow(data.tickets)}</Empty>;
  return (
    <div className="flex min-h-0 flex-1 max-[680px]:flex-col">
      <Groups groups={data.groups} />
      <Rows rows={data.rows.filter((row) => isOf(group, row))} />
    </div>
  );
}

/** Clocks that stood still though the customer had written: whose, in which status, how long. */
export function PausesTab() {
  const days = usePauses((state) => state.days);
  // Whole minutes, so that looking again does not ask another question.
  const [to] = useState(() => Math.ceil(deskTime() / 60_000) * 60_000);
  const input = { from: to - Number(days) * dayMs, limit: mostRows };
  const { data, error, refetch, isFetching } = useQuery({
    ...orpc.sla.pauseAudit.queryOptions({ input }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const isNone = (data?.rows.length ?? 0) === 0;
  return (
    <section aria-label={c.tabs.pauses} aria-busy={isFetching} className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-[42px] flex-wrap items-center gap-3 border-b border-line px-4 py-1">
        <Segmented
          label={c.pauses.period}
          segments={periods}
          value={days}
          onChange={(next) => usePauses.setState({ days: next, group: null })}
        />
        <span role="status" className="text-small text-ink-2">
          {data !== undefined && c.pauses.summary(data.total, data.tickets, data.rows.length)}
        </span>
        <span className="flex-1" />
        <Button small disabled={isNone} onClick={openPaused}>
          {c.pauses.openShort} <Kbd keys="enter" />
        </Button>
        <Button small disabled={isNone} onClick={fixPaused}>
          {c.pauses.fixShort} <Kbd keys="s" />
        </Button>
      </div>
      {error !== null && (
        <Empty title={c.pauses.failed} actions={<Button onClick={() => void refetch()}>{t.board.retry}</Button>}>
          {messageOf(error)}
        </Empty>
      )}
      {error === null && data !== undefined && <Loaded data={data} />}
    </section>
  );
}

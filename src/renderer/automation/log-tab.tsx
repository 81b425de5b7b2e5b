import { useQuery } from '@tanstack/react-query';
import { History, TriangleAlert, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { RuleRun } from '../../contract/index.ts';
import { codeOf, messageOf } from '../app/errors.ts';
import { goTo, openTicket } from '../app/window-store.ts';
import { deskTime } from '../client/clock.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { r } from '../strings/en-rules.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { TextInput } from '../ui/field.tsx';
import { exact, moment } from '../ui/format.ts';
import { causeWords } from './rule-words.ts';
import { undoRun } from './rules-actions.ts';
import { setRules, useRules } from './rules-store.ts';
import { ticketNumber } from './simulate.ts';
import { useRuleList } from './use-rules.ts';

const most = 200;
const noRuns: readonly RuleRun[] = [];

/** The id of the ticket whose number is typed; `null` where there is no such ticket. */
function useTicketId(typed: string) {
  const number = ticketNumber(typed);
  const asked = orpc.tickets.get.queryOptions({ input: { number: number ?? 0 }, enabled: number !== null });
  const { data, error } = useQuery(asked);
  const missing = number !== null && error !== null && codeOf(error) === 'NOT_FOUND';
  return { number, id: number === null ? undefined : data?.id, missing };
}

/** The newest runs, of one rule or ticket where they are asked for. */
export function useRuns() {
  const ruleId = useRules((state) => state.logRule);
  const typed = useRules((state) => state.logTicket);
  const ticket = useTicketId(typed);
  const input = {
    limit: most,
    ...(ruleId !== null && { ruleId }),
    ...(ticket.id !== undefined && { ticketId: ticket.id }),
  };
  const enabled = ticket.number === null || ticket.id !== undefined;
  const query = useQuery(orpc.automation.runs.queryOptions({ input, enabled }));
  const filtered = ruleId !== null || typed.trim() !== '';
  return { ...query, runs: ticket.missing ? noRuns : (query.data?.runs ?? noRuns), ticket, filtered };
}

function Filters() {
  const ruleId = useRules((state) => state.logRule);
  const typed = useRules((state) => state.logTicket);
  const { rules } = useRuleList();
  const options = rules.map(({ rule }) => ({ value: rule.id, label: rule.name }));
  const name = options.find(({ value }) => value === ruleId)?.label ?? r.log.allRules;
  return (
    <div className="flex h-[42px] shrink-0 items-center gap-2 border-b border-line px-4">
      <ComboPicker
        label={r.log.filterRule}
        options={[{ value: null, label: r.log.allRules }, ...options]}
        chosen={[ruleId]}
        onToggle={({ value }) => setRules({ logRule: value })}
        trigger={<Chip field={r.log.rule} value={name} data-log-rule />}
      />
      <TextInput
        aria-label={r.log.filterTicket}
        placeholder={r.log.ticketHint}
        className="!h-[23px] !w-[112px] !text-small tabular-nums"
        value={typed}
        maxLength={12}
        onChange={(event) => setRules({ logTicket: event.target.value })}
      />
      {(ruleId !== null || typed !== '') && (
        <Button small look="quiet" onClick={() => setRules({ logRule: null, logTicket: '' })}>
          {r.log.clear}
        </Button>
      )}
    </div>
  );
}

export function openRunTicket(run: RuleRun): void {
  goTo('queues');
  openTicket(run.ticketId);
}

const lineId = (id: string): string => `run-${id}`;
export const canUndo = (run: RuleRun): boolean => !run.undone && run.outcome === 'done' && run.changeSet !== null;
const tracks =
  'grid-cols-[96px_minmax(0,200px)_64px_minmax(0,130px)_minmax(0,1fr)_84px] max-[1100px]:grid-cols-[84px_minmax(0,150px)_56px_minmax(0,1fr)_84px]';

/** What it changed; a run that failed or was stopped says so with a mark and in words. */
function Changes({ run }: { readonly run: RuleRun }) {
  const words = run.changes.length === 0 ? r.log.nothing : run.changes.join('; ');
  const wrong = run.outcome === 'failed' ? r.log.failedRun : run.outcome === 'loop' ? r.log.loop : null;
  return (
    <span role="gridcell" className={cx('min-w-0 break-words', run.undone && 'text-ink-2 line-through')} dir="auto">
      {wrong !== null && (
        <span className="mr-1 inline-flex items-center gap-1 font-semibold text-late">
          <TriangleAlert size={13} aria-hidden />
          {wrong}.
        </span>
      )}
      {words}
    </span>
  );
}

type LineProps = { readonly run: RuleRun; readonly current: boolean; readonly zone: string };

function Line({ run, current, zone }: LineProps) {
  return (
    <div
      id={lineId(run.id)}
      role="row"
      aria-selected={current}
      data-cursor={current || undefined}
      onClick={() => setRules({ logCursor: run.id })}
      className={cx(
        'grid min-h-[34px] items-center gap-x-3 border-b border-line border-l-2 py-[5px] pr-4 pl-[14px]',
        tracks,
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
      )}
    >
      <span role="gridcell" className="text-small text-ink-2 tabular-nums" title={exact(run.at, zone)}>
        {moment(run.at, zone, deskTime())}
      </span>
      <span role="gridcell" className="flex min-w-0 flex-col">
        <span className="truncate font-semibold" dir="auto" title={run.ruleName}>
          {run.ruleName}
        </span>
        <span className="text-cap text-ink-2">{r.kind[run.kind]}</span>
      </span>
      <span role="gridcell">
        <button
          type="button"
          tabIndex={-1}
          title={r.log.open(run.ticketNumber)}
          onClick={() => openRunTicket(run)}
          className="rounded-[4px] font-semibold text-on-soft tabular-nums hover:underline"
        >
          #{run.ticketNumber}
        </button>
      </span>
      <span
        role="gridcell"
        className="truncate text-small text-ink-2 max-[1100px]:hidden"
        title={causeWords(run.cause)}
      >
        {causeWords(run.cause)}
      </span>
      <Changes run={run} />
      <span role="gridcell" className="flex justify-end text-small text-ink-2">
        {run.undone && r.log.undone}
        {canUndo(run) && (
          <Button
            small
            look="quiet"
            tabIndex={-1}
            aria-label={r.log.undoOf(run.ruleName, run.ticketNumber)}
            icon={<Undo2 size={13} aria-hidden />}
            onClick={() => void undoRun(run.id)}
          >
            {r.log.undo}
          </Button>
        )}
      </span>
    </div>
  );
}

function Head() {
  return (
    <div
      role="row"
      className={cx(
        'sticky top-0 z-10 grid h-[28px] items-center gap-x-3 border-b border-line bg-canvas pr-4 pl-4 text-small text-ink-2',
        tracks,
      )}
    >
      <span role="columnheader">{r.log.at}</span>
      <span role="columnheader">{r.log.rule}</span>
      <span role="columnheader">{r.log.ticket}</span>
      <span role="columnheader" className="max-[1100px]:hidden">
        {r.log.cause}
      </span>
      <span role="columnheader">{r.log.changes}</span>
      <span role="columnheader">
        <span className="sr-only">{r.log.undo}</span>
      </span>
    </div>
  );
}

function Runs({ runs }: { readonly runs: readonly RuleRun[] }) {
  const cursor = useRules((state) => state.logCursor);
  const zone = useZone();
  const list = useRef<HTMLDivElement>(null);
  const current = runs.find(({ id }) => id === cursor)?.id ?? runs[0]?.id ?? null;
  useEffect(() => {
    if (current !== null && current !== useRules.getState().logCursor) setRules({ logCursor: current });
    if (current !== null) document.getElementById(lineId(current))?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={list}
      role="grid"
      data-rule-list
      tabIndex={0}
      aria-label={r.log.label}
      aria-activedescendant={current === null ? undefined : lineId(current)}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <Head />
      {runs.map((run) => (
        <Line key={run.id} run={run} current={run.id === current} zone={zone} />
      ))}
      {runs.length === most && <p className="px-4 py-2 text-small text-ink-2">{r.log.newest(most)}</p>}
    </div>
  );
}

function Body() {
  const { runs, data, error, refetch, ticket, filtered } = useRuns();
  if (error !== null)
    return (
      <Empty title={r.log.failed} actions={<Button onClick={() => void refetch()}>{t.board.retry}</Button>}>
        {messageOf(error)}
      </Empty>
    );
  if (data === undefined && !ticket.missing) return <div aria-busy aria-label={r.list.loading} className="flex-1" />;
  if (runs.length > 0) return <Runs runs={runs} />;
  const icon = <History size={28} strokeWidth={1.4} aria-hidden />;
  if (!filtered)
    return (
      <Empty title={r.log.none} icon={icon}>
        {r.log.noneHow}
      </Empty>
    );
  const clear = <Button onClick={() => setRules({ logRule: null, logTicket: '' })}>{r.log.clear}</Button>;
  return (
    <Empty title={r.log.noneFit} icon={icon} actions={clear}>
      {ticket.missing && ticket.number !== null ? r.log.noTicket(ticket.number) : r.log.noneFitHow}
    </Empty>
  );
}

/** What rules did, newest first, each run with what it changed and its way back. */
export function LogTab() {
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <Filters />
      <Body />
    </main>
  );
}

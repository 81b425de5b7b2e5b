import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowRight, Sunrise } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { StandUp } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { openTicket, useWindow } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { resetBoard, useBoard, type BoardHandle } from '../tickets/board-store.ts';
import { TicketPanel } from '../tickets/panel.tsx';
import { s } from '../strings/en-stand-up.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { moment } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { DepthTable } from './depth-table.tsx';
import { LineRow, lineId } from './line-row.tsx';
import { sectionsOf, type Line, type Section } from './lines.ts';
import { openSection } from './open-section.ts';
import { useStandUp, walkLine } from './stand-up-store.ts';
import { onWalk, walkOn } from './walk.ts';

const shownLines = 50;

/** The day in the desk's zone, as a key. */
const dayOf = (at: number, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);

/** Keys on the lines: they move over all sections as over one list, and an open ticket follows. */
function useLines(lines: readonly Line[], day: string, walked: ReadonlySet<string>) {
  const list = useRef<HTMLDivElement>(null);
  const cursor = useBoard((state) => state.cursor);
  const at = Math.min(Math.max(cursor.position, 0), lines.length - 1);
  const current = lines[at];
  useEffect(() => {
    resetBoard();
    // Not from a dialog that was opened before the list was read.
    if (useWindow.getState().dialog === null) list.current?.focus({ preventScroll: true });
    document.getElementById(lineId(0))?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    const id = current?.ticket.id ?? null;
    if (useBoard.getState().cursor.id !== id || cursor.position !== at)
      useBoard.setState({ cursor: { position: at, id } });
  }, [current, cursor.position, at]);
  const handle = useMemo<BoardHandle>(() => {
    const go = (to: number): void => {
      const next = Math.min(Math.max(to, 0), lines.length - 1);
      const line = lines[next];
      if (line === undefined) return;
      useBoard.setState({ cursor: { position: next, id: line.ticket.id } });
      if (useWindow.getState().ticketId !== null) openTicket(line.ticket.id);
      document.getElementById(lineId(next))?.scrollIntoView({ block: 'nearest' });
    };
    const steps = { next: 1, previous: -1, first: -lines.length, last: lines.length, pageDown: 10, pageUp: -10 };
    return {
      move: (to) => go(at + steps[to]),
      focus: () => list.current?.focus({ preventScroll: true }),
    };
  }, [lines, at]);
  useEffect(() => {
    useBoard.setState({ handle });
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [handle]);
  useEffect(() => {
    const on = (): void => {
      if (current === undefined) return;
      walkLine(day, current.key, true);
      const open = (line: Line | undefined): boolean => line !== undefined && line !== current && !walked.has(line.key);
      const ahead = lines.findIndex((line, index) => index > at && open(line));
      const next = ahead === -1 ? lines.findIndex(open) : ahead;
      const line = lines[next];
      if (line === undefined) return;
      useBoard.setState({ cursor: { position: next, id: line.ticket.id } });
      if (useWindow.getState().ticketId !== null) openTicket(line.ticket.id);
      document.getElementById(lineId(next))?.scrollIntoView({ block: 'nearest' });
    };
    onWalk({ line: current, on });
    return () => onWalk(null);
  }, [lines, at, current, day, walked]);
  return { list, at };
}

type SectionProps = {
  readonly section: Section;
  readonly first: number;
  readonly at: number;
  readonly day: string;
  readonly walked: ReadonlySet<string>;
};

function LinesSection({ section, first, at, day, walked }: SectionProps) {
  const { name, total, lines } = section;
  return (
    <>
      <div
        role="row"
        className="flex h-[28px] items-center gap-2 border-b border-line bg-canvas px-4 print:break-after-avoid"
      >
        <span role="columnheader" aria-colspan={5} className="flex items-center gap-2 text-small font-bold">
          {s.section[name]}
          <span className="font-normal text-ink-3 tabular-nums">{total}</span>
        </span>
      </div>
      {lines.map((line, index) => (
        <LineRow
          key={line.key}
          line={line}
          index={first + index}
          current={first + index === at}
          walked={walked.has(line.key)}
          onWalked={(done) => walkLine(day, line.key, done)}
        />
      ))}
      {lines.length === 0 && (
        <div role="row" className="flex h-[34px] items-center border-b border-line px-4 text-ink-2">
          <span role="gridcell" aria-colspan={5}>
            {s.none[name]}
          </span>
        </div>
      )}
      {total > lines.length && (
        <div role="row" className="flex h-[34px] items-center border-b border-line px-4">
          <span role="gridcell" aria-colspan={5}>
            <Button small look="quiet" onClick={() => openSection(name)} icon={<ArrowRight size={13} aria-hidden />}>
              {s.more(total - lines.length)}
            </Button>
          </span>
        </div>
      )}
    </>
  );
}

function Told({ told }: { readonly told: StandUp }) {
  const zone = useZone();
  const ticketId = useWindow((state) => state.ticketId);
  const sections = useMemo(() => sectionsOf(told, zone), [told, zone]);
  const lines = useMemo(() => sections.flatMap((section) => section.lines), [sections]);
  const day = dayOf(told.at, zone);
  const kept = useStandUp();
  const walked = useMemo(() => new Set(kept.day === day ? kept.walked : []), [kept, day]);
  const { list, at } = useLines(lines, day, walked);
  const done = lines.filter((line) => walked.has(line.key)).length;
  const starts = sections.map((_, index) =>
    sections.slice(0, index).reduce((sum, section) => sum + section.lines.length, 0),
  );
  return (
    <div className="relative flex min-h-0 flex-1 print:block">
      <main className="flex min-w-0 flex-1 flex-col overflow-y-auto print:overflow-visible">
        <DepthTable told={told} />
        <div className="flex h-[34px] shrink-0 items-center gap-3 border-y border-line px-4 text-small text-ink-2 tabular-nums print:hidden">
          <span role="status">{s.walked(done, lines.length)}</span>
          <span>{s.since(moment(told.since, zone, told.at))}</span>
          <span className="flex-1" />
          <Button small onClick={walkOn}>
            {s.walk}
            <Kbd keys="space" />
          </Button>
        </div>
        <div
          ref={list}
          role="grid"
          data-board
          tabIndex={0}
          aria-label={s.lines}
          aria-rowcount={lines.length}
          aria-activedescendant={lines.length > 0 ? lineId(at) : undefined}
          className="-outline-offset-2"
        >
          {sections.map((section, index) => (
            <LinesSection
              key={section.name}
              section={section}
              first={starts[index] ?? 0}
              at={at}
              day={day}
              walked={walked}
            />
          ))}
        </div>
        {lines.length === 0 && (
          <Empty title={s.all} icon={<Sunrise size={28} strokeWidth={1.4} aria-hidden />}>
            {s.allHow}
          </Empty>
        )}
      </main>
      {ticketId !== null && <TicketPanel key="panel" id={ticketId} />}
    </div>
  );
}

/** The stand-up: depth of the queues, then line by line what wants a word. */
export function StandUpTab() {
  const options = orpc.reports.standUp.queryOptions({ input: { limit: shownLines } });
  const { data, error, refetch } = useQuery({ ...options, placeholderData: keepPreviousData });
  if (data !== undefined) return <Told told={data} />;
  if (error !== null) {
    return (
      <Empty title={s.failed} actions={<Button onClick={() => void refetch()}>{s.retry}</Button>}>
        {messageOf(error)}
      </Empty>
    );
  }
  return <main aria-busy aria-label={s.loading} className="flex-1" />;
}

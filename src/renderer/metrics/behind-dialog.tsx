import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Kpi } from '../../contract/index.ts';
import { orpc, type client } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { mw } from '../strings/en-metrics.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Entry, EntryList } from '../ui/entry-list.tsx';
import { moment } from '../ui/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { ask, type Behind } from './metrics-store.ts';
import { saveBehind } from './save-behind.ts';
import { useKpis, type Looked } from './use-numbers.ts';

const w = mw.behind;
const whiches = ['all', 'hits', 'misses'] as const;
const segmentsOf = (words: Readonly<Record<(typeof whiches)[number], string>>) =>
  whiches.map((value) => ({ value, label: words[value] }));
/** Of a share of tickets those that count for it, of an NPS those who promote or not; of all else it is all. */
function whichOf(kpi: Kpi | undefined) {
  if (kpi?.kind === 'nps') return segmentsOf(w.whichOfNps);
  return kpi?.kind === 'share' && kpi.sample === 'tickets' ? segmentsOf(w.whichOf) : null;
}

type Answer = Awaited<ReturnType<typeof client.metrics.behind>>;
type Listed = Answer['tickets'][number];

export const behindInput = (looked: Looked, { name, row, weekday, everywhere }: Behind, which: Behind['which']) => ({
  ...looked.input,
  ...(everywhere && looked.leads && { within: null }),
  name,
  which,
  row,
  weekday,
});

type RowProps = { readonly ticket: Listed; readonly kpi: Kpi | undefined };

const hitWord = (kpi: Kpi | undefined, hit: boolean): string =>
  kpi?.kind === 'nps' ? (hit ? w.promoter : w.detractor) : hit ? w.yes : w.no;

function Row({ ticket: { id, number, subject, createdAt, solvedAt, minutes, hit }, kpi }: RowProps) {
  const zone = useZone();
  const now = useMinute();
  return (
    <Entry id={id} className="min-h-[34px]! items-center gap-3">
      <span className="w-[64px] shrink-0 text-ink-2 tabular-nums">#{number}</span>
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {subject}
      </span>
      {minutes !== null && <span className="shrink-0 font-semibold tabular-nums">{mw.value('minutes', minutes)}</span>}
      {hit !== null && <span className="shrink-0 text-small text-ink-2">{hitWord(kpi, hit)}</span>}
      <span className="shrink-0 text-small text-ink-2 tabular-nums max-[560px]:hidden">
        {w.created(moment(createdAt, zone, now))}
        {solvedAt !== null && `, ${w.solved(moment(solvedAt, zone, now))}`}
      </span>
    </Entry>
  );
}

function show(id: string): void {
  ask(null);
  showTicket(id);
}

type ListProps = {
  readonly answer: Answer;
  readonly kpi: Kpi | undefined;
  readonly onKey: (key: string) => boolean;
};

function Tickets({ answer, kpi, onKey }: ListProps) {
  const [at, setAt] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  const ids = answer.tickets.map(({ id }) => id);
  return (
    <EntryList
      ref={list}
      label={w.list}
      ids={ids}
      currentId={at}
      onChoose={setAt}
      onOther={(key) => {
        if (key !== 'Enter') return onKey(key);
        const id = ids.find((each) => each === at) ?? ids[0];
        if (id === undefined) return false;
        show(id);
        return true;
      }}
    >
      {answer.tickets.map((ticket) => (
        <div key={ticket.id} onDoubleClick={() => show(ticket.id)}>
          <Row ticket={ticket} kpi={kpi} />
        </div>
      ))}
      {ids.length === 0 && <p className="p-4 text-ink-2">{(answer.of ?? 0) > 0 ? w.noTicket : w.none}</p>}
    </EntryList>
  );
}

function Body({
  behind,
  looked,
  kpi,
}: {
  readonly behind: Behind;
  readonly looked: Looked;
  readonly kpi: Kpi | undefined;
}) {
  const [which, setWhich] = useState(behind.which);
  const input = behindInput(looked, behind, which);
  const asked = useQuery(orpc.metrics.behind.queryOptions({ input }));
  const { data } = asked;
  const segments = whichOf(kpi);
  const onKey = (key: string): boolean => {
    const wanted = segments === null ? undefined : whiches[Number(key) - 1];
    if (key === 'E') void saveBehind(input);
    else if (wanted !== undefined) setWhich(wanted);
    return key === 'E' || wanted !== undefined;
  };
  return (
    <div className="flex h-[min(560px,70vh)] min-h-[180px] flex-col">
      <div className="flex min-h-[38px] shrink-0 flex-wrap items-center gap-3 border-b border-line px-4 py-[5px] text-small">
        {segments !== null && <Segmented label={w.which} segments={segments} value={which} onChange={setWhich} />}
        <span className="min-w-0 text-ink-2">{looked.words}</span>
        <span className="flex-1" />
        {data !== undefined && (
          <span role="status" className="font-semibold tabular-nums">
            {kpi === undefined || data.of === null
              ? w.total(data.total, data.tickets.length)
              : w.about(data.of, kpi.sample, data.total, data.tickets.length)}
          </span>
        )}
      </div>
      {data === undefined ? (
        <NotRead asked={asked} words={mw.reading} />
      ) : (
        <Tickets key={which} answer={data} kpi={kpi} onKey={onKey} />
      )}
      <Hints
        hints={[
          ['j / k', mw.hints.move],
          ['enter', w.open],
          ['shift+e', w.save],
        ]}
      />
    </div>
  );
}

/** The tickets behind a figure, a cell or a bar: as many as it says it is of. SPEC KPI-8. */
export function BehindDialog({ behind, looked }: { readonly behind: Behind; readonly looked: Looked }) {
  const kpi = useKpis().find(({ name }) => name === behind.name);
  const what = [kpi?.title ?? behind.name, behind.place].filter(Boolean).join(', ');
  return (
    <Dialog title={w.title(what)} open onClose={() => ask(null)} width={920}>
      <Body behind={behind} looked={looked} kpi={kpi} />
    </Dialog>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { goTo } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { useNames } from '../client/use-desk.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { DateBar } from './date-bar.tsx';
import { HandoverNote } from './handover-note.tsx';
import { LoadBars, type LoadRow } from './load-bars.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { useDay } from './use-day.ts';
import { firstMark, useFirstFocus } from '../app/use-focus.ts';

const w = sw.load;
const everyMinute = 60_000;

function useLoad() {
  const { date, today } = useDay();
  const names = useNames().people;
  const asked = useQuery({
    ...orpc.roster.load.queryOptions({ input: { date } }),
    placeholderData: keepPreviousData,
    refetchInterval: date === today ? everyMinute : false,
  });
  const { data } = asked;
  const rows = useMemo(
    () =>
      (data?.people ?? [])
        .map((person): LoadRow => ({ ...person, name: names.get(person.personId) ?? '…' }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    [data, names],
  );
  return { asked, data, rows };
}

function Load() {
  const { asked, data, rows } = useLoad();
  if (data === undefined) return <NotRead asked={asked} />;
  if (rows.length === 0)
    return (
      <Empty
        title={w.empty}
        icon={<Scale size={28} strokeWidth={1.4} aria-hidden />}
        actions={<Button onClick={() => goTo('day')}>{sw.breaches.toDay}</Button>}
      >
        {w.emptyHow}
      </Empty>
    );
  const count = (band: LoadRow['band']): number => rows.filter((row) => row.band === band).length;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3 px-4 pt-3 pb-2">
        <h2 className="text-title font-bold">{w.title}</h2>
        <span className="text-small text-ink-2 tabular-nums">
          {w.sums(count('below'), count('within'), count('above'))}. {w.band(data.low, data.high)}
        </span>
      </div>
      <LoadBars rows={rows} low={data.low} high={data.high} />
    </>
  );
}

/** How much each agent had against the band, and the note that the shift hands over. */
export function LoadTab() {
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, 'some');
  return (
    <section aria-label={w.label} ref={box} className="flex min-h-0 flex-1 flex-col print:block">
      <div className="flex shrink-0 items-center gap-2 min-h-[43px] border-b border-line px-4 py-2 print:hidden">
        <DateBar />
      </div>
      <div className="@container flex min-h-0 flex-1 print:block">
        <div className="flex min-h-0 w-full flex-1 @max-[900px]:flex-col">
          <div
            {...firstMark}
            role="region"
            tabIndex={0}
            aria-label={w.title}
            className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto -outline-offset-2 print:hidden"
          >
            <Load />
          </div>
          <div className="flex min-h-0 w-[420px] shrink-0 flex-col border-l border-line @max-[900px]:h-[45%] @max-[900px]:w-full @max-[900px]:border-t @max-[900px]:border-l-0 print:block print:w-full print:border-0">
            <HandoverNote />
          </div>
        </div>
      </div>
      <Hints
        hints={[
          [', / .', w.hints.day],
          ['e', w.hints.edit],
          ['y', w.hints.copy],
          ['p', w.hints.print],
          ['r', w.hints.again],
        ]}
      />
    </section>
  );
}

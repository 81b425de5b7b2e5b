import { useQuery } from '@tanstack/react-query';
import { FlaskConical, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCalendarName } from '../calendar/names.ts';
import { orpc } from '../client/client.ts';
import { c } from '../strings/en-clocks.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Select } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ReplayResult } from './replay-result.tsx';
import { cancelReplay, oldAsked, runReplay, useReplay, type Days } from './replay-store.ts';

const periods: readonly { readonly value: Days; readonly label: string }[] = [
  { value: '7', label: c.replay.days(7) },
  { value: '30', label: c.replay.days(30) },
  { value: '90', label: c.replay.days(90) },
];
const factors = ['0.5', '0.75', '1', '1.5', '2'].map((value) => ({ value, label: c.replay.times(value) }));

/** What is tried as it is edited, and a way back to what is saved. */
function Edited({ children }: { readonly children: ReactNode }) {
  return (
    <span className="inline-flex h-[26px] items-center gap-1 rounded-[5px] border border-line-strong pr-[2px] pl-2 text-small">
      {children}
      <IconButton label={c.replay.dropEdited} onClick={() => useReplay.setState({ edited: null, tried: null })}>
        <X size={12} aria-hidden />
      </IconButton>
    </span>
  );
}

function Controls() {
  const { days, factor, calendar, edited, tried, running } = useReplay();
  const { data } = useQuery(orpc.sla.policies.queryOptions());
  const calendarName = useCalendarName();
  const calendars = Object.keys(data?.calendars ?? {}).map((value) => ({ value, label: calendarName(value) }));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2">
      <Segmented
        label={c.replay.period}
        segments={periods}
        value={days}
        onChange={(next) => useReplay.setState({ days: next })}
      />
      {edited !== null && <Edited>{c.replay.edited(edited.name)}</Edited>}
      {tried !== null && <Edited>{c.replay.triedCalendar(calendarName(tried.key))}</Edited>}
      <span className="flex items-center gap-2">
        <span className="text-small text-ink-2">{c.replay.factor}</span>
        <Segmented
          label={c.replay.factor}
          segments={factors}
          value={String(factor)}
          onChange={(next) => useReplay.setState({ factor: Number(next) })}
        />
      </span>
      <label className="flex items-center gap-2">
        <span className="text-small text-ink-2">{c.replay.calendar}</span>
        <Select
          options={[{ value: '', label: c.replay.ownCalendar }, ...calendars]}
          value={calendar ?? ''}
          onPick={(next) => useReplay.setState({ calendar: next === '' ? null : next })}
          className="h-[26px] max-w-[200px]"
        />
      </label>
      {running === null ? (
        <Button
          look="primary"
          className="ml-auto"
          icon={<FlaskConical size={15} aria-hidden />}
          onClick={() => void runReplay()}
        >
          {c.replay.runShort}
          <Kbd keys="r" on />
        </Button>
      ) : (
        <Button className="ml-auto" icon={<X size={15} aria-hidden />} onClick={cancelReplay}>
          {c.replay.cancelShort}
          <Kbd keys="x" />
        </Button>
      )}
    </div>
  );
}

function Busy() {
  return (
    <div className="flex flex-1 items-center justify-center gap-2 text-ink-2" role="status">
      <LoaderCircle size={16} aria-hidden className="animate-spin" />
      {c.replay.running}
    </div>
  );
}

/** Says that what stands below was asked with other settings, and with which. */
function Old() {
  const state = useReplay();
  const { data } = useQuery(orpc.sla.policies.queryOptions());
  const calendarName = useCalendarName();
  const asked = oldAsked(state, data?.policies ?? []);
  if (asked === null || data === undefined) return null;
  const { days, factor, calendar } = asked;
  const name = calendar === null ? null : calendarName(calendar);
  return (
    <div role="status" className="flex items-center gap-2 border-b border-line bg-risk-soft px-4 py-[5px]">
      <TriangleAlert size={14} aria-hidden className="shrink-0 text-risk" />
      <span className="min-w-0 flex-1">{c.replay.old(Number(days), String(factor), name)}</span>
      <Button small onClick={() => void runReplay()}>
        {c.replay.runAgain} <Kbd keys="r" />
      </Button>
    </div>
  );
}

/** The last days again under other rules: compliance before and after, and every ticket whose outcome flips. */
export function ReplayTab() {
  const { answer, running, error } = useReplay();
  return (
    <section aria-label={c.tabs.replay} aria-busy={running !== null} className="flex min-h-0 flex-1 flex-col">
      <Controls />
      {running !== null && <Busy />}
      {running === null && error !== null && (
        <Empty title={c.replay.failed} actions={<Button onClick={() => void runReplay()}>{c.replay.runShort}</Button>}>
          {error}
        </Empty>
      )}
      {running === null && error === null && answer !== null && (
        <>
          <Old />
          <ReplayResult answer={answer} />
        </>
      )}
      {running === null && error === null && answer === null && (
        <Empty title={c.replay.empty} icon={<FlaskConical size={28} strokeWidth={1.4} aria-hidden />}>
          {c.replay.emptyHow}
        </Empty>
      )}
    </section>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { sw } from '../strings/en-staffing.ts';
import { cx } from '../ui/cx.ts';
import { useSettled } from '../ui/use-settled.ts';
import { ChangeForm } from './change-form.tsx';
import { CompareTable } from './compare-table.tsx';
import { DateBar } from './date-bar.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { PlaySection } from './play-section.tsx';
import { useStaffing } from './staffing-store.ts';
import { useDay, useSettings, useStaffedDay } from './use-day.ts';
import { firstMark, stageOf, useFirstFocus } from '../app/use-focus.ts';
import { changeOf, isChanged } from './what-if-draft.ts';

const w = sw.whatIf;
const typingMs = 150;

/** A day as it is planned beside the day as it would be: nothing of it is written. */
export function WhatIfTab() {
  const { zone, today, date } = useDay();
  const draft = useStaffing((state) => state.change);
  const read = useMemo(() => changeOf(draft, date, zone), [draft, date, zone]);
  const change = useSettled(read.change, typingMs);
  const options = orpc.staffing.whatIf.queryOptions({ input: { date, change } });
  const asked = useQuery({ ...options, placeholderData: keepPreviousData });
  const settings = useSettings();
  const { data: staffed } = useStaffedDay(date, today);
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, stageOf(settings.data?.streams.length));
  if (settings.data === undefined) return <NotRead asked={settings} />;
  const { data, error, isPlaceholderData } = asked;
  const missing = new Map(staffed?.streams.map((each) => [each.stream.id, each.missing]));
  const targets = new Map(settings.data.streams.map(({ id, target }) => [id, target.share]));
  return (
    <section aria-label={w.label} ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-2 min-h-[43px] border-b border-line px-4 py-2">
        <DateBar />
        <span className="flex-1" />
        <span className="text-small text-ink-2">{isChanged(draft) ? w.changed : w.nothing}</span>
      </div>
      <div className="@container flex min-h-0 flex-1">
        <div className="w-[300px] shrink-0 overflow-y-auto border-r border-line px-4 py-4">
          <ChangeForm wrong={read.wrong} />
        </div>
        <div
          {...firstMark}
          role="region"
          aria-label={w.result}
          aria-busy={isPlaceholderData}
          tabIndex={0}
          className="min-w-0 flex-1 overflow-y-auto px-4 py-4 -outline-offset-2"
        >
          {error !== null && <p className="text-late">{messageOf(error)}</p>}
          {data === undefined && error === null && <NotRead asked={asked} />}
          {data !== undefined && (
            <div
              className={cx(
                'mb-6 grid grid-cols-1 gap-x-8 gap-y-6 @min-[1080px]:grid-cols-2',
                data.streams.length === 1 && '@min-[1080px]:!grid-cols-1',
              )}
            >
              {data.streams.map(({ id, name, before, after }) => (
                <CompareTable
                  key={id}
                  name={name}
                  before={before}
                  after={after}
                  zone={zone}
                  target={targets.get(id) ?? 0}
                  missing={missing.get(id) ?? null}
                />
              ))}
            </div>
          )}
          <PlaySection settings={settings.data} />
        </div>
      </div>
      <Hints
        hints={[
          [', / .', w.hints.day],
          ['e', w.hints.change],
          ['arrowup / arrowdown', w.hints.step],
          ['a', w.hints.absent],
          ['x', w.hints.clear],
        ]}
      />
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight, Inbox } from 'lucide-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useNames, usePeople, useZone } from '../client/use-desk.ts';
import { say } from '../app/toasts.tsx';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { exact, moment } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Avatar } from '../ui/marks.tsx';
import { useMinute } from '../ui/use-now.ts';
import { AskDialog } from './ask-dialog.tsx';
import { whatWords, whenWords } from './asked-words.ts';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { decide, mayDecide, requestOptions, timeOffOptions, type Answer, type Decision } from './request-actions.ts';
import { RequestPanel } from './request-panel.tsx';
import { groupAsked, type Asked, type AskedGroups } from './requests.ts';
import { setRoster, showTab, useRoster } from './roster-store.ts';
import { useTabActions } from './tab-actions.ts';
import { useListFocus } from './use-list-focus.ts';
import { placeAfter, stepOf } from '../ui/list-steps.ts';

const w = rw.requests;
const optionId = (id: string): string => `asked-${id}`;
const stateLook: Readonly<Record<Asked['row']['state'], string>> = {
  asked: 'bg-risk-soft text-risk',
  approved: 'bg-met-soft text-met',
  declined: 'bg-late-soft text-late',
  withdrawn: 'bg-paused-soft text-paused',
};

function Line({ asked, current }: { readonly asked: Asked; readonly current: boolean }) {
  const zone = useZone();
  const now = useMinute();
  const { people } = useNames();
  const nameOf = (id: string): string => people.get(id) ?? '…';
  const { row } = asked;
  const name = nameOf(row.personId);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={line}
      id={optionId(asked.id)}
      role="option"
      aria-selected={current}
      onClick={() => setRoster({ askedId: asked.id, declining: false })}
      className={cx(
        'grid min-h-[40px] grid-cols-[24px_minmax(90px,1fr)_minmax(110px,1.2fr)_84px] items-center gap-x-3 border-b border-l-2 border-b-line pr-4 pl-[14px] select-none',
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
      )}
    >
      <Avatar name={name} size={24} />
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-semibold" dir="auto">
          {name}
        </span>
        <span className="truncate text-cap text-ink-2" dir="auto">
          {whatWords(asked, nameOf)}
        </span>
      </span>
      <span className="line-clamp-2 tabular-nums" title={whenWords(asked, zone)}>
        {whenWords(asked, zone)}
      </span>
      <span className="flex flex-col items-end">
        <span className={cx('rounded-[4px] px-[6px] text-cap font-semibold', stateLook[row.state])}>
          {w.state[row.state]}
        </span>
        <span className="text-cap text-ink-2 tabular-nums" title={exact(row.decidedAt ?? row.askedAt, zone)}>
          {moment(row.decidedAt ?? row.askedAt, zone, now)}
        </span>
      </span>
    </div>
  );
}

const headClass = 'flex h-[28px] items-center gap-2 border-b border-line bg-canvas px-4 text-small';

type ListProps = { readonly groups: AskedGroups; readonly current: Asked | null; readonly shown: boolean };

function Lines({ groups, current, shown }: ListProps) {
  const Fold = shown ? ChevronDown : ChevronRight;
  return (
    <>
      <div role="group" aria-label={w.open}>
        <div role="presentation" className={headClass}>
          <span className="font-bold">{w.open}</span>
          <span className="text-ink-2 tabular-nums">{groups.open.length}</span>
        </div>
        {groups.open.map((asked) => (
          <Line key={asked.id} asked={asked} current={asked.id === current?.id} />
        ))}
        {groups.open.length === 0 && (
          <div role="presentation" className="flex h-[34px] items-center border-b border-line px-4 text-ink-2">
            {w.none}
          </div>
        )}
      </div>
      {groups.decided.length > 0 && (
        <div role="group" aria-label={w.decided}>
          <div
            role="presentation"
            className={headClass}
            onClick={() => setRoster({ decidedShown: !shown })}
            title={shown ? w.fold : w.show}
          >
            <Fold size={13} aria-hidden className="text-ink-2" />
            <span className="font-bold">{w.decided}</span>
            <span className="text-ink-2 tabular-nums">{groups.decided.length}</span>
            <Kbd keys="o" />
          </div>
          {shown &&
            groups.decided.map((asked) => <Line key={asked.id} asked={asked} current={asked.id === current?.id} />)}
        </div>
      )}
    </>
  );
}

const Choose = () => (
  <div className="flex w-[440px] shrink-0 border-l border-line max-[1100px]:w-[380px]">
    <Empty title={w.choose}>{w.chooseHow}</Empty>
  </div>
);

function Loaded({ groups }: { readonly groups: AskedGroups }) {
  const { askedId, decidedShown, asking } = useRoster();
  const hasPeople = usePeople().some(({ active }) => active);
  const list = useRef<HTMLDivElement>(null);
  const all = useMemo(() => [...groups.open, ...(decidedShown ? groups.decided : [])], [groups, decidedShown]);
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === askedId),
  );
  const current = all[at] ?? null;
  const empty = groups.open.length === 0 && groups.decided.length === 0;
  useListFocus(list, !empty);
  const focusList = (): void => list.current?.focus({ preventScroll: true });
  // What was decided goes from under the cursor; the next one takes its place.
  const answer: Answer = async (decision, reason) => {
    if (current === null || !(await decide(current, decision, reason))) return;
    const next = all[at + 1] ?? all[at - 1];
    setRoster({ askedId: next?.id ?? null, declining: false });
    focusList();
  };
  const can = (decision: Decision): boolean => current !== null && mayDecide(current, decision);
  useTabActions({
    add: () => {
      if (hasPeople) setRoster({ asking: true });
      else say({ title: w.noPeople });
    },
    ...(can('approved') && { yes: () => void answer('approved') }),
    ...(can('declined') && { decline: () => setRoster({ declining: true }) }),
    ...(can('withdrawn') && { withdraw: () => void answer('withdrawn') }),
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : all[placeAfter(at, step, all.length)];
    if (next !== undefined) setRoster({ askedId: next.id, declining: false });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        {empty ? (
          <Empty
            title={w.empty}
            icon={<Inbox size={28} strokeWidth={1.4} aria-hidden />}
            actions={
              hasPeople ? (
                <Button onClick={() => setRoster({ asking: true })}>
                  {w.ask} <Kbd keys="n" />
                </Button>
              ) : (
                <Button onClick={() => showTab('people')}>
                  {rw.show(rw.tabs.people)} <Kbd keys="1" />
                </Button>
              )
            }
          >
            {hasPeople ? w.emptyHow : w.noPeople}
          </Empty>
        ) : (
          <div
            ref={list}
            role="listbox"
            data-board
            tabIndex={0}
            aria-label={w.list}
            aria-activedescendant={current === null ? undefined : optionId(current.id)}
            onKeyDown={onKeyDown}
            className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
          >
            <Lines groups={groups} current={current} shown={decidedShown} />
          </div>
        )}
        {!empty && (
          <Hints
            hints={[
              ['a', w.hints.approve],
              ['d', w.hints.decline],
              ['w', w.hints.withdraw],
              ['o', w.hints.fold],
            ]}
          />
        )}
      </div>
      {!empty &&
        (current === null ? (
          <Choose />
        ) : (
          <RequestPanel key={current.id} asked={current} onAnswer={answer} onLeave={focusList} />
        ))}
      <AskDialog open={asking} />
    </div>
  );
}

/** What people ask for, with what it would do before one says yes or no. */
export function RequestsTab() {
  const timeOff = useQuery(timeOffOptions);
  const requests = useQuery(requestOptions);
  const groups = useMemo(
    () =>
      timeOff.data !== undefined && requests.data !== undefined
        ? groupAsked(timeOff.data.timeOff, requests.data.requests, requests.data.shifts)
        : null,
    [timeOff.data, requests.data],
  );
  if (groups === null) return <NotRead asked={timeOff.error === null ? requests : timeOff} />;
  return <Loaded groups={groups} />;
}

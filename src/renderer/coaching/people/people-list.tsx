import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Coached } from '../../../contract/index.ts';
import { placeAfter, stepOf } from '../../roster/use-list-focus.ts';
import { cw } from '../../strings/en-coaching.ts';
import { cx } from '../../ui/cx.ts';
import { duration, moment, shortDate } from '../../ui/format.ts';
import { setCoaching } from '../coaching-store.ts';
import type { Told } from '../page/rows.tsx';
import { Standing } from './standing.tsx';

const w = cw.people;
const optionId = (id: string): string => `coached-${id}`;

/** What is open of somebody, as counts; what is nothing is left out, and what is late has its colour. */
function Open({ coached }: { readonly coached: Coached }) {
  const { openActions, lateActions, openGoals, unacknowledged } = coached;
  const texts = [
    openActions > 0 && (
      <span key="actions">
        {w.actions(openActions)}
        {lateActions > 0 && <span className="font-semibold text-late">, {w.late(lateActions)}</span>}
      </span>
    ),
    openGoals > 0 && <span key="goals">{w.goals(openGoals)}</span>,
    unacknowledged > 0 && <span key="unread">{w.unread(unacknowledged)}</span>,
  ].filter((text) => text !== false);
  return texts.length === 0 ? null : (
    <span className="flex flex-wrap gap-x-2 text-small text-ink-2 tabular-nums">{texts}</span>
  );
}

type LineProps = {
  readonly coached: Coached;
  readonly current: boolean;
  readonly told: Told;
  readonly onChoose: () => void;
};

function Line({ coached, current, told, onChoose }: LineProps) {
  const { personId, lastAt, nextAt, minutes } = coached;
  const { zone, now } = told;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={line}
      id={optionId(personId)}
      role="option"
      aria-selected={current}
      onClick={onChoose}
      className={cx(
        'flex min-h-[44px] flex-col justify-center border-b border-l-2 border-b-line py-[5px] pr-3 pl-[14px] select-none',
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
      )}
    >
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto" title={told.nameOf(personId)}>
          {told.nameOf(personId)}
        </span>
        <Standing coached={coached} now={now} />
      </span>
      <span className="flex flex-wrap gap-x-2 text-small text-ink-2 tabular-nums">
        <span>{lastAt === null ? w.noLast : w.last(shortDate(lastAt, zone, now))}</span>
        <span>{w.minutes(duration(minutes))}</span>
        {nextAt !== null && <span>{w.planned(moment(nextAt, zone, now))}</span>}
      </span>
      <Open coached={coached} />
    </div>
  );
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly people: readonly Coached[];
  readonly currentId: string | null;
  readonly told: Told;
  readonly onChoose: (id: string) => void;
  /** To the page of whom the cursor is on. */
  readonly onEnter: () => void;
};

/** Everybody who is coached, who waits longest first. */
export function PeopleList({ list, people, currentId, told, onChoose, onEnter }: Props) {
  const at = Math.max(
    0,
    people.findIndex(({ personId }) => personId === currentId),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : people[placeAfter(at, step, people.length)];
    if (next !== undefined) onChoose(next.personId);
    else if (event.key === 'Enter' || event.key === 'ArrowRight') onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={list}
      role="listbox"
      data-board
      data-first
      tabIndex={0}
      aria-label={w.list}
      aria-activedescendant={people[at] === undefined ? undefined : optionId(people[at].personId)}
      onFocus={() => setCoaching({ list: null })}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      {people.map((coached, index) => (
        <Line
          key={coached.personId}
          coached={coached}
          current={index === at}
          told={told}
          onChoose={() => onChoose(coached.personId)}
        />
      ))}
    </div>
  );
}

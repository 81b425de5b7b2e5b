import type { RefObject } from 'react';
import type { Coached } from '../../../contract/index.ts';
import { cw } from '../../strings/en-coaching.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { duration, moment, shortDate } from '../../ui/format.ts';
import { setCoaching } from '../coaching-store.ts';
import type { Told } from '../page/rows.tsx';
import { Standing } from './standing.tsx';

const w = cw.people;

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

type LineProps = { readonly coached: Coached; readonly told: Told };

function Line({ coached, told }: LineProps) {
  const { personId, lastAt, nextAt, minutes } = coached;
  const { zone, now } = told;
  return (
    <Entry id={personId} className="flex-col justify-center py-[5px]">
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
    </Entry>
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
  const onOther = (key: string): boolean => {
    if (key !== 'Enter' && key !== 'ArrowRight') return false;
    onEnter();
    return true;
  };
  return (
    <EntryList
      ref={list}
      label={w.list}
      ids={people.map(({ personId }) => personId)}
      currentId={currentId}
      onChoose={onChoose}
      onOther={onOther}
      onFocus={() => setCoaching({ list: null })}
    >
      {people.map((coached) => (
        <Line key={coached.personId} coached={coached} told={told} />
      ))}
    </EntryList>
  );
}

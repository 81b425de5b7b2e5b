import { CalendarCheck, CalendarX, Check, Circle, Minus, X } from 'lucide-react';
import type { RefObject } from 'react';
import type { Refresher, TrainingAttendance } from '../../../contract/index.ts';
import { tw } from '../../strings/en-training.ts';
import { cx } from '../../ui/cx.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { Avatar } from '../../ui/marks.tsx';
import { setTraining, useTraining } from '../training-store.ts';
import type { Told } from '../use-told.ts';

const w = tw.refreshers;
const icons = { invited: Circle, attended: Check, missed: X, excused: Minus } as const;
const tones = { invited: 'text-ink-2', attended: 'text-met', missed: 'text-late', excused: 'text-ink-2' } as const;

type LineProps = {
  readonly attendee: TrainingAttendance;
  readonly refresher: Pick<Refresher, 'state' | 'startAt'>;
  readonly told: Told;
};

function Placed({ placed }: { readonly placed: boolean }) {
  const Icon = placed ? CalendarCheck : CalendarX;
  return (
    <span
      className={cx('inline-flex items-center gap-1 text-small', placed ? 'text-ink-2' : 'font-semibold text-risk')}
    >
      <Icon size={12} aria-hidden />
      {placed ? w.placed : w.notPlaced}
    </span>
  );
}

function Line({ attendee: { personId, state, placed }, refresher, told }: LineProps) {
  const Icon = icons[state];
  const name = told.nameOf(personId);
  return (
    <Entry id={personId} className="!min-h-[34px] flex-row flex-wrap items-center gap-x-2 !pl-2">
      <Avatar name={name} />
      <span className="min-w-[90px] flex-1 truncate" dir="auto" title={name}>
        {name}
      </span>
      {refresher.state === 'planned' && refresher.startAt !== null && <Placed placed={placed} />}
      <span className={cx('inline-flex items-center gap-1 text-small font-semibold', tones[state])}>
        <Icon size={12} strokeWidth={2.4} aria-hidden />
        {w.attend[state]}
      </span>
    </Entry>
  );
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly refresher: Refresher;
  readonly currentId: string | null;
  readonly told: Told;
  readonly onLeave: () => void;
};

/** Who is invited, whether the roster keeps the time free, and who was there. */
export function Attendees({ list, refresher, currentId, told, onLeave }: Props) {
  const { attendance } = refresher;
  const side = useTraining((state) => state.side);
  return (
    <div
      className="flex flex-col border-t border-line"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'ArrowLeft') return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <EntryList
        ref={list}
        label={w.people}
        ids={attendance.map(({ personId }) => personId)}
        currentId={currentId}
        resting={side === 'left'}
        onChoose={(attendeeId) => setTraining({ attendeeId })}
        onFocus={() => setTraining({ side: 'right' })}
      >
        {attendance.map((attendee) => (
          <Line key={attendee.personId} attendee={attendee} refresher={refresher} told={told} />
        ))}
      </EntryList>
    </div>
  );
}

import { CalendarClock, CircleDashed, CircleCheck, CircleSlash, TriangleAlert } from 'lucide-react';
import type { RefObject } from 'react';
import type { Refresher } from '../../../contract/index.ts';
import { tw } from '../../strings/en-training.ts';
import { cx } from '../../ui/cx.ts';
import { Entry, EntryGroup, EntryList } from '../../ui/entry-list.tsx';
import { setTraining } from '../training-store.ts';
import { spanText, type Told } from '../use-told.ts';
import { isOver } from '../weeks.ts';

const w = tw.refreshers;
const order = ['planned', 'held', 'cancelled'] as const;

type LineProps = { readonly refresher: Refresher; readonly told: Told };

function Mark({ refresher, told }: LineProps) {
  const { state, startAt } = refresher;
  if (isOver(refresher, told.now)) return <TriangleAlert size={14} aria-hidden className="text-risk" />;
  if (state === 'held') return <CircleCheck size={14} aria-hidden className="text-met" />;
  if (state === 'cancelled') return <CircleSlash size={14} aria-hidden className="text-ink-3" />;
  const Icon = startAt === null ? CircleDashed : CalendarClock;
  return <Icon size={14} aria-hidden className="text-ink-2" />;
}

/** When it is, or what is missing for that. */
export function When({ refresher, told }: LineProps) {
  const { startAt, minutes } = refresher;
  const over = isOver(refresher, told.now);
  return (
    <>
      {startAt === null ? (
        <span>
          {w.noTime}, {w.minutes(minutes)}
        </span>
      ) : (
        <span>{spanText(startAt, startAt + minutes * 60_000, told)}</span>
      )}
      {over && <span className="font-semibold text-risk">{w.over}</span>}
    </>
  );
}

function peopleText({ attendance, state, startAt }: Refresher): string {
  const n = attendance.length;
  const count = (is: (each: Refresher['attendance'][number]) => boolean): number => attendance.filter(is).length;
  if (n === 0 || state === 'cancelled') return w.invited(n);
  if (state === 'held')
    return w.were(
      count((each) => each.state === 'attended'),
      n,
    );
  return startAt === null
    ? w.invited(n)
    : w.kept(
        count(({ placed }) => placed),
        n,
      );
}

const Line = ({ refresher, told }: LineProps) => (
  <Entry id={refresher.id} className="flex-row items-start gap-2 py-[6px]">
    <span className="mt-[3px] shrink-0">
      <Mark refresher={refresher} told={told} />
    </span>
    <span className="flex min-w-0 flex-1 flex-col">
      <span
        dir="auto"
        title={refresher.title}
        className={cx('truncate font-semibold', refresher.state === 'cancelled' && 'text-ink-2 line-through')}
      >
        {refresher.title}
      </span>
      <span className="flex flex-wrap gap-x-2 text-small text-ink-2 tabular-nums">
        <When refresher={refresher} told={told} />
      </span>
      <span className="text-small text-ink-2 tabular-nums">{peopleText(refresher)}</span>
    </span>
  </Entry>
);

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly refreshers: readonly Refresher[];
  readonly currentId: string | null;
  readonly told: Told;
  /** To the people of what the cursor is on. */
  readonly onEnter: () => void;
};

/** Refreshers by what is to come, was held, or was called off. */
export function RefresherList({ list, refreshers, currentId, told, onEnter }: Props) {
  const onOther = (key: string): boolean => {
    if (key !== 'Enter' && key !== 'ArrowRight') return false;
    onEnter();
    return true;
  };
  const groups = order.map((state) => ({ state, some: refreshers.filter((each) => each.state === state) }));
  return (
    <EntryList
      ref={list}
      label={w.list}
      ids={groups.flatMap(({ some }) => some.map(({ id }) => id))}
      currentId={currentId}
      onChoose={(refresherId) => setTraining({ refresherId, attendeeId: null })}
      onOther={onOther}
      onFocus={() => setTraining({ side: 'left' })}
    >
      {groups.map(({ state, some }) => (
        <EntryGroup key={state} title={w.groups[state]} count={some.length}>
          {some.map((refresher) => (
            <Line key={refresher.id} refresher={refresher} told={told} />
          ))}
        </EntryGroup>
      ))}
    </EntryList>
  );
}

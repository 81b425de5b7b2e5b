import { ArrowDown, ArrowUp, CircleCheck, Equal, Hourglass, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { RefObject } from 'react';
import type { Problem, RecurrenceSide } from '../../../contract/index.ts';
import { useNames, useZone } from '../../client/use-desk.ts';
import { fw } from '../../strings/en-surveys.ts';
import { cx } from '../../ui/cx.ts';
import { dayOf } from '../../ui/days.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { dateText, shortDate } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';
import { setSurveys, useSurveys } from '../surveys-store.ts';

const w = fw.causes;
const looks: Readonly<Record<RecurrenceSide['verdict'], { readonly icon: LucideIcon; readonly tone: string }>> = {
  less: { icon: ArrowDown, tone: 'text-met' },
  more: { icon: ArrowUp, tone: 'text-late' },
  same: { icon: Equal, tone: 'text-ink' },
  early: { icon: Hourglass, tone: 'text-ink-2' },
};

function Side({ which, side }: { readonly which: string; readonly side: RecurrenceSide | null }) {
  if (side === null) return null;
  const { icon: Icon, tone } = looks[side.verdict];
  return (
    <span className={cx('flex items-start gap-1 tabular-nums', tone)}>
      <Icon size={12} aria-hidden className="mt-[3px] shrink-0" />
      {w.side(which, side)}
    </span>
  );
}

function Due({ problem: { doneAt, dueOn } }: { readonly problem: Problem }) {
  const zone = useZone();
  const now = useMinute();
  if (doneAt !== null)
    return (
      <span className="inline-flex items-center gap-1 text-met">
        <CircleCheck size={12} aria-hidden />
        {w.done(shortDate(doneAt, zone, now))}
      </span>
    );
  if (dueOn === null) return null;
  if (dueOn >= dayOf(now, zone)) return <span>{w.by(dateText(dueOn, now))}</span>;
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-late">
      <TriangleAlert size={12} aria-hidden />
      {w.late(dateText(dueOn, now))}
    </span>
  );
}

function Line({ problem }: { readonly problem: Problem }) {
  const { people } = useNames();
  const { id, title, whys, action, ownerId, recurrence } = problem;
  return (
    <Entry id={id} className="flex-col justify-center gap-[2px] py-[7px]">
      <span className="font-semibold break-words" dir="auto">
        {title}
      </span>
      {whys.length > 0 && (
        <ol aria-label={w.why} className="text-small text-ink-2">
          {whys.map((why, at) => (
            <li key={`${at}${why}`} dir="auto" className="break-words" style={{ paddingLeft: 10 * at }}>
              {at + 1}. {why}
            </li>
          ))}
        </ol>
      )}
      <span className="flex flex-wrap gap-x-3 text-small">
        <span dir="auto" className={cx('break-words', action === '' && 'text-ink-2')}>
          {action === '' ? w.noAction : action}
        </span>
        {ownerId !== null && <span className="text-ink-2">{people.get(ownerId) ?? ''}</span>}
        <Due problem={problem} />
      </span>
      {recurrence !== null && (
        <span className="flex flex-col text-small">
          <Side which={w.ofResponses} side={recurrence.responses} />
          <Side which={w.ofTickets} side={recurrence.tickets} />
        </span>
      )}
    </Entry>
  );
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly problems: readonly Problem[];
  readonly onLeft: () => void;
};

/** Problems with their whys, what is done about them, and whether they come back. */
export function ProblemList({ list, problems, onLeft }: Props) {
  const problemId = useSurveys((state) => state.problemId);
  return (
    <EntryList
      ref={list}
      label={w.problems}
      ids={problems.map(({ id }) => id)}
      currentId={problemId}
      onChoose={(id) => setSurveys({ problemId: id })}
      onFocus={() =>
        setSurveys({ problemId: problems.find(({ id }) => id === problemId)?.id ?? problems[0]?.id ?? null })
      }
      onOther={(key) => {
        if (key !== 'ArrowLeft') return false;
        onLeft();
        return true;
      }}
    >
      {problems.map((problem) => (
        <Line key={problem.id} problem={problem} />
      ))}
    </EntryList>
  );
}

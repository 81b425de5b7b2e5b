import { Check, Circle, CircleCheck, CircleSlash, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CoachingAction, CoachingGoal, CoachingSession, Praise } from '../../../contract/index.ts';
import { cw } from '../../strings/en-coaching.ts';
import { cx } from '../../ui/cx.ts';
import { dateText, moment, shortDate } from '../../ui/format.ts';
import { isLate } from '../due.ts';

const w = cw.page;

/** What rows tell times and names by. */
export type Told = {
  readonly zone: string;
  readonly now: number;
  readonly today: string;
  readonly nameOf: (id: string | null) => string;
};

type LineProps = {
  readonly mark: ReactNode;
  readonly text: string;
  readonly struck?: boolean;
  readonly children: ReactNode;
};

const Line = ({ mark, text, struck = false, children }: LineProps) => (
  <>
    <span className="flex size-[15px] shrink-0 items-center justify-center self-start mt-[3px]">{mark}</span>
    <span className="min-w-0 flex-1">
      <span dir="auto" className={cx('block break-words', struck && 'text-ink-2 line-through')}>
        {text}
      </span>
      <span className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">{children}</span>
    </span>
  </>
);

function Due({ dueOn, late, told }: { readonly dueOn: string | null; readonly late: boolean; readonly told: Told }) {
  if (dueOn === null) return null;
  const date = dateText(dueOn, told.now);
  if (!late) return <span>{w.by(date)}</span>;
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-late">
      <TriangleAlert size={12} aria-hidden />
      {w.late(date)}
    </span>
  );
}

const goalIcons = { open: Circle, met: CircleCheck, dropped: CircleSlash } as const;
const goalTones = { open: 'text-ink-2', met: 'text-met', dropped: 'text-ink-3' } as const;

export function GoalRow({
  goal,
  metric,
  told,
}: {
  readonly goal: CoachingGoal;
  readonly metric: string | null;
  readonly told: Told;
}) {
  const Icon = goalIcons[goal.state];
  const isOpen = goal.state === 'open';
  return (
    <Line
      mark={<Icon size={14} aria-hidden className={goalTones[goal.state]} />}
      text={goal.text}
      struck={goal.state === 'dropped'}
    >
      <span className={cx(isOpen && 'font-medium text-ink')}>
        {isOpen || goal.closedAt === null
          ? w.goalState[goal.state]
          : w.closed(w.goalState[goal.state], shortDate(goal.closedAt, told.zone, told.now))}
      </span>
      <span dir="auto">{metric === null ? w.notMeasured : w.measured(metric)}</span>
      <span>{w.set(shortDate(goal.setAt, told.zone, told.now))}</span>
      {isOpen && <Due dueOn={goal.dueOn} late={isLate(goal.dueOn, false, told.today)} told={told} />}
    </Line>
  );
}

export function ActionRow({ action, told }: { readonly action: CoachingAction; readonly told: Told }) {
  const { doneAt, dueOn, ownerId, personId } = action;
  const done = doneAt !== null;
  return (
    <Line
      mark={
        <span
          className={cx(
            'flex size-[13px] items-center justify-center rounded-[3.5px] border',
            done ? 'border-met text-met' : 'border-ink-3',
          )}
        >
          {done && <Check size={11} strokeWidth={3} aria-hidden />}
        </span>
      }
      text={action.text}
      struck={done}
    >
      <span dir="auto">{w.owner(told.nameOf(ownerId ?? personId))}</span>
      {done ? (
        <span>{w.done(shortDate(doneAt, told.zone, told.now))}</span>
      ) : (
        <Due dueOn={dueOn} late={isLate(dueOn, done, told.today)} told={told} />
      )}
    </Line>
  );
}

export const PraiseRow = ({ praise, told }: { readonly praise: Praise; readonly told: Told }) => (
  <span className="min-w-0 flex-1">
    <span dir="auto" className="block break-words whitespace-pre-wrap">
      {praise.text}
    </span>
    <span dir="auto" className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
      <span>{w.praiseFrom(praise.by, moment(praise.at, told.zone, told.now))}</span>
      {praise.ticketNumber !== null && <span>{w.ticket(praise.ticketNumber)}</span>}
    </span>
  </span>
);

/** A session that was planned and whose time is over needs somebody to say whether it was held. */
const isMissed = ({ state, at, minutes }: CoachingSession, now: number): boolean =>
  state === 'planned' && at + minutes * 60_000 < now;

export function SessionRow({ session, told }: { readonly session: CoachingSession; readonly told: Told }) {
  const { state, acknowledgedAt, coachId } = session;
  const missed = isMissed(session, told.now);
  return (
    <>
      <span className="w-[116px] shrink-0 font-semibold tabular-nums">{moment(session.at, told.zone, told.now)}</span>
      <span className="w-[52px] shrink-0 text-ink-2 tabular-nums">{w.minutes(session.minutes)}</span>
      <span className="flex min-w-0 flex-1 flex-wrap gap-x-3 text-small text-ink-2">
        <span className={cx('font-medium', missed ? 'text-risk' : 'text-ink')}>
          {missed ? w.missed : w.state[state]}
        </span>
        {state === 'held' && (
          <span className={cx('inline-flex items-center gap-1', acknowledgedAt === null && 'text-risk')}>
            {acknowledgedAt !== null && <Check size={12} aria-hidden className="text-met" />}
            {acknowledgedAt === null ? w.notAcknowledged : w.acknowledged}
          </span>
        )}
        <span dir="auto">{w.coach(coachId === null ? cw.coordinator : told.nameOf(coachId))}</span>
      </span>
    </>
  );
}

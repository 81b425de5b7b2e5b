import { BookOpen, Check, CircleQuestionMark, Lock, LockOpen, PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Told } from '../../coaching/page/rows.tsx';
import { ow } from '../../strings/en-onboarding.ts';
import { cx } from '../../ui/cx.ts';
import { moment, shortDate } from '../../ui/format.ts';
import { gateShare, type Item } from './items.ts';

const w = ow.page;
type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;

const Tick = ({ done }: { readonly done: boolean }) => (
  <span
    aria-hidden
    className={cx(
      'mt-[3px] flex size-[13px] shrink-0 items-center justify-center rounded-[3.5px] border',
      done ? 'border-met text-met' : 'border-ink-3',
    )}
  >
    {done && <Check size={11} strokeWidth={3} aria-hidden />}
  </span>
);

type LineProps = { readonly mark: ReactNode; readonly text: string; readonly children: ReactNode };

const Line = ({ mark, text, children }: LineProps) => (
  <>
    {mark}
    <span className="min-w-0 flex-1">
      <span className="block break-words" dir="auto">
        {text}
      </span>
      <span className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">{children}</span>
    </span>
  </>
);

/** What is to be done, whether it is, and by which quiz and with which material. */
export function TaskRow({ item: { task, done }, told }: { readonly item: Of<'task'>; readonly told: Told }) {
  const { quiz, material, detail } = task;
  const isDone = done.doneAt !== null;
  return (
    <Line mark={<Tick done={isDone} />} text={task.name}>
      {isDone && <span dir="auto">{w.done(shortDate(done.doneAt ?? 0, told.zone, told.now), done.doneBy)}</span>}
      {quiz !== null && (
        <span className="inline-flex items-center gap-1">
          <CircleQuestionMark size={12} aria-hidden />
          {w.quiz(quiz.questions.length, quiz.passPercent)}
        </span>
      )}
      {done.percent !== null && (
        <span className={cx(!isDone && 'font-semibold text-ink')}>{w.best(done.percent, done.tries)}</span>
      )}
      {material !== '' && (
        <span className="inline-flex max-w-full min-w-0 items-center gap-1">
          <BookOpen size={12} aria-hidden className="shrink-0" />
          <bdi className="truncate">{material}</bdi>
        </span>
      )}
      {detail !== '' && (
        <span className="line-clamp-1 w-full break-words" dir="auto">
          {detail}
        </span>
      )}
    </Line>
  );
}

/** What the data have to show: what there is of it, in words and as a bar, and whether that is enough. */
export function GateRow({ item: { gate } }: { readonly item: Of<'gate'> }) {
  const { isOpen, text } = gate;
  const Icon = isOpen ? LockOpen : Lock;
  const tone = isOpen ? 'text-met' : 'text-risk';
  return (
    <>
      <Icon size={13} aria-hidden className={cx('mt-[3px] shrink-0', tone)} />
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 tabular-nums">
        <span className="min-w-0 break-words" dir="auto">
          {text}
        </span>
        <span className="text-small font-semibold">{w.gate[isOpen ? 'open' : 'shut']}</span>
        <span aria-hidden className="h-[6px] w-[140px] overflow-hidden rounded-full bg-sunken ring-1 ring-line-strong">
          <span
            className={cx('block h-full', isOpen ? 'bg-met' : 'bg-accent')}
            style={{ width: `${100 * gateShare(gate)}%` }}
          />
        </span>
      </span>
    </>
  );
}

/** Who has to say that the stage is done, and whether they did. */
export function SignRow({ item: { role, state }, told }: { readonly item: Of<'sign'>; readonly told: Told }) {
  const signed = role === 'agent' ? state.agentSigned : state.trainerSigned;
  return (
    <>
      <PenLine size={13} aria-hidden className={cx('mt-[3px] shrink-0', signed === null ? 'text-ink-3' : 'text-met')} />
      <span className="flex min-w-0 flex-1 flex-wrap gap-x-3">
        <span>{w.signOff[role]}</span>
        <span className="text-small text-ink-2 tabular-nums" dir="auto">
          {signed === null ? w.notSigned : w.signed(moment(signed.at, told.zone, told.now), signed.by)}
        </span>
      </span>
    </>
  );
}

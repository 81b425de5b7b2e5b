import { Check, Circle, CircleDot, CircleSlash, Plus } from 'lucide-react';
import type { RefObject } from 'react';
import type { Enrolment } from '../../../contract/index.ts';
import { tw } from '../../strings/en-training.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { dateText } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { setTraining } from '../training-store.ts';
import type { Told } from '../use-told.ts';

const w = tw.budget;
const icons = { planned: Circle, booked: CircleDot, done: Check, cancelled: CircleSlash } as const;
const tones = { planned: 'text-ink-2', booked: 'text-ink', done: 'text-met', cancelled: 'text-ink-2' } as const;

type LineProps = {
  readonly enrolment: Enrolment;
  readonly course: string;
  readonly currency: string;
  readonly told: Told;
};

function Line({ enrolment: { id, on, cost, state }, course, currency, told }: LineProps) {
  const Icon = icons[state];
  return (
    <Entry id={id} className="flex-row flex-wrap items-center gap-x-3 py-[4px]">
      <span
        className={cx('min-w-[120px] flex-1 break-words', state === 'cancelled' && 'text-ink-2 line-through')}
        dir="auto"
      >
        {course}
      </span>
      <span className="text-small text-ink-2 tabular-nums">{dateText(on, told.now)}</span>
      <span className={cx('inline-flex w-[84px] items-center gap-1 text-small font-semibold', tones[state])}>
        <Icon size={12} strokeWidth={2.4} aria-hidden />
        {w.states[state]}
      </span>
      <span className={cx('w-[84px] text-right tabular-nums', state === 'cancelled' && 'text-ink-2 line-through')}>
        {tw.money(cost, currency)}
      </span>
    </Entry>
  );
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly title: string;
  readonly enrolments: readonly Enrolment[];
  readonly currentId: string | null;
  /** The keys are with the people. */
  readonly resting: boolean;
  readonly courseOf: (id: string) => string;
  readonly currency: string;
  readonly told: Told;
  /** Null: it is somebody else's to do. */
  readonly onAdd: (() => void) | null;
  readonly onLeave: () => void;
};

/** What one person does in a year. */
export const EnrolmentList = ({ list, ...props }: Props) => (
  <section
    aria-label={props.title}
    className="flex min-h-0 min-w-0 flex-1 flex-col border-l border-line max-[820px]:border-t max-[820px]:border-l-0"
    onKeyDown={(event) => {
      if (event.key !== 'Escape' && event.key !== 'ArrowLeft') return;
      event.preventDefault();
      event.stopPropagation();
      props.onLeave();
    }}
  >
    <header className="flex min-h-[40px] shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1">
      <h2 className="min-w-0 flex-1 font-bold break-words" dir="auto">
        {props.title}
      </h2>
      {props.onAdd !== null && (
        <Button small look="primary" onClick={props.onAdd} icon={<Plus size={13} aria-hidden />}>
          {w.enrol}
          <Kbd keys="n" on />
        </Button>
      )}
    </header>
    {props.enrolments.length === 0 ? (
      <p className="p-4 text-small text-ink-2">{w.noCourses}</p>
    ) : (
      <EntryList
        ref={list}
        label={props.title}
        ids={props.enrolments.map(({ id }) => id)}
        currentId={props.currentId}
        resting={props.resting}
        onChoose={(enrolmentId) => setTraining({ enrolmentId })}
        onFocus={() => setTraining({ side: 'right' })}
      >
        {props.enrolments.map((enrolment) => (
          <Line
            key={enrolment.id}
            enrolment={enrolment}
            course={props.courseOf(enrolment.courseId)}
            currency={props.currency}
            told={props.told}
          />
        ))}
      </EntryList>
    )}
  </section>
);

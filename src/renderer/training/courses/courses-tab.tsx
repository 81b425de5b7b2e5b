import { useQuery } from '@tanstack/react-query';
import { BookOpen, Plus } from 'lucide-react';
import { useRef } from 'react';
import type { Course } from '../../../contract/index.ts';
import { orpc } from '../../client/client.ts';
import { useViewer } from '../../people/viewer.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { Hints } from '../../ui/hints.tsx';
import { stageOf, useFirstFocus } from '../../app/use-focus.ts';
import { tw } from '../../strings/en-training.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Empty } from '../../ui/empty.tsx';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { useTabActions } from '../tab-actions.ts';
import { ask, setTraining, useTraining } from '../training-store.ts';

const w = tw.courses;
const newCourse = (): void => ask({ what: 'course', course: null });

const Line = ({ course, currency }: { readonly course: Course; readonly currency: string }) => (
  <Entry id={course.id} className="flex-row flex-wrap items-center gap-x-4 py-[5px]">
    <span className="flex min-w-[160px] flex-[2] flex-col">
      <span className={cx('font-semibold break-words', course.archived && 'text-ink-2')} dir="auto">
        {course.name}
      </span>
      <span className="flex flex-wrap gap-x-2 text-small text-ink-2" dir="auto">
        {course.provider !== '' && <span>{course.provider}</span>}
        {course.archived && <span className="font-semibold">{w.archived}</span>}
        {course.link !== '' && <span className="break-all">{course.link}</span>}
      </span>
    </span>
    <span className="min-w-[120px] flex-1 text-small text-ink-2" dir="auto">
      {w.certificateOf(course)}
    </span>
    <span className="w-[56px] shrink-0 text-right text-small text-ink-2 tabular-nums">{w.hoursOf(course.hours)}</span>
    <span className="w-[96px] shrink-0 text-right font-semibold tabular-nums">{tw.money(course.cost, currency)}</span>
  </Entry>
);

const hints = [
  ['j / k', w.hints.move],
  ['enter', w.hints.open],
  ['n', w.hints.new],
  ['b', w.hints.enrol],
  ['z', w.hints.archive],
] as const;

type Props = { readonly courses: readonly Course[]; readonly currency: string; readonly leads: boolean };

function useCourseKeys(current: Course | undefined, leads: boolean): void {
  const keys =
    current === undefined
      ? {}
      : {
          edit: () => ask({ what: 'course', course: current }),
          open: () => ask({ what: 'course', course: current }),
          archive: () => void command(client.training.courseSave({ ...current, archived: !current.archived })),
          ...(!current.archived && {
            enrol: () => ask({ what: 'enrolment', enrolment: null, personId: null, courseId: current.id }),
          }),
        };
  useTabActions(leads ? { new: newCourse, ...keys } : {});
}

function Loaded({ courses, currency, leads }: Props) {
  const courseId = useTraining((state) => state.courseId);
  const current = courses.find(({ id }) => id === courseId) ?? courses[0];
  useCourseKeys(current, leads);
  if (courses.length === 0)
    return (
      <Empty
        title={w.empty}
        icon={<BookOpen size={28} strokeWidth={1.4} aria-hidden />}
        actions={
          leads && (
            <Button look="primary" data-first onClick={newCourse}>
              {w.new}
              <Kbd keys="n" on />
            </Button>
          )
        }
      >
        {leads ? w.emptyHow : w.emptyAgentHow}
      </Empty>
    );
  return (
    <>
      <div className="flex min-h-[40px] shrink-0 flex-wrap items-center justify-end gap-2 border-b border-line px-4 py-1">
        {leads && (
          <Button small look="primary" onClick={newCourse} icon={<Plus size={13} aria-hidden />}>
            {w.new}
            <Kbd keys="n" on />
          </Button>
        )}
      </div>
      <EntryList
        label={w.list}
        ids={courses.map(({ id }) => id)}
        currentId={current?.id ?? null}
        onChoose={(id) => setTraining({ courseId: id })}
      >
        {courses.map((course) => (
          <Line key={course.id} course={course} currency={currency} />
        ))}
      </EntryList>
      <Hints hints={leads ? hints : hints.slice(0, 1)} />
    </>
  );
}

/** The catalogue: what can be taken, what it costs, and what certificate it gives. */
export function CoursesTab() {
  const asked = useQuery(orpc.training.courses.queryOptions());
  const { leads } = useViewer();
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, stageOf(asked.data?.courses.length));
  if (asked.data === undefined) return <NotRead asked={asked} />;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <Loaded {...asked.data} leads={leads} />
    </div>
  );
}

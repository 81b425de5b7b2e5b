import type { ReactNode } from 'react';
import { keepFocus } from '../../app/keep-focus.ts';
import { useLast } from '../../ui/use-last.ts';
import { tw } from '../../strings/en-training.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ask, useTraining, type Asking } from '../training-store.ts';
import { useTold } from '../use-told.ts';
import { AmountForm } from './amount-form.tsx';
import { CourseForm } from './course-form.tsx';
import { EnrolmentForm } from './enrolment-form.tsx';
import { FindTime } from './find-time.tsx';
import { InviteForm } from './invite-form.tsx';
import { RefresherForm } from './refresher-form.tsx';
import { TopicForm } from './topic-form.tsx';

const w = tw.form;

const close = (): void => {
  ask(null);
  keepFocus();
};

function titleOf(asking: Asking, nameOf: (id: string | null) => string): string {
  if (asking.what === 'topic') return asking.topic === null ? w.newTopic : w.topic;
  if (asking.what === 'refresher') return asking.refresher === null ? w.newRefresher : w.refresher;
  if (asking.what === 'invite') return w.invite;
  if (asking.what === 'find') return tw.slots.title(asking.refresher.title);
  if (asking.what === 'course') return asking.course === null ? w.newCourse : w.course;
  if (asking.what === 'enrolment') return asking.enrolment === null ? w.newEnrolment : w.enrolment;
  return asking.personId === null ? w.everybody : w.amountOf(nameOf(asking.personId));
}

function formOf(asking: Asking): ReactNode {
  if (asking.what === 'topic') return <TopicForm topic={asking.topic} onClose={close} />;
  if (asking.what === 'refresher') return <RefresherForm refresher={asking.refresher} onClose={close} />;
  if (asking.what === 'invite') return <InviteForm refresher={asking.refresher} onClose={close} />;
  if (asking.what === 'find') return <FindTime refresher={asking.refresher} onClose={close} />;
  if (asking.what === 'course') return <CourseForm course={asking.course} onClose={close} />;
  if (asking.what === 'enrolment') return <EnrolmentForm {...asking} onClose={close} />;
  return <AmountForm key={asking.personId ?? 'all'} personId={asking.personId} onClose={close} />;
}

/** What is being asked for, in a dialog, wherever on the screen it was asked. */
export function Asked() {
  const asking = useTraining((state) => state.asking);
  const last = useLast(asking);
  const { nameOf } = useTold();
  if (last === null) return null;
  return (
    <Dialog
      title={titleOf(last, nameOf)}
      open={asking !== null}
      onClose={close}
      width={last.what === 'find' ? 760 : 520}
    >
      {formOf(last)}
    </Dialog>
  );
}

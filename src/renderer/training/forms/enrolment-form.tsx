import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Course, Enrolment } from '../../../contract/index.ts';
import { enrolmentStates } from '../../../contract/words.ts';
import { command } from '../../app/actions.ts';
import { say } from '../../app/toasts.tsx';
import { client, orpc } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { numberIn } from '../../ui/read-number.ts';
import { tw } from '../../strings/en-training.ts';
import { Button } from '../../ui/button.tsx';
import { DateField, Field, Select, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { setTraining, showTab } from '../training-store.ts';
import { useTold } from '../use-told.ts';

const w = tw.form;
const states = enrolmentStates.map((value) => ({ value, label: w.states[value] }));

type Props = {
  readonly enrolment: Enrolment | null;
  readonly personId: string | null;
  readonly courseId: string | null;
  readonly onClose: () => void;
};

type FieldsProps = Props & { readonly courses: readonly Course[]; readonly currency: string };

function useDraft({ enrolment, personId, courseId, courses }: FieldsProps, firstPerson: string) {
  const { today } = useTold();
  const first = courses.find(({ id }) => id === courseId) ?? courses[0];
  const [draft, setDraft] = useState(() => ({
    personId: personId ?? firstPerson,
    courseId: first?.id ?? '',
    on: enrolment?.on ?? today,
    cost: String(enrolment?.cost ?? first?.cost ?? ''),
    state: enrolment?.state ?? ('planned' as const),
  }));
  const change = (part: Partial<typeof draft>): void => setDraft((held) => ({ ...held, ...part }));
  return { draft, change };
}

function Fields(props: FieldsProps) {
  const { enrolment, courses, currency, onClose } = props;
  const { nameOf } = useTold();
  const people = usePeople().filter(({ id, active }) => active || id === props.personId);
  const { draft, change } = useDraft(props, people[0]?.id ?? '');
  const [tried, setTried] = useState(false);
  const cost = numberIn(draft.cost, 0, 1_000_000);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (draft.on === '' || cost === null || draft.personId === '') return;
    const id = enrolment === null ? {} : { id: enrolment.id };
    const done = await command(client.training.enrolmentSave({ ...id, ...draft, cost }));
    if (done === null) return;
    onClose();
    setTraining({ personId: draft.personId, enrolmentId: done.id, year: Number(draft.on.slice(0, 4)) });
    if (done.overBudget > 0)
      say({ title: tw.budget.overTold(nameOf(draft.personId), tw.money(done.overBudget, currency)), tone: 'risk' });
  };
  return (
    <DialogForm submit={enrolment === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.person}>
          {(ids) => (
            <Select
              {...ids}
              disabled={enrolment !== null}
              value={draft.personId}
              onPick={(personId) => change({ personId })}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <Field label={w.course}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.courseId}
              onPick={(courseId) =>
                change({ courseId, cost: String(courses.find(({ id }) => id === courseId)?.cost ?? draft.cost) })
              }
              options={courses.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
      </div>
      <div className="flex gap-3 max-[560px]:flex-col">
        <DateField
          label={w.on}
          error={tried && draft.on === '' ? w.onNeed : undefined}
          value={draft.on}
          onDate={(on) => change({ on: on })}
        />
        <Field label={w.price(currency)} error={tried && cost === null ? w.costWrong : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="decimal"
              maxLength={12}
              value={draft.cost}
              onChange={(event) => change({ cost: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-col items-start gap-1">
        <span className="text-small font-medium text-ink-2">{w.state}</span>
        <Segmented
          look="accent"
          label={w.state}
          segments={states}
          value={draft.state}
          onChange={(state) => change({ state })}
        />
      </div>
    </DialogForm>
  );
}

/** Who does which course, when, for how much; over the budget it is told. */
export function EnrolmentForm(props: Props) {
  const { data } = useQuery(orpc.training.courses.queryOptions());
  if (data === undefined) return null;
  const kept = props.enrolment?.courseId;
  const courses = data.courses.filter(({ id, archived }) => !archived || id === kept);
  if (courses.length > 0) return <Fields {...props} courses={courses} currency={data.currency} />;
  return (
    <div className="flex flex-col items-start gap-3 p-4">
      <p>{w.noCourses}</p>
      <Button
        look="primary"
        tabIndex={0}
        onClick={() => {
          props.onClose();
          showTab('courses');
        }}
      >
        {w.toCourses}
      </Button>
    </div>
  );
}

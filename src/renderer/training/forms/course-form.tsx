import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Course } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { numberIn } from '../../ui/read-number.ts';
import { tw } from '../../strings/en-training.ts';
import { Field, TextInput } from '../../ui/field.tsx';

const w = tw.form;

const draftOf = (course: Course | null) => ({
  name: course?.name ?? '',
  provider: course?.provider ?? '',
  cost: course === null ? '' : String(course.cost),
  hours: course === null || course.hours === 0 ? '' : String(course.hours),
  link: course?.link ?? '',
  certificate: course?.certificate ?? '',
  months: course?.validMonths == null ? '' : String(course.validMonths),
});
type Draft = ReturnType<typeof draftOf>;

/** What is said, as numbers; what is none is null, and an empty field that may be is nothing. */
function readDraft({ name, cost, hours, certificate, months }: Draft) {
  const validMonths = months.trim() === '' ? null : numberIn(months, 1, 120, true);
  return {
    name: name.trim(),
    cost: numberIn(cost, 0, 1_000_000),
    hours: hours.trim() === '' ? 0 : numberIn(hours, 0, 2000),
    certificate: certificate.trim() === '' ? null : certificate.trim(),
    validMonths,
    monthsError:
      months.trim() !== '' && validMonths === null
        ? w.monthsWrong
        : validMonths !== null && certificate.trim() === ''
          ? w.monthsAlone
          : undefined,
  };
}

type LineProps = {
  readonly label: string;
  readonly value: string;
  readonly max?: number;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onChange: (text: string) => void;
};

const Line = ({ label, value, max = 200, optional = false, hint, error, onChange }: LineProps) => (
  <Field label={label} hint={hint} error={error} {...(optional && { note: w.optional })}>
    {(ids) => (
      <TextInput {...ids} dir="auto" maxLength={max} value={value} onChange={(event) => onChange(event.target.value)} />
    )}
  </Field>
);

/** A course of the catalogue: who gives it, what it costs for one, and what certificate it gives. */
export function CourseForm({ course, onClose }: { readonly course: Course | null; readonly onClose: () => void }) {
  const currency = useQuery(orpc.training.courses.queryOptions()).data?.currency ?? '';
  const [draft, setDraft] = useState(() => draftOf(course));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Draft>): void => setDraft((held) => ({ ...held, ...part }));
  const { name, cost, hours, certificate, validMonths, monthsError } = readDraft(draft);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (name === '' || cost === null || hours === null || monthsError !== undefined) return;
    const done = await command(
      client.training.courseSave({
        ...(course !== null && { id: course.id, archived: course.archived }),
        name,
        provider: draft.provider.trim(),
        cost,
        hours,
        link: draft.link.trim(),
        certificate,
        validMonths,
      }),
    );
    if (done !== null) onClose();
  };
  const shown = (wrong: boolean, words: string): string | undefined => (tried && wrong ? words : undefined);
  const row = 'flex gap-3 max-[560px]:flex-col';
  return (
    <DialogForm submit={course === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <Line
        label={w.course}
        value={draft.name}
        error={shown(name === '', w.courseNeed)}
        onChange={(text) => change({ name: text })}
      />
      <div className={row}>
        <Line label={w.provider} optional value={draft.provider} onChange={(provider) => change({ provider })} />
        <Line
          label={w.cost(currency)}
          max={12}
          value={draft.cost}
          error={shown(cost === null, w.costWrong)}
          onChange={(text) => change({ cost: text })}
        />
        <Line
          label={w.hours}
          max={6}
          optional
          value={draft.hours}
          error={shown(hours === null, w.hoursWrong)}
          onChange={(text) => change({ hours: text })}
        />
      </div>
      <Line label={w.link} max={2000} optional value={draft.link} onChange={(link) => change({ link })} />
      <div className={row}>
        <Line
          label={w.certificate}
          optional
          hint={w.certificateHint}
          value={draft.certificate}
          onChange={(text) => change({ certificate: text })}
        />
        <Line
          label={w.months}
          max={4}
          optional
          hint={w.monthsHint}
          value={draft.months}
          error={tried ? monthsError : undefined}
          onChange={(months) => change({ months })}
        />
      </div>
    </DialogForm>
  );
}

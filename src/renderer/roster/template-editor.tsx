import { Plus, Trash2 } from 'lucide-react';
import type { ActivityKind, ShiftTemplate, WorkKind } from '../../contract/index.ts';
import { activityKinds, workKinds } from '../../contract/words.ts';
import { rw } from '../strings/en-roster.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { clockSpan } from './clock-span.ts';
import { changeTemplate, usePatterns } from './patterns-store.ts';
import { TemplateBar } from './template-bar.tsx';
import {
  hasRoom,
  newTemplate,
  paidMinutes,
  templateDraftOf,
  templateOf,
  withActivity,
  type ActivityDraft,
  type TemplateDraft,
} from './template-draft.ts';

const w = rw.patterns;

type ActivityProps = {
  readonly activity: ActivityDraft;
  readonly n: number;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<ActivityDraft>) => void;
  readonly onRemove: () => void;
};

const options = activityKinds.map((value) => ({ value, label: rw.activity[value] }));

function ActivityRow({ activity, n, error, onChange, onRemove }: ActivityProps) {
  const below = `activity-${activity.key}-below`;
  return (
    <li className="flex flex-col gap-[2px]">
      <div className="flex items-center gap-2">
        <Select
          aria-label={w.activity(n)}
          className="!w-[150px]"
          options={options}
          value={activity.kind}
          onPick={(kind) => onChange({ kind: kind as ActivityKind })}
        />
        <TextInput
          aria-label={w.activityTime(n)}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : below}
          className="!w-[150px] tabular-nums"
          maxLength={40}
          value={activity.span}
          onChange={(event) => onChange({ span: event.target.value })}
        />
        <IconButton label={w.removeActivity(rw.activity[activity.kind], n)} onClick={onRemove}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      {error !== undefined && (
        <p id={below} className="text-small text-late">
          {error}
        </p>
      )}
    </li>
  );
}

type Props = { readonly id: string; readonly saved: ShiftTemplate | null };

/** A shift by the clock: when, which work, and what is laid over it, with the shift drawn above. */
export function TemplateEditor({ id, saved }: Props) {
  const held = usePatterns((state) => state.templates[id]);
  const errors = usePatterns((state) => state.errors);
  const draft = held ?? (saved === null ? newTemplate : templateDraftOf(saved));
  const change = (part: Partial<TemplateDraft>): void => changeTemplate(id, saved, { ...draft, ...part });
  const span = clockSpan(draft.span);
  const template = templateOf(draft);
  const activities = (next: readonly ActivityDraft[]): void => change({ activities: next });
  return (
    <div className="flex max-w-[720px] flex-col gap-4 p-4">
      {span !== null && <TemplateBar template={template} large />}
      <Field label={w.name} error={errors['name']}>
        {(ids) => (
          <TextInput
            {...ids}
            data-pattern-name
            dir="auto"
            maxLength={100}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="w-[320px]">
          <Field
            label={w.span}
            error={errors['span']}
            hint={span === null ? w.spanHow : `${w.worked(span.minutes, paidMinutes(template))}. ${w.spanHow}`}
          >
            {(ids) => (
              <TextInput
                {...ids}
                className="tabular-nums"
                maxLength={40}
                value={draft.span}
                onChange={(event) => change({ span: event.target.value })}
              />
            )}
          </Field>
        </div>
        <div className="flex flex-col gap-1">
          <span className="text-small font-medium text-ink-2">{w.work}</span>
          <Segmented<WorkKind>
            look="accent"
            label={w.work}
            segments={workKinds.map((value) => ({ value, label: rw.activity[value] }))}
            value={draft.work}
            onChange={(work) => change({ work })}
          />
        </div>
      </div>
      <section className="flex flex-col gap-2">
        <h2 className="text-body font-semibold">{w.activities}</h2>
        <ul className="flex flex-col gap-2">
          {draft.activities.map((activity, index) => (
            <ActivityRow
              key={activity.key}
              activity={activity}
              n={index + 1}
              error={errors[`activity.${activity.key}`]}
              onChange={(part) =>
                activities(draft.activities.map((each) => (each === activity ? { ...each, ...part } : each)))
              }
              onRemove={() => activities(draft.activities.filter((each) => each !== activity))}
            />
          ))}
        </ul>
        {hasRoom(draft) && (
          <Button
            small
            look="quiet"
            className="self-start"
            icon={<Plus size={13} aria-hidden />}
            onClick={() => activities(withActivity(draft).activities)}
          >
            {w.addActivity}
          </Button>
        )}
      </section>
    </div>
  );
}

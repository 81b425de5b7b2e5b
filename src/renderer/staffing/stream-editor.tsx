import { Trash2 } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { channels, workKinds } from '../../contract/words.ts';
import { usePeople, useQueues } from '../client/use-desk.ts';
import { WeekHoursEditor } from '../calendar/week-hours-editor.tsx';
import { readWeek } from '../calendar/week-hours.ts';
import { sw } from '../strings/en-staffing.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Check } from '../ui/switch.tsx';
import { ownWeek, readStream, type StreamDraft, type StreamField } from './settings-draft.ts';

const w = sw.settings;

type Props = {
  readonly stream: StreamDraft;
  /** Another stream has the name, too. */
  readonly twice: boolean;
  readonly onChange: (part: Partial<StreamDraft>) => void;
  readonly onRemove: () => void;
};

/** A label over a control that is a group of its own. */
function Group({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string;
  error?: string;
  children: ReactNode;
}) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <span className="text-small font-medium text-ink-2">{label}</span>
      {children}
      {error !== undefined ? (
        <p className="text-small text-late">{error}</p>
      ) : (
        hint !== undefined && <p className="text-small text-ink-2">{hint}</p>
      )}
    </div>
  );
}

function Channels({ stream, error, onChange }: Pick<Props, 'stream' | 'onChange'> & { readonly error?: string }) {
  return (
    <fieldset className="min-w-0" aria-invalid={error !== undefined}>
      <legend className="mb-1 text-small font-medium text-ink-2">{w.channels}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {channels.map((channel) => (
          <label key={channel} className="flex items-center gap-2">
            <input
              type="checkbox"
              className="accent-accent"
              checked={stream.channels.includes(channel)}
              onChange={(event) =>
                onChange({
                  channels: channels.filter((each) =>
                    each === channel ? event.target.checked : stream.channels.includes(each),
                  ),
                })
              }
            />
            {t.channel[channel]}
          </label>
        ))}
      </div>
      {error !== undefined && <p className="mt-1 text-small text-late">{error}</p>}
    </fieldset>
  );
}

function Queues({ stream, onChange }: Pick<Props, 'stream' | 'onChange'>) {
  const queues = useQueues();
  const { queueIds } = stream;
  const names = queues.filter(({ id }) => queueIds.includes(id)).map(({ name }) => name);
  return (
    <Group label={w.queues}>
      <ComboPicker
        label={w.queues}
        several
        options={queues.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={queueIds}
        onToggle={({ value }) => {
          if (value === null) return;
          onChange({
            queueIds: queueIds.includes(value) ? queueIds.filter((id) => id !== value) : [...queueIds, value],
          });
        }}
        trigger={
          <Button className="max-w-full !justify-start">
            <span className="truncate" dir="auto" title={names.join(', ')}>
              {queueIds.length === 0 ? w.allQueues : names.length > 2 ? w.someQueues(names.length) : names.join(', ')}
            </span>
          </Button>
        }
      />
    </Group>
  );
}

function Hours({
  stream,
  error,
  onChange,
}: Pick<Props, 'stream' | 'onChange'> & { readonly error?: string | undefined }) {
  const { hours } = stream;
  const errors = hours === null ? {} : readWeek(hours).errors;
  return (
    <fieldset className="flex max-w-[420px] min-w-0 flex-col gap-1">
      <legend className="mb-1 text-small font-medium text-ink-2">{w.hours}</legend>
      <Check
        label={w.ownHours}
        hint={w.ownHoursHow}
        on={hours !== null}
        onChange={(own) => onChange({ hours: own ? ownWeek() : null })}
      />
      {hours !== null && (
        <div className="mt-1 flex flex-col gap-1">
          <WeekHoursEditor
            hours={hours}
            errorOf={(day) => errors[day]}
            onChange={(next) => onChange({ hours: next })}
          />
          {error !== undefined && Object.keys(errors).length === 0 && <p className="text-small text-late">{error}</p>}
        </div>
      )}
    </fieldset>
  );
}

/** What a stream is, and what is promised for it; what cannot be meant is said at its field. */
export function StreamEditor({ stream, twice, onChange, onRemove }: Props) {
  const people = usePeople();
  const skills = useId();
  const { wrong } = readStream(stream);
  const error = (field: StreamField): string | undefined =>
    wrong.has(field) || (field === 'name' && twice) ? w.wrong[field] : undefined;
  type Typed = 'name' | 'skill' | 'aht' | 'share' | 'within' | 'patience' | 'concurrency' | 'occupancy';
  const text = (field: Typed, label: string, width: string, hint?: string) => (
    <div className={width}>
      <Field label={label} hint={hint} error={field === 'skill' ? undefined : error(field)}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={100}
            list={field === 'skill' ? skills : undefined}
            placeholder={field === 'skill' ? w.skillNone : undefined}
            value={stream[field]}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
  const channelError = error('channels');
  return (
    <section aria-label={stream.name === '' ? w.unnamed : stream.name} className="flex max-w-[620px] flex-col gap-4">
      <div className="flex items-end gap-3">
        {text('name', w.name, 'min-w-0 flex-1')}
        <Button
          look="quiet"
          onClick={onRemove}
          icon={<Trash2 size={14} aria-hidden />}
          className="self-start mt-[21px]"
        >
          {w.remove}
        </Button>
      </div>
      <Group label={w.work}>
        <Segmented
          label={w.work}
          look="accent"
          segments={workKinds.map((value) => ({ value, label: w.workKinds[value] }))}
          value={stream.work}
          onChange={(work) => onChange({ work })}
        />
      </Group>
      <Channels stream={stream} onChange={onChange} {...(channelError !== undefined && { error: channelError })} />
      <div className="flex flex-wrap gap-4">
        <div className="w-[220px]">
          <Queues stream={stream} onChange={onChange} />
        </div>
        {text('skill', w.skill, 'w-[260px]')}
        <datalist id={skills}>
          {[...new Set(people.flatMap((person) => person.skills))].map((skill) => (
            <option key={skill} value={skill} />
          ))}
        </datalist>
      </div>
      <div className="flex flex-wrap gap-4">
        {text('aht', w.aht, 'w-[120px]')}
        {text('share', w.share, 'w-[140px]')}
        {text('within', w.within[stream.work], 'w-[140px]')}
        {text('occupancy', w.occupancy, 'w-[140px]')}
        {stream.work === 'chat' && text('concurrency', w.concurrency, 'w-[120px]')}
      </div>
      {stream.work !== 'mail' && (
        <div className="flex flex-wrap gap-4">
          <div className="w-[300px]">
            <Group label={w.model} hint={w.modelHint[stream.model]}>
              <Segmented
                label={w.model}
                look="accent"
                segments={(['erlangA', 'erlangC'] as const).map((value) => ({ value, label: w.models[value] }))}
                value={stream.model}
                onChange={(model) => onChange({ model })}
              />
            </Group>
          </div>
          {stream.model === 'erlangA' && text('patience', w.patience, 'w-[200px]')}
        </div>
      )}
      <Hours stream={stream} error={error('hours')} onChange={onChange} />
    </section>
  );
}

import type { ProgrammeBody } from '../../../contract/index.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Check } from '../../ui/switch.tsx';
import { AreaField } from '../../ui/typed-fields.tsx';
import { edit } from './builder-store.ts';
import { stageAt, taskAt, type Place } from './draft.ts';
import { NameField, type ErrorOf } from './name-field.tsx';
import { pathOf, problemsAt, type Problem } from './problems.ts';
import { StageFields } from './stage-fields.tsx';
import { TaskFields } from './task-fields.tsx';

const f = pw.fields;

type CertificateProps = {
  readonly certificate: NonNullable<ProgrammeBody['certificate']>;
  readonly error: ErrorOf;
  readonly onChange: (certificate: NonNullable<ProgrammeBody['certificate']>, tag: string) => void;
};

/** Of the months: nothing typed, or 0, is that it does not end. */
function CertificateFields({ certificate, error, onChange }: CertificateProps) {
  const { name, validMonths } = certificate;
  return (
    <div className="flex gap-3 pl-6 max-[560px]:flex-col">
      <NameField
        label={f.certificateName}
        value={name}
        max={200}
        error={error('certificate.name')}
        onChange={(text) => onChange({ ...certificate, name: text }, 'certificate name')}
      />
      <Field label={f.validMonths} hint={f.validHint} error={error('certificate.validMonths')}>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            maxLength={4}
            className="tabular-nums"
            value={validMonths === null ? '' : String(validMonths)}
            onChange={(event) => {
              const typed = event.target.value.replaceAll(/\D/g, '');
              onChange({ ...certificate, validMonths: Number(typed) === 0 ? null : Number(typed) }, 'months');
            }}
          />
        )}
      </Field>
    </div>
  );
}

type PartProps = { readonly body: ProgrammeBody; readonly place: Place; readonly error: ErrorOf };

function ProgrammeFields({ body, place, error }: PartProps) {
  const change = (part: Partial<ProgrammeBody>, tag = ''): void => edit({ body: { ...body, ...part }, place }, tag);
  const { certificate } = body;
  return (
    <div className="flex flex-col gap-4">
      <NameField
        label={f.name}
        value={body.name}
        max={100}
        error={error('name')}
        onChange={(name) => change({ name }, 'programme name')}
      />
      <AreaField
        label={f.summary}
        rows={3}
        maxLength={2000}
        value={body.summary}
        onChange={(summary) => change({ summary }, 'programme summary')}
      />
      <Check
        label={f.certificate}
        on={certificate !== null}
        onChange={(on) => change({ certificate: on ? { name: body.name, validMonths: null } : null })}
      />
      {certificate !== null && (
        <CertificateFields
          certificate={certificate}
          error={error}
          onChange={(next, tag) => change({ certificate: next }, tag)}
        />
      )}
      {error('count') !== undefined && (
        <p data-problem tabIndex={-1} className="text-small text-late">
          {error('count')}
        </p>
      )}
    </div>
  );
}

type Props = Omit<PartProps, 'error'> & {
  readonly problems: readonly Problem[];
  /** What is still empty is only held against somebody who wanted to save. */
  readonly told: boolean;
};

const untold = (path: string): boolean => /\.(name|text|options\.\d+)$|^name$/.test(path);

/** The fields of what the cursor of the outline is on. */
export function PartEditor({ body, place, problems, told }: Props) {
  const own = problemsAt(problems, place);
  const root = pathOf(place);
  const error: ErrorOf = (field) => {
    const path = root === '' ? field : `${root}.${field}`;
    const found = own.find((each) => each.path === path);
    return found === undefined || (!told && untold(found.path)) ? undefined : found.text;
  };
  const [stage, task] = [stageAt(body, place), taskAt(body, place)];
  if (stage !== undefined && task !== undefined)
    return <TaskFields key={`${stage.id} ${task.id}`} body={body} place={place} task={task} error={error} />;
  if (stage !== undefined && place.stage !== null)
    return <StageFields key={stage.id} body={body} place={place} at={place.stage} stage={stage} error={error} />;
  return <ProgrammeFields body={body} place={place} error={error} />;
}

import type { Gate, ProgrammeBody, Stage } from '../../../contract/index.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { Check } from '../../ui/switch.tsx';
import { AreaField, NumberField } from '../../ui/typed-fields.tsx';
import { edit } from './builder-store.ts';
import { changeStage, type Place } from './draft.ts';
import { GateFields } from './gate-fields.tsx';
import { NameField, type ErrorOf } from './name-field.tsx';

const f = pw.fields;

type Props = {
  readonly body: ProgrammeBody;
  readonly place: Place;
  readonly at: number;
  readonly stage: Stage;
  readonly error: ErrorOf;
};

type SignProps = { readonly stage: Stage; readonly onChange: (signOff: Stage['signOff']) => void };

const SignFields = ({ stage: { signOff }, onChange }: SignProps) => (
  <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
    <legend className="pb-1 text-small font-medium text-ink-2">{f.signOff}</legend>
    <Check label={f.agent} on={signOff.agent} onChange={(agent) => onChange({ ...signOff, agent })} />
    <Check label={f.trainer} on={signOff.trainer} onChange={(trainer) => onChange({ ...signOff, trainer })} />
  </fieldset>
);

/** How long a stage is, how much they do meanwhile, and what is asked for before the next. */
export function StageFields({ body, place, at, stage, error }: Props) {
  const change = (part: Partial<Stage>, tag = ''): void =>
    edit({ body: changeStage(body, at, part), place }, tag === '' ? '' : `${stage.id} ${tag}`);
  return (
    <div className="flex flex-col gap-4">
      <NameField
        label={f.name}
        value={stage.name}
        max={100}
        error={error('name')}
        onChange={(name) => change({ name }, 'name')}
      />
      <AreaField
        label={f.summary}
        rows={2}
        maxLength={1000}
        value={stage.summary}
        onChange={(summary) => change({ summary }, 'summary')}
      />
      <div className="flex gap-3 max-[560px]:flex-col">
        <NumberField
          label={f.workDays}
          value={stage.workDays}
          error={error('workDays')}
          onChange={(workDays) => change({ workDays }, 'days')}
        />
        <NumberField
          label={f.rampPercent}
          hint={f.rampHint}
          value={stage.rampPercent}
          error={error('rampPercent')}
          onChange={(rampPercent) => change({ rampPercent }, 'ramp')}
        />
      </div>
      <SignFields stage={stage} onChange={(signOff) => change({ signOff })} />
      <GateFields
        gates={stage.gates}
        error={(gate, field) => error(`gates.${gate}.${field}`)}
        onChange={(gates: readonly Gate[], tag) => change({ gates: [...gates] }, tag)}
      />
      {error('count') !== undefined && (
        <p data-problem tabIndex={-1} className="text-small text-late">
          {error('count')}
        </p>
      )}
    </div>
  );
}

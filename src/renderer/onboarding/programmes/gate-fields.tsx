import { Plus, X } from 'lucide-react';
import type { Gate } from '../../../contract/index.ts';
import { gateKinds } from '../../../contract/words.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { NumberField } from '../../ui/typed-fields.tsx';
import { drop, newGate, replace } from './draft.ts';
import { NameField } from './name-field.tsx';

const f = pw.fields;
const most = 10;
const kinds = gateKinds.map((value) => ({ value, label: f.gate[value] }));

type GateProps = {
  readonly gate: Gate;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (gate: Gate, tag: string) => void;
};

/** The figures that a gate of its kind asks for. */
function Figures({ gate, error, onChange }: GateProps) {
  if (gate.kind === 'certificate')
    return (
      <NameField
        label={f.gateCertificate}
        value={gate.name}
        max={200}
        error={error('name')}
        onChange={(name) => onChange({ ...gate, name }, 'name')}
      />
    );
  const least = (label: string) => (
    <NumberField
      label={label}
      value={gate.atLeast}
      error={error('atLeast')}
      onChange={(atLeast) => onChange({ ...gate, atLeast }, 'least')}
    />
  );
  if (gate.kind === 'tickets') return least(f.atLeast);
  return (
    <>
      {least(f.outOf)}
      <NumberField
        label={f.reviews}
        value={gate.reviews}
        error={error('reviews')}
        onChange={(reviews) => onChange({ ...gate, reviews }, 'reviews')}
      />
    </>
  );
}

type Props = {
  readonly gates: readonly Gate[];
  readonly error: (gate: number, field: string) => string | undefined;
  readonly onChange: (gates: readonly Gate[], tag: string) => void;
};

/** What the data have to show before a stage is passed. */
export function GateFields({ gates, error, onChange }: Props) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 font-bold">{f.gates}</legend>
      <p className="text-small text-ink-2">{f.gatesHint}</p>
      {gates.map((gate, at) => (
        <div
          key={at}
          role="group"
          aria-label={f.gateOf(at + 1)}
          className="flex flex-wrap items-start gap-3 border-t border-line pt-2"
        >
          <Field label={f.gateOf(at + 1)}>
            {(ids) => (
              <Select
                {...ids}
                value={gate.kind}
                options={kinds}
                onPick={(picked) => {
                  const kind = gateKinds.find((each) => each === picked);
                  if (kind !== undefined) onChange(replace(gates, at, newGate(kind)), '');
                }}
              />
            )}
          </Field>
          <Figures
            gate={gate}
            error={(field) => error(at, field)}
            onChange={(next, tag) => onChange(replace(gates, at, next), `gate ${at} ${tag}`)}
          />
          <IconButton label={f.removeGate(at + 1)} className="mt-[26px]" onClick={() => onChange(drop(gates, at), '')}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      {gates.length < most && (
        <div>
          <Button
            small
            icon={<Plus size={13} aria-hidden />}
            onClick={() => onChange([...gates, newGate('tickets')], '')}
          >
            {f.addGate}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Criterion, QualityReview } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, inputClass, Select } from '../../ui/field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { shownCriteria } from './answers.ts';
import { inputOf } from './keeper.ts';
import { choicesOf, readNumeric, valueText, type Value } from './scales.ts';

type Props = {
  readonly review: QualityReview;
  readonly pack: string | undefined;
  readonly onClose: () => void;
};

const isModEnter = (event: KeyboardEvent): boolean => event.key === 'Enter' && (event.ctrlKey || event.metaKey);

type FormProps = {
  readonly children: ReactNode;
  readonly label: string;
  readonly onRun: () => void;
  readonly onClose: () => void;
};

/** The fields of a dialog with its two buttons; Enter with Ctrl or Cmd does it. */
function DialogForm({ children, label, onRun, onClose }: FormProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isModEnter(event)) return;
    event.preventDefault();
    event.stopPropagation();
    onRun();
  };
  return (
    <div className="flex flex-col gap-3 p-4" onKeyDown={onKeyDown}>
      {children}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{qw.cancel}</Button>
        <Button look="primary" onClick={onRun}>
          {label}
          <Kbd keys="mod+enter" on />
        </Button>
      </div>
    </div>
  );
}

type AreaProps = {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (text: string) => void;
};

const Area = ({ label, value, error, onChange }: AreaProps) => (
  <Field label={label} error={error}>
    {(ids) => (
      <textarea
        {...ids}
        rows={4}
        dir="auto"
        maxLength={4000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${inputClass} !h-auto py-[6px]`}
      />
    )}
  </Field>
);

/** The agent has read it, with a word if they like. */
export function AcknowledgeDialog({ review, onClose }: Props) {
  const [note, setNote] = useState('');
  const run = async (): Promise<void> => {
    if ((await command(client.quality.acknowledge({ id: review.id, note: note.trim() }))) !== null) onClose();
  };
  return (
    <Dialog title={qw.agent.acknowledge} open onClose={onClose} width={520}>
      <DialogForm label={qw.agent.acknowledge} onRun={() => void run()} onClose={onClose}>
        <Area label={qw.agent.note} value={note} onChange={setNote} />
      </DialogForm>
    </Dialog>
  );
}

type CounterProps = {
  readonly criterion: Criterion;
  readonly given: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
};

/** What the agent would have given: empty where they agree. */
function Counter({ criterion, given, value, onChange }: CounterProps) {
  const choices = choicesOf(criterion);
  const label = qw.agent.counterOf(criterion.name);
  return (
    <div className="flex items-center gap-3 border-b border-line py-[6px] last:border-b-0">
      <span className="min-w-0 flex-1 truncate" dir="auto" title={criterion.name}>
        {criterion.name}
      </span>
      <span className="w-[110px] shrink-0 truncate text-small text-ink-2">{given}</span>
      {criterion.scale.kind === 'numeric' ? (
        <input
          type="text"
          inputMode="decimal"
          aria-label={label}
          aria-invalid={value.trim() !== '' && readNumeric(criterion, value) === null}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={`${inputClass} !w-[150px] shrink-0`}
        />
      ) : (
        <Select
          aria-label={label}
          className="!w-[150px] shrink-0"
          value={value}
          onPick={onChange}
          options={[
            { value: '', label: qw.agent.agreed },
            ...choices.map((choice) => ({ value: String(choice.value), label: choice.label })),
          ]}
        />
      )}
    </div>
  );
}

function readCounter(criterion: Criterion, typed: string): Value | null {
  if (typed.trim() === '') return null;
  if (criterion.scale.kind === 'numeric') return readNumeric(criterion, typed);
  return choicesOf(criterion).find(({ value }) => String(value) === typed)?.value ?? null;
}

/** The agent does not agree: why, what they would have given, and who is to look at it. */
export function DisputeDialog({ review, pack, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [second, setSecond] = useState('');
  const [told, setTold] = useState(false);
  const people = usePeople().filter(({ id, active }) => active && id !== review.agentId && id !== review.reviewerId);
  const criteria = shownCriteria(review.card, review.score);
  const run = async (): Promise<void> => {
    const off = criteria.some(
      (each) => (typed[each.id] ?? '').trim() !== '' && readCounter(each, typed[each.id] ?? '') === null,
    );
    if (reason.trim() === '' || off) {
      setTold(true);
      document
        .querySelector<HTMLElement>(`[role="dialog"] ${off ? 'input[aria-invalid="true"]' : 'textarea'}`)
        ?.focus();
      return;
    }
    const counter = Object.fromEntries(
      criteria.flatMap((each) => {
        const value = readCounter(each, typed[each.id] ?? '');
        return value === null ? [] : [[each.id, value] as const];
      }),
    );
    const input = {
      ...inputOf(pack === undefined ? { id: review.id } : { id: review.id, pack }),
      reason: reason.trim(),
      counter,
    };
    const done = await command(client.quality.dispute({ ...input, secondReviewerId: second === '' ? null : second }));
    if (done !== null) onClose();
  };
  return (
    <Dialog title={qw.agent.dispute} open onClose={onClose} width={640}>
      <DialogForm label={qw.agent.dispute} onRun={() => void run()} onClose={onClose}>
        <Area
          label={qw.agent.reason}
          value={reason}
          error={told && reason.trim() === '' ? qw.agent.reasonEmpty : undefined}
          onChange={setReason}
        />
        <div>
          <p className="text-small font-medium text-ink-2">{qw.agent.counter}</p>
          <div className="max-h-[300px] overflow-y-auto rounded-md border border-line px-3" tabIndex={-1}>
            {criteria.map((each) => (
              <Counter
                key={each.id}
                criterion={each}
                given={valueText(each, review.answers[each.id]?.value ?? null)}
                value={typed[each.id] ?? ''}
                onChange={(text) => setTyped((now) => ({ ...now, [each.id]: text }))}
              />
            ))}
          </div>
        </div>
        <Field label={qw.agent.second}>
          {(ids) => (
            <Select
              {...ids}
              value={second}
              onPick={setSecond}
              options={[
                { value: '', label: qw.agent.anybody },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}

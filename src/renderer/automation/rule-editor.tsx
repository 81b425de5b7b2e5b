import { Copy, MoreHorizontal, Play, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { triggerEvents } from '../../contract/words.ts';
import { ConditionEditor } from '../rules/condition-editor.tsx';
import { r } from '../strings/en-rules.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Menu } from '../ui/menu.tsx';
import { Check } from '../ui/switch.tsx';
import { ActionList } from './action-list.tsx';
import { closeRule } from './leave.ts';
import { errorAt, type RuleDraft, type RuleErrors } from './rule-draft.ts';
import { savedWords } from './rule-words.ts';
import { change, discard, duplicate, removeRule, saveRule } from './rules-actions.ts';
import { useRules } from './rules-store.ts';
import { TrialView } from './trial-view.tsx';
import { tryRule } from './try-rule.ts';
import type { RuleRow } from './use-rules.ts';

const noErrors: RuleErrors = {};
const conditionLabels = { empty: r.editor.everyTicket };

type SectionProps = { readonly title: string; readonly how?: string; readonly children: ReactNode };

function Part({ title, how, children }: SectionProps) {
  return (
    <section className="border-t border-line px-4 pt-[10px] pb-3">
      <h3 className="font-bold">{title}</h3>
      {how !== undefined && <p className="text-small text-ink-2">{how}</p>}
      <div className="mt-2">{children}</div>
    </section>
  );
}

function Head({ row }: { readonly row: RuleRow }) {
  const { shown, rule, changed } = row;
  const state = rule === null ? r.editor.isNew : changed ? r.editor.changed : r.editor.saved;
  const items = [
    {
      label: r.editor.duplicate,
      keys: 'd',
      mark: <Copy size={14} aria-hidden />,
      onPick: () => duplicate(row.id),
    },
    {
      label: r.editor.remove,
      keys: 'delete',
      mark: <Trash2 size={14} aria-hidden />,
      danger: true,
      onPick: () => void removeRule(row.id),
    },
  ];
  const more = (
    <IconButton label={r.editor.more}>
      <MoreHorizontal size={15} aria-hidden />
    </IconButton>
  );
  return (
    <div className="flex h-[42px] shrink-0 items-center gap-2 border-b border-line px-4">
      <h2 className="font-bold">{r.kind[shown.kind]}</h2>
      <span className={changed ? 'text-small font-semibold text-risk' : 'text-small text-ink-2'} aria-live="polite">
        {state}
      </span>
      <span className="flex-1" />
      <Menu label={r.editor.more} trigger={more} items={items} align="end" />
      <IconButton label={r.editor.close} onClick={closeRule} className="-mr-1">
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}

type FormProps = {
  readonly draft: RuleDraft;
  readonly errors: RuleErrors;
  readonly row: RuleRow;
  readonly onChange: (part: Partial<RuleDraft>) => void;
};

/** What sets a trigger off. */
function OnPart({ draft, errors, onChange }: FormProps) {
  const { on } = draft;
  const problem = errorAt(errors, 'on');
  return (
    <Part title={r.editor.on}>
      <div className="flex flex-col gap-1">
        {triggerEvents.map((event) => (
          <Check
            key={event}
            label={r.editor.onEvent[event]}
            on={on.includes(event)}
            onChange={(ticked) =>
              onChange({ on: triggerEvents.filter((one) => (one === event ? ticked : on.includes(one))) })
            }
          />
        ))}
      </div>
      {problem !== undefined && (
        <p data-problem tabIndex={-1} className="mt-1 text-small text-late">
          {problem}
        </p>
      )}
    </Part>
  );
}

function NamePart({ draft, errors, onChange }: FormProps) {
  return (
    <div className="flex flex-col gap-3 px-4 pt-3 pb-4">
      {errors[''] !== undefined && (
        <p role="alert" className="text-late">
          {errors['']}
        </p>
      )}
      <Field label={r.editor.name} error={errorAt(errors, 'name')}>
        {(ids) => (
          <TextInput
            {...ids}
            data-rule-name
            dir="auto"
            value={draft.name}
            maxLength={200}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={r.editor.note} hint={r.editor.noteHow} error={errorAt(errors, 'note')}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            value={draft.note}
            maxLength={2000}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
      <Check
        label={r.editor.active}
        hint={r.editor.activeHow[draft.kind]}
        on={draft.active}
        onChange={(active) => onChange({ active })}
      />
    </div>
  );
}

function ConditionsPart({ draft, errors, onChange }: FormProps) {
  const problem = errorAt(errors, 'conditions');
  return (
    <Part title={r.editor.conditions} how={r.editor.conditionsHow[draft.kind]}>
      <ConditionEditor
        conditions={draft.conditions}
        changes={draft.kind === 'trigger'}
        checked={problem !== undefined}
        labels={conditionLabels}
        onChange={(conditions) => onChange({ conditions })}
      />
      {problem !== undefined && (
        <p data-problem tabIndex={-1} className="mt-1 text-small text-late">
          {problem}
        </p>
      )}
    </Part>
  );
}

function MinutesPart({ draft, errors, row, onChange }: FormProps) {
  return (
    <Part title={r.editor.minutes}>
      <div className="flex items-start gap-3">
        <div className="w-[96px] shrink-0">
          <TextInput
            aria-label={r.editor.minutes}
            aria-invalid={errorAt(errors, 'minutesSaved') !== undefined}
            inputMode="decimal"
            className="tabular-nums"
            value={draft.minutes}
            maxLength={6}
            onChange={(event) => onChange({ minutes: event.target.value })}
          />
        </div>
        <p className="pt-[6px] text-small text-ink-2">
          {errorAt(errors, 'minutesSaved') ?? r.editor.minutesHow}
          {row.runs > 0 && ` ${savedWords(row.minutesSaved, row.runs)}.`}
        </p>
      </div>
    </Part>
  );
}

/** A macro is not tried over the past: nothing sets it off. The picker says what it would do to a ticket. */
function Foot({ row }: { readonly row: RuleRow }) {
  const running = useRules((state) => state.trials[row.id]?.state === 'running');
  return (
    <div className="flex shrink-0 items-center gap-2 border-t border-line px-4 py-[10px]">
      {row.shown.kind !== 'macro' && (
        <Button disabled={running} onClick={() => void tryRule(row.id)} icon={<Play size={13} aria-hidden />}>
          {running ? r.editor.trying : r.editor.tryIt}
          <Kbd keys="mod+enter" />
        </Button>
      )}
      <span className="flex-1" />
      {row.changed && (
        <Button look="quiet" onClick={() => discard(row.id)}>
          {r.editor.discard}
        </Button>
      )}
      <Button look="primary" disabled={!row.changed} onClick={() => void saveRule(row.id)}>
        {r.editor.save}
        <Kbd keys="mod+s" on />
      </Button>
    </div>
  );
}

/** One rule, beside the list. What is changed stays until it is saved or discarded, wherever one goes meanwhile. */
export function RuleEditor({ row }: { readonly row: RuleRow }) {
  const errors = useRules((state) => state.errors[row.id] ?? noErrors);
  const trial = useRules((state) => state.trials[row.id]);
  const { shown: draft } = row;
  const form: FormProps = { draft, errors, row, onChange: (part) => change(row.id, part) };
  return (
    <aside
      data-rule-editor
      aria-label={r.editor.label(draft.name.trim() === '' ? r.aNew[draft.kind] : draft.name)}
      className="flex w-[520px] max-w-full min-w-0 shrink-0 flex-col border-l border-line bg-surface max-[1000px]:absolute max-[1000px]:inset-y-0 max-[1000px]:right-0 max-[1000px]:z-20 max-[1000px]:shadow-float"
    >
      <Head row={row} />
      {trial === undefined ? (
        <div className="min-h-0 flex-1 overflow-y-auto">
          <NamePart {...form} />
          {draft.kind === 'trigger' && <OnPart {...form} />}
          <ConditionsPart {...form} />
          <Part title={r.editor.actions} how={r.editor.actionsHow}>
            <ActionList
              kind={draft.kind}
              actions={draft.actions}
              errors={errors}
              onChange={(actions) => form.onChange({ actions })}
            />
          </Part>
          <MinutesPart {...form} />
        </div>
      ) : (
        <TrialView id={row.id} trial={trial} />
      )}
      <Foot row={row} />
    </aside>
  );
}

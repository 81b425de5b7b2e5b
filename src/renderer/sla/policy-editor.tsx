import { Copy, FlaskConical, History, Trash2 } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useSaving } from '../app/saving.ts';
import { ruleFields } from '../../contract/words.ts';
import { restlessFields } from '../../domain/sla/check-policy.ts';
import { ConditionEditor } from '../rules/condition-editor.tsx';
import { c } from '../strings/en-clocks.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { WordInput } from '../ui/word-input.tsx';
import { discardPolicy, duplicatePolicy, removePolicy, savePolicy } from './policy-actions.ts';
import { policyOf, type PolicyDraft, type Problems } from './policy-draft.ts';
import { focusList } from './policy-focus.ts';
import { editPolicy, newKey, usePolicies, type Effective } from './policy-store.ts';
import { tryDraft } from './replay-store.ts';
import { PausesTable, TargetsTable } from './targets-table.tsx';
import { durationText, parseDuration } from './duration-text.ts';

type Props = {
  readonly policyKey: string;
  readonly draft: PolicyDraft;
  readonly calendars: readonly { readonly value: string; readonly label: string }[];
  readonly isEdited: boolean;
};
type PartProps = {
  readonly draft: PolicyDraft;
  readonly problems: Problems;
  readonly onChange: (next: PolicyDraft) => void;
};

const matchFields = ruleFields.filter((field) => !restlessFields.has(field));

function Match({ draft, problems, onChange, checked }: PartProps & { readonly checked: boolean }) {
  if (draft.match === null) return <p className="text-ink-2">{c.policy.everythingElse}</p>;
  const problem = problems.get('match') ?? '';
  return (
    <div className="max-w-[760px]" data-wrong={problem === '' ? undefined : true}>
      <ConditionEditor
        conditions={draft.match}
        onChange={(match) => onChange({ ...draft, match })}
        checked={checked}
        fields={matchFields}
        labels={{ all: c.policy.match, empty: '' }}
      />
      {problem !== '' && <p className="mt-1 text-small text-late">{problem}</p>}
    </div>
  );
}

const riskKinds = [
  { value: 'percent', label: c.policy.percent },
  { value: 'minutes', label: c.policy.minutes },
] as const;

const risksOf = { percent: '75', minutes: durationText(60, 'business') } as const;

function Risk({ draft, problems, onChange }: PartProps) {
  const field = draft.riskBy === 'percent' ? 'atRiskPercent' : 'atRiskMinutes';
  return (
    <Field label={c.policy.risk} error={problems.get(field)}>
      {(ids) => (
        <span className="flex items-center gap-2">
          <TextInput
            {...ids}
            value={draft.risk}
            onChange={(event) => onChange({ ...draft, risk: event.target.value })}
            className="w-[72px] min-w-[72px] tabular-nums"
          />
          <Segmented
            label={c.policy.riskBy}
            segments={riskKinds}
            value={draft.riskBy}
            onChange={(riskBy) => onChange({ ...draft, riskBy, risk: risksOf[riskBy] })}
          />
        </span>
      )}
    </Field>
  );
}

/** A mark as it is kept: `180m` reads `3h`. */
const markText = (typed: string): string => {
  const minutes = typed.includes('%') ? null : parseDuration(typed);
  return minutes === null || minutes <= 0 ? typed.replace(/\s+/g, '') : durationText(minutes, 'business');
};

function Ladder({ draft, problems, onChange }: PartProps) {
  return (
    <Field label={c.policy.ladder} hint={c.policy.ladderHow} error={problems.get('ladder')}>
      {(ids) => (
        <WordInput
          {...ids}
          words={draft.ladder}
          onChange={(words) => onChange({ ...draft, ladder: [...new Set(words.map(markText))] })}
          removeName={c.policy.removeMark}
        />
      )}
    </Field>
  );
}

const reopenings = [
  { value: 'resume', label: c.policy.resume },
  { value: 'restart', label: c.policy.restart },
] as const;

function Form({
  draft,
  calendars,
  problems,
  checked,
  onChange,
}: PartProps & Pick<Props, 'calendars'> & { readonly checked: boolean }) {
  const part = { draft, problems, onChange };
  return (
    <div className="flex flex-col gap-5 px-4 pt-3 pb-5">
      <div className="flex max-w-[760px] flex-wrap gap-3 *:basis-[150px]">
        <Field label={c.policy.name} error={problems.get('name')}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={200}
              value={draft.name}
              onChange={(event) => onChange({ ...draft, name: event.target.value })}
            />
          )}
        </Field>
        <Field label={c.policy.calendar} error={problems.get('calendar')}>
          {(ids) => (
            <Select
              {...ids}
              options={calendars}
              value={draft.calendar}
              onPick={(calendar) => onChange({ ...draft, calendar })}
            />
          )}
        </Field>
      </div>
      <Match {...part} checked={checked} />
      <TargetsTable {...part} />
      <PausesTable draft={draft} onChange={onChange} />
      <div className="flex max-w-[760px] flex-col items-start gap-1">
        <span className="text-small font-medium text-ink-2">{c.policy.reopen}</span>
        <Segmented
          label={c.policy.reopen}
          segments={reopenings}
          value={draft.reopen}
          onChange={(reopen) => onChange({ ...draft, reopen })}
        />
      </div>
      <div className="flex max-w-[760px] flex-col gap-3">
        <Risk {...part} />
        <Ladder {...part} />
      </div>
    </div>
  );
}

function Tools({ policyKey }: { readonly policyKey: string }) {
  const versions = usePolicies((state) => state.versions);
  const tool = (label: string, keys: string, icon: ReactNode, run: () => void, pressed?: boolean): ReactNode => (
    <Button small look="quiet" icon={icon} onClick={run} aria-pressed={pressed} title={label}>
      <span className="max-[1600px]:sr-only">{label}</span>
      <Kbd keys={keys} />
    </Button>
  );
  return (
    <div className="flex min-h-[34px] shrink-0 flex-wrap items-center gap-1 border-b border-line px-2">
      {tool(c.policy.tryIt, 't', <FlaskConical size={14} aria-hidden />, tryDraft)}
      {policyKey !== newKey &&
        tool(
          c.policy.historyShort,
          'v',
          <History size={14} aria-hidden />,
          () => usePolicies.setState({ versions: !versions }),
          versions,
        )}
      <span className="flex-1" />
      {tool(c.policy.duplicate, 'd', <Copy size={14} aria-hidden />, duplicatePolicy)}
      {tool(c.policy.remove, 'delete', <Trash2 size={14} aria-hidden />, () => void removePolicy())}
    </div>
  );
}

const effects: readonly { readonly value: Effective; readonly label: string }[] = [
  { value: 'now', label: c.policy.now },
  { value: 'always', label: c.policy.always },
];

/** Stands below while something is changed: from when it counts, and saving it. To the right, clear of messages. */
function SaveBar({ problems }: { readonly problems: number }) {
  const effective = usePolicies((state) => state.effective);
  const saving = useSaving((state) => state.pending > 0);
  return (
    <div className="sticky bottom-[35px] flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-surface px-4 py-2 @[940px]:bottom-0">
      <p className="min-w-[140px] flex-1 text-small text-ink-2" role="status">
        {problems > 0 ? (
          <span className="text-late">{c.policy.problems(problems)}</span>
        ) : (
          c.policy[effective === 'now' ? 'nowHow' : 'alwaysHow']
        )}
      </p>
      <Segmented
        label={c.policy.effective}
        segments={effects}
        value={effective}
        onChange={(next) => usePolicies.setState({ effective: next })}
      />
      <Button onClick={discardPolicy}>{c.policy.resetShort}</Button>
      <Button look="primary" disabled={saving} onClick={() => void savePolicy()}>
        {c.policy.saveShort}
        <Kbd keys="mod+s" on />
      </Button>
    </div>
  );
}

const nothingWrong: Problems = new Map();

/** Esc leaves the editor for the list. */
function onEditorKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault();
  focusList();
}

/** Everything one policy says, with what is wrong at the field where it is. */
export function PolicyEditor({ policyKey, draft, calendars, isEdited }: Props) {
  const checked = usePolicies((state) => state.checked);
  const refused = usePolicies((state) => state.refused);
  const own = policyOf(draft).problems;
  const problems = checked ? new Map([...own, ...refused]) : nothingWrong;
  return (
    <section
      data-policy-editor
      aria-label={draft.name === '' ? c.policy.untitled : draft.name}
      onKeyDown={onEditorKey}
      className="flex min-w-0 flex-col @[940px]:min-h-0 @[940px]:flex-1"
    >
      <Tools policyKey={policyKey} />
      <div className="@[940px]:min-h-0 @[940px]:flex-1 @[940px]:overflow-y-auto">
        <Form
          draft={draft}
          calendars={calendars}
          problems={problems}
          checked={checked}
          onChange={(next) => editPolicy(policyKey, next)}
        />
      </div>
      {isEdited && <SaveBar problems={problems.size} />}
    </section>
  );
}

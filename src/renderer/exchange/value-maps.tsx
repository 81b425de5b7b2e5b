import { ArrowRight, ChevronDown } from 'lucide-react';
import { useMemo, useState, type SyntheticEvent } from 'react';
import type { ImportIssue, Inspection } from '../../contract/index.ts';
import { channels, priorities, statuses } from '../../contract/words.ts';
import { x } from '../strings/en-exchange.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { ChoicePicker, type Choice } from '../ui/choice.tsx';
import { cx } from '../ui/cx.ts';
import { TextInput } from '../ui/field.tsx';
import { PriorityBars } from '../ui/marks.tsx';
import { mapValue } from './flow.ts';
import { useImport } from './import-store.ts';
import type { Draft } from './mapping.ts';
import { hasColumn, valueKinds, valueRows, type Meaning, type ValueKind, type ValueRow } from './value-rows.ts';

type Choices = { readonly [K in ValueKind]: readonly Choice<Meaning[K]>[] };

const choices: Choices = {
  status: statuses.map((value) => ({ value, label: t.status[value] })),
  priority: priorities.map((value) => ({
    value,
    label: t.priority[value],
    mark: <PriorityBars priority={value} />,
  })),
  channel: channels.map((value) => ({ value, label: t.channel[value] })),
};

const choicesOf = <K extends ValueKind>(kind: K): readonly Choice<Meaning[K]>[] => choices[kind];

type MeaningProps<K extends ValueKind> = { readonly kind: K; readonly row: ValueRow<K> };

function MeaningPicker<K extends ValueKind>({ kind, row }: MeaningProps<K>) {
  const options = choicesOf(kind);
  const label = options.find(({ value }) => value === row.meaning)?.label ?? x.values.otherwise[kind];
  const open = row.meaning === null;
  return (
    <ChoicePicker
      label={x.values.pick(row.key)}
      choices={options}
      value={row.meaning}
      onPick={(meaning) => mapValue(kind, row.key, meaning)}
      trigger={
        <button
          type="button"
          aria-label={`${x.values.pick(row.key)}: ${label}`}
          className={cx(
            'flex h-[26px] w-[164px] shrink-0 items-center gap-2 rounded-[5px] border px-2 text-left hover:bg-sunken data-popup-open:bg-sunken',
            open ? 'border-dashed border-line-strong text-risk' : 'border-line font-semibold',
          )}
        >
          <span className="min-w-0 flex-1 truncate">{label}</span>
          <ChevronDown size={13} aria-hidden className="shrink-0 text-ink-3" />
        </button>
      }
    />
  );
}

function AddValue({ kind }: { readonly kind: ValueKind }) {
  const [text, setText] = useState('');
  const [first] = choicesOf(kind);
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (text.trim() === '' || first === undefined) return;
    mapValue(kind, text, first.value);
    setText('');
  };
  return (
    <form onSubmit={add} className="mt-1 flex items-center gap-2">
      <TextInput
        dir="auto"
        aria-label={`${x.values.title[kind]}: ${x.values.add}`}
        placeholder={x.values.add}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        className="!h-[26px] !px-2"
      />
      <Button small type="submit" disabled={text.trim() === ''}>
        {x.values.addButton}
      </Button>
    </form>
  );
}

const shownAtFirst = 12;

type GroupProps<K extends ValueKind> = Part & { readonly kind: K; readonly issues: readonly ImportIssue[] };

function Group<K extends ValueKind>({ kind, draft, inspection, issues }: GroupProps<K>) {
  const [all, setAll] = useState(false);
  const rows = useMemo(
    () => valueRows(kind, draft.mapping, inspection, issues),
    [kind, draft.mapping, inspection, issues],
  );
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  return (
    <div role="group" aria-label={x.values.title[kind]} className="min-w-0">
      <h3 className="mb-1 text-small font-bold">{x.values.title[kind]}</h3>
      {rows.length === 0 && <p className="text-small text-ink-2">{x.values.none}</p>}
      {shown.map((row) => (
        <div key={row.key} className="flex h-[32px] items-center gap-2">
          <bdi title={row.key} className="min-w-0 flex-1 truncate">
            {row.key}
          </bdi>
          <ArrowRight size={13} aria-hidden className="shrink-0 text-ink-3" />
          <MeaningPicker kind={kind} row={row} />
        </div>
      ))}
      {rows.length > shown.length && (
        <Button small look="quiet" onClick={() => setAll(true)}>
          {x.values.more(rows.length - shown.length)}
        </Button>
      )}
      <AddValue kind={kind} />
    </div>
  );
}

type Part = { readonly draft: Draft; readonly inspection: Inspection };

/** What the values of status, priority and channel mean. */
export function ValueMaps({ draft, inspection }: Part) {
  const issues = useImport((state) => state.warned);
  const kinds = valueKinds.filter((kind) => hasColumn(draft.mapping, kind));
  if (kinds.length === 0) return null;
  return (
    <div className="border-t border-line">
      <div className="grid max-w-[1280px] grid-cols-[repeat(auto-fit,minmax(300px,1fr))] gap-x-8 gap-y-4 px-4 py-3">
        {kinds.map((kind) => (
          <Group key={kind} kind={kind} draft={draft} inspection={inspection} issues={issues} />
        ))}
      </div>
    </div>
  );
}

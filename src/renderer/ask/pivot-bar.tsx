import { useState, type ReactElement } from 'react';
import type { AskPivotSpec } from '../../contract/index.ts';
import { pivotMeasures } from '../../contract/words.ts';
import { aw } from '../strings/en-ask.ts';
import { useViews } from '../tickets/views.ts';
import { Chip } from '../ui/chip.tsx';
import { ChoicePicker } from '../ui/choice.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { setAsk, setSpec, useAsk } from './ask-store.ts';
import { useTabActions } from './tab-actions.ts';

const w = aw.pivot;
const mostParts = 4;

type Part = 'rows' | 'columns' | 'measure' | 'of' | 'source';

const chip = (label: string, value: string, keys: string): ReactElement => (
  <Chip field={label} value={value}>
    <Kbd keys={keys} />
  </Chip>
);

/** One added to a list, or taken from it; the last of a full list gives way. */
function toggled(list: readonly string[], name: string): string[] {
  if (list.includes(name)) return list.filter((each) => each !== name);
  return [...list.slice(0, mostParts - 1), name];
}

const listed = (names: readonly string[]): string => (names.length === 0 ? w.add : names.join(', '));

type Props = { readonly names: readonly string[]; readonly spec: AskPivotSpec };

function Parts({ names, spec, open, setOpen }: Props & Opened) {
  const options = names.map((name) => ({ value: name, label: name }));
  return (
    <>
      {(['rows', 'columns'] as const).map((part) => (
        <ComboPicker
          key={part}
          label={w[part]}
          several
          open={open === part}
          onOpenChange={(next) => setOpen(next ? part : null)}
          options={options}
          chosen={spec[part]}
          onToggle={({ value }) => value !== null && setSpec({ [part]: toggled(spec[part], value) })}
          trigger={chip(w[part], listed(spec[part]), part === 'rows' ? 'r' : 'c')}
        />
      ))}
      <ChoicePicker
        label={w.measure}
        open={open === 'measure'}
        onOpenChange={(next) => setOpen(next ? 'measure' : null)}
        choices={pivotMeasures.map((value) => ({ value, label: aw.measure[value] }))}
        value={spec.measure}
        onPick={(measure) => {
          setSpec({ measure, ...(measure === 'count' && { of: null }) });
          if (measure !== 'count' && spec.of === null) setOpen('of');
        }}
        trigger={chip(w.measure, aw.measure[spec.measure], 'm')}
      />
      {(spec.measure !== 'count' || spec.of !== null || open === 'of') && (
        <ComboPicker
          label={w.column}
          open={open === 'of'}
          onOpenChange={(next) => setOpen(next ? 'of' : null)}
          options={options}
          chosen={[spec.of]}
          onToggle={({ value }) => setSpec({ of: value })}
          trigger={chip(w.column, spec.of ?? w.add, 'o')}
        />
      )}
    </>
  );
}

type Opened = { readonly open: Part | null; readonly setOpen: (part: Part | null) => void };

function SourcePicker({ open, setOpen }: Opened) {
  const of = useAsk((state) => state.of);
  const views = useViews();
  const options = [{ value: null, label: w.question }, ...views.map(({ id, name }) => ({ value: id, label: name }))];
  const wanted = of.kind === 'board' ? JSON.stringify(of.filter) : null;
  // A board that was saved need not be a view of today.
  const chosen = wanted === null ? null : (views.find(({ filter }) => JSON.stringify(filter) === wanted)?.id ?? '');
  const pick = (id: string | null): void => {
    const view = views.find((each) => each.id === id);
    setAsk({ of: view === undefined ? { kind: 'question' } : { kind: 'board', filter: view.filter, name: view.name } });
  };
  return (
    <ComboPicker
      label={w.of}
      open={open === 'source'}
      onOpenChange={(next) => setOpen(next ? 'source' : null)}
      options={options}
      chosen={[chosen]}
      onToggle={({ value }) => pick(value)}
      trigger={chip(w.of, of.kind === 'board' ? of.name : w.question, 'b')}
    />
  );
}

/** What the table is made of, what makes its rows and columns, and what is measured; each by its key. */
export function PivotBar({ names, spec }: Props) {
  const [open, setOpen] = useState<Part | null>(null);
  const hasNames = names.length > 0;
  useTabActions({
    source: () => setOpen('source'),
    ...(hasNames && {
      rows: () => setOpen('rows'),
      columns: () => setOpen('columns'),
      measure: () => setOpen('measure'),
      of: () => setOpen('of'),
    }),
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SourcePicker open={open} setOpen={setOpen} />
      {hasNames && <Parts names={names} spec={spec} open={open} setOpen={setOpen} />}
    </div>
  );
}

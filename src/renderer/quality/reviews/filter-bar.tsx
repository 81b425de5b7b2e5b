import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ReviewFilter } from '../../../contract/index.ts';
import { channels, reviewStates, sampleKinds } from '../../../contract/words.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { orpc } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { qw } from '../../strings/en-quality.ts';
import { t } from '../../strings/en.ts';
import { Chip } from '../../ui/chip.tsx';
import { ComboPicker, type Option } from '../../ui/combo.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { setQuality } from '../quality-store.ts';
import { isFiltered, kindOf, kinds, withKind, without, type Kind } from './groups.ts';

const w = qw.reviews.filters;

/** Filters that are chosen here; others come from a figure and can only be taken away. */
const chosenHere = ['state', 'reviewerId', 'agentId', 'channel', 'kind', 'week', 'scorecardId'] as const;
type Field = (typeof chosenHere)[number];
const several: ReadonlySet<Field> = new Set(['state', 'channel', 'kind']);

export const setFilter = (filter: ReviewFilter): void =>
  setQuality({ filter: isFiltered(filter) ? filter : null, picked: new Set() });

function useOptions(): (field: Field) => readonly Option[] {
  const people = usePeople().map(({ id, name }) => ({ value: id, label: name }));
  const cards = useQuery(orpc.quality.cards.queryOptions()).data?.cards ?? [];
  const weeks = useQuery(orpc.quality.weeks.queryOptions({ input: { count: 12 } })).data?.weeks ?? [];
  const of: Readonly<Record<Field, () => readonly Option[]>> = {
    state: () => reviewStates.map((value) => ({ value, label: qw.state[value] })),
    reviewerId: () => people,
    agentId: () => people,
    channel: () => channels.map((value) => ({ value, label: t.channel[value] })),
    kind: () => sampleKinds.map((value) => ({ value, label: qw.kind[value] })),
    week: () => weeks.map(({ week }) => ({ value: week, label: week })),
    scorecardId: () => cards.map(({ id, name }) => ({ value: id, label: name })),
  };
  return (field) => of[field]();
}

const valuesOf = (filter: ReviewFilter, field: Field): readonly string[] => {
  const value = filter[field];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** The filter with a value of a field chosen, or no longer. */
function withValue(filter: ReviewFilter, field: Field, value: string): ReviewFilter {
  const now = valuesOf(filter, field);
  const next = now.includes(value)
    ? now.filter((each) => each !== value)
    : several.has(field)
      ? [...now, value]
      : [value];
  if (next.length === 0) return without(filter, field);
  return { ...filter, [field]: several.has(field) ? next : next[0] };
}

type ChipProps = {
  readonly filter: ReviewFilter;
  readonly field: Field;
  readonly options: readonly Option[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
};

function FilterChip({ filter, field, options, open, onOpen }: ChipProps) {
  const chosen = valuesOf(filter, field);
  const words = options.filter(({ value }) => value !== null && chosen.includes(value)).map(({ label }) => label);
  return (
    <ComboPicker
      trigger={<Chip field={w[field]} value={words.length === 0 ? w.all : words.join(', ')} />}
      label={w[field]}
      options={options}
      chosen={chosen}
      several={several.has(field)}
      open={open}
      onOpenChange={(next) => {
        onOpen(next);
        if (!next) keepFocus();
      }}
      onToggle={({ value }) => value !== null && setFilter(withValue(filter, field, value))}
    />
  );
}

/** Filters that a figure came with. */
function Given({ filter }: { readonly filter: ReviewFilter }) {
  const said: readonly (readonly [keyof ReviewFilter, string, string])[] = [
    ...(filter.from === undefined ? [] : [['from', w.days, w.from(filter.from, filter.days ?? 1)] as const]),
    ...(filter.criterion === undefined ? [] : [['criterion', w.criterion, filter.criterion] as const]),
    ...(filter.disputed === undefined ? [] : [['disputed', w.disputed, filter.disputed ? w.yes : w.no] as const]),
    ...(filter.autoFailed === undefined
      ? []
      : [['autoFailed', w.autoFailed, filter.autoFailed ? w.yes : w.no] as const]),
    ...(filter.sessionId === undefined ? [] : [['sessionId', w.sessionId, w.one] as const]),
    ...(filter.ticketId === undefined ? [] : [['ticketId', w.ticketId, w.one] as const]),
  ];
  return said.map(([field, name, value]) => (
    <Chip
      key={field}
      field={name}
      value={value}
      aria-label={w.remove(name)}
      onClick={() => setFilter(without(filter, field))}
    >
      <X size={12} aria-hidden className="text-ink-2" />
    </Chip>
  ));
}

type BarProps = { readonly filter: ReviewFilter; readonly adding: boolean; readonly onAdding: (open: boolean) => void };

/** To do, done or all; and the filters that are on. */
export function FilterBar({ filter, adding, onAdding }: BarProps) {
  const [opened, setOpened] = useState<Field | null>(null);
  const options = useOptions();
  const on = chosenHere.filter((field) => filter[field] !== undefined || field === opened);
  const shown = kindOf(filter) === null ? on : on.filter((field) => field !== 'state' || opened === 'state');
  return (
    <div
      className="flex min-h-[34px] shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1"
      role="group"
      aria-label={w.label}
    >
      <Segmented
        label={qw.reviews.kindsLabel}
        segments={kinds.map((value) => ({ value, label: qw.reviews.kinds[value] }))}
        value={kindOf(filter) ?? ('' as Kind)}
        onChange={(kind) => setFilter(withKind(filter, kind))}
      />
      <Kbd keys="w" />
      {shown.map((field) => (
        <FilterChip
          key={field}
          filter={filter}
          field={field}
          options={options(field)}
          open={opened === field}
          onOpen={(open) => setOpened(open ? field : null)}
        />
      ))}
      <Given filter={filter} />
      <Menu
        label={w.addLabel}
        open={adding}
        onOpenChange={onAdding}
        trigger={
          <Chip dashed>
            {w.add}
            <Kbd keys="f" />
          </Chip>
        }
        items={chosenHere.map((field) => ({ label: w[field], onPick: () => setOpened(field) }))}
      />
      {isFiltered(filter) && (
        <Button small look="quiet" onClick={() => setFilter({})}>
          {w.clear}
          <Kbd keys="shift+x" />
        </Button>
      )}
    </div>
  );
}

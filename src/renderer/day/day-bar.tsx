import { Copy, PanelRight, Printer, Stamp, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Person } from '../../contract/index.ts';
import { d } from '../strings/en-day.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ComboPicker, type Option } from '../ui/combo.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { copyOn, print, showView } from './day-actions.ts';
import { setDay, stepZoom, togglePanel, useDay } from './day-store.ts';
import type { LaneFilter } from './lanes.ts';
import { usePanelOpen } from './use-day-data.ts';

const unique = (words: readonly string[]): readonly string[] =>
  [...new Map(words.map((word) => [word.toLowerCase(), word])).values()].sort((a, b) => a.localeCompare(b));

const optionsOf = (words: readonly string[]): readonly Option[] => [
  { value: null, label: d.bar.all },
  ...words.map((word) => ({ value: word, label: word })),
];

type PickProps = { readonly field: keyof LaneFilter; readonly label: string; readonly words: readonly string[] };

/** Narrows the lanes to a team, a skill or a language. */
function FilterChip({ field, label, words }: PickProps) {
  const filter = useDay((state) => state.filter);
  const value = filter[field];
  return (
    <ComboPicker
      trigger={<Chip field={label} value={value ?? d.bar.all} />}
      label={label}
      options={optionsOf(words)}
      chosen={[value]}
      onToggle={(option) => setDay({ filter: { ...filter, [field]: option.value === value ? null : option.value } })}
    />
  );
}

export type StripChoice = { readonly id: string; readonly name: string };

type BarProps = {
  readonly people: readonly Person[];
  readonly choices: readonly StripChoice[];
  readonly shownIds: readonly string[];
};

/** Which streams and skills have a strip. */
function StripChip({ choices, shownIds }: Omit<BarProps, 'people'>) {
  const shown = choices.filter(({ id }) => shownIds.includes(id));
  const names = shown.map(({ name }) => name.toLowerCase());
  return (
    <ComboPicker
      trigger={<Chip field={d.bar.strip} value={names.length === 0 ? d.bar.none : names.join(', ')} />}
      label={d.bar.strip}
      several
      options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={shown.map(({ id }) => id)}
      onToggle={({ value }) => {
        if (value === null) return;
        const ids = shown.map(({ id }) => id);
        setDay({ streamIds: ids.includes(value) ? ids.filter((id) => id !== value) : [...ids, value] });
      }}
    />
  );
}

const views = [
  { value: 'day', label: d.head.day },
  { value: 'week', label: d.head.weekTab },
  { value: 'month', label: d.head.month },
] as const;

type ToolProps = {
  readonly label: string;
  readonly keys?: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
};

/** Words and key where there is room for them, else the icon alone. */
function Tool({ label, keys, icon, onClick }: ToolProps) {
  return (
    <Button small look="quiet" title={label} onClick={onClick} icon={icon}>
      <span className="@max-[1000px]:sr-only">{label}</span>
      {keys !== undefined && (
        <span className="@max-[1100px]:hidden">
          <Kbd keys={keys} />
        </span>
      )}
    </Button>
  );
}

function WeekTools() {
  const month = useDay((state) => state.view === 'month');
  const copy = month ? d.week.copyMonth : d.week.copyWeek;
  return (
    <>
      <Tool label={copy} keys="shift+w" onClick={() => void copyOn()} icon={<Copy size={13} aria-hidden />} />
      <Tool
        label={d.week.pattern}
        keys="shift+a"
        onClick={() => setDay({ dialog: 'patterns' })}
        icon={<Stamp size={13} aria-hidden />}
      />
      <Tool label={d.week.print} onClick={print} icon={<Printer size={13} aria-hidden />} />
    </>
  );
}

/** Filters, what the strips show, and day, week or four weeks. */
export function DayBar({ people, choices, shownIds }: BarProps) {
  const { view, filter, zoom } = useDay();
  const panelOpen = usePanelOpen();
  const active = people.filter((person) => person.active);
  const teams = unique(active.flatMap(({ team }) => (team === null ? [] : [team])));
  const skills = unique(active.flatMap((person) => person.skills));
  const languages = unique(active.flatMap((person) => person.languages));
  const narrowed = filter.team !== null || filter.skill !== null || filter.language !== null;
  return (
    <div className="@container flex h-[34px] items-center gap-2 px-4 pb-1">
      <div className="flex min-w-0 flex-1 items-center gap-2 overflow-hidden py-[2px] pl-[2px] -ml-[2px]">
        <FilterChip field="team" label={d.bar.team} words={teams} />
        {view === 'day' && <StripChip choices={choices} shownIds={shownIds} />}
        <FilterChip field="skill" label={d.bar.skill} words={skills} />
        <FilterChip field="language" label={d.bar.language} words={languages} />
        {narrowed && (
          <Button small look="quiet" onClick={() => setDay({ filter: { team: null, skill: null, language: null } })}>
            {d.bar.clear}
          </Button>
        )}
      </div>
      {view === 'day' ? (
        <>
          <IconButton label={d.bar.zoomOut} disabled={zoom <= 1} onClick={() => stepZoom(-1)}>
            <ZoomOut size={15} aria-hidden />
          </IconButton>
          <IconButton label={d.bar.zoomIn} disabled={zoom >= 6} onClick={() => stepZoom(1)}>
            <ZoomIn size={15} aria-hidden />
          </IconButton>
        </>
      ) : (
        <WeekTools />
      )}
      {view !== 'month' && (
        <IconButton label={d.bar.panel} aria-expanded={panelOpen} onClick={togglePanel}>
          <PanelRight size={15} aria-hidden />
        </IconButton>
      )}
      <Segmented label={d.head.view} segments={views} value={view} onChange={showView} tabs />
    </div>
  );
}

import { FlaskConical, Play } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { r } from '../strings/en-rules.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ComboPicker } from '../ui/combo.tsx';
import { Empty } from '../ui/empty.tsx';
import { TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { ruleKinds } from '../../contract/words.ts';
import { setRules, useRules } from './rules-store.ts';
import { simulatedDays, type SimulateInput } from './simulate.ts';
import { Simulation } from './simulation-view.tsx';
import { Safe } from './trial-view.tsx';
import { simulate } from './try-rule.ts';
import { useRows } from './use-rules.ts';

const which = [
  { value: 'active', label: r.sim.active },
  { value: 'chosen', label: r.sim.chosen },
] as const;
const spans = [
  ...simulatedDays.map((days) => ({ value: String(days), label: r.sim.days(days) })),
  { value: 'one', label: r.sim.one },
];

const change = (part: Partial<SimulateInput>): void =>
  setRules(({ simInput }) => ({ simInput: { ...simInput, ...part } }));

/** Triggers, timed automations and macros, as they stand, with what is not saved yet. */
function RulesPicker() {
  const ids = useRules((state) => state.simInput.ids);
  const [macro, trigger, timed] = [useRows('macro'), useRows('trigger'), useRows('timed')];
  const rows = { macro, trigger, timed };
  const options = ruleKinds.toReversed().flatMap((kind) =>
    rows[kind].map(({ id, shown, changed }) => ({
      value: id,
      label: `${shown.name.trim() === '' ? r.aNew[kind] : shown.name}${changed ? ` (${r.list.changed})` : ''}`,
      mark: <span className="w-[64px] shrink-0 truncate text-cap text-ink-2">{r.kinds[kind]}</span>,
    })),
  );
  const known = ids.filter((id) => options.some(({ value }) => value === id));
  const toggle = (value: string | null): void => {
    if (value === null) return;
    change({ ids: known.includes(value) ? known.filter((id) => id !== value) : [...known, value] });
  };
  return (
    <ComboPicker
      label={r.sim.choose}
      options={options}
      chosen={known}
      several
      onToggle={({ value }) => toggle(value)}
      trigger={<Chip field={r.sim.which} value={known.length === 0 ? r.list.noMatch : r.sim.chosenN(known.length)} />}
    />
  );
}

function Questions() {
  const { rules, days, one, ticket } = useRules((state) => state.simInput);
  const running = useRules((state) => state.sim?.state === 'running');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void simulate();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-[10px]">
      <span className="flex items-center gap-2">
        <span className="text-small text-ink-2">{r.sim.which}</span>
        <Segmented label={r.sim.which} segments={which} value={rules} onChange={(value) => change({ rules: value })} />
        {rules === 'chosen' && <RulesPicker />}
      </span>
      <span className="flex items-center gap-2">
        <span className="text-small text-ink-2">{r.sim.over}</span>
        <Segmented
          label={r.sim.over}
          segments={spans}
          value={one ? 'one' : String(days)}
          onChange={(value) => change(value === 'one' ? { one: true } : { one: false, days: Number(value) })}
        />
        {one && (
          <TextInput
            aria-label={r.sim.ticket}
            placeholder="#1042"
            className="!h-[26px] !w-[88px] tabular-nums"
            value={ticket}
            maxLength={12}
            onChange={(event) => change({ ticket: event.target.value })}
            onKeyDown={onKeyDown}
          />
        )}
      </span>
      <Button look="primary" disabled={running} onClick={() => void simulate()} icon={<Play size={13} aria-hidden />}>
        {running ? r.sim.running : r.sim.run}
        <Kbd keys="mod+enter" on />
      </Button>
      <span className="basis-full">
        <Safe />
      </span>
    </div>
  );
}

/** What rules would have done on the last days or to one ticket, in what order and why. */
export function SimulatorTab() {
  const sim = useRules((state) => state.sim);
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <Questions />
      {sim === null ? (
        <Empty title={r.sim.start} icon={<FlaskConical size={28} strokeWidth={1.4} aria-hidden />}>
          {r.sim.startHow}
        </Empty>
      ) : (
        <div
          role="region"
          tabIndex={0}
          aria-label={r.tabs.simulator}
          className="min-h-0 flex-1 overflow-y-auto pt-3 -outline-offset-2"
        >
          <Simulation trial={sim} />
        </div>
      )}
    </main>
  );
}

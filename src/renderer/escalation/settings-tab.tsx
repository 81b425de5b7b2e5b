import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EscalationSettings } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { say } from '../app/toasts.tsx';
import { client, orpc } from '../client/client.ts';
import { usePeople } from '../client/use-desk.ts';
import { e } from '../strings/en-escalation.ts';
import { same } from '../tickets/filter-fields.ts';
import { Button } from '../ui/button.tsx';
import { Field, inputClass, Select, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Check } from './answer-forms.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { onSave } from './saves.ts';
import { draftOf, minutesOf, percentOf, settingsOf, type SettingsDraft } from './settings-draft.ts';

const s = e.settings;
type Level = SettingsDraft['levels'][number];

const times = [
  { value: 'calendar', label: s.calendar },
  { value: 'business', label: s.business },
];

type LevelProps = { readonly level: Level; readonly onChange: (part: Partial<Level>) => void };

function PersonCell({
  label,
  value,
  onPick,
}: {
  label: string;
  value: string | null;
  onPick: (id: string | null) => void;
}) {
  const people = usePeople().filter(({ active, id }) => active || id === value);
  return (
    <Select
      aria-label={label}
      options={[{ value: '', label: e.nobody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value ?? ''}
      onPick={(id) => onPick(id === '' ? null : id)}
    />
  );
}

function LevelRow({ level, onChange }: LevelProps) {
  const wrong = minutesOf(level.span) === null;
  const cell = 'py-1 pr-2';
  return (
    <tr>
      <th scope="row" className="pr-2 text-left font-semibold tabular-nums">
        {level.level}
      </th>
      <td className={cell}>
        <TextInput
          aria-label={s.of(s.name, level.level)}
          maxLength={100}
          value={level.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </td>
      <td className={cell}>
        <TextInput
          aria-label={s.of(s.time, level.level)}
          aria-invalid={wrong}
          title={wrong ? s.badTime : undefined}
          maxLength={20}
          value={level.span}
          onChange={(event) => onChange({ span: event.target.value })}
        />
      </td>
      <td className={cell}>
        <Select
          aria-label={s.of(s.counts, level.level)}
          options={times}
          value={level.time}
          onPick={(time) => onChange({ time: time === 'business' ? 'business' : 'calendar' })}
        />
      </td>
      <td className={cell}>
        <PersonCell
          label={s.of(s.owner, level.level)}
          value={level.ownerId}
          onPick={(ownerId) => onChange({ ownerId })}
        />
      </td>
      <td className="py-1">
        <PersonCell
          label={s.of(s.substitute, level.level)}
          value={level.substituteId}
          onPick={(substituteId) => onChange({ substituteId })}
        />
      </td>
    </tr>
  );
}

const heads = [
  [s.level, 'w-[56px]'],
  [s.name, ''],
  [s.time, 'w-[96px]'],
  [s.counts, 'w-[140px]'],
  [s.owner, 'w-[20%]'],
  [s.substitute, 'w-[20%]'],
] as const;

type SetProps = { readonly draft: SettingsDraft; readonly set: (part: Partial<SettingsDraft>) => void };

function Levels({ draft, set }: SetProps) {
  return (
    <section aria-label={s.levels}>
      <h2 className="mb-1 text-title font-bold">{s.levels}</h2>
      <table className="w-full table-fixed">
        <thead>
          <tr className="text-left text-small text-ink-2">
            {heads.map(([label, width]) => (
              <th key={label} scope="col" className={`${width} pb-1 font-medium`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.levels.map((level) => (
            <LevelRow
              key={level.level}
              level={level}
              onChange={(part) =>
                set({ levels: draft.levels.map((each) => (each === level ? { ...each, ...part } : each)) })
              }
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rest({ draft, set }: SetProps) {
  return (
    <>
      <section className="flex flex-col gap-2">
        <h2 className="text-title font-bold">{s.automatic}</h2>
        <Check label={s.automaticHow} checked={draft.automatic} onChange={(automatic) => set({ automatic })} />
        <div className="w-[140px]">
          <Field label={s.after} error={minutesOf(draft.after) === null ? s.badTime : undefined}>
            {(ids) => (
              <TextInput
                {...ids}
                disabled={!draft.automatic}
                maxLength={20}
                value={draft.after}
                onChange={(event) => set({ after: event.target.value })}
              />
            )}
          </Field>
        </div>
      </section>
      <div className="max-w-[420px]">
        <Field label={s.causes} hint={s.causesHow}>
          {(ids) => (
            <textarea
              {...ids}
              rows={9}
              dir="auto"
              className={`${inputClass} !h-auto resize-y py-2`}
              value={draft.causes}
              onChange={(event) => set({ causes: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="w-[280px]">
        <Field label={s.target} error={percentOf(draft.target) === null ? s.badTarget : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="decimal"
              className="!w-[140px]"
              maxLength={6}
              value={draft.target}
              onChange={(event) => set({ target: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

function keep(draft: SettingsDraft): void {
  const settings = settingsOf(draft);
  if (settings === null) say({ title: s.wrong, body: s.badTime, tone: 'late' });
  else void command(client.escalation.settingsSave(settings));
}

function Editor({ kept }: { readonly kept: EscalationSettings }) {
  const [draft, setDraft] = useState<SettingsDraft>(() => draftOf(kept));
  const changed = !same(draft, draftOf(kept));
  const set = (part: Partial<SettingsDraft>): void => setDraft((held) => ({ ...held, ...part }));
  useEffect(() => {
    onSave(() => keep(draft));
    return () => onSave(null);
  }, [draft]);
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="flex max-w-[1000px] flex-col gap-5 px-4 py-4">
          <Levels draft={draft} set={set} />
          <Rest draft={draft} set={set} />
        </div>
      </div>
      <div className="flex shrink-0 items-center justify-end gap-2 border-t border-line px-4 py-2">
        {changed && <span className="text-small text-ink-2">{e.tree.changed}</span>}
        <Button disabled={!changed} onClick={() => setDraft(draftOf(kept))}>
          {e.tree.discard}
        </Button>
        <Button look="primary" disabled={!changed} onClick={() => keep(draft)}>
          {s.keep} <Kbd keys="mod+s" on />
        </Button>
      </div>
    </>
  );
}

/** Who has which level and for how long, what goes up by itself, the causes and the target. */
export function SettingsTab() {
  const asked = useQuery(orpc.escalation.settings.queryOptions());
  return asked.data === undefined ? <NotRead asked={asked} words={e} /> : <Editor kept={asked.data} />;
}

import { ChevronDown, ChevronRight, Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { usePeople } from '../client/use-desk.ts';
import { readWeek, weekInShort } from '../calendar/week-hours.ts';
import { WeekHoursEditor } from '../calendar/week-hours-editor.tsx';
import { rw } from '../strings/en-roster.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { CoverDraft } from './rules-draft.ts';

const w = rw.rules;
const levels = [1, 2, 3, 4, 5].map((level) => ({ value: String(level), label: String(level) }));
const kinds = (['skill', 'language'] as const).map((value) => ({ value, label: w.kinds[value] }));
type Errors = Readonly<Record<string, string>>;

/** Puts the focus on what a cover is of, once it is there. */
export function focusCover(key: string): void {
  window.setTimeout(() => document.querySelector<HTMLElement>(`[data-cover="${key}"]`)?.focus(), 0);
}

type RowProps = {
  readonly cover: CoverDraft;
  readonly errors: Errors;
  readonly onChange: (part: Partial<CoverDraft>) => void;
  readonly onRemove: () => void;
};

/** The skills or languages the desk knows, offered while one types. */
function useKnown(kind: CoverDraft['kind']): readonly string[] {
  const people = usePeople();
  const words = people.flatMap((person) => (kind === 'skill' ? person.skills : person.languages));
  return [...new Set(words)].sort((a, b) => a.localeCompare(b));
}

function CoverRow({ cover, errors, onChange, onRemove }: RowProps) {
  const [open, setOpen] = useState(false);
  const list = useId();
  const known = useKnown(cover.kind);
  const at = `cover.${cover.key}`;
  const wrongHours = Object.keys(errors).some((key) => key.startsWith(`${at}.`) && !/\.(name|people)$/.test(key));
  const shown = open || wrongHours;
  const Fold = shown ? ChevronDown : ChevronRight;
  return (
    <div role="group" aria-label={w.coverOf(cover.name)} className="flex flex-col gap-2 border-b border-line px-4 py-3">
      <div className="flex flex-wrap items-start gap-3">
        <div className="w-[104px]">
          <Field label={w.coverKind}>
            {(ids) => (
              <Select
                {...ids}
                options={kinds}
                value={cover.kind}
                onPick={(kind) => onChange({ kind: kind === 'language' ? 'language' : 'skill' })}
              />
            )}
          </Field>
        </div>
        <div className="min-w-[120px] flex-1">
          <Field label={w.coverName} error={errors[`${at}.name`]}>
            {(ids) => (
              <TextInput
                {...ids}
                list={list}
                data-cover={cover.key}
                dir="auto"
                maxLength={100}
                value={cover.name}
                onChange={(event) => onChange({ name: event.target.value })}
              />
            )}
          </Field>
          <datalist id={list}>
            {known.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        </div>
        {cover.kind === 'skill' && (
          <div className="w-[84px]">
            <Field label={w.coverLevel}>
              {(ids) => (
                <Select
                  {...ids}
                  options={levels}
                  value={String(cover.minLevel)}
                  onPick={(level) => onChange({ minLevel: Number(level) })}
                />
              )}
            </Field>
          </div>
        )}
        <div className="w-[84px]">
          <Field label={w.coverPeople} error={errors[`${at}.people`]}>
            {(ids) => (
              <TextInput
                {...ids}
                inputMode="numeric"
                className="tabular-nums"
                maxLength={4}
                value={cover.people}
                onChange={(event) => onChange({ people: event.target.value })}
              />
            )}
          </Field>
        </div>
        <IconButton className="mt-[22px]" label={w.removeCover(cover.name)} onClick={onRemove}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      <div className="flex items-center gap-2">
        <Button
          small
          look="quiet"
          aria-expanded={shown}
          icon={<Fold size={13} aria-hidden />}
          onClick={() => setOpen(!shown)}
        >
          {w.coverHours}
        </Button>
        <span className="min-w-0 truncate text-small text-ink-2 tabular-nums">
          {weekInShort(readWeek(cover.hours).hours)}
        </span>
      </div>
      {shown && (
        <div className="flex max-w-[420px] flex-col gap-[6px] pl-6">
          <WeekHoursEditor
            hours={cover.hours}
            errorOf={(day) => errors[`${at}.${day}`]}
            onChange={(hours) => onChange({ hours })}
          />
          {errors[`${at}.hours`] !== undefined && <p className="text-small text-late">{errors[`${at}.hours`]}</p>}
        </div>
      )}
    </div>
  );
}

type Props = {
  readonly cover: readonly CoverDraft[];
  readonly errors: Errors;
  readonly onAdd: () => void;
  readonly onChange: (cover: readonly CoverDraft[]) => void;
};

/** How many people with a skill or a language have to be there, and when. */
export function CoverEditor({ cover, errors, onAdd, onChange }: Props) {
  return (
    <section aria-label={w.cover}>
      <div className="flex min-h-[34px] items-center gap-3 border-b border-line bg-canvas px-4 py-1">
        <h2 className="text-small font-bold">{w.cover}</h2>
        <span className="min-w-0 flex-1 text-small text-ink-2">{w.coverHow}</span>
        <Button small icon={<Plus size={13} aria-hidden />} onClick={onAdd} disabled={cover.length >= 100}>
          {w.addCover} <Kbd keys="n" />
        </Button>
      </div>
      {cover.length === 0 && <p className="border-b border-line px-4 py-3 text-ink-2">{w.coverNone}</p>}
      <div>
        {cover.map((each) => (
          <CoverRow
            key={each.key}
            cover={each}
            errors={errors}
            onChange={(part) => onChange(cover.map((held) => (held === each ? { ...held, ...part } : held)))}
            onRemove={() => onChange(cover.filter((held) => held !== each))}
          />
        ))}
      </div>
    </section>
  );
}

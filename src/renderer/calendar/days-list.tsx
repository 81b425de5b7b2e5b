import { FileUp, Globe, Plus, X } from 'lucide-react';
import { c } from '../strings/en-calendar.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ruleDate, withoutRule, type DayRule, type Draft } from './draft.ts';
import { edit, moveTo, openDay, setCalendars, useCalendars } from './store.ts';

const whenOf = (rule: DayRule): string =>
  'date' in rule.on ? c.shortDate(rule.on.date) : c.everyYear(ruleDate(rule.on));

function open(rule: DayRule): void {
  if ('date' in rule.on) moveTo(rule.on.date);
  openDay(null, rule.id);
}

/** The row below takes the place of the one that goes, and with it the focus. */
function remove(row: HTMLElement | null, id: string): void {
  const next = row?.nextElementSibling ?? row?.previousElementSibling;
  edit((draft) => withoutRule(draft, id));
  next?.querySelector<HTMLElement>('button')?.focus();
}

function Row({ rule, error }: { readonly rule: DayRule; readonly error: string | undefined }) {
  const what = [whenOf(rule), rule.name].filter(Boolean).join(' ');
  const how = rule.kind === 'closed' ? c.ruleKind.closed : `${c.ruleKind[rule.kind]} ${rule.hours}`;
  return (
    <li className="group border-b border-line last:border-b-0">
      <div className="flex items-center gap-1 pr-1">
        <button
          type="button"
          onClick={() => open(rule)}
          onKeyDown={(event) => {
            if (event.key === 'Delete') remove(event.currentTarget.closest('li'), rule.id);
          }}
          className="flex min-w-0 flex-1 items-baseline gap-2 rounded-[5px] px-1 py-[4px] text-left hover:bg-sunken"
        >
          <span className="shrink-0 text-small text-ink-2 tabular-nums">{whenOf(rule)}</span>
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {rule.name}
          </span>
          <span className="max-w-[50%] shrink-0 truncate text-small text-ink-2 tabular-nums">{how}</span>
        </button>
        <IconButton label={c.removeDay(what)} onClick={(event) => remove(event.currentTarget.closest('li'), rule.id)}>
          <X size={13} aria-hidden />
        </IconButton>
      </div>
      {error !== undefined && <p className="px-1 pb-1 text-small text-late">{error}</p>}
    </li>
  );
}

type Props = { readonly draft: Draft; readonly problems: Readonly<Record<string, string>> };

/** The days of the shown year that differ, and those of every year. What is wrong is shown whatever its year. */
export function DaysList({ draft, problems }: Props) {
  const year = String(useCalendars((state) => state.year));
  const rows = draft.days
    .filter((rule) => !('date' in rule.on) || rule.on.date.startsWith(year) || problems[rule.id] !== undefined)
    .sort((a, b) => (ruleDate(a.on).slice(-5) < ruleDate(b.on).slice(-5) ? -1 : 1));
  const elsewhere = draft.days.length - rows.length;
  return (
    <section aria-label={c.differ} className="flex flex-col gap-2">
      <h2 className="text-body font-semibold">{c.differ}</h2>
      {rows.length === 0 && elsewhere === 0 ? (
        <p className="text-small text-ink-2">{c.differNone(Number(year))}</p>
      ) : (
        <ul aria-label={c.differ} className="rounded-md border border-line">
          {rows.map((rule) => (
            <Row key={rule.id} rule={rule} error={problems[rule.id]} />
          ))}
          {elsewhere > 0 && <li className="px-1 py-1 text-small text-ink-2">{c.differElsewhere(elsewhere)}</li>}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <Button small icon={<Plus size={13} aria-hidden />} onClick={() => openDay(null)}>
          {c.addDay}
        </Button>
        <Button
          small
          title={c.addCountry}
          icon={<Globe size={13} aria-hidden />}
          onClick={() => setCalendars({ dialog: { kind: 'country' } })}
        >
          {c.byCountry}
        </Button>
        <Button
          small
          icon={<FileUp size={13} aria-hidden />}
          onClick={() => setCalendars({ dialog: { kind: 'ics', file: null } })}
        >
          {c.addIcs}
        </Button>
      </div>
    </section>
  );
}

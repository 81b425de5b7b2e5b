import { CalendarArrowDown, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePeople } from '../client/use-desk.ts';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { daysOf, deskToday, exportFormats, saveExport, saveIcs, useExport } from './export-actions.ts';

const w = rw.files;

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{label}</span>
      {children}
    </div>
  );
}

/** From which day on, and how many days. */
function Days() {
  const { from, days } = useExport();
  return (
    <>
      <div className="w-[160px]">
        <Field label={w.from}>
          {(ids) => (
            <TextInput
              {...ids}
              type="date"
              value={from ?? deskToday()}
              onChange={({ target: { value } }) => useExport.setState({ from: value === '' ? null : value })}
            />
          )}
        </Field>
      </div>
      <div className="w-[120px]">
        <Field label={w.days} error={daysOf(days) === null ? w.badDays : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              className="tabular-nums"
              maxLength={3}
              value={days}
              onChange={({ target: { value } }) => useExport.setState({ days: value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

/** The roster or its people as a file, and the shifts of one person as a calendar. */
export function ExportSection() {
  const { what, format, personId } = useExport();
  const people = usePeople().filter(({ active }) => active);
  return (
    <section aria-label={w.export}>
      <h2 className="flex h-[28px] items-center gap-2 border-y border-line bg-canvas px-4 text-small font-bold">
        {w.export} <span className="font-normal text-ink-2">{w.exportHow}</span>
      </h2>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3 px-4 py-3">
        <Labelled label={w.what}>
          <Segmented
            look="accent"
            label={w.what}
            segments={(['shifts', 'people'] as const).map((value) => ({ value, label: w.whats[value] }))}
            value={what}
            onChange={(next) => useExport.setState({ what: next })}
          />
        </Labelled>
        <Labelled label={w.format}>
          <Segmented
            look="accent"
            label={w.format}
            segments={exportFormats.map((value) => ({ value, label: w.formats[value] }))}
            value={format}
            onChange={(next) => useExport.setState({ format: next })}
          />
        </Labelled>
        <Days />
        <Button className="mt-[21px]" onClick={() => void saveExport()} icon={<Download size={14} aria-hidden />}>
          {w.saveFile} <Kbd keys="shift+e" />
        </Button>
      </div>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3 border-t border-line px-4 py-3">
        <div className="w-[380px]">
          <Field label={w.ics} hint={w.icsHow}>
            {(ids) => (
              <Select
                {...ids}
                disabled={people.length === 0}
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
                value={personId ?? people[0]?.id ?? ''}
                onPick={(id) => useExport.setState({ personId: id })}
              />
            )}
          </Field>
        </div>
        <Button
          disabled={people.length === 0}
          onClick={() => void saveIcs()}
          icon={<CalendarArrowDown size={14} aria-hidden />}
          className="mt-[21px]"
        >
          {w.saveIcs} <Kbd keys="shift+i" />
        </Button>
      </div>
    </section>
  );
}

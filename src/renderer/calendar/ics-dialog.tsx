import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { chooseFile } from '../app/choose-file.ts';
import { messageOf } from '../app/errors.ts';
import { say } from '../app/toasts.tsx';
import { orpc } from '../client/client.ts';
import { c } from '../strings/en-calendar.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { addFound, untouched } from './country-dialog.tsx';
import { isHere, type Draft } from './draft.ts';
import { FoundList, foundKey } from './found-list.tsx';
import { setCalendars, useCalendars } from './store.ts';
import { Ticks } from './ticks.tsx';

const most = 4_000_000;

/** Reads a file as text and shows what is in it; it goes to the desk, which trusts nothing of it. */
export async function openIcs(file: File): Promise<void> {
  if (file.size > most) {
    say({ title: c.tooBig, tone: 'risk' });
    return;
  }
  setCalendars({ dialog: { kind: 'ics', file: { name: file.name, text: await file.text() } } });
}

const choose = (): void => chooseFile('.ics,.ical,.ifb,text/calendar', (file) => void openIcs(file));

function Choose() {
  return (
    <div className="flex flex-col items-center gap-3 p-8 text-center">
      <FileUp size={28} strokeWidth={1.4} aria-hidden className="text-ink-3" />
      <p className="max-w-[380px] text-ink-2">{c.icsHow}</p>
      <Button look="primary" onClick={choose} tabIndex={0}>
        {c.chooseFile}
      </Button>
    </div>
  );
}

type Skipped = readonly { readonly line: number; readonly what: string; readonly why: string }[];

function NotTaken({ skipped, outside }: { readonly skipped: Skipped; readonly outside: number }) {
  return (
    <>
      {skipped.length > 0 && (
        <details className="text-small">
          <summary className="font-medium text-ink-2">{c.skipped(skipped.length)}</summary>
          <ul className="mt-1 max-h-[20vh] overflow-y-auto text-ink-2">
            {skipped.slice(0, 200).map(({ line, what, why }) => (
              <li key={line} dir="auto">
                {c.skippedLine(line, what, why)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {outside > 0 && <p className="text-small text-ink-2">{c.outside(outside)}</p>}
    </>
  );
}

function IcsForm({ draft, name, text }: { readonly draft: Draft; readonly name: string; readonly text: string }) {
  const shownYear = useCalendars((state) => state.year);
  const [years, setYears] = useState<readonly string[]>([String(shownYear)]);
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null);
  const input = { text, years: years.map(Number), timeZone: draft.timeZone };
  const query = useQuery({
    ...orpc.calendar.ics.queryOptions({ input }),
    enabled: years.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const days = years.length === 0 ? [] : (query.data?.holidays ?? []);
  const found = days.map(({ line: _, ...day }) => ({ day, note: '', here: isHere(draft, day) }));
  const ticked = picked ?? untouched(found);
  const count = found.filter(({ day }) => ticked.has(foundKey(day))).length;
  const offered = Array.from({ length: 4 }, (_, i) => String(shownYear + i));
  return (
    <form
      className="flex flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (count > 0) addFound(found, ticked);
      }}
    >
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-medium" dir="auto">
          {c.fileOf(name)}
        </p>
        <Button small onClick={choose}>
          {c.anotherFile}
        </Button>
      </div>
      <Ticks
        label={c.years}
        options={offered.map((value) => ({ value, label: value }))}
        chosen={years}
        onChange={(next) => {
          setYears(next);
          setPicked(null);
        }}
      />
      {query.error !== null ? (
        <p className="text-small text-late">{messageOf(query.error)}</p>
      ) : query.isLoading ? (
        <p className="text-small text-ink-2">{c.searching}</p>
      ) : (
        <>
          {found.length === 0 ? (
            <p className="text-small text-ink-2">{c.noneFound}</p>
          ) : (
            <FoundList found={found} ticked={ticked} onTick={setPicked} />
          )}
          <NotTaken skipped={query.data?.skipped ?? []} outside={query.data?.outside ?? 0} />
        </>
      )}
      <FormFoot>
        <Button onClick={() => setCalendars({ dialog: null })}>{c.cancel}</Button>
        <Button type="submit" look="primary" disabled={count === 0}>
          {c.addFound(count)}
        </Button>
      </FormFoot>
    </form>
  );
}

/** Holidays from an ICS file: opened or dropped, looked at, ticked, added. */
export function IcsDialog({ draft }: { readonly draft: Draft }) {
  const dialog = useCalendars((state) => (state.dialog?.kind === 'ics' ? state.dialog : null));
  const file = dialog?.file ?? null;
  return (
    <Dialog title={c.ics} open={dialog !== null} onClose={() => setCalendars({ dialog: null })} width={640}>
      {dialog !== null &&
        (file === null ? <Choose /> : <IcsForm key={file.text} draft={draft} name={file.name} text={file.text} />)}
    </Dialog>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Printer, RotateCcw } from 'lucide-react';
import { messageOf } from '../app/errors.ts';
import { say } from '../app/toasts.tsx';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button } from '../ui/button.tsx';
import { inputClass } from '../ui/field.tsx';
import { clockTime } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { setStaffing, useStaffing } from './staffing-store.ts';
import { useTabActions } from './tab-actions.ts';

const w = sw.handover;
const fieldId = 'handover-note';

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say({ title: w.copied });
  } catch {
    say({ title: w.notCopied, tone: 'late' });
    document.querySelector<HTMLTextAreaElement>(`#${fieldId}`)?.select();
  }
}

/** The note for the next shift: drafted by the desk, changed by a person, copied and printed. */
export function HandoverNote() {
  const zone = useZone();
  const note = useStaffing((state) => state.note);
  // The desk's draft is of the moment it is asked for: what changes on the desk must not change it under one's hands.
  const asked = useQuery({ ...orpc.roster.handover.queryOptions(), enabled: note === null });
  const text = note ?? asked.data?.text ?? '';
  const again = (): void => {
    setStaffing({ note: null });
    void asked.refetch();
  };
  useTabActions({
    copy: () => void copy(text),
    print: () => window.print(),
    again,
    edit: () => document.getElementById(fieldId)?.focus(),
  });
  return (
    <section aria-label={w.title} className="flex min-h-0 flex-1 flex-col gap-2 px-4 py-3 print:block">
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <h2 className="flex-1 text-title font-bold">{w.title}</h2>
        <Button small onClick={again} icon={<RotateCcw size={13} aria-hidden />}>
          {w.again} <Kbd keys="r" />
        </Button>
        <Button small onClick={() => window.print()} icon={<Printer size={13} aria-hidden />}>
          {w.print} <Kbd keys="p" />
        </Button>
      </div>
      <p className="text-small text-ink-2 print:hidden">
        {note !== null
          ? w.changed
          : asked.error !== null
            ? messageOf(asked.error)
            : asked.data !== undefined
              ? w.drafted(clockTime(asked.data.at, zone))
              : sw.loading}
      </p>
      <textarea
        id={fieldId}
        aria-label={w.label}
        dir="auto"
        spellCheck
        value={text}
        onChange={(event) => setStaffing({ note: event.target.value })}
        className={`${inputClass} !h-auto min-h-[160px] flex-1 resize-none py-2 tabular-nums print:hidden`}
      />
      <pre className="hidden font-sans whitespace-pre-wrap print:block">{text}</pre>
    </section>
  );
}

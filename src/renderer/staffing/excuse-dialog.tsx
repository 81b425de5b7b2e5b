import { useState } from 'react';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { clockTime } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { KeyList } from './key-list.tsx';
import { useLast } from '../ui/use-last.ts';

const w = sw.adherence;

export type Excusing = {
  readonly personId: string;
  readonly name: string;
  readonly startAt: number;
  readonly endAt: number;
};

type Props = { readonly excusing: Excusing | null; readonly zone: string; readonly onClose: () => void };

function Body({ excusing, onClose }: { readonly excusing: Excusing; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const excuse = (words: string): void => {
    const { personId, startAt, endAt } = excusing;
    onClose();
    void command(client.roster.excuse({ personId, startAt, endAt, reason: words }));
  };
  const items = w.reasons.map((label, index) => ({ key: String(index + 1), label }));
  return (
    <div className="flex flex-col gap-3 p-3">
      <p className="px-2 text-small text-ink-2">{w.excuseHow}</p>
      <KeyList label={w.excuse} items={items} onPick={(index) => excuse(w.reasons[index] ?? '')} />
      <form
        className="flex items-end gap-2 border-t border-line px-2 pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') excuse(reason.trim());
        }}
      >
        <Field label={w.other}>
          {(ids) => (
            <TextInput {...ids} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        <Button type="submit" disabled={reason.trim() === ''}>
          {w.excuseIt} <Kbd keys="enter" />
        </Button>
      </form>
    </div>
  );
}

/** Why a stretch counts neither for nor against somebody: a digit for a usual reason, or words. */
export function ExcuseDialog({ excusing, zone, onClose }: Props) {
  const shown = useLast(excusing);
  const title =
    shown === null ? w.excuse : w.excuseTitle(shown.name, clockTime(shown.startAt, zone), clockTime(shown.endAt, zone));
  return (
    <Dialog title={title} open={excusing !== null} onClose={onClose} width={420}>
      {shown !== null && <Body excusing={shown} onClose={onClose} />}
    </Dialog>
  );
}

import { X } from 'lucide-react';
import { useState } from 'react';
import type { TicketRow } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { TicketFinder } from '../../relations/ticket-finder.tsx';
import { cw } from '../../strings/en-coaching.ts';
import { IconButton } from '../../ui/button.tsx';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';

const w = cw.form;
const none: ReadonlySet<string> = new Set();

/** Something good, to be read by its agent, with the ticket it is about if there is one. */
export function PraiseForm({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [ticket, setTicket] = useState<TicketRow | null>(null);
  const [tried, setTried] = useState(false);
  const isEmpty = text.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    const input = { personId, text: text.trim(), ticketId: ticket?.id ?? null };
    if ((await command(client.coaching.praiseSave(input))) !== null) onClose();
  };
  return (
    <DialogForm submit={w.praiseSave} onSubmit={submit} onClose={onClose}>
      <Area
        label={w.praiseText}
        max={2000}
        value={text}
        error={tried && isEmpty ? w.praiseNeed : undefined}
        onChange={setText}
      />
      {ticket === null ? (
        <TicketFinder label={w.praiseTicket} leave={none} onPick={setTicket} />
      ) : (
        <div className="flex h-[31px] items-center gap-2 rounded-md border border-line pr-1 pl-[10px]">
          <span className="tabular-nums">#{ticket.number}</span>
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {ticket.subject}
          </span>
          <IconButton label={w.takeTicket(ticket.number)} onClick={() => setTicket(null)}>
            <X size={13} aria-hidden />
          </IconButton>
        </div>
      )}
    </DialogForm>
  );
}

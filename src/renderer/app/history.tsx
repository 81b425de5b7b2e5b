import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import type { historyEntrySchema } from '../../contract/desk.ts';
import { deskTime } from '../client/clock.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { exact, moment } from '../ui/format.ts';
import { undo } from './actions.ts';
import { messageOf } from './errors.ts';
import { openDialog, useWindow } from './window-store.ts';

type Entry = ReturnType<typeof historyEntrySchema.parse>;
const most = 200;

/** An undo and a redo bear the label of what they took back or did again. */
function entryWords({ command, label }: Entry): string {
  if (command === 'desk.undo') return t.history.undid(label);
  return command === 'desk.redo' ? t.history.redid(label) : label;
}

/** Steps of the desk's own clock and of undo itself are not taken back one by one. */
const canUndo = ({ command, undone }: Entry): boolean => !undone && command !== 'desk.undo' && command !== 'desk.redo';

function EntryLine({ entry, zone }: { readonly entry: Entry; readonly zone: string }) {
  const words = entryWords(entry);
  return (
    <li className="flex min-h-[34px] items-center gap-3 border-b border-line px-4 py-1">
      <time className="w-[92px] shrink-0 text-small text-ink-2 tabular-nums" title={exact(entry.at, zone)}>
        {moment(entry.at, zone, deskTime())}
      </time>
      <span className={entry.undone ? 'min-w-0 flex-1 text-ink-2 line-through' : 'min-w-0 flex-1'} dir="auto">
        {words}
      </span>
      <span className="max-w-[120px] shrink-0 truncate text-small text-ink-2" dir="auto">
        {entry.actor}
      </span>
      <span className="flex w-[76px] shrink-0 justify-end text-small text-ink-2">
        {entry.undone && t.history.undone}
        {canUndo(entry) && (
          <Button
            small
            look="quiet"
            aria-label={t.history.undoOf(entry.label)}
            icon={<Undo2 size={13} aria-hidden />}
            onClick={() => void undo(entry.id)}
          >
            {t.history.undo}
          </Button>
        )}
      </span>
    </li>
  );
}

function Entries({ ticketId }: { readonly ticketId: string | null }) {
  const zone = useZone();
  const input = { limit: most, ...(ticketId !== null && { ticketId }) };
  const { data, error } = useQuery(orpc.desk.history.queryOptions({ input }));
  const entries = data?.entries ?? [];
  if (error !== null) return <p className="p-4 text-late">{`${t.history.failed}. ${messageOf(error)}`}</p>;
  if (data !== undefined && entries.length === 0) return <p className="p-4 text-ink-2">{t.history.none}</p>;
  return (
    <div
      role="region"
      aria-label={ticketId === null ? t.history.ofDesk : t.history.ofTicket}
      tabIndex={0}
      className="max-h-[66vh] overflow-y-auto -outline-offset-2"
    >
      <ul aria-busy={data === undefined} className="min-h-[120px]">
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} zone={zone} />
        ))}
      </ul>
      {entries.length === most && <p className="px-4 py-2 text-small text-ink-2">{t.history.newest(most)}</p>}
    </div>
  );
}

/** What was done on the desk or on one ticket, newest first, each with its way back where there is one. */
export function HistoryDialog() {
  const open = useWindow((state) => state.dialog === 'history');
  const ticketId = useWindow((state) => state.historyOf);
  const title = ticketId === null ? t.history.ofDesk : t.history.ofTicket;
  return (
    <Dialog title={title} open={open} onClose={() => openDialog(null)} width={640}>
      <Entries ticketId={ticketId} />
    </Dialog>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Download, Paperclip, X } from 'lucide-react';
import type { Attachment } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { sayError } from '../app/errors.ts';
import { fromBase64, saveFile } from '../app/save-file.ts';
import { client, orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { n } from '../strings/en-intake.ts';
import { IconButton } from '../ui/button.tsx';
import { exact } from '../ui/format.ts';

/** Fetches an attachment piece by piece and saves it under its name. It is never opened here, whatever it says it is. */
async function saveAttachment({ id, name }: Attachment): Promise<void> {
  try {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let offset: number | null = 0; offset !== null;) {
      const piece: { data: string; next: number | null } = await client.tickets.download({ id, offset });
      pieces.push(fromBase64(piece.data));
      offset = piece.next;
    }
    saveFile(name, new Blob(pieces), 'application/octet-stream');
  } catch (error) {
    sayError(error);
  }
}

/** The files of a ticket, each saved by a press. Nothing where there are none. */
export function Attachments({ ticketId }: { readonly ticketId: string }) {
  const zone = useZone();
  const { data } = useQuery(orpc.tickets.attachments.queryOptions({ input: { id: ticketId } }));
  const files = data?.attachments ?? [];
  if (files.length === 0) return null;
  return (
    <ul aria-label={n.files} className="flex shrink-0 flex-wrap gap-[6px] border-b border-line px-4 py-2">
      {files.map((file) => (
        <li
          key={file.id}
          className="inline-flex h-[26px] max-w-full items-center gap-1 rounded-md border border-line-strong/80 pr-1 text-small"
        >
          <button
            type="button"
            aria-label={n.saveFile(file.name)}
            title={`${file.type}, ${exact(file.at, zone)}`}
            onClick={() => void saveAttachment(file)}
            className="inline-flex h-full min-w-0 items-center gap-2 rounded-md pr-1 pl-2 hover:bg-sunken"
          >
            <Paperclip size={12} aria-hidden className="shrink-0 text-ink-2" />
            <span className="truncate font-semibold" dir="auto">
              {file.name}
            </span>
            <span className="shrink-0 text-ink-2 tabular-nums">{n.bytes(file.bytes)}</span>
            <Download size={12} aria-hidden className="shrink-0 text-ink-2" />
          </button>
          <IconButton label={n.detach(file.name)} onClick={() => void command(client.tickets.detach({ id: file.id }))}>
            <X size={12} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

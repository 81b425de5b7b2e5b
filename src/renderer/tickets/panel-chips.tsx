import { X } from 'lucide-react';
import type { Ticket, TicketPatch } from '../../contract/index.ts';
import { openPicker, useWindow, type PickerName } from '../app/window-store.ts';
import { useNames } from '../client/use-desk.ts';
import { isTriaged, openTriage } from '../intake/triage-form.ts';
import { n } from '../strings/en-intake.ts';
import { p } from '../strings/en-people.ts';
import { t } from '../strings/en.ts';
import { Chip } from '../ui/chip.tsx';
import { updateTickets } from './actions.ts';
import { useBoard } from './board-store.ts';
import { pickedCount } from './selection.ts';
import { PeoplePicker, PriorityPicker, QueuePicker, StatusPicker, WordPicker } from './pickers.tsx';

/** Keys open the pickers of the selection where there is one; these are the ticket's own. */
export function usePicker(place: 'panel' | 'bulk') {
  const picker = useWindow((state) => state.picker);
  const some = useBoard((state) => pickedCount(state.picked, state.total) > 0);
  const mine = (place === 'bulk') === some;
  return (name: PickerName) => ({
    open: mine && picker === name,
    onOpenChange: (open: boolean) => openPicker(open ? name : null),
  });
}

function Tag({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  return (
    <span className="inline-flex h-[23px] max-w-[200px] items-center gap-1 rounded-[5px] bg-sunken pr-[3px] pl-2 text-small text-ink-2">
      <span className="truncate" dir="auto">
        {name}
      </span>
      <button
        type="button"
        aria-label={t.panel.removeTag(name)}
        title={t.panel.removeTag(name)}
        onClick={onRemove}
        className="inline-flex size-4 items-center justify-center rounded-[3px] hover:bg-line-strong hover:text-ink"
      >
        <X size={11} aria-hidden />
      </button>
    </span>
  );
}

/** Status, owner, priority, queue, category and tags as chips that open what changes them. */
export function PanelChips({ ticket }: { readonly ticket: Ticket }) {
  const { people, queues, away } = useNames();
  const opening = usePicker('panel');
  const set = (patch: TicketPatch): void => void updateTickets({ ids: [ticket.id] }, patch);
  const name = ticket.assigneeId === null ? t.panel.nobody : (people.get(ticket.assigneeId) ?? '…');
  const owner = ticket.assigneeId !== null && away.has(ticket.assigneeId) ? p.ownerAway(name) : name;
  const queue = ticket.queueId === null ? t.panel.none : (queues.get(ticket.queueId) ?? '…');
  const { category, tags } = ticket;
  return (
    <div className="mt-[2px] flex flex-wrap gap-[6px]">
      <StatusPicker
        trigger={<Chip field={t.panel.status} value={t.status[ticket.status]} />}
        value={ticket.status}
        onPick={(status) => set({ status })}
        {...opening('status')}
      />
      <PeoplePicker
        trigger={<Chip field={t.panel.owner} value={owner} />}
        chosen={[ticket.assigneeId]}
        onToggle={({ value }) => set({ assigneeId: value })}
        {...opening('assignee')}
      />
      <PriorityPicker
        trigger={<Chip field={t.panel.priority} value={t.priority[ticket.priority]} />}
        value={ticket.priority}
        onPick={(priority) => set({ priority })}
        {...opening('priority')}
      />
      <QueuePicker
        trigger={<Chip field={t.panel.queue} value={queue} />}
        chosen={[ticket.queueId]}
        onToggle={({ value }) => set({ queueId: value })}
        {...opening('queue')}
      />
      <WordPicker
        operator="category"
        label={t.panel.category}
        withNone={{ value: null, label: t.bar.noCategory }}
        trigger={<Chip field={t.panel.category} value={category ?? t.panel.none} />}
        chosen={[category]}
        onToggle={({ value }) => set({ category: value })}
        {...opening('category')}
      />
      <Chip
        field={n.triage}
        value={isTriaged(ticket) ? n.graded(ticket.impact, ticket.urgency) : n.notComplete}
        title={n.graded(ticket.impact, ticket.urgency)}
        aria-haspopup="dialog"
        onClick={() => openTriage(ticket.id)}
      />
      {tags.map((tag) => (
        <Tag key={tag} name={tag} onRemove={() => set({ removeTags: [tag] })} />
      ))}
      <WordPicker
        operator="tag"
        label={t.panel.addTag}
        several
        trigger={
          <Chip dashed aria-label={t.panel.addTag}>
            {t.panel.tag}
          </Chip>
        }
        chosen={tags}
        onToggle={({ value }) => {
          if (value !== null) set(tags.includes(value) ? { removeTags: [value] } : { addTags: [value] });
        }}
        {...opening('tags')}
      />
    </div>
  );
}

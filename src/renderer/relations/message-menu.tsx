import { Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { r } from '../strings/en-relations.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { ask } from './relation-store.ts';

/** Up and down go from message to message while one has the focus: one stop for Tab, however long the talk is. */
export function stepMessage(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.target !== event.currentTarget) return;
  const all = [...(event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[data-event]') ?? [])];
  const next = all[all.indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

/** What can be done with one message. */
export function MessageMenu({ ticketId, eventId }: { readonly ticketId: string; readonly eventId: string }) {
  return (
    <Menu
      label={r.split.menu}
      align="end"
      trigger={
        <IconButton
          label={r.split.menu}
          tabIndex={-1}
          className="-my-1 opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 data-popup-open:opacity-100"
        >
          <Ellipsis size={14} aria-hidden />
        </IconButton>
      }
      items={[{ label: r.split.action, keys: 'l s', onPick: () => ask({ kind: 'split', id: ticketId, eventId }) }]}
    />
  );
}

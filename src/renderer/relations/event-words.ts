import type { LinkKind, TicketEvent } from '../../contract/index.ts';
import { r } from '../strings/en-relations.ts';

function linkWords({ field, from, to }: TicketEvent): string {
  if (field === 'merged') return to === null ? r.event.mergedFrom(from ?? '') : r.event.mergedInto(to);
  if (field === 'split') return to === null ? r.event.splitFrom(from ?? '') : r.event.splitInto(to);
  const what = field === 'duplicate' ? r.event.duplicate : (r.kind[field as LinkKind] as string | undefined);
  if (from !== null && to !== null) return r.event.moved(what ?? '', from, to);
  return to === null ? r.event.unlinked(what ?? '', from ?? '') : r.event.linked(what ?? '', to);
}

type Told = Readonly<Record<string, ((to: string) => string) | undefined>>;

/** What an event of relations, dispatches and callbacks says; null for all others, and for those of newer versions. */
export function relationWords(event: TicketEvent): string | null {
  if (event.type === 'link') return linkWords(event);
  const told: Told | undefined =
    event.type === 'dispatch' ? r.event.dispatch : event.type === 'callback' ? r.event.callback : undefined;
  return told?.[event.field ?? '']?.(event.to ?? '') ?? null;
}
